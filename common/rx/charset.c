#include "ember/rx/charset.h"

#include "ember/base/def.h"

#define CHARSET_NEST 32u /* classes within classes */
#define PROPERTY_MAX 32u /* bytes of a property's name; longer ones are not known here */

/* ASCII ranges, first and last byte of each. */
#define DIGIT "09"
#define UPPER "AZ"
#define LOWER "az"
#define ALPHA UPPER LOWER
#define ALNUM DIGIT ALPHA
#define WORD ALNUM "__"
#define SPACE "\t\r  "
#define BLANK "\t\t  "
#define PUNCT "!/:@[`{~"
#define HEX DIGIT "AFaf"
#define CNTRL "\001\037\177\177" /* and NUL: see charset_named */
#define GRAPH "!~"
#define PRINT " ~"
#define P_PUNCT "!#%*,/:;?@[]__{{}}" /* not POSIX's: those that are symbols are not among them */
#define P_SYMBOL "$$++<>^^``||~~"

/* Names of properties and POSIX brackets, without blanks, '_' and '-', in lower case. */
static const struct charset_name {
	const char *name, *ranges;
	bool high, more, guess; /* past ASCII too; NUL too; not all of the ranges belong to it */
	bool plain;             /* holds no letters past ASCII */
} charset_names[] = {
	{ "alnum", ALNUM, true, false, false, false },
	{ "alpha", ALPHA, true, false, false, false },
	{ "alphabetic", ALPHA, true, false, false, false },
	{ "ascii", "\001\177", false, true, false, true },
	{ "blank", BLANK, true, false, false, true },
	{ "cntrl", CNTRL, true, true, false, true },
	{ "cyrillic", "", true, false, false, false },
	{ "digit", DIGIT, true, false, false, true },
	{ "graph", GRAPH, true, false, false, false },
	{ "greek", "", true, false, false, false },
	{ "han", "", true, false, false, true },
	{ "hiragana", "", true, false, false, true },
	{ "katakana", "", true, false, false, true },
	{ "l", ALPHA, true, false, false, false },
	{ "latin", ALPHA, true, false, false, false },
	{ "letter", ALPHA, true, false, false, false },
	{ "ll", LOWER, true, false, false, false },
	{ "lm", "", true, false, false, false },
	{ "lo", "", true, false, false, false },
	{ "lower", LOWER, true, false, false, false },
	{ "lt", "", true, false, false, false },
	{ "lu", UPPER, true, false, false, false },
	{ "m", "", true, false, false, false },
	{ "mc", "", true, false, false, false },
	{ "mn", "", true, false, false, false },
	{ "n", DIGIT, true, false, false, false },
	{ "nd", DIGIT, true, false, false, true },
	{ "nl", "", true, false, false, false },
	{ "no", "", true, false, false, true },
	{ "p", P_PUNCT, true, false, false, true },
	{ "pc", "__", true, false, false, true },
	{ "print", PRINT, true, false, false, false },
	{ "punct", PUNCT, true, false, true, true },
	{ "punctuation", P_PUNCT, true, false, false, true },
	{ "s", P_SYMBOL, true, false, false, false },
	{ "space", SPACE, true, false, false, true },
	{ "symbol", P_SYMBOL, true, false, false, false },
	{ "upper", UPPER, true, false, false, false },
	{ "word", WORD, true, false, false, false },
	{ "xdigit", HEX, false, false, false, true },
	{ "z", "  ", true, false, false, true },
	{ "zs", "  ", true, false, false, true },
};

static const struct charset charset_any = { .ascii = { { UINT64_MAX, UINT64_MAX } }, .high = true, .folds = true };

static struct charset charset_ranges(const char *ranges, bool high, bool folds)
{
	struct charset c = { .high = high, .exact = true, .folds = folds };
	for (; *ranges; ranges += 2)
		for (unsigned i = (unsigned char)ranges[0]; i <= (unsigned char)ranges[1]; i++)
			cols_add(&c.ascii, i);
	return c;
}

