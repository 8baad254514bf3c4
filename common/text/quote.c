#include "ember/text/quote.h"

#include <stdlib.h>
#include <string.h>
#include <wchar.h>
#include <wctype.h>

/* What a byte asks for. Plain bytes are themselves in every style and one cell wide. */
enum {
	QUOTE_PLAIN = 0,
	QUOTE_SPECIAL = 1, /* a shell would read it: needs quotes */
	QUOTE_OPENING = 2, /* only as the first byte of the name */
	QUOTE_ALONE = 3,   /* only as the whole name */
	QUOTE_SPACE = 4,
	QUOTE_SINGLE = 5, /* ' */
	QUOTE_DOUBLE = 6, /* " */
	QUOTE_BACKSLASH = 7,
	QUOTE_CONTROL = 8,
	QUOTE_HIGH = 9, /* part of a multibyte character, or of none */
};

static const unsigned char quote_class[128] = {
	[0] = 8,
	8,
	8,
	8,
	8,
	8,
	8,
	8,
	8,
	8,
	8,
	8,
	8,
	8,
	8,
	8,
	8,
	8,
	8,
	8,
	8,
	8,
	8,
	8,
	8,
	8,
	8,
	8,
	8,
	8,
	8,
	8,
	[' '] = 4,
	['!'] = 1,
	['"'] = 6,
	['#'] = 2,
	['$'] = 1,
	['&'] = 1,
	['\''] = 5,
	['('] = 1,
	[')'] = 1,
	['*'] = 1,
	[';'] = 1,
	['<'] = 1,
	['='] = 1,
	['>'] = 1,
	['?'] = 1,
	['['] = 1,
	['\\'] = 7,
	['^'] = 1,
	['`'] = 1,
	['{'] = 3,
	['|'] = 1,
	['}'] = 3,
	['~'] = 2,
	[127] = 8,
};

/* One character of a name. */
struct quote_char {
	unsigned len;
	bool prints;
	bool valid;
	int cols; /* -1: the C library gives it no width */
	uint32_t cp;
};

static unsigned quote_byte_class(char c)
{
	return (unsigned char)c < 128 ? quote_class[(unsigned char)c] : QUOTE_HIGH;
}

static bool quote_also(const struct quote *q, char c)
{
	return q->also && c && strchr(q->also, c);
}

static bool quote_guarded(uint32_t c)
{
	return c == 0x061C || c == 0x200B || c == 0x200E || c == 0x200F ||
		(c >= 0x202A && c <= 0x202E) || c == 0x2060 || (c >= 0x2066 && c <= 0x2069) ||
		c == 0xFEFF;
}

static struct quote_char quote_decode(const char *p, size_t n)
{
	if ((unsigned char)*p < 128) {
		bool control = quote_class[(unsigned char)*p] == QUOTE_CONTROL;
		return (struct quote_char){ 1, !control, true, control ? -1 : 1, (unsigned char)*p };
	}
	mbstate_t state = { 0 };
	wchar_t wc;
	size_t len = mbrtowc(&wc, p, n, &state);
	if (len == (size_t)-2) /* cut short: the rest of the name is one unreadable character */
		return (struct quote_char){ (unsigned)n, false, false, -1, 0 };
	if (len == (size_t)-1 || len == 0)
		return (struct quote_char){ 1, false, false, -1, 0 };
	return (struct quote_char){ (unsigned)len, iswprint((wint_t)wc) != 0, true, wcwidth(wc),
		(uint32_t)wc };
}

static struct quote_char quote_next(const struct quote *q, const char *p, size_t n)
{
	struct quote_char c = quote_decode(p, n);
	if (q->guard && c.valid && quote_guarded(c.cp))
		c.prints = false;
	return c;
}

size_t quote_cols(struct str text)
{
	size_t cols = 0;
	for (size_t i = 0; i < text.n;) {
		if (text.p[i] >= ' ' && text.p[i] < 127) {
			cols++;
			i++;
			continue;
		}
		struct quote_char c = quote_decode(text.p + i, text.n - i);
		if (c.cols >= 0)
			cols += (size_t)c.cols;
		else if (MB_CUR_MAX > 1)
			return QUOTE_NO_COLS;
		i += c.len;
	}
	return cols;
}

size_t quote_print_cols(struct str text)
{
	const size_t cols = quote_cols(text);
	return MB_CUR_MAX == 1 && cols != text.n ? QUOTE_NO_COLS : cols;
}

