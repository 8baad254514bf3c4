#include "rust_parser.h"

#include "ember/text/utf8.h"

/* ---------------------------------------------------------------- literal runs */

static void rust_run_end(struct rust_parser *p, bool at_end)
{
	struct rust_facts *f = p->facts;
	/* A place at either end makes the test cheapest; else the longest run. */
	bool better = at_end ? true : p->run.n > f->literal.n && !f->at_end && !f->at_start;
	if (p->run.n && !p->branches && (better || (p->run_at_start && !f->at_end))) {
		buf_clear(&f->literal);
		buf_str(&f->literal, buf_view(&p->run));
		f->at_start = p->run_at_start;
		f->at_end = at_end;
	}
	buf_clear(&p->run);
	p->run_last = 0;
	p->run_at_start = false;
}

/* Something that is no literal character stands here. */
void rust_run_break(struct rust_parser *p)
{
	rust_run_end(p, false);
	p->pieces = true;
	p->ends = false;
}

static void rust_run_char(struct rust_parser *p, struct str c)
{
	if (p->groups.n || p->src.mode.fold != RUST_FOLD_OUTER || p->ends) {
		rust_run_break(p);
		return;
	}
	if (!p->run.n && p->out->n == p->atom_from && str_eq(buf_view(p->out), STR("(?s:\\A)")))
		p->run_at_start = true;
	p->run_last = p->run.n;
	buf_str(&p->run, c);
}

/* ---------------------------------------------------------------- atoms */

void rust_begin(struct rust_parser *p, enum rust_atom atom)
{
	p->atom = atom;
	p->atom_from = p->out->n;
}

static void rust_fold_open(struct rust_parser *p)
{
	if (p->src.mode.fold != RUST_FOLD_OUTER)
		buf_text(p->out, p->src.mode.fold == RUST_FOLD_ON ? "(?i:" : "(?-i:");
}

static void rust_fold_close(struct rust_parser *p)
{
	if (p->src.mode.fold != RUST_FOLD_OUTER)
		buf_char(p->out, ')');
}

/* One literal character. */
static void rust_char(struct rust_parser *p, uint32_t cp)
{
	char c[4];
	struct str text = { c, utf8_encode(c, cp) };
	rust_begin(p, RUST_CHAR);
	rust_run_char(p, text);
	if (rust_is_upper(cp) ||
		(p->src.mode.fold == RUST_FOLD_ON && cp < 0x80 && ascii_alpha((char)cp)))
		p->facts->upper = true;
	rust_fold_open(p);
	rust_put_char(p->out, cp);
	rust_fold_close(p);
}

static void rust_edge(struct rust_parser *p, const char *text)
{
	bool start = !p->out->n && !p->groups.n;
	bool end = str_eqc(str_from(text), "\\z") && !p->groups.n;
	rust_begin(p, RUST_EDGE);
	if (end && p->run.n)
		rust_run_end(p, true);
	else if (!start || !str_eqc(str_from(text), "\\A"))
		rust_run_break(p);
	p->ends = end;
	buf_printf(p->out, RUST_GROUP "%s)", text);
}

static void rust_set(struct rust_parser *p, const char *text)
{
	rust_begin(p, RUST_UNIT);
	rust_run_break(p);
	rust_fold_open(p);
	buf_text(p->out, text);
	rust_fold_close(p);
}

static const char *rust_dot(const struct rust_parser *p)
{
	const struct rust_mode *m = &p->src.mode;
	return m->dot_all ? "." : m->crlf ? "[^\\r\\n]" : "[^\\n]";
}

static void rust_anchor(struct rust_parser *p, char c)
{
	const struct rust_mode *m = &p->src.mode;
	if (c == '^')
		rust_edge(p,
			!m->multi         ? "\\A"
				: m->crlf ? "(?<=\\n)|(?<=\\r)(?!\\n)|\\A"
					  : "(?<=\\n)|\\A");
	else
		rust_edge(p,
			!m->multi         ? "\\z"
				: m->crlf ? "(?=\\r)|(?<!\\r)(?=\\n)|\\z"
					  : "(?=\\n)|\\z");
}

/* ---------------------------------------------------------------- escapes */

#define RUST_W "(?-i:[0-9A-Za-z_])" /* ASCII also where case is folded */

