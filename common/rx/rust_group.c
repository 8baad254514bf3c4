/* Groups of Rust's dialect: flags, names, look-around and back-references. */
#include "rust_parser.h"

#include <string.h>

#include "ember/base/number.h"

#define RUST_GROUPS_MAX 32767u /* the highest number that Oniguruma takes */

static int rust_flags(struct rust_parser *p, struct rust_mode *m)
{
	bool on = true, any = false;
	for (;; p->src.at++) {
		int c = rust_peek(&p->src);
		if (c == ')' || c == ':')
			return any
				? 0
				: rust_fail(&p->src, p->src.at, "group flags end without a flag");
		any = c != '-';
		switch (c) {
		case '-':
			if (!on)
				return rust_fail(
					&p->src, p->src.at, "flag negation operator repeated");
			on = false;
			break;
		case 'i': m->fold = on ? RUST_FOLD_ON : RUST_FOLD_OFF; break;
		case 'm': m->multi = on; break;
		case 's': m->dot_all = on; break;
		case 'U': m->swap = on; break;
		case 'u': m->ascii = !on; break;
		case 'R': m->crlf = on; break;
		case 'x': m->spaced = on; break;
		case -1: return rust_fail(&p->src, p->src.n, "expected a flag, the pattern ends");
		default: return rust_fail(&p->src, p->src.at, "unrecognized flag");
		}
	}
}

static int rust_group_name(struct rust_parser *p)
{
	struct rust_source *s = &p->src;
	size_t from = s->at;
	while (rust_peek(s) >= 0 && rust_peek(s) != '>')
		s->at++;
	if (rust_peek(s) < 0)
		return rust_fail(s, s->n, "unclosed capture group name");
	struct str name = { s->p + from, s->at - from };
	if (!name.n)
		return rust_fail(s, from, "empty capture group name");
	for (size_t i = 0; i < name.n; i++) {
		char c = name.p[i];
		bool ok = ascii_alpha(c) || c == '_' || (unsigned char)c >= 0x80 ||
			(i && (ascii_digit(c) || c == '.' || c == '[' || c == ']'));
		if (!ok)
			return rust_fail(s, from + i, "invalid capture group character");
	}
	for (size_t i = 0; i < p->names.n; i++)
		if (str_eq(p->names.p[i].text, name))
			return rust_fail(s, from, "duplicate capture group name");
	VEC_PUSH(&p->names) = (struct rust_name){ name, p->captures + 1 };
	s->at++;
	return 0;
}

static void rust_push(struct rust_parser *p, struct rust_group g, struct rust_mode inner)
{
	rust_run_break(p);
	g.out = p->out->n;
	VEC_PUSH(&p->groups) = g;
	p->src.mode = inner;
	p->atom = RUST_NO_ATOM;
}

/* Look-around at '(': 1 = opened, 0 = it is something else, -1 = refused. */
static int rust_look(struct rust_parser *p)
{
	static const char *const kinds[] = { "(?=", "(?!", "(?<=", "(?<!" };
	struct rust_source *s = &p->src;
	for (size_t i = 0; i < COUNTOF(kinds); i++) {
		if (!rust_see(s, kinds[i]))
			continue;
		if (!s->extended)
			return rust_fail(s, s->at,
				"look-around, including look-ahead and look-behind, is not supported");
		rust_push(p,
			(struct rust_group){ .mode = s->mode, .at = s->at, .closers = 1, .look = true },
			s->mode);
		s->at += strlen(kinds[i]);
		buf_text(p->out, kinds[i]);
		return 1;
	}
	return 0;
}

int rust_open(struct rust_parser *p)
{
	struct rust_source *s = &p->src;
	size_t from = s->at;
	struct rust_mode inner = s->mode;
	bool capture = true;
	if (p->groups.n >= RUST_DEPTH_MAX)
		return rust_fail(s, from, "groups are nested too deeply");
	int look = rust_look(p);
	if (look)
		return look < 0 ? -1 : 0;
	s->at++;
	if (rust_take(s, "?P<") || rust_take(s, "?<")) {
		if (rust_group_name(p) != 0)
			return -1;
	} else if (rust_take(s, "?")) {
		capture = false;
		if (rust_peek(s) == ')') /* as Rust puts it: an operator of repetition with nothing before it */
			return rust_fail(s, s->at - 1, "repetition operator missing expression");
		if (rust_peek(s) != ':' && rust_flags(p, &inner) != 0)
			return -1;
		if (rust_peek(s) == ')') { /* (?i): from here to the end of the group around */
			s->mode = inner;
			s->at++;
			p->atom = RUST_NO_ATOM;
			return 0;
		}
		s->at++;
	}
	p->captures += capture;
	capture = capture && p->keep_captures;
	rust_push(p, (struct rust_group){ .mode = s->mode, .at = from, .closers = capture ? 2 : 1 },
		inner);
	buf_text(p->out, capture ? "(" RUST_GROUP : RUST_GROUP);
	return 0;
}

int rust_close(struct rust_parser *p)
{
	struct rust_source *s = &p->src;
	if (!p->groups.n)
		return rust_fail(s, s->at, "unopened group");
	struct rust_group g = p->groups.p[--p->groups.n];
	s->mode = g.mode;
	s->at++;
	buf_text(p->out, g.closers == 2 ? "))" : ")");
	p->atom = g.look ? RUST_EDGE : RUST_UNIT;
	p->atom_from = g.out;
	return 0;
}

/* ---------------------------------------------------------------- back-references */

/* The number behind "\\k<": of a named group, or written out. 0 = there is none so far. */
static unsigned rust_named(struct rust_parser *p)
{
	struct rust_source *s = &p->src;
	struct str rest = { s->p + s->at, s->n - s->at };
	size_t end = str_chr(rest, '>');
	uint64_t number = 0;
	if (end == STR_NONE)
		return 0;
	struct str name = str_sub(rest, 0, end);
	s->at += end + 1;
	for (size_t i = 0; i < p->names.n; i++)
		if (str_eq(p->names.p[i].text, name))
			return p->names.p[i].number;
	return number_u64(name, &number) && number <= RUST_GROUPS_MAX ? (unsigned)number : 0;
}

int rust_backref(struct rust_parser *p)
{
	struct rust_source *s = &p->src;
	size_t from = s->at++;
	unsigned number = 0;
	if (!s->extended)
		return rust_fail(s, from, "backreferences are not supported");
	if (rust_take(s, "k<")) {
		number = rust_named(p);
	} else {
		while (rust_peek(s) >= '0' && rust_peek(s) <= '9' && number < 10)
			number = number * 10 + (unsigned)(s->p[s->at++] - '0');
	}
	if (!number)
		return rust_fail(s, from, "there is no such group");
	if (number > p->backref) {
		p->backref = number;
		p->backref_at = from;
	}
	rust_run_break(p);
	rust_begin(p, RUST_UNIT);
	buf_printf(p->out, RUST_GROUP "\\%u)", number);
	return 0;
}