struct charset charset_not(struct charset c)
{
	if (!c.exact)
		return charset_any;
	return (struct charset){ cols_not(c.ascii), !c.high_all, !c.high, true, !c.high_all };
}

static struct charset charset_or(struct charset a, struct charset b)
{
	return (struct charset){ cols_or(a.ascii, b.ascii), a.high || b.high,
		a.high_all || b.high_all, a.exact && b.exact, a.folds || b.folds };
}

static struct charset charset_and(struct charset a, struct charset b)
{
	return (struct charset){ cols_and(a.ascii, b.ascii), a.high && b.high,
		a.high_all && b.high_all, a.exact && b.exact, a.folds && b.folds };
}

struct charset charset_of(uint32_t code)
{
	struct charset c = { .high = code > 127, .exact = true, .folds = code > 127 };
	if (code < 128)
		cols_add(&c.ascii, code);
	return c;
}

struct cols charset_fold(struct cols ascii)
{
	const uint64_t letters = 0x07fffffeu;
	uint64_t both = (ascii.w[1] | ascii.w[1] >> 32) & letters;
	ascii.w[1] |= both | both << 32;
	return ascii;
}

static struct charset charset_named(struct str name, bool *known)
{
	*known = true;
	for (size_t i = 0; i < COUNTOF(charset_names); i++) {
		const struct charset_name *n = &charset_names[i];
		if (!str_eqc(name, n->name))
			continue;
		struct charset c = charset_ranges(n->ranges, n->high, n->high && !n->plain);
		if (n->more)
			cols_add(&c.ascii, 0);
		c.exact = !n->guess;
		return c;
	}
	*known = false;
	return charset_any;
}

static bool take(struct str *s, char c)
{
	if (!s->n || s->p[0] != c)
		return false;
	*s = str_sub(*s, 1, s->n);
	return true;
}

uint32_t charset_char(struct str *s)
{
	uint8_t c = (uint8_t)s->p[0];
	size_t n = 1;
	if (c >= 0x80) /* only that it is past ASCII counts */
		while (n < s->n && ((uint8_t)s->p[n] & 0xc0) == 0x80)
			n++;
	*s = str_sub(*s, n, s->n);
	return c;
}

/* At most `max` digits of that base. */
static unsigned charset_number(struct str *s, unsigned base, unsigned max, uint32_t *value)
{
	unsigned n = 0;
	*value = 0;
	for (; n < max && s->n; n++, *s = str_sub(*s, 1, s->n)) {
		unsigned d = (unsigned)ascii_hex(s->p[0]);
		if (d >= base) /* no digit is a huge one */
			break;
		*value = *value * base + d;
	}
	return n;
}

static struct charset_escape escape_char(uint32_t code)
{
	return (struct charset_escape){ CHARSET_CHAR, code, { .ascii = COLS_NONE } };
}

static struct charset_escape escape_set(struct charset set)
{
	return (struct charset_escape){ CHARSET_SET, 0, set };
}

/* \p{name}, \P{^name}: at the brace. */
static struct charset_escape escape_property(struct str *s, bool negated)
{
	size_t end = str_chr(*s, '}'), n = 0;
	char name[PROPERTY_MAX];
	bool known;
	if (!take(s, '{') || end == STR_NONE)
		return escape_set(charset_any);
	struct str text = str_sub(*s, 0, end - 1);
	*s = str_sub(*s, end, s->n);
	if (take(&text, '^'))
		negated = !negated;
	for (size_t i = 0; i < text.n; i++) {
		if (text.p[i] == ' ' || text.p[i] == '_' || text.p[i] == '-')
			continue;
		if (n == PROPERTY_MAX)
			return escape_set(charset_any);
		name[n++] = ascii_lower(text.p[i]);
	}
	struct charset c = charset_named((struct str){ name, n }, &known);
	return escape_set(negated ? charset_not(c) : c);
}

