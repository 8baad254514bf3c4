#include "ember/text/utf8.h"
#include "onig.h"
#include "rust_class.h"

int rust_fail(struct rust_source *s, size_t at, const char *what)
{
	if (s->fault) {
		s->fault->at = at < s->n ? at : s->n;
		s->fault->what = what;
	}
	return -1;
}

int rust_peek(const struct rust_source *s)
{
	return s->at < s->n ? (unsigned char)s->p[s->at] : -1;
}

bool rust_see(const struct rust_source *s, const char *text)
{
	return str_starts((struct str){ s->p + s->at, s->n - s->at }, str_from(text));
}

bool rust_take(struct rust_source *s, const char *text)
{
	if (!rust_see(s, text))
		return false;
	s->at += strlen(text);
	return true;
}

void rust_skip(struct rust_source *s)
{
	if (!s->mode.spaced)
		return;
	while (s->at < s->n) {
		if (ascii_space(s->p[s->at])) {
			s->at++;
		} else if (s->p[s->at] == '#') {
			while (s->at < s->n && s->p[s->at] != '\n')
				s->at++;
		} else {
			return;
		}
	}
}

bool rust_is_upper(uint32_t cp)
{
	if (cp < 0x80)
		return cp >= 'A' && cp <= 'Z';
	const struct onig *o = onig_get(); /* without it nothing of this letter's can be searched */
	return o && ONIGENC_IS_CODE_CTYPE(o->utf8, (OnigCodePoint)cp, ONIGENC_CTYPE_UPPER) != 0;
}

void rust_put_char(struct buf *out, uint32_t cp)
{
	char c[4];
	if (cp < 0x80 && (ascii_alnum((char)cp) || cp == '_')) {
		buf_char(out, (char)cp);
	} else if (cp < 0x80) {
		if (cp > ' ' && strchr(".*+?()|[]{}^$\\-", (int)cp))
			buf_printf(out, "\\%c", (int)cp);
		else
			buf_printf(out, "\\x%02x", (unsigned)cp);
	} else {
		buf_add(out, c, utf8_encode(c, cp));
	}
}

/* ---------------------------------------------------------------- escapes */

/* The digits behind \x, \u or \U: braces, or exactly `digits` of them. */
static int rust_hex(struct rust_source *s, unsigned digits, uint32_t *cp)
{
	size_t from = s->at;
	bool braces = rust_take(s, "{");
	uint32_t v = 0;
	unsigned n = 0;
	for (;; s->at++) {
		int c = rust_peek(s);
		if (c < 0)
			return rust_fail(s, from,
				"incomplete escape sequence, reached end of pattern prematurely");
		if (braces && c == '}') {
			s->at++;
			break;
		}
		int d = ascii_hex((char)c);
		if (d < 0)
			return rust_fail(s, s->at, "invalid hexadecimal digit");
		if (n++ < 8)
			v = v << 4 | (uint32_t)d;
		if (!braces && n == digits) {
			s->at++;
			break;
		}
	}
	if (!n)
		return rust_fail(s, from, "hexadecimal literal empty");
	if (n > 8 || v > 0x10ffff || (v >= 0xd800 && v <= 0xdfff))
		return rust_fail(s, from, "hexadecimal literal is not a Unicode scalar value");
	*cp = v;
	return 0;
}

int rust_char_escape(struct rust_source *s, uint32_t *cp)
{
	static const char named[] = "a\af\ft\tn\nr\rv\v";
	size_t from = s->at++;
	int c = rust_peek(s);
	if (c < 0)
		return rust_fail(
			s, from, "incomplete escape sequence, reached end of pattern prematurely");
	s->at++;
	if (c == 'x' || c == 'u' || c == 'U')
		return rust_hex(s, c == 'x' ? 2 : c == 'u' ? 4 : 8, cp);
	for (size_t i = 0; i + 1 < sizeof(named); i += 2) {
		if (c == named[i]) {
			*cp = (uint32_t)named[i + 1];
			return 0;
		}
	}
	if (c >= 0x80 || ascii_alnum((char)c) || c == '<' || c == '>')
		return rust_fail(s, from, "unrecognized escape sequence");
	*cp = (uint32_t)c;
	return 0;
}

/* No range of the property begins or ends with an upper-case letter (P6). */
static bool rust_property_plain(struct str name, bool negated)
{
	static const char words[] =
		"N Nd No P Pc Pd Pe Pf Pi Po Ps S Sc Sk Sm So M Mc Me Mn C Cc Cf Co Cs Z Zl Zp Zs "
		"Ll Lo Lm Lt Han Arabic Hebrew Hiragana Katakana Hangul Thai any ascii ascii_digit "
		"lowercase "
		"lowercase_letter white_space space punctuation number decimal_number symbol "
		"separator mark control";
	static const char negative[] =
		"Lu Z Zl Zp Zs M Mc Me Mn uppercase uppercase_letter white_space space separator "
		"mark any";
	struct str rest = str_from(negated ? negative : words);
	while (rest.n)
		if (str_eq_nocase(str_cut(&rest, ' '), name))
			return true;
	return false;
}

/* \p{name}, \p{key=name}, \pL at the letter p; `s->at` behind it afterwards. */
static int rust_property(struct rust_source *s, struct buf *out, bool negated, bool *upper)
{
	size_t from = s->at - 2;
	struct str name;
	if (rust_take(s, "{")) {
		size_t end = str_chr((struct str){ s->p + s->at, s->n - s->at }, '}');
		if (end == STR_NONE)
			return rust_fail(s, from, "unclosed Unicode class");
		name = (struct str){ s->p + s->at, end };
		s->at += end + 1;
		for (size_t i = 0; i < name.n; i++) {
			if (name.p[i] != '=' && name.p[i] != ':')
				continue;
			negated ^= name.p[i] == '=' && i && name.p[i - 1] == '!';
			name = str_sub(name, i + 1, name.n);
			break;
		}
	} else {
		if (rust_peek(s) < 0)
			return rust_fail(s, from,
				"incomplete escape sequence, reached end of pattern prematurely");
		name = (struct str){ s->p + s->at++, 1 };
	}
	for (size_t i = 0; i < name.n; i++)
		if (!ascii_alnum(name.p[i]) && name.p[i] != '_' && name.p[i] != '-' &&
			name.p[i] != ' ')
			name.n = 0;
	if (!name.n || name.n > 64)
		return rust_fail(s, from, "Unicode property not found");
	if (!rust_property_plain(name, negated))
		*upper = true;
	buf_printf(out, "[\\%c{%.*s}]", negated ? 'P' : 'p', STR_ARG(name));
	return 1;
}

int rust_class_escape(struct rust_source *s, struct buf *out, bool *upper)
{
	int c = s->at + 1 < s->n ? (unsigned char)s->p[s->at + 1] : -1;
	const char *set;
	if (c < 0 || !strchr("dDsSwWpP", c))
		return 0;
	s->at += 2;
	if (c == 'p' || c == 'P')
		return rust_property(s, out, c == 'P', upper);
	*upper |= (c | 0x20) == 'w'; /* \W, too: its ranges end beside circled capitals */
	if (!s->mode.ascii) {
		buf_printf(out, "[\\%c]", c);
		return 1;
	}
	set = (c | 0x20) == 'd' ? "0-9" : (c | 0x20) == 's' ? "\\t-\\r\\x20" : "0-9A-Za-z_";
	buf_printf(out, "[%s%s]", c < 'a' ? "^" : "", set);
	return 1;
}
