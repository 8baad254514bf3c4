/* What a backslash begins: characters, classes, edges, references to groups and calls of them. */
#include "ember/rx/charset.h"
#include "tree_parser.h"

void tree_name_add(struct tree_parser *ps, struct str name, struct tree *use, unsigned number)
{
	struct tree_name *n = ARENA_NEW(ps->arena, struct tree_name);
	*n = (struct tree_name){ name, use, number, ps->names };
	ps->names = n;
}

/* What each use of a name stands for; a name that is not there, or there twice, is odd. */
void tree_names_resolve(struct tree_parser *ps)
{
	for (struct tree_name *u = ps->names; u; u = u->next) {
		unsigned found = 0;
		for (struct tree_name *n = ps->names; n && u->use; n = n->next) {
			if (n->use || !str_eq(n->name, u->name))
				continue;
			found++;
			u->use->min = (uint16_t)n->number;
		}
		if (u->use && found != 1)
			ps->facts->odd = true;
	}
}

/* \k<name>, \g<name>: their argument. */
static struct str parse_name(struct tree_parser *ps)
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
static struct tree *parse_refer(struct tree_parser *ps, enum tree_op op, struct str name, unsigned flags)
{
	ps->facts->refers = true;
	if (!ps->exact)
		return tree_new(ps, TREE_ANY);
	struct tree *t = tree_new(ps, op);
	t->nocase = flags & FLAG_CASE;
	t->min = (uint16_t)name_number(name);
	if (!t->min)
		tree_name_add(ps, name, t, 0);
	return t;
}

/* \R: whatever ends a line. */
static struct tree *parse_newline(struct tree_parser *ps, unsigned flags)
{
	const struct str rest = ps->s;
	ps->s = STR("(?>\\r\\n|[\\n-\\r\\x{85}\\x{2028}\\x{2029}])");
	struct tree *t = tree_alt(ps, flags);
	ps->s = rest;
	return t;
}

static struct tree *parse_special(struct tree_parser *ps, char c, unsigned flags)
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

struct tree *tree_escape(struct tree_parser *ps, unsigned flags)
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