/* Word edges; Rust's ASCII mode builds them from an ASCII \w. */
static int rust_word_edge(struct rust_parser *p, const char *name)
{
	static const struct {
		const char *name, *unicode, *ascii;
	} rows[] = {
		{ "b", "\\b", "(?<=" RUST_W ")(?!" RUST_W ")|(?<!" RUST_W ")(?=" RUST_W ")" },
		{ "B", "\\B", "(?<=" RUST_W ")(?=" RUST_W ")|(?<!" RUST_W ")(?!" RUST_W ")" },
		{ "start", "\\b(?=\\w)", "(?<!" RUST_W ")(?=" RUST_W ")" },
		{ "end", "\\b(?!\\w)", "(?<=" RUST_W ")(?!" RUST_W ")" },
		{ "start-half", "\\b(?=\\w)|\\B(?!\\w)", "(?<!" RUST_W ")" },
		{ "end-half", "(?!\\w)", "(?!" RUST_W ")" },
	};
	for (size_t i = 0; i < COUNTOF(rows); i++) {
		if (!str_eqc(str_from(name), rows[i].name))
			continue;
		rust_edge(p, p->src.mode.ascii ? rows[i].ascii : rows[i].unicode);
		return 0;
	}
	return -1;
}

static int rust_boundary(struct rust_parser *p)
{
	struct rust_source *s = &p->src;
	static const char *const names[] = { "{start-half}", "{end-half}", "{start}", "{end}" };
	for (size_t i = 0; i < COUNTOF(names); i++) {
		char name[16];
		if (!rust_take(s, names[i]))
			continue;
		snprintf(name, sizeof(name), "%.*s", (int)strlen(names[i]) - 2, names[i] + 1);
		return rust_word_edge(p, name);
	}
	/* `\b{3}` is the edge, three times; other words in braces are mistakes. */
	if (rust_peek(s) == '{' && s->at + 1 < s->n && ascii_alpha(s->p[s->at + 1]))
		return rust_fail(
			s, s->at, "special word boundary assertion is unclosed or unknown");
	return rust_word_edge(p, "b");
}

static void rust_escaped_set(struct rust_parser *p, struct buf *set)
{
	struct buf ascii = { 0 };
	if (p->src.mode.ascii) /* not what long s and the Kelvin sign fold to */
		buf_printf(&ascii, "(?-i:%.*s)", STR_ARG(buf_view(set)));
	rust_set(p, buf_cstr(p->src.mode.ascii ? &ascii : set));
	buf_fini(&ascii);
}

static int rust_escape(struct rust_parser *p)
{
	struct rust_source *s = &p->src;
	int c = s->at + 1 < s->n ? (unsigned char)s->p[s->at + 1] : -1;
	struct buf set = { 0 };
	uint32_t cp = 0;
	switch (c) {
	case 'A': s->at += 2; return rust_edge(p, "\\A"), 0;
	case 'z': s->at += 2; return rust_edge(p, "\\z"), 0;
	case 'b': s->at += 2; return rust_boundary(p);
	case 'B': s->at += 2; return rust_word_edge(p, "B");
	case '<': s->at += 2; return rust_word_edge(p, "start");
	case '>': s->at += 2; return rust_word_edge(p, "end");
	default: break;
	}
	if ((c >= '0' && c <= '9') || (c == 'k' && s->extended))
		return rust_backref(p);
	int kind = rust_class_escape(s, &set, &p->facts->upper);
	if (kind == 0)
		kind = rust_char_escape(s, &cp);
	else if (kind > 0)
		rust_escaped_set(p, &set);
	else
		kind = -1;
	bool is_set = set.n > 0;
	buf_fini(&set);
	if (kind < 0)
		return -1;
	if (!is_set)
		rust_char(p, cp);
	return 0;
}

/* ---------------------------------------------------------------- the whole */

static int rust_bracket(struct rust_parser *p)
{
	struct buf set = { 0 };
	int ret = rust_class(&p->src, &set, &p->facts->upper);
	if (ret == 0)
		rust_set(p, buf_cstr(&set));
	buf_fini(&set);
	return ret;
}

static int rust_step(struct rust_parser *p)
{
	struct rust_source *s = &p->src;
	char c = s->p[s->at];
	switch (c) {
	case '(': return rust_open(p);
	case ')': return rust_close(p);
	case '[': return rust_bracket(p);
	case '\\': return rust_escape(p);
	case '*':
	case '+':
	case '?':
	case '{': return rust_repeat(p, c);
	case '^':
	case '$':
		s->at++;
		return rust_anchor(p, c), 0;
	case '.':
		s->at++;
		return rust_set(p, rust_dot(p)), 0;
	case '|':
		s->at++;
		rust_run_break(p);
		p->branches |= !p->groups.n;
		buf_char(p->out, '|');
		p->atom = RUST_NO_ATOM;
		return 0;
	default: break;
	}
	uint32_t cp = 0;
	unsigned n = utf8_decode((struct str){ s->p + s->at, s->n - s->at }, &cp);
	if (!n)
		return rust_fail(s, s->at, "the pattern is not valid UTF-8");
	s->at += n;
	rust_char(p, cp);
	return 0;
}

