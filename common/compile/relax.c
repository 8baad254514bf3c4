#include "ember/compile/relax.h"

#include <string.h>

#include "ember/compile/val.h"

struct relaxer {
	struct str in;
	size_t at;
	unsigned line;
	unsigned depth;
	unsigned values;
	unsigned exports;
	size_t comma; /* offset in out of a comma that may prove trailing, or STR_NONE */
	struct buf *out;
	struct err *e;
};

static bool one_of(char c, const char *set)
{
	return c && strchr(set, c);
}

static char peek(const struct relaxer *r, size_t ahead)
{
	return ahead < r->in.n - r->at ? r->in.p[r->at + ahead] : 0;
}

/* Skips a comment at `at`, keeping its line ends; false when there is none. */
static bool comment(struct relaxer *r)
{
	bool block = peek(r, 0) == '/' && peek(r, 1) == '*';
	if (!block && !(peek(r, 0) == '/' && peek(r, 1) == '/'))
		return false;
	r->at += 2;
	while (r->at < r->in.n) {
		if (block && peek(r, 0) == '*' && peek(r, 1) == '/') {
			r->at += 2;
			break;
		}
		if (peek(r, 0) == '\n') {
			if (!block)
				break;
			r->line++;
			buf_char(r->out, '\n');
		}
		r->at++;
	}
	return true;
}

static int string(struct relaxer *r)
{
	char quote = r->in.p[r->at++];
	buf_char(r->out, '"');
	while (r->at < r->in.n && peek(r, 0) != quote) {
		char c = r->in.p[r->at++];
		if (c == '\\' && peek(r, 0) == '\'') { /* JavaScript's, unknown to JSON */
			buf_char(r->out, '\'');
			r->at++;
		} else if (c == '\\' && r->at < r->in.n) {
			buf_char(r->out, c);
			buf_char(r->out, r->in.p[r->at++]);
		} else if (c == '"') { /* within single quotes */
			buf_text(r->out, "\\\"");
		} else if (c == '\n') {
			return err_line(r->e, r->line, "line end within a string");
		} else if (c == '\t') {
			buf_text(r->out, "\\t");
		} else {
			buf_char(r->out, c);
		}
	}
	if (r->at >= r->in.n)
		return err_line(r->e, r->line, "string without end");
	r->at++;
	buf_char(r->out, '"');
	return 0;
}

/* A bare word: a number, true, false, null stay as they are; anything else is a key. */
static void word(struct relaxer *r)
{
	size_t from = r->at;
	while (r->at < r->in.n && (ascii_alnum(peek(r, 0)) || (unsigned char)peek(r, 0) >= 0x80 ||
				one_of(peek(r, 0), "_$+-.")))
		r->at++;
	struct str w = str_sub(r->in, from, r->at);
	bool value = str_eqc(w, "true") || str_eqc(w, "false") || str_eqc(w, "null") ||
		ascii_digit(w.p[0]) || w.p[0] == '-';
	if (!value)
		buf_char(r->out, '"');
	buf_str(r->out, w);
	if (!value)
		buf_char(r->out, '"');
}

static int bracket(struct relaxer *r, char c)
{
	if (c == '{' || c == '[') {
		if (++r->depth > VAL_DEPTH_MAX)
			return err_line(r->e, r->line, "nested too deeply");
	} else {
		if (r->comma != STR_NONE)
			r->out->p[r->comma] = ' ';
		r->depth -= r->depth > 0;
	}
	buf_char(r->out, c);
	r->at++;
	return 0;
}

static int token(struct relaxer *r)
{
	char c = peek(r, 0);
	int ret = 0;
	if (c == ',') {
		r->comma = r->out->n;
		buf_char(r->out, c);
		r->at++;
		return 0;
	}
	if (++r->values > 2 * VAL_NODES_MAX) /* keys and brackets count too */
		return err_line(r->e, r->line, "too many values");
	if (c == '"' || c == '\'') {
		ret = string(r);
	} else if (one_of(c, "{}[]")) {
		ret = bracket(r, c);
	} else if (ascii_alnum(c) || (unsigned char)c >= 0x80 || one_of(c, "_$+-.")) {
		word(r);
	} else if (c == ':') {
		buf_char(r->out, c);
		r->at++;
	} else {
		return err_line(r->e, r->line, "unexpected character");
	}
	r->comma = STR_NONE;
	return ret;
}

static struct str next_word(struct relaxer *r)
{
	while (r->at < r->in.n && (peek(r, 0) == ' ' || peek(r, 0) == '\t'))
		r->at++;
	size_t from = r->at;
	while (r->at < r->in.n && (ascii_alnum(peek(r, 0)) || one_of(peek(r, 0), "_$=")))
		r->at++;
	return str_sub(r->in, from, r->at);
}

/* "export default" goes; each "export const NAME =" makes a member NAME of one object. */
static int export(struct relaxer *r)
{
	struct str kind = (next_word(r), next_word(r));
	if (str_eqc(kind, "default"))
		return 0;
	struct str name = next_word(r);
	if (!str_eqc(kind, "const") || !str_eqc(next_word(r), "="))
		return err_line(r->e, r->line, "unknown kind of export");
	buf_char(r->out, r->exports++ ? ',' : '{');
	buf_char(r->out, '"');
	buf_str(r->out, name);
	buf_text(r->out, "\":");
	return 0;
}

int relax(struct buf *out, struct str text, struct err *e)
{
	struct relaxer r = { .in = text, .line = 1, .comma = STR_NONE, .out = out, .e = e };
	buf_reserve(out, text.n + 64);
	if (str_starts(text, STR("\xef\xbb\xbf")))
		r.at = 3;
	while (r.at < text.n) {
		char c = peek(&r, 0);
		int bad = 0;
		if (c == '\n') {
			r.line++;
			buf_char(out, '\n');
			r.at++;
		} else if (ascii_space(c)) {
			buf_char(out, ' ');
			r.at++;
		} else if (c == ';' && r.depth == 0) {
			r.at++;
		} else if (r.depth == 0 && str_starts(str_sub(text, r.at, text.n), STR("export "))) {
			bad = export(&r);
		} else if (!comment(&r)) {
			bad = token(&r);
		}
		if (bad)
			return -1;
	}
	if (r.exports)
		buf_char(out, '}');
	return 0;
}
