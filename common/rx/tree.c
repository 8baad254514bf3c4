#include "ember/rx/tree.h"

#include "ember/rx/charset.h"
#include "tree_make.h"
#include "tree_parser.h"

struct tree *tree_new(struct tree_parser *ps, enum tree_op op)
{
	struct tree *t = ARENA_NEW(ps->arena, struct tree);
	t->op = (uint8_t)op;
	return t;
}

struct tree *tree_fail(struct tree_parser *ps)
{
	ps->failed = true;
	ps->s.n = 0;
	return tree_new(ps, TREE_ANY);
}

struct tree *tree_class(struct tree_parser *ps, struct charset c)
{
	struct tree *t = tree_new(ps, TREE_CLASS);
	t->ascii = c.ascii;
	t->high = c.high;
	t->high_all = c.high_all;
	t->exact = c.exact;
	return t;
}

struct tree *tree_literal(struct tree_parser *ps, uint32_t code, unsigned flags)
{
	struct tree *t = tree_new(ps, TREE_CLASS);
	t->exact = true;
	t->high = code > 127;
	if (code < 128)
		cols_add(&t->ascii, code);
	if (!(flags & FLAG_CASE))
		return t;
	if (code > 127) {
		t->fold = TREE_FOLD_CLASS;
		ps->facts->wide_fold = true;
	} else if (ascii_alpha((char)code)) {
		t->ascii = charset_fold(t->ascii);
		t->fold = TREE_FOLD_LETTER;
		t->high = true;
	}
	return t;
}

struct tree *tree_set(struct tree_parser *ps, struct charset c, unsigned flags)
{
	struct tree *t = tree_class(ps, c);
	struct cols both = charset_fold(c.ascii);
	if ((flags & FLAG_CASE) && !cols_same(both, c.ascii)) { /* \p{Lu} under (?i) */
		t->ascii = both;
		t->exact = false;
	}
	return t;
}

static struct tree *parse_class(struct tree_parser *ps, unsigned flags)
{
	struct charset c;
	bool folded;
	if (!charset_class(&ps->s, flags & FLAG_CASE, &c, &folded))
		return tree_fail(ps);
	struct tree *t = tree_class(ps, c);
	if (folded) {
		t->fold = TREE_FOLD_CLASS;
		ps->facts->wide_fold = true;
	}
	return t;
}

/* (?x) blanks and comments, and (?#comments) anywhere. */
void tree_blank(struct tree_parser *ps, unsigned flags)
{
	for (;;) {
		const char c = ps->s.n ? ps->s.p[0] : 0;
		if (c == '(' && take_text(ps, STR("(?#"))) {
			while (ps->s.n && !take(ps, ')'))
				ps->s = str_sub(ps->s, ps->s.p[0] == '\\' ? 2 : 1, ps->s.n);
		} else if ((flags & FLAG_BLANKS) && c && str_chr(STR(" \t\n\r\f"), c) != STR_NONE) { /* \v is text */
			ps->s = str_sub(ps->s, 1, ps->s.n);
		} else if ((flags & FLAG_BLANKS) && take(ps, '#')) {
			while (ps->s.n && !take(ps, '\n'))
				ps->s = str_sub(ps->s, 1, ps->s.n);
		} else {
			return;
		}
	}
}

static struct tree *parse_piece(struct tree_parser *ps, unsigned *flags, bool *rest)
{
	if (take(ps, '.')) {
		struct charset none = { .exact = true };
		return tree_class(ps, charset_not(*flags & FLAG_DOT ? none : charset_of('\n')));
	}
	if (take(ps, '^'))
		return tree_new(ps, TREE_BEGIN);
	if (take(ps, '$'))
		return tree_new(ps, TREE_EOL);
	if (take(ps, '['))
		return parse_class(ps, *flags);
	if (take(ps, '('))
		return tree_group(ps, flags, rest);
	if (take(ps, '\\'))
		return tree_escape(ps, *flags);
	if (str_chr(STR("*+?"), ps->s.p[0]) != STR_NONE)
		return tree_fail(ps); /* it repeats nothing, or is text: Oniguruma knows */
	return tree_literal(ps, charset_char(&ps->s), *flags);
}

/* One piece without its repeats; NULL with *rest for options that hold from here on. */
static struct tree *parse_atom(struct tree_parser *ps, unsigned *flags, bool *rest)
{
	const struct str s = ps->s;
	const bool nocase = *flags & FLAG_CASE;
	struct tree *t = parse_piece(ps, flags, rest);
	if (t && t->op == TREE_CLASS && !t->text.n) {
		t->text = str_sub(s, 0, s.n - ps->s.n);
		t->nocase = nocase;
	}
	return t;
}

/* The letters and digits that are nothing but text: most of a list of words. */
static void parse_word(struct tree_parser *ps, struct tree *seq, unsigned flags)
{
	const struct str s = ps->s;
	size_t i = 0;
	while (i + 1 < s.n && ascii_alnum(s.p[i]) && (ascii_alnum(s.p[i + 1]) || s.p[i + 1] == '|' || s.p[i + 1] == ')'))
		tree_append(seq, tree_literal(ps, (unsigned char)s.p[i++], flags));
	if (i)
		ps->s = str_sub(s, i, s.n);
}

static struct tree *parse_seq(struct tree_parser *ps, unsigned flags)
{
	struct tree *seq = tree_new(ps, TREE_SEQ);
	const unsigned depth = ps->depth;
	for (;;) {
		bool rest = false;
		parse_word(ps, seq, flags);
		tree_blank(ps, flags);
		if (!ps->s.n || ps->s.p[0] == '|' || ps->s.p[0] == ')')
			break;
		struct tree *t = parse_atom(ps, &flags, &rest);
		if (rest) { /* the options hold for the alternatives that follow, too */
			if (++ps->depth > TREE_DEPTH)
				t = tree_fail(ps);
			else
				t = tree_alt(ps, flags);
			tree_join(seq, t);
			break;
		}
		tree_join(seq, tree_repeats(ps, t, flags));
		ps->depth = depth;
	}
	ps->depth = depth;
	return tree_single(seq);
}

struct tree *tree_alt(struct tree_parser *ps, unsigned flags)
{
	struct tree *alt = tree_new(ps, TREE_ALT);
	tree_join(alt, parse_seq(ps, flags));
	while (take(ps, '|'))
		tree_join(alt, parse_seq(ps, flags));
	return tree_single(alt);
}

static const struct tree *parse_pattern(
	struct arena *a, struct str pattern, struct tree_facts *facts, bool exact)
{
	struct tree_parser ps = { .arena = a, .s = pattern, .facts = facts, .exact = exact };
	*facts = (struct tree_facts){ .whole = true };
	struct tree *t = tree_alt(&ps, 0);
	tree_names_resolve(&ps);
	facts->whole = !ps.failed && !ps.s.n;
	if (!facts->whole)
		t = tree_new(&ps, TREE_ANY);
	tree_find_first(t);
	return t;
}

const struct tree *tree_parse(struct arena *a, struct str pattern, struct tree_facts *facts)
{
	return parse_pattern(a, pattern, facts, false);
}

const struct tree *tree_parse_exact(struct arena *a, struct str pattern, struct tree_facts *facts)
{
	return parse_pattern(a, pattern, facts, true);
}