/* Put '?' for each character of b from `from` on that has no width. */
static void quote_hide(struct buf *b, size_t from, const struct quote *q)
{
	size_t to = from;
	for (size_t i = from; i < b->n;) {
		struct quote_char c = quote_next(q, b->p + i, b->n - i);
		bool shown = c.valid && (c.cp < 128 ? c.prints : wcwidth((wchar_t)c.cp) >= 0);
		if (q->guard && quote_guarded(c.cp))
			shown = false;
		if (shown) {
			memmove(b->p + to, b->p + i, c.len);
			to += c.len;
		} else {
			b->p[to++] = '?';
		}
		i += c.len;
	}
	b->n = to;
}

static void quote_octal(struct buf *b, const char *p, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		unsigned c = (unsigned char)p[i];
		char text[4] = { '\\', (char)('0' + (c >> 6)), (char)('0' + ((c >> 3) & 7)),
			(char)('0' + (c & 7)) };
		buf_add(b, text, 4);
	}
}

/* The letter of a C escape for this byte, or 0. */
static char quote_letter(char c)
{
	static const char letters[] = "abtnvfr"; /* 7 to 13 */
	return c >= 7 && c <= 13 ? letters[c - 7] : 0;
}

static void quote_escape(struct buf *b, const char *p, size_t n)
{
	char letter = quote_letter(*p);
	if (letter && n == 1) {
		buf_char(b, '\\');
		buf_char(b, letter);
	} else {
		quote_octal(b, p, n);
	}
}

/* ---------------------------------------------------------------- shell styles */

static bool quote_is_escape(const struct quote *q)
{
	return q->style == QUOTE_SHELL_ESCAPE || q->style == QUOTE_SHELL_ESCAPE_ALWAYS;
}

struct quote_scan {
	bool need;   /* a shell would not read the bare name as it is */
	bool single; /* has ' */
	bool simple; /* may stand between double quotes */
};

static struct quote_scan quote_shell_scan(const struct quote *q, struct str name)
{
	struct quote_scan s = { .need = name.n == 0, .simple = true };
	for (size_t i = 0; i < name.n;) {
		unsigned len = 1, class = quote_byte_class(name.p[i]);
		bool need = quote_also(q, name.p[i]), simple = true;
		if (class == QUOTE_SINGLE) {
			s.single = true;
			need = true;
		} else if (class == QUOTE_SPACE || (class == QUOTE_OPENING && i == 0) ||
			(class == QUOTE_ALONE && name.n == 1)) {
			need = true;
		} else if (class == QUOTE_HIGH || class == QUOTE_CONTROL) {
			struct quote_char c = quote_next(q, name.p + i, name.n - i);
			len = c.len;
			simple = c.prints;
			need = !c.prints &&
				(quote_is_escape(q) || name.p[i] == '\n' || name.p[i] == '\t' ||
					name.p[i] == '\r');
		} else if (class == QUOTE_SPECIAL || class == QUOTE_DOUBLE ||
			class == QUOTE_BACKSLASH) {
			need = true;
			simple = false;
		}
		s.need |= need;
		s.simple &= simple;
		i += len;
	}
	return s;
}

static void quote_shell_single(struct buf *b, const struct quote *q, struct str name)
{
	bool escaped = false; /* inside $'...' */
	buf_char(b, '\'');
	for (size_t i = 0; i < name.n;) {
		struct quote_char c = quote_next(q, name.p + i, name.n - i);
		if (name.p[i] == '\'') {
			buf_text(b, "'\\''");
			escaped = false;
		} else if (!c.prints && quote_is_escape(q)) {
			if (!escaped)
				buf_text(b, "'$'");
			escaped = true;
			quote_escape(b, name.p + i, c.len);
		} else {
			if (escaped)
				buf_text(b, "''");
			escaped = false;
			buf_add(b, name.p + i, c.len);
		}
		i += c.len;
	}
	buf_char(b, '\'');
}

static void quote_shell(struct buf *b, const struct quote *q, struct str name)
{
	struct quote_scan s = quote_shell_scan(q, name);
	bool always = q->style == QUOTE_SHELL_ALWAYS || q->style == QUOTE_SHELL_ESCAPE_ALWAYS;
	if (!s.need && !always) {
		buf_str(b, name);
	} else if (s.single && s.simple) {
		buf_char(b, '"');
		buf_str(b, name);
		buf_char(b, '"');
	} else {
		quote_shell_single(b, q, name);
	}
}

/* ---------------------------------------------------------------- C styles */

struct quote_marks {
	struct str left, right;
};