/* \x41, \x{1F600}; two digits past 7F name a byte of a character. */
static struct charset_escape escape_hex(struct str *s)
{
	uint32_t v;
	if (take(s, '{')) {
		size_t end = str_chr(*s, '}');
		if (end == STR_NONE)
			return escape_set(charset_any);
		struct str digits = str_sub(*s, 0, end);
		*s = str_sub(*s, end + 1, s->n);
		if (charset_number(&digits, 16, 8, &v) && !digits.n)
			return escape_char(v);
		return escape_set(charset_any); /* several in one brace */
	}
	charset_number(s, 16, 2, &v);
	struct charset_escape e = escape_char(v);
	if (v > 127)
		e.kind = CHARSET_BYTE;
	return e;
}

static struct charset_escape escape_octal(struct str *s, uint32_t first, unsigned more)
{
	uint32_t v;
	unsigned n = charset_number(s, 8, more, &v);
	struct charset_escape e = escape_char((first << 3 * n | v) & 0xff);
	if (e.code > 127)
		e.kind = CHARSET_BYTE;
	return e;
}

static bool escape_letter(char c, struct charset *set)
{
	switch (ascii_lower(c)) {
	case 'd':
		*set = charset_ranges(DIGIT, true, false);
		break;
	case 'w':
		*set = charset_ranges(WORD, true, true);
		break;
	case 's':
		*set = charset_ranges(SPACE, true, false);
		break;
	case 'h':
		*set = charset_ranges(HEX, false, false);
		break;
	default:
		return false;
	}
	if (c < 'a')
		*set = charset_not(*set);
	return true;
}

static bool escape_control(char c, uint32_t *code)
{
	static const char from[] = "tnrfvae", to[] = "\t\n\r\f\v\a\033";
	for (size_t i = 0; from[i]; i++) {
		if (from[i] == c) {
			*code = (unsigned char)to[i];
			return true;
		}
	}
	return false;
}

/* \cX, \C-X, \M-X: some control byte. */
static struct charset_escape escape_meta(struct str *s)
{
	*s = str_sub(*s, 1, s->n);
	return escape_set(charset_any);
}

struct charset_escape charset_escape(struct str *s, bool in_class)
{
	struct charset set;
	uint32_t code;
	if (!s->n)
		return escape_char('\\');
	char c = s->p[0];
	if ((uint8_t)c >= 0x80)
		return escape_char(charset_char(s));
	*s = str_sub(*s, 1, s->n);
	if (escape_letter(c, &set))
		return escape_set(set);
	if (escape_control(c, &code))
		return escape_char(code);
	if (c == 'p' || c == 'P')
		return escape_property(s, c == 'P');
	if (c == 'x')
		return escape_hex(s);
	if (c == 'u') {
		charset_number(s, 16, 4, &code);
		return escape_char(code);
	}
	if (c == 'c' || c == 'C' || c == 'M')
		return escape_meta(s);
	if (c == '0')
		return escape_octal(s, 0, 2);
	if (in_class && c >= '1' && c <= '7')
		return escape_octal(s, (uint32_t)(c - '0'), 2);
	if (in_class)
		return escape_char(c == 'b' ? 8 : (uint32_t)c);
	if (ascii_digit(c) || (c && str_chr(STR("bBAzZGKRXykgNOY"), c) != STR_NONE))
		return (struct charset_escape){ CHARSET_SPECIAL, (uint32_t)c, charset_any };
	return escape_char((uint32_t)c);
}

/* [:name:] or [:^name:], behind its '['. */
static bool class_posix(struct str *s, struct charset *out)
{
	struct str rest = *s;
	bool negated, known;
	if (!take(&rest, ':'))
		return false;
	negated = take(&rest, '^');
	size_t end = str_find(rest, STR(":]"));
	if (end == STR_NONE || end > PROPERTY_MAX)
		return false;
	struct charset c = charset_named(str_sub(rest, 0, end), &known);
	if (!known)
		return false;
	*out = negated ? charset_not(c) : c;
	*s = str_sub(rest, end + 2, rest.n);
	return true;
}

