#include "ember/rx/tree.h"

#include "ember/rx/charset.h"
#include "tree_make.h"

#define TREE_DEPTH 200u /* groups within groups */

enum { FLAG_CASE = 1, FLAG_BLANKS = 2, FLAG_DOT = 4 };

/* A name that stands for a group, or a use of one. */
struct parse_name {
	struct str name;
	struct tree *use; /* NULL: `number` is what it stands for */
	unsigned number;
	struct parse_name *next;
};

struct parse {
	struct arena *arena;
	struct str s; /* what is left */
	unsigned depth;
	bool failed, exact;
	struct parse_name *names;
	struct tree_facts *facts;
};

static struct tree *parse_alt(struct parse *ps, unsigned flags);

static struct tree *tree_new(struct parse *ps, enum tree_op op)
{
	struct tree *t = ARENA_NEW(ps->arena, struct tree);
	t->op = (uint8_t)op;
	return t;
}

static bool take(struct parse *ps, char c)
{
	if (!ps->s.n || ps->s.p[0] != c)
		return false;
	ps->s = str_sub(ps->s, 1, ps->s.n);
	return true;
}

static bool take_text(struct parse *ps, struct str text)
{
	if (!str_starts(ps->s, text))
		return false;
	ps->s = str_sub(ps->s, text.n, ps->s.n);
	return true;
}

static struct tree *parse_fail(struct parse *ps)
{
	ps->failed = true;
	ps->s.n = 0;
	return tree_new(ps, TREE_ANY);
}

static struct tree *tree_class(struct parse *ps, struct charset c)
{
	struct tree *t = tree_new(ps, TREE_CLASS);
	t->ascii = c.ascii;
	t->high = c.high;
	t->high_all = c.high_all;
	t->exact = c.exact;
	return t;
}

static struct tree *tree_literal(struct parse *ps, uint32_t code, unsigned flags)
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

static struct tree *tree_set(struct parse *ps, struct charset c, unsigned flags)
{
	struct tree *t = tree_class(ps, c);
	struct cols both = charset_fold(c.ascii);
	if ((flags & FLAG_CASE) && !cols_same(both, c.ascii)) { /* \p{Lu} under (?i) */
		t->ascii = both;
		t->exact = false;
	}
	return t;
}

static struct tree *parse_class(struct parse *ps, unsigned flags)
{
	struct charset c;
	bool folded;
	if (!charset_class(&ps->s, flags & FLAG_CASE, &c, &folded))
		return parse_fail(ps);
	struct tree *t = tree_class(ps, c);
	if (folded) {
		t->fold = TREE_FOLD_CLASS;
		ps->facts->wide_fold = true;
	}
	return t;
}