static struct quote_marks quote_marks(enum quote_style style)
{
	static const struct str double_mark = STR_INIT("\""), single_mark = STR_INIT("'");
	static const struct str left = STR_INIT("\xe2\x80\x98"), right = STR_INIT("\xe2\x80\x99");
	if (style == QUOTE_C || style == QUOTE_C_MAYBE)
		return (struct quote_marks){ double_mark, double_mark };
	if (style == QUOTE_ESCAPE)
		return (struct quote_marks){ { NULL, 0 }, { NULL, 0 } };
	/* The curly marks where the locale's characters are UTF-8. */
	mbstate_t state = { 0 };
	wchar_t wc;
	if (mbrtowc(&wc, left.p, left.n, &state) == left.n && wc == 0x2018)
		return (struct quote_marks){ left, right };
	return style == QUOTE_LOCALE ? (struct quote_marks){ single_mark, single_mark }
				     : (struct quote_marks){ double_mark, double_mark };
}

/* The name's bytes between the marks; true when one of them had to be escaped. */
static bool quote_c_body(struct buf *b, const struct quote *q, struct str right, struct str name)
{
	bool changed = false;
	for (size_t i = 0; i < name.n;) {
		struct str rest = { name.p + i, name.n - i };
		struct quote_char c = quote_next(q, rest.p, rest.n);
		bool mark = right.n && str_starts(rest, right);
		bool slash = *rest.p == '\\' || quote_also(q, *rest.p);
		/* c-maybe lets a backslash stand bare in an otherwise plain name */
		changed |= mark || quote_also(q, *rest.p) || !c.prints;
		if (!c.prints) {
			quote_escape(b, rest.p, c.len);
		} else {
			if (mark || slash)
				buf_char(b, '\\');
			buf_add(b, rest.p, c.len);
		}
		i += c.len;
	}
	return changed;
}

static void quote_c(struct buf *b, const struct quote *q, struct str name)
{
	struct quote_marks marks = quote_marks(q->style);
	size_t from = b->n;
	buf_str(b, marks.left);
	bool changed = quote_c_body(b, q, marks.right, name);
	if (q->style == QUOTE_C_MAYBE) {
		b->n = from;
		struct quote bare = { .style = QUOTE_C, .guard = q->guard };
		if (changed)
			quote_c(b, &bare, name);
		else
			buf_str(b, name);
		return;
	}
	buf_str(b, marks.right);
}

/* ---------------------------------------------------------------- all styles */

static bool quote_raw(const struct quote *q)
{
	return q->style == QUOTE_LITERAL || q->style == QUOTE_SHELL ||
		q->style == QUOTE_SHELL_ALWAYS;
}

/* All bytes stand for themselves in the styles that add no marks of their own. */
static bool quote_plain(const struct quote *q, struct str name)
{
	for (size_t i = 0; i < name.n; i++)
		if (quote_byte_class(name.p[i]) != QUOTE_PLAIN || quote_also(q, name.p[i]))
			return false;
	return name.n > 0 && q->style != QUOTE_SHELL_ALWAYS &&
		q->style != QUOTE_SHELL_ESCAPE_ALWAYS && q->style != QUOTE_C &&
		q->style != QUOTE_LOCALE && q->style != QUOTE_CLOCALE;
}

struct quote_result quote_name(struct buf *b, const struct quote *q, struct str name)
{
	if (quote_plain(q, name)) {
		buf_str(b, name);
		return (struct quote_result){ name.n, false };
	}
	size_t from = b->n;
	if (q->style == QUOTE_LITERAL)
		buf_str(b, name);
	else if (q->style <= QUOTE_SHELL_ESCAPE_ALWAYS)
		quote_shell(b, q, name);
	else
		quote_c(b, q, name);
	size_t n = b->n - from;
	bool quoted = n != name.n || (n && b->p[from] != name.p[0]);
	if (quote_raw(q) && (q->hide || q->guard))
		quote_hide(b, from, q);
	return (struct quote_result){ quote_cols(str_sub(buf_view(b), from, b->n)), quoted };
}

bool quote_needed(const struct quote *q, struct str name)
{
	if (q->style == QUOTE_LITERAL || quote_plain(q, name))
		return false;
	if (q->style == QUOTE_SHELL || q->style == QUOTE_SHELL_ESCAPE)
		return quote_shell_scan(q, name).need;
	if (q->style != QUOTE_C_MAYBE && q->style != QUOTE_ESCAPE)
		return true;
	struct quote_marks marks = quote_marks(q->style);
	for (size_t i = 0; i < name.n;) {
		struct str rest = { name.p + i, name.n - i };
		struct quote_char c = quote_next(q, rest.p, rest.n);
		bool slash = *rest.p == '\\' && q->style == QUOTE_ESCAPE;
		if (!c.prints || slash || quote_also(q, *rest.p) ||
			(marks.right.n && str_starts(rest, marks.right)))
			return true;
		i += c.len;
	}
	return false;
}
