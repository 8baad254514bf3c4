#include "ember/syntax/engine.h"

#include "ember/text/letters.h"

#define NAME_MAX_BYTES 4096u /* of a name after groups were filled in */

static struct str hit_group(
	const struct tokens *t, const struct engine_hit *h, struct str text, uint32_t i)
{
	const int *g = &t->groups.p[h->at + 2 * (size_t)i];
	return g[0] < 0 ? STR("") : str_sub(text, (size_t)g[0], (size_t)g[1]);
}

/* Decimal number at *i of s, which is moved behind it; large ones stay large. */
static uint32_t name_number(struct str s, size_t *i)
{
	uint32_t v = 0;
	for (; *i < s.n && ascii_digit(s.p[*i]); ++*i)
		v = v > 99999 ? v : v * 10 + (uint32_t)(s.p[*i] - '0');
	return v;
}

enum name_case { NAME_AS_IS, NAME_DOWN, NAME_UP };

/* A reference at the start of s, "$1" or "${1:/downcase}": its length, 0 when there is none. */
static size_t name_reference(struct str s, uint32_t *group, enum name_case *fold)
{
	size_t i = 1;
	*fold = NAME_AS_IS;
	if (s.n < 2 || s.p[0] != '$')
		return 0;
	if (ascii_digit(s.p[1])) {
		*group = name_number(s, &i);
		return i;
	}
	if (s.p[1] != '{' || s.n < 3 || !ascii_digit(s.p[2]))
		return 0;
	i = 2;
	*group = name_number(s, &i);
	struct str rest = str_sub(s, i, s.n);
	if (str_starts(rest, STR(":/downcase}"))) {
		*fold = NAME_DOWN;
		return i + STR(":/downcase}").n;
	}
	if (str_starts(rest, STR(":/upcase}"))) {
		*fold = NAME_UP;
		return i + STR(":/upcase}").n;
	}
	return 0;
}

static void name_add(struct buf *b, struct str s, enum name_case fold)
{
	while (s.n && s.p[0] == '.')
		s = str_sub(s, 1, s.n);
	s = str_sub(s, 0, b->n < NAME_MAX_BYTES ? NAME_MAX_BYTES - b->n : 0);
	if (fold == NAME_UP)
		letters_upper(b, s);
	else if (fold == NAME_DOWN)
		letters_lower(b, s);
	else
		buf_str(b, s);
}

/* The template's text with the match's groups, in t->name. */
static struct str name_expand(
	struct tokens *t, struct str tm, struct str text, const struct engine_hit *h)
{
	buf_clear(&t->name);
	while (tm.n) {
		uint32_t group = 0;
		enum name_case fold;
		size_t n = name_reference(tm, &group, &fold);
		if (n && group < (uint32_t)h->n) {
			name_add(&t->name, hit_group(t, h, text, group), fold);
		} else { /* up to the next one */
			const size_t next = str_chr(str_sub(tm, 1, tm.n), '$');
			n = n ? n : next == STR_NONE ? tm.n : 1 + next;
			buf_add(&t->name, tm.p, n);
		}
		tm = str_sub(tm, n, tm.n);
	}
	return buf_view(&t->name);
}

uint32_t engine_name_new(struct tokens *t, uint32_t scope, uint32_t template, struct engine_text text,
	const struct engine_hit *h)
{
	const struct pack_template *tm = pack_template(t->pack, template);
	if (!tm->text) {
		uint32_t n, name = scope;
		const uint32_t *atoms = pack_words(
			t->pack, (struct pack_range){ tm->first, tm->n }, &n);
		for (uint32_t i = 0; i < n; i++)
			name = scopes_push(t->scopes, name, atoms[i]);
		*engine_name_slot(t, scope, template) = (struct engine_named){ scope, template, name };
		return name;
	}
	struct str rest = name_expand(t, pack_text(t->pack, tm->text), text.s, h);
	for (bool more = true; more;) { /* two blanks have an empty name between them */
		more = str_chr(rest, ' ') != STR_NONE;
		scope = scopes_push(t->scopes, scope, scopes_atom(t->scopes, str_cut(&rest, ' ')));
	}
	return scope;
}