/* Skip to the ')' of a group that is not read. */
static struct tree *parse_skip(struct parse *ps)
{
	struct charset c;
	bool folded;
	unsigned open = 1;
	ps->facts->refers = true;
	while (open) {
		if (!ps->s.n)
			return parse_fail(ps);
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
static struct tree *parse_close(struct parse *ps, unsigned flags, enum tree_op op)
{
	if (++ps->depth > TREE_DEPTH)
		return parse_fail(ps);
	struct tree *body = parse_alt(ps, flags);
	ps->depth--;
	if (!take(ps, ')'))
		return parse_fail(ps);
	if (op == TREE_SEQ || (op == TREE_ATOMIC && !ps->exact))
		return body;
	struct tree *t = tree_new(ps, op);
	tree_append(t, body);
	return t;
}

static void name_add(struct parse *ps, struct str name, struct tree *use, unsigned number)
{
	struct parse_name *n = ARENA_NEW(ps->arena, struct parse_name);
	*n = (struct parse_name){ name, use, number, ps->names };
	ps->names = n;
}

static struct tree *parse_capture(struct parse *ps, unsigned flags, struct str name)
{
	if (ps->facts->groups < UINT16_MAX)
		ps->facts->groups++;
	const uint16_t number = ps->facts->groups;
	if (name.n && ps->exact)
		name_add(ps, name, NULL, number);
	struct tree *t = parse_close(ps, flags, ps->exact ? TREE_GROUP : TREE_SEQ);
	if (t->op == TREE_GROUP)
		t->min = number;
	return t;
}

/* (?imx-imx) and (?imx-imx:...), behind the question mark. *rest: it holds to the group's end. */
static struct tree *parse_options(struct parse *ps, unsigned *flags, bool *rest)
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
	return take(ps, ':') ? parse_close(ps, now, TREE_SEQ) : parse_fail(ps);
}

static struct tree *parse_question(struct parse *ps, unsigned *flags, bool *rest)
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
			return parse_fail(ps);
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

static struct tree *parse_group(struct parse *ps, unsigned *flags, bool *rest)
{
	if (take(ps, '?'))
		return parse_question(ps, flags, rest);
	if (ps->s.n && ps->s.p[0] == '*')
		return parse_skip(ps);
	return parse_capture(ps, *flags, STR(""));
}

/* \k<name>, \g<name>: their argument. */
static struct str parse_name(struct parse *ps)
{
	char c = ps->s.n ? ps->s.p[0] : 0;
	struct str name = str_sub(ps->s, 1, ps->s.n);
	size_t end = str_chr(name, c == '<' ? '>' : '\'');
	if ((c != '<' && c != '\'') || end == STR_NONE)
		return STR("");
	ps->s = str_sub(name, end + 1, name.n);
	return str_sub(name, 0, end);
}

/* A number from 1 on, without a sign; 0: it is none. */
static unsigned name_number(struct str name)
{
	unsigned v = 0;
	for (size_t i = 0; i < name.n; i++) {
		if (!ascii_digit(name.p[i]) || v > 999)
			return 0;
		v = v * 10 + (unsigned)(name.p[i] - '0');
	}
	return v;
}

/* A call of a group or a reference to what it took. */
static struct tree *parse_refer(struct parse *ps, enum tree_op op, struct str name, unsigned flags)
{
	ps->facts->refers = true;
	if (!ps->exact)
		return tree_new(ps, TREE_ANY);
	struct tree *t = tree_new(ps, op);
	t->nocase = flags & FLAG_CASE;
	t->min = (uint16_t)name_number(name);
	if (!t->min)
		name_add(ps, name, t, 0);
	return t;
}

/* What each use of a name stands for; a name that is not there, or there twice, is odd. */
static void names_resolve(struct parse *ps)
{
	for (struct parse_name *u = ps->names; u; u = u->next) {
		unsigned found = 0;
		for (struct parse_name *n = ps->names; n && u->use; n = n->next) {
			if (n->use || !str_eq(n->name, u->name))
				continue;
			found++;
			u->use->min = (uint16_t)n->number;
		}
		if (u->use && found != 1)
			ps->facts->odd = true;
	}
}

/* \R: whatever ends a line. */
static struct tree *parse_newline(struct parse *ps, unsigned flags)
{
	const struct str rest = ps->s;
	ps->s = STR("(?>\\r\\n|[\\n-\\r\\x{85}\\x{2028}\\x{2029}])");
	struct tree *t = parse_alt(ps, flags);
	ps->s = rest;
	return t;
}

static struct tree *parse_special(struct parse *ps, char c, unsigned flags)
{
	struct str digits;
	struct charset lf = charset_of('\n');
	struct tree *t;
	switch (c) {
	case 'b':
		return tree_new(ps, TREE_WORD);
	case 'B':
		return tree_new(ps, TREE_NOT_WORD);
	case 'A':
		t = tree_new(ps, TREE_BEGIN);
		t->strict = true;
		return t;
	case 'G':
		ps->facts->g = true;
		return tree_new(ps, TREE_G);
	case 'z':
		return tree_new(ps, TREE_END);
	case 'Z':
		t = tree_new(ps, TREE_EOL);
		t->strict = true;
		return t;
	case 'R':
		return parse_newline(ps, flags);
	case 'N':
		return tree_class(ps, charset_not(lf));
	case 'O':
		return tree_class(ps, charset_not((struct charset){ .exact = true }));
	case 'K':
	case 'y':
	case 'Y':
		ps->facts->refers = true; /* the match need not begin where it was tried */
		ps->facts->odd = true;
		return tree_new(ps, TREE_SEQ);
	case 'k':
	case 'g':
		return parse_refer(ps, c == 'k' ? TREE_BACK : TREE_CALL, parse_name(ps), flags);
	default:
		break;
	}
	if (!ascii_digit(c)) {
		ps->facts->refers = true;
		return tree_new(ps, TREE_ANY);
	}
	const size_t digit = (size_t)(c - '0');
	digits = ps->s.n ? (struct str){ ps->s.p - 1, 1 } : str_sub(STR("0123456789"), digit, digit + 1);
	for (; ps->s.n && ascii_digit(ps->s.p[0]); digits.n++)
		ps->s = str_sub(ps->s, 1, ps->s.n);
	const unsigned number = name_number(digits);
	if (digits.n > 1 && (c == '0' || !number || number > ps->facts->groups)) /* octal, unless so many groups were opened */
		ps->facts->odd = true;
	return parse_refer(ps, TREE_BACK, digits, flags);
}

static struct tree *parse_escape(struct parse *ps, unsigned flags)
{
	struct charset_escape e = charset_escape(&ps->s, false);
	switch (e.kind) {
	case CHARSET_CHAR:
		return tree_literal(ps, e.code, flags);
	case CHARSET_SET:
		return tree_set(ps, e.set, flags);
	case CHARSET_BYTE:
		return tree_new(ps, TREE_ANY);
	default:
		return parse_special(ps, (char)e.code, flags);
	}
}

/* (?x) blanks and comments, and (?#comments) anywhere. */
static void parse_blank(struct parse *ps, unsigned flags)
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

static struct tree *parse_piece(struct parse *ps, unsigned *flags, bool *rest)
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
		return parse_group(ps, flags, rest);
	if (take(ps, '\\'))
		return parse_escape(ps, *flags);
	if (str_chr(STR("*+?"), ps->s.p[0]) != STR_NONE)
		return parse_fail(ps); /* it repeats nothing, or is text: Oniguruma knows */
	return tree_literal(ps, charset_char(&ps->s), *flags);
}

