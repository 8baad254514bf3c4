/* What all tests and actions share: numbers, facts of the entry, names on a terminal. */
#include <errno.h>
#include <string.h>
#include <wchar.h>
#include <wctype.h>

#include "ember/base/number.h"
#include "ember/expr/lang.h"
#include "ember/expr/primary.h"
#include "ember/text/safe.h"

int find_leaf_true(struct find_parser *p)
{
	const struct find_primary *row = find_lookup("true");
	expr_leaf(&p->b, &row->row, NULL);
	return 0;
}

bool find_number(struct find_number *out, const char *text)
{
	struct str s = str_from(text);
	out->sign = FIND_EXACT;
	if (s.n && (s.p[0] == '+' || s.p[0] == '-')) {
		out->sign = s.p[0] == '+' ? FIND_MORE : FIND_LESS;
		s = str_sub(s, 1, s.n);
	}
	while (s.n && (s.p[0] == ' ' || (s.p[0] >= '\t' && s.p[0] <= '\r'))) /* as strtoumax(3) reads it */
		s = str_sub(s, 1, s.n);
	return number_plus_u64(s, &out->n);
}

void find_report(struct expr_run *run, int num, const char *what)
{
	struct err e = { .num = num, .what = what };
	run->report(run->ctx, run->entry->path, &e);
}

const struct statx *find_stat(struct expr_run *run, unsigned mask)
{
	bool told = run->entry->stat_err != 0;
	const struct statx *sx = entry_stat(run->entry, mask);
	if (!sx && !told)
		find_report(run, run->entry->stat_err, NULL);
	return sx;
}

struct str find_base_name(const struct entry *e)
{
	struct str s = str_sub(e->path, e->base, e->path.n);
	while (s.n > 1 && s.p[s.n - 1] == '/' && s.p[s.n - 2] == '/')
		s.n--;
	return s;
}

void find_clean_name(struct buf *b, struct str name)
{
	mbstate_t state = { 0 };
	lang_ready();
	for (size_t i = 0; i < name.n;) {
		wchar_t wc;
		size_t n = mbrtowc(&wc, name.p + i, name.n - i, &state);
		if (n == 0 || n == (size_t)-1 || n == (size_t)-2) {
			memset(&state, 0, sizeof(state));
			buf_char(b, '?');
			i++;
		} else {
			if (iswprint((wint_t)wc) && !safe_hidden((uint32_t)wc))
				buf_add(b, name.p + i, n);
			else
				buf_char(b, '?');
			i += n;
		}
	}
}

void find_put_name(struct out *o, bool tty, struct str name, struct buf *scratch)
{
	if (tty) {
		buf_clear(scratch);
		find_clean_name(scratch, name);
		name = buf_view(scratch);
	}
	out_str(o, name);
}

struct find_ref *find_ref_new(struct find_parser *p, const char *path, unsigned need)
{
	struct find_ref *r = ARENA_NEW(p->a, struct find_ref);
	*r = (struct find_ref){ .path = path, .follow = p->line->follow != WALK_PHYSICAL, .need = need };
	VEC_PUSH(&p->line->refs) = r;
	return r;
}

struct find_file *find_file_new(struct find_parser *p, const char *path)
{
	for (size_t i = 0; i < p->line->files.n; i++) {
		struct find_file *f = p->line->files.p[i];
		if (path ? f->path && strcmp(f->path, path) == 0 : !f->path)
			return f;
	}
	struct find_file *f = ARENA_NEW(p->a, struct find_file);
	f->path = path;
	VEC_PUSH(&p->line->files) = f;
	return f;
}