/*
 * Oniguruma 6.9.8 starts at the text's end where \z must come, and then overlooks a match that
 * begins with a look-behind. A branch that never matches keeps it from seeing that \z must come.
 */
static void rust_hide_end(struct buf *out)
{
	static const char end[] = RUST_GROUP "\\z)";
	static const char hidden[] = RUST_GROUP "\\z|[^\\x00-\\x{10ffff}])";
	struct buf b = { 0 };
	struct str rest = buf_view(out);
	if (str_find(rest, STR("(?<")) == STR_NONE)
		return;
	for (size_t at; (at = str_find(rest, str_from(end))) != STR_NONE;) {
		buf_str(&b, str_sub(rest, 0, at));
		buf_text(&b, hidden);
		rest = str_sub(rest, at + sizeof(end) - 1, rest.n);
	}
	buf_str(&b, rest);
	buf_fini(out);
	*out = b;
}

/* Does what was written begin with the start of the text and one dot? A group is not looked into: a capturing one is not a dot to fd. */
static bool rust_hidden(struct str out)
{
	static const struct str dots[] = { STR_INIT("\\."), STR_INIT("[\\.]"), STR_INIT("(?i:\\.)") };
	const struct str start = STR("(?s:\\A)");
	if (!str_starts(out, start))
		return false;
	out = str_sub(out, start.n, out.n);
	for (size_t i = 0; i < COUNTOF(dots); i++) {
		const struct str rest = str_sub(out, dots[i].n, out.n);
		if (str_starts(out, dots[i]))
			return !rest.n || str_chr(STR("?*+{"), rest.p[0]) == STR_NONE || str_starts(rest, STR("{1}"));
	}
	return false;
}

static void rust_finish(struct rust_parser *p)
{
	struct rust_facts *f = p->facts;
	rust_run_end(p, false);
	if (p->branches) {
		f->at_start = f->at_end = false;
		buf_clear(&f->literal);
	}
	f->whole = !p->branches && !p->pieces && f->literal.n > 0;
	f->hidden = !p->branches && rust_hidden(buf_view(p->out));
	rust_hide_end(p->out);
}

static int rust_parse(struct rust_parser *p)
{
	int ret = 0;
	while (ret == 0) {
		rust_skip(&p->src);
		if (p->src.at >= p->src.n)
			break;
		ret = rust_step(p);
	}
	if (ret == 0 && p->groups.n)
		ret = rust_fail(&p->src, p->groups.p[p->groups.n - 1].at, "unclosed group");
	if (ret == 0 && p->backref > p->captures)
		ret = rust_fail(&p->src, p->backref_at, "there is no such group");
	if (ret == 0)
		rust_finish(p);
	VEC_FREE(&p->groups);
	VEC_FREE(&p->names);
	buf_fini(&p->run);
	return ret;
}

static int rust_pass(struct buf *out, struct rust_facts *facts, struct str pattern, unsigned flags,
	bool captures, struct rust_fault *fault)
{
	struct rust_parser p = { .out = out,
		.facts = facts,
		.keep_captures = captures,
		.src = { .p = pattern.p,
			.n = pattern.n,
			.fold = flags & RUST_IGNORE_CASE,
			.extended = flags & RUST_EXTENDED,
			.fault = fault,
			.mode = { .dot_all = true } } };
	if (pattern.n > RX_PATTERN_MAX)
		return rust_fail(&p.src, 0, "the pattern is too long");
	int ret = rust_parse(&p);
	facts->captures = p.backref > 0;
	return ret;
}

int rust_translate(struct buf *out, struct rust_facts *facts, struct str pattern, unsigned flags,
	struct rust_fault *fault)
{
	int ret = rust_pass(out, facts, pattern, flags, false, fault);
	if (ret != 0 || !facts->captures)
		return ret;
	/* Only now is it known that groups have to be numbered. */
	buf_clear(out);
	buf_clear(&facts->literal);
	*facts = (struct rust_facts){ .literal = facts->literal };
	return rust_pass(out, facts, pattern, flags, true, fault);
}
