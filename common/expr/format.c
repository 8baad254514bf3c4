#include "ember/expr/format.h"

#include <string.h>
#include <sys/stat.h>

#include "ember/expr/primary.h"

struct format_reader {
	struct find_parser *p;
	const char *c;
	struct buf text; /* literal bytes gathered */
	VEC(struct format_piece) pieces;
};

static void read_flush(struct format_reader *r)
{
	if (r->text.n)
		VEC_PUSH(&r->pieces) = (struct format_piece){ .text = arena_str(r->p->a, buf_view(&r->text)) };
	buf_clear(&r->text);
}

/* After a backslash. False at "\c", which ends everything. */
static bool read_escape(struct format_reader *r)
{
	static const char from[] = "abfnrtv\\", to[] = "\a\b\f\n\r\t\v\\";
	char c = *r->c;
	const char *hit = c ? strchr(from, c) : NULL;
	if (c >= '0' && c <= '7') {
		unsigned v = 0;
		for (int i = 0; i < 3 && *r->c >= '0' && *r->c <= '7'; i++)
			v = v * 8 + (unsigned)(*r->c++ - '0');
		buf_char(&r->text, (char)v);
		return true;
	}
	if (c == 'c')
		return false;
	if (hit) {
		buf_char(&r->text, to[hit - from]);
		r->c++;
		return true;
	}
	buf_char(&r->text, '\\');
	if (!c) {
		find_warn(r->p, "a `\\' ends the format");
		return true;
	}
	find_warn(r->p, "no such escape: `\\%c'", c);
	buf_char(&r->text, c);
	r->c++;
	return true;
}

static void read_number(struct format_reader *r, uint32_t *out)
{
	for (*out = 0; ascii_digit(*r->c); r->c++)
		*out = *out < FORMAT_WIDTH_MAX ? *out * 10 + (uint32_t)(*r->c - '0') : FORMAT_WIDTH_MAX;
	if (*out > FORMAT_WIDTH_MAX)
		*out = FORMAT_WIDTH_MAX;
}

/* After a percent sign. -1 with a message. */
static int read_directive(struct format_reader *r)
{
	static const char flags[] = "-+ #";
	static const uint8_t bits[] = { FORMAT_LEFT, FORMAT_PLUS, FORMAT_BLANK, FORMAT_ALT };
	const char *start = r->c - 1, *hit;
	struct format_piece piece = { 0 };
	for (; *r->c && (hit = strchr(flags, *r->c)); r->c++)
		piece.flags |= bits[hit - flags];
	if (*r->c == '0') /* a flag as the width's first digit only: "%0-5m" is none of find's */
		piece.flags |= FORMAT_ZERO;
	read_number(r, &piece.width);
	if (*r->c == '.') {
		r->c++;
		piece.has_precision = true;
		read_number(r, &piece.precision);
	}
	char c = *r->c;
	if (!c)
		return r->c == start + 1 ? find_fail(r->p, "a %% ends the format")
			: find_fail(r->p, "no such directive: `%%%c'", ' ');
	if (strchr("{[(", c))
		return find_fail(r->p, "no such directive: `%%%c'", c);
	if (c == '%') { /* what stands between the two is kept, as find keeps it */
		buf_add(&r->text, start, (size_t)(r->c++ - start));
		return 0;
	}
	bool timed = strchr("ABCT", c) != NULL;
	if (!strchr("abcdDfFgGhHiklmMnpPsStuUyYZ", c) && !timed) {
		find_warn(r->p, "no such directive: `%%%c'", c);
		buf_add(&r->text, start, (size_t)(r->c - start) + 1);
		r->c++;
		return 0;
	}
	if (timed && !r->c[1]) {
		find_warn(r->p, "directive `%%%c' lacks its second letter", c);
		buf_add(&r->text, start, (size_t)(r->c - start) + 1);
		r->c++;
		return 0;
	}
	read_flush(r);
	piece.kind = c;
	piece.sub = timed ? *++r->c : 0;
	r->c++;
	VEC_PUSH(&r->pieces) = piece;
	return 0;
}

unsigned format_needs(const struct format_piece *p)
{
	switch (p->kind) {
	case 'a': case 'A':
		return STATX_ATIME;
	case 'B':
		return STATX_BTIME;
	case 'c': case 'C':
		return STATX_CTIME;
	case 't': case 'T':
		return STATX_MTIME;
	case 'b': case 'k':
		return STATX_BLOCKS;
	case 'S':
		return STATX_BLOCKS | STATX_SIZE;
	case 's':
		return STATX_SIZE;
	case 'g': case 'G':
		return STATX_GID;
	case 'u': case 'U':
		return STATX_UID;
	case 'i':
		return STATX_INO;
	case 'n':
		return STATX_NLINK;
	case 'm': case 'M': case 'D': case 'F':
		return STATX_MODE;
	default:
		return 0;
	}
}

const struct find_format *find_format_parse(struct find_parser *p, const char *text)
{
	struct format_reader r = { .p = p, .c = text };
	struct find_format *f = ARENA_NEW(p->a, struct find_format);
	bool ok = true, on = true;
	while (ok && on && *r.c) {
		char c = *r.c++;
		if (c == '%')
			ok = read_directive(&r) == 0;
		else if (c == '\\')
			on = read_escape(&r);
		else
			buf_char(&r.text, c);
	}
	read_flush(&r);
	if (!on)
		VEC_PUSH(&r.pieces) = (struct format_piece){ .kind = FORMAT_END };
	struct format_piece *pieces = ARENA_ARRAY(p->a, struct format_piece, r.pieces.n);
	for (size_t i = 0; i < r.pieces.n; i++) {
		pieces[i] = r.pieces.p[i];
		f->needs |= format_needs(&pieces[i]);
		if (pieces[i].kind)
			f->wants |= EXPR_NEED_TYPE;
		if (pieces[i].kind == 'l')
			f->wants |= EXPR_NEED_LINK;
		if (pieces[i].kind == 'Y')
			f->wants |= EXPR_NEED_TARGET;
		if (pieces[i].kind == 'Z')
			f->wants |= EXPR_NEED_OPEN;
	}
	if (f->needs)
		f->wants |= EXPR_NEED_STAT;
	f->pieces = pieces;
	f->n = r.pieces.n;
	buf_fini(&r.text);
	VEC_FREE(&r.pieces);
	return ok ? f : NULL;
}