/* Bytes that the reference puts a backslash before, when text becomes part of a pattern. */
static bool end_special(char c)
{
	return ascii_space(c) || (c && strchr("-\\{}*+?|^$.,[]()#", c));
}

uint32_t engine_end_text(
	struct tokens *t, uint32_t regex, struct engine_text text, const struct engine_hit *h)
{
	struct str src = pack_text(t->pack, pack_regex(t->pack, regex)->text);
	buf_clear(&t->name);
	for (size_t i = 0; i < src.n;) {
		if (src.p[i] != '\\' || i + 1 >= src.n || !ascii_digit(src.p[i + 1])) {
			buf_char(&t->name, src.p[i++]);
			continue;
		}
		i++;
		uint32_t group = name_number(src, &i);
		struct str g = group < (uint32_t)h->n ? hit_group(t, h, text.s, group) : STR("");
		for (size_t k = 0; k < g.n; k++) {
			if (end_special(g.p[k]))
				buf_char(&t->name, '\\');
			buf_char(&t->name, g.p[k]);
		}
	}
	return patterns_end(&t->patterns, buf_view(&t->name), regex);
}

/* Tokenise a group's text again with a rule of its own; the states reached are dropped. */
static void capture_again(struct tokens *t, struct engine_text text, bool first,
	const struct state *st, const struct pack_capture *c, const struct engine_hit *h,
	size_t beg, size_t end)
{
	if (t->nested >= ENGINE_NESTED_MAX || st->depth >= STATE_DEPTH_MAX)
		return;
	uint32_t name = engine_name(t, st->content, c->name, text, h);
	uint32_t content = engine_name(t, name, c->content, text, h);
	const struct state *sub = states_push(&t->states,
		&(struct state){ .parent = st,
			.rule = c->rule,
			.name = name,
			.content = content,
			.enter = (int)beg,
			.anchor = -1,
			.is_while = pack_rule(t->pack, c->rule)->kind == PACK_BEGIN_WHILE });
	struct engine_text cut = { str_sub(text.s, 0, end), ++t->texts };
	t->nested++;
	engine_scan(t, cut, beg, -1, first && beg == 0, sub);
	t->nested--;
}

/* Close the names that end at or before `upto`. */
static void capture_close(struct tokens *t, size_t base, int upto)
{
	while (t->locals.n > base && t->locals.p[t->locals.n - 1].end <= upto) {
		struct engine_local l = t->locals.p[--t->locals.n];
		engine_emit(t, l.scope, (size_t)l.end);
	}
}

void engine_captures(struct tokens *t, struct engine_text text, bool first, const struct state *st,
	struct pack_range captures, const struct engine_hit *h)
{
	uint32_t n;
	const struct pack_capture *c = pack_captures(t->pack, captures, &n);
	const size_t base = t->locals.n;

	for (uint32_t i = 0; i < n && i < (uint32_t)h->n; i++) {
		int beg = t->groups.p[h->at + 2 * (size_t)i],
		    end = t->groups.p[h->at + 2 * (size_t)i + 1];
		if (!c[i].used || end <= beg)
			continue;
		if (beg > h->stop) /* a group in a look-ahead, behind the match */
			break;
		capture_close(t, base, beg);
		uint32_t scope = t->locals.n > base ? t->locals.p[t->locals.n - 1].scope
						    : st->content;
		engine_emit(t, scope, (size_t)beg);
		if (c[i].rule) {
			capture_again(t, text, first, st, &c[i], h, (size_t)beg, (size_t)end);
		} else if (c[i].name) {
			scope = engine_name(t, scope, c[i].name, text, h);
			VEC_PUSH(&t->locals) = (struct engine_local){ scope, end };
		}
	}
	capture_close(t, base, (int)text.s.n);
}