/* One piece without its repeats; NULL with *rest for options that hold from here on. */
static struct tree *parse_atom(struct parse *ps, unsigned *flags, bool *rest)
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

static bool parse_count(struct str *s, unsigned *value)
{
	size_t i = 0;
	*value = 0;
	for (; i < s->n && ascii_digit(s->p[i]); i++)
		*value = *value > 9999 ? *value : *value * 10 + (unsigned)(s->p[i] - '0');
	*s = str_sub(*s, i, s->n);
	return i > 0;
}

/* {n}, {n,}, {,m}, {n,m}; anything else is text. A mark behind {n} is a repeat of its own: {n}? may take nothing. */
static bool parse_interval(struct parse *ps, unsigned *min, unsigned *max, uint8_t *taste)
{
	struct str s = str_sub(ps->s, 1, ps->s.n);
	bool low = parse_count(&s, min), comma = s.n && s.p[0] == ',';
	s = str_sub(s, comma, s.n);
	bool high = comma && parse_count(&s, max);
	if ((!low && !high) || !s.n || s.p[0] != '}')
		return false;
	if (!comma)
		*max = *min;
	else if (!high)
		*max = TREE_NO_MAX;
	const bool swapped = *max < *min; /* {5,2} is {2,5} that gives nothing back */
	if (swapped) {
		unsigned swap = *max;
		*max = *min;
		*min = swap;
	}
	ps->s = str_sub(s, 1, s.n);
	*taste = comma && take(ps, '?') ? TREE_LAZY : swapped ? TREE_POSSESSIVE : TREE_GREEDY;
	return true;
}

static bool parse_repeat(struct parse *ps, unsigned *min, unsigned *max, uint8_t *taste)
{
	char c = ps->s.n ? ps->s.p[0] : 0;
	*max = c == '?' ? 1 : TREE_NO_MAX;
	*min = c == '+';
	if (c == '{')
		return parse_interval(ps, min, max, taste);
	if (c != '*' && c != '+' && c != '?')
		return false;
	ps->s = str_sub(ps->s, 1, ps->s.n);
	*taste = take(ps, '?') ? TREE_LAZY : take(ps, '+') ? TREE_POSSESSIVE : TREE_GREEDY;
	return true;
}

static struct tree *parse_repeats(struct parse *ps, struct tree *t, unsigned flags)
{
	unsigned min, max;
	uint8_t taste;
	for (;;) {
		parse_blank(ps, flags);
		if (!parse_repeat(ps, &min, &max, &taste))
			return t;
		struct tree *r = tree_new(ps, TREE_REPEAT);
		r->min = (uint16_t)(min < TREE_NO_MAX ? min : TREE_NO_MAX - 1);
		r->max = (uint16_t)(max < TREE_NO_MAX ? max : TREE_NO_MAX);
		r->taste = taste;
		tree_append(r, t);
		t = r;
		if (++ps->depth > TREE_DEPTH) /* x**** without end */
			return parse_fail(ps);
	}
}

/* The letters and digits that are nothing but text: most of a list of words. */
static void parse_word(struct parse *ps, struct tree *seq, unsigned flags)
{
	const struct str s = ps->s;
	size_t i = 0;
	while (i + 1 < s.n && ascii_alnum(s.p[i]) && (ascii_alnum(s.p[i + 1]) || s.p[i + 1] == '|' || s.p[i + 1] == ')'))
		tree_append(seq, tree_literal(ps, (unsigned char)s.p[i++], flags));
	if (i)
		ps->s = str_sub(s, i, s.n);
}

static struct tree *parse_seq(struct parse *ps, unsigned flags)
{
	struct tree *seq = tree_new(ps, TREE_SEQ);
	const unsigned depth = ps->depth;
	for (;;) {
		bool rest = false;
		parse_word(ps, seq, flags);
		parse_blank(ps, flags);
		if (!ps->s.n || ps->s.p[0] == '|' || ps->s.p[0] == ')')
			break;
		struct tree *t = parse_atom(ps, &flags, &rest);
		if (rest) { /* the options hold for the alternatives that follow, too */
			if (++ps->depth > TREE_DEPTH)
				t = parse_fail(ps);
			else
				t = parse_alt(ps, flags);
			tree_join(seq, t);
			break;
		}
		tree_join(seq, parse_repeats(ps, t, flags));
		ps->depth = depth;
	}
	ps->depth = depth;
	return tree_single(seq);
}

static struct tree *parse_alt(struct parse *ps, unsigned flags)
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
	struct parse ps = { .arena = a, .s = pattern, .facts = facts, .exact = exact };
	*facts = (struct tree_facts){ .whole = true };
	struct tree *t = parse_alt(&ps, 0);
	names_resolve(&ps);
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
