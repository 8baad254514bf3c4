/* Groups of a pattern: captures, options, look-around, and those that are not read. */
#include "ember/rx/charset.h"
#include "tree_make.h"
#include "tree_parser.h"

/* Skip to the ')' of a group that is not read. */
static struct tree *parse_skip(struct tree_parser *ps)
{
	struct charset c;
	bool folded;
	unsigned open = 1;
	ps->facts->refers = true;
	while (open) {
		if (!ps->s.n)
			return tree_fail(ps);
		if (take(ps, '\\'))
			ps->s = str_sub(ps->s, 1, ps->s.n);
		else if (take(ps, '('))
			open++;
		else if (take(ps, ')'))
			open--;
		else if (take(ps, '['))
			open = charset_class(&ps->s, false, &c, &folded) ? open : 1;
		else
			ps->s = str_sub(ps->s, 1, ps->s.n);
	}
	return tree_new(ps, TREE_ANY);
}

/* The rest of a group whose '(' and marks were taken. */
static struct tree *parse_close(struct tree_parser *ps, unsigned flags, enum tree_op op)
{
	if (++ps->depth > TREE_DEPTH)
		return tree_fail(ps);
	struct tree *body = tree_alt(ps, flags);
	ps->depth--;
	if (!take(ps, ')'))
		return tree_fail(ps);
	if (op == TREE_SEQ || (op == TREE_ATOMIC && !ps->exact))
		return body;
	struct tree *t = tree_new(ps, op);
	tree_append(t, body);
	return t;
}

static struct tree *parse_capture(struct tree_parser *ps, unsigned flags, struct str name)
{
	if (ps->facts->groups < UINT16_MAX)
		ps->facts->groups++;
	const uint16_t number = ps->facts->groups;
	if (name.n && ps->exact)
		tree_name_add(ps, name, NULL, number);
	struct tree *t = parse_close(ps, flags, ps->exact ? TREE_GROUP : TREE_SEQ);
	if (t->op == TREE_GROUP)
		t->min = number;
	return t;
}

/* (?imx-imx) and (?imx-imx:...), behind the question mark. *rest: it holds to the group's end. */
static struct tree *parse_options(struct tree_parser *ps, unsigned *flags, bool *rest)
{
	unsigned now = *flags;
	bool on = true;
	while (ps->s.n && (ascii_alpha(ps->s.p[0]) || ps->s.p[0] == '-')) {
		char c = ps->s.p[0];
		unsigned bit = c == 'i' ? FLAG_CASE : c == 'x' ? FLAG_BLANKS : c == 'm' ? FLAG_DOT : 0;
		ps->s = str_sub(ps->s, 1, ps->s.n);
		if (c == '-')
			on = false;
		else if (!bit)
			ps->facts->odd = true;
		now = on ? now | bit : now & ~bit;
		if (c == 'y' && take(ps, '{'))
			while (ps->s.n && !take(ps, '}'))
				ps->s = str_sub(ps->s, 1, ps->s.n);
	}
	if (take(ps, ')')) {
		*flags = now;
		*rest = true;
		return NULL;
	}
	return take(ps, ':') ? parse_close(ps, now, TREE_SEQ) : tree_fail(ps);
}

static struct tree *parse_question(struct tree_parser *ps, unsigned *flags, bool *rest)
{
	static const struct {
		struct str mark;
		enum tree_op op;
	} groups[] = {
		{ STR_INIT(":"), TREE_SEQ },
		{ STR_INIT(">"), TREE_ATOMIC },
		{ STR_INIT("="), TREE_AHEAD },
		{ STR_INIT("!"), TREE_NOT_AHEAD },
		{ STR_INIT("<="), TREE_BEHIND },
		{ STR_INIT("<!"), TREE_NOT_BEHIND },
	};
	for (size_t i = 0; i < COUNTOF(groups); i++)
		if (take_text(ps, groups[i].mark))
			return parse_close(ps, *flags, groups[i].op);
	char c = ps->s.n ? ps->s.p[0] : 0;
	if (c == '<' || c == '\'') {
		size_t end = str_chr(str_sub(ps->s, 1, ps->s.n), c == '<' ? '>' : '\'');
		if (end == STR_NONE)
			return tree_fail(ps);
		struct str name = str_sub(ps->s, 1, end + 1);
		ps->s = str_sub(ps->s, end + 2, ps->s.n);
		return parse_capture(ps, *flags, name);
	}
	if (c && str_chr(STR("(~R{&P@"), c) != STR_NONE) {
		if (c == '(')
			return parse_skip(ps);
		ps->s = str_sub(ps->s, 1, ps->s.n);
		return parse_skip(ps);
	}
	return parse_options(ps, flags, rest);
}

struct tree *tree_group(struct tree_parser *ps, unsigned *flags, bool *rest)
{
	if (take(ps, '?'))
		return parse_question(ps, flags, rest);
	if (ps->s.n && ps->s.p[0] == '*')
		return parse_skip(ps);
	return parse_capture(ps, *flags, STR(""));
}