/* One member: a character (its code) or a set. */
static bool class_member(struct str *s, uint32_t *code, struct charset *set)
{
	*code = 0;
	if (!take(s, '\\')) {
		*code = charset_char(s);
		return true;
	}
	struct charset_escape e = charset_escape(s, true);
	if (e.kind == CHARSET_BYTE) { /* which character it belongs to is not known */
		*set = (struct charset){ .high = true, .folds = true };
		return false;
	}
	*set = e.set;
	*code = e.code;
	return e.kind == CHARSET_CHAR;
}

static struct charset class_range(uint32_t from, uint32_t to)
{
	struct charset c = { .high = to > 127, .exact = true, .folds = to > 127 };
	c.high_all = from <= 128 && to >= 0x10ffff;
	for (uint32_t i = from; i <= to && i < 128; i++)
		cols_add(&c.ascii, i);
	return c;
}

/* What may follow a first character: "-x" makes a range of it. */
static struct charset class_from(struct str *s, uint32_t code)
{
	uint32_t to;
	struct charset set, one = charset_of(code);
	if (s->n > 1 && s->p[0] == '-' && s->p[1] == '[')
		one.exact = false; /* Oniguruma forgets what a range to a class would begin with */
	if (s->n < 2 || s->p[0] != '-' || s->p[1] == ']' || s->p[1] == '[')
		return one;
	struct str rest = str_sub(*s, 1, s->n);
	if (!class_member(&rest, &to, &set))
		return one;
	if (to < code) { /* Oniguruma refuses that */
		one.exact = false;
		return one;
	}
	*s = rest;
	/* A '-' that begins a range may be meant as itself: then this is more than it matches. */
	struct charset range = class_range(code, to);
	if (code > 127 || to > 127)
		range.high = range.folds = true;
	range.exact = code != '-';
	return charset_or(one, range);
}

static bool class_parse(struct str *s, unsigned nest, struct charset *out, bool *negated);

static bool class_nested(struct str *s, unsigned nest, struct charset *out)
{
	bool negated;
	if (class_posix(s, out))
		return true;
	if (str_starts(*s, STR(":")) && str_find(*s, STR(":]")) != STR_NONE)
		return false; /* of a name that is not known: not understood */
	if (!class_parse(s, nest + 1, out, &negated))
		return false;
	if (negated)
		*out = charset_not(*out);
	return true;
}

/* Everything but the negation, which comes behind the folding. */
static bool class_parse(struct str *s, unsigned nest, struct charset *out, bool *negated)
{
	struct charset acc = { .exact = true }, left = { .exact = true }, set;
	bool and = false;
	uint32_t code;
	if (nest > CHARSET_NEST)
		return false;
	*negated = take(s, '^');
	for (bool first = true;; first = false) {
		if (!s->n)
			return false;
		if (!first && take(s, ']'))
			break;
		if (take(s, '[')) {
			if (!class_nested(s, nest, &set))
				return false;
			acc = charset_or(acc, set);
		} else if (str_starts(*s, STR("&&"))) {
			*s = str_sub(*s, 2, s->n);
			left = and ? charset_and(left, acc) : acc;
			acc = (struct charset){ .exact = true };
			and = true;
		} else if (class_member(s, &code, &set)) {
			acc = charset_or(acc, class_from(s, code));
		} else {
			acc = charset_or(acc, set);
		}
	}
	*out = and ? charset_and(left, acc) : acc;
	return true;
}

bool charset_class(struct str *s, bool fold, struct charset *out, bool *folded)
{
	bool negated;
	*folded = false;
	if (!class_parse(s, 0, out, &negated))
		return false;
	if (fold) {
		struct cols both = charset_fold(out->ascii);
		*folded = out->folds && !negated;
		if (both.w[1] & 0x07fffffeu) /* letters past ASCII fold to some of these */
			out->high = true;
		out->ascii = both;
	}
	if (negated)
		*out = charset_not(*out);
	return true;
}
