#include "ember/term/keys.h"

#include <string.h>

#include "ember/base/def.h"
#include "ember/base/str.h"
#include "ember/text/utf8.h"

enum { SWALLOW_MAX = 4096, PARAMS_MAX = 4 };

/* What a look at an open sequence says. */
enum keys_found {
	FOUND_MORE,    /* not complete */
	FOUND_KEY,     /* *key */
	FOUND_NOTHING, /* complete, but no key (a reply, a mouse button) */
	FOUND_STRING,  /* a string reply begins */
};

static uint32_t keys_modified(uint32_t key, unsigned modifiers)
{
	unsigned bits = modifiers ? modifiers - 1 : 0;
	return key | (bits & 1 ? KEYS_SHIFT : 0) | (bits & 2 ? KEYS_META : 0) |
		(bits & 4 ? KEYS_CTRL : 0);
}

/* ---------------------------------------------------------------- CSI */

struct csi {
	unsigned param[PARAMS_MAX];
	unsigned n;
	unsigned char prefix; /* ? < > = or 0 */
	unsigned char final;
	bool odd; /* an intermediate byte stood before the final one */
};

/* From behind "ESC [". */
static enum keys_found csi_read(struct csi *c, const unsigned char *p, size_t n)
{
	*c = (struct csi){ .n = 1 };
	for (size_t i = 0; i < n; i++) {
		unsigned char b = p[i];
		if (i == 0 && b >= '<' && b <= '?') {
			c->prefix = b;
		} else if (b >= '0' && b <= '9') {
			unsigned *at = &c->param[c->n - 1];
			*at = *at < 100000 ? *at * 10 + (unsigned)(b - '0') : *at;
		} else if (b == ';') {
			if (c->n < PARAMS_MAX)
				c->n++;
		} else if (b >= 0x20 && b < 0x40) {
			c->odd = c->odd || b != ':';
		} else if (b >= 0x40 && b < 0x7f) {
			c->final = b;
			return FOUND_KEY;
		} else {
			return FOUND_NOTHING; /* a control byte: whatever this was, it is over */
		}
	}
	return FOUND_MORE;
}

static uint32_t csi_tilde(unsigned number)
{
	static const uint32_t named[9] = { 0, KEYS_HOME, KEYS_INSERT, KEYS_DELETE, KEYS_END,
		KEYS_PAGE_UP, KEYS_PAGE_DOWN, KEYS_HOME, KEYS_END };
	static const unsigned char function[24] = { 1, 2, 3, 4, 5, 0, 6, 7, 8, 9, 10, 0, 11, 12, 13,
		14, 0, 15, 16, 0, 17, 18, 19, 20 };
	if (number < COUNTOF(named) && number > 0)
		return named[number];
	if (number >= 11 && number - 11 < COUNTOF(function) && function[number - 11])
		return KEYS_FUNCTION + function[number - 11];
	return KEYS_UNKNOWN;
}

static uint32_t csi_letter(unsigned char final)
{
	switch (final) {
	case 'A': return KEYS_UP;
	case 'B': return KEYS_DOWN;
	case 'C': return KEYS_RIGHT;
	case 'D': return KEYS_LEFT;
	case 'H': return KEYS_HOME;
	case 'F': return KEYS_END;
	case 'P':
	case 'Q':
	case 'R':
	case 'S': return KEYS_FUNCTION + 1 + (uint32_t)(final - 'P');
	default: return KEYS_UNKNOWN;
	}
}

static enum keys_found csi_mouse(unsigned button, uint32_t *key)
{
	unsigned wheel = button & ~28u; /* without shift, meta, control */
	if (wheel != 64 && wheel != 65)
		return FOUND_NOTHING;
	*key = wheel == 64 ? KEYS_WHEEL_UP : KEYS_WHEEL_DOWN;
	return FOUND_KEY;
}

/* CSI code ; modifiers u: a character with its modifiers. */
static uint32_t csi_unicode(const struct csi *c)
{
	uint32_t cp = c->param[0];
	unsigned bits = c->param[1] ? c->param[1] - 1 : 0;
	if (!cp || cp >= KEYS_NAMED || (cp >= 0xd800 && cp < 0xe000))
		return KEYS_UNKNOWN;
	if (bits & 4 && cp < 128 && ascii_alpha((char)cp))
		return keys_modified(cp & 31, c->param[1] & ~5u);
	return keys_modified(cp, (bits & 2u) + 1);
}

static enum keys_found csi_key(struct keys *k, const struct csi *c, uint32_t *key)
{
	unsigned modifiers = c->param[1] <= 16 ? c->param[1] : 0;
	if (c->prefix == '<')
		return c->final == 'M' || c->final == 'm' ? csi_mouse(c->param[0], key)
							  : FOUND_NOTHING;
	if (c->prefix || c->odd || strchr("cntyIO", c->final))
		return FOUND_NOTHING; /* replies and focus */
	if (c->final == 'R' && !(c->param[0] <= 1 && modifiers > 1))
		return FOUND_NOTHING; /* where the cursor is */
	if (c->final == '~' && (c->param[0] == 200 || c->param[0] == 201)) {
		k->paste = c->param[0] == 200;
		return FOUND_NOTHING;
	}
	if (c->final == '~')
		*key = csi_tilde(c->param[0]);
	else if (c->final == 'Z')
		*key = KEYS_BACK_TAB;
	else if (c->final == 'u')
		*key = csi_unicode(c);
	else
		*key = csi_letter(c->final);
	if (c->final != 'u' && *key != KEYS_UNKNOWN && *key != KEYS_BACK_TAB)
		*key = keys_modified(*key, modifiers);
	return FOUND_KEY;
}

/* ---------------------------------------------------------------- sequences */

static enum keys_found keys_ss3(unsigned char b, uint32_t *key)
{
	if (b == 'M')
		*key = '\r';
	else if (b >= 'j' && b <= 'y')
		*key = (uint32_t)"*+,-./0123456789"[b - 'j'];
	else
		*key = csi_letter(b);
	return FOUND_KEY;
}

/* A character at p: its length in *len when complete. Bad bytes are U+FFFD, one at a time. */
static enum keys_found keys_character(const unsigned char *p, size_t n, uint32_t *key, size_t *len)
{
	struct str s = { (const char *)p, n };
	*len = utf8_decode(s, key);
	if (*len)
		return FOUND_KEY;
	if (utf8_tail(s) == n && n < 4)
		return FOUND_MORE;
	*key = 0xfffd;
	*len = 1;
	return FOUND_KEY;
}

static enum keys_found keys_escape(
	struct keys *k, const unsigned char *p, size_t n, uint32_t *key, size_t *len)
{
	*len = n;
	if (n < 2)
		return FOUND_MORE;
	switch (p[1]) {
	case '[':
		if (n >= 3 && p[2] == 'M') { /* the old mouse: three bytes */
			return n < 6 ? FOUND_MORE : csi_mouse(p[3] - 32u, key);
		} else if (n >= 3 && p[2] == '[') { /* the Linux console's F1 to F5 */
			*key = n < 4 || p[3] < 'A' || p[3] > 'E'
				? KEYS_UNKNOWN
				: KEYS_FUNCTION + 1 + (uint32_t)(p[3] - 'A');
			return n < 4 ? FOUND_MORE : FOUND_KEY;
		} else {
			struct csi c;
			enum keys_found found = csi_read(&c, p + 2, n - 2);
			return found == FOUND_KEY ? csi_key(k, &c, key) : found;
		}
	case 'O': return n < 3 ? FOUND_MORE : keys_ss3(p[2], key);
	case ']':
	case 'P':
	case '_':
	case '^':
	case 'X': return FOUND_STRING;
	default: {
		size_t used;
		enum keys_found found = keys_character(p + 1, n - 1, key, &used);
		*len = used + 1;
		*key |= found == FOUND_KEY ? KEYS_META : 0;
		return found;
	}
	}
}

static void keys_drop(struct keys *k, size_t n)
{
	memmove(k->part, k->part + n, k->n - n);
	k->n -= n;
}

/* Look at what is open; true when a key came out of it. */
static bool keys_take(struct keys *k, uint32_t *key)
{
	size_t len = 1;
	enum keys_found found;
	bool twice = k->n >= 2 && k->part[0] == KEYS_ESC && k->part[1] == KEYS_ESC;
	if (k->part[0] != KEYS_ESC) {
		found = keys_character(k->part, k->n, key, &len);
	} else if (twice) {
		found = k->n < 3 ? FOUND_MORE : keys_escape(k, k->part + 1, k->n - 1, key, &len);
		len++;
		*key |= found == FOUND_KEY ? KEYS_META : 0;
	} else {
		found = keys_escape(k, k->part, k->n, key, &len);
	}
	if (found == FOUND_MORE && k->n < KEYS_PART_MAX)
		return false;
	if (found == FOUND_MORE) {
		k->n = 0;
		*key = KEYS_UNKNOWN;
		return true;
	}
	keys_drop(k, len < k->n ? len : k->n);
	if (found == FOUND_STRING) {
		k->n = 0;
		k->swallow = true;
		k->swallow_esc = false;
		k->swallowed = 0;
	}
	return found == FOUND_KEY;
}

static void keys_swallow(struct keys *k, unsigned char byte)
{
	bool end = byte == 7 || (k->swallow_esc && byte == '\\');
	k->swallow_esc = byte == KEYS_ESC;
	if (end || byte == 0x18 || byte == 0x1a || ++k->swallowed >= SWALLOW_MAX)
		k->swallow = false;
}

bool keys_feed(struct keys *k, unsigned char byte, uint32_t *key)
{
	if (k->swallow) {
		keys_swallow(k, byte);
		return false;
	}
	k->part[k->n++] = byte;
	return keys_take(k, key);
}

bool keys_pending(const struct keys *k)
{
	return k->n > 0 || k->swallow;
}

bool keys_flush(struct keys *k, uint32_t *key)
{
	k->swallow = false;
	if (!k->n)
		return false;
	unsigned char first = k->part[0];
	keys_drop(k, 1);
	*key = first < 0x80 ? first : 0xfffd;
	if (first == KEYS_ESC && k->n) { /* ESC [ and no more: Alt and the bracket */
		*key = k->part[0] < 0x80 ? k->part[0] | KEYS_META : 0xfffd;
		keys_drop(k, 1);
	}
	return true;
}

/* ---------------------------------------------------------------- names */

struct name {
	char *p;
	size_t n;
};

static void name_add(struct name *to, const char *s)
{
	for (; *s && to->n < 31; s++)
		to->p[to->n++] = *s;
	to->p[to->n] = '\0';
}

void keys_name(char *p, uint32_t key)
{
	static const char *const names[] = { "Up", "Down", "Left", "Right", "Home", "End", "PgUp",
		"PgDn", "Ins", "Del", "Backspace", "S-Tab", "wheel up", "wheel down" };
	struct name to = { p, 0 };
	uint32_t code = KEYS_CODE(key);
	char one[8] = { 0 };
	p[0] = '\0';
	name_add(&to, key & KEYS_META ? "ESC-" : "");
	name_add(&to, key & KEYS_CTRL ? "C-" : "");
	name_add(&to, key & KEYS_SHIFT ? "S-" : "");
	if (code > KEYS_NAMED && code <= KEYS_NAMED + COUNTOF(names)) {
		name_add(&to, names[code - KEYS_NAMED - 1]);
	} else if (code > KEYS_FUNCTION && code < KEYS_UNKNOWN) {
		unsigned f = code - KEYS_FUNCTION;
		one[0] = 'F';
		one[1] = (char)(f >= 10 ? '0' + f / 10 : '0' + f);
		one[2] = (char)(f >= 10 ? '0' + f % 10 : 0);
		name_add(&to, one);
	} else if (code >= KEYS_NAMED) {
		name_add(&to, "that key");
	} else if (code < 32 || code == 127) {
		one[0] = '^';
		one[1] = (char)(code ^ 64);
		name_add(&to, code == KEYS_ESC ? "ESC" : code == '\t' ? "Tab" : one);
	} else {
		utf8_encode(one, code);
		name_add(&to, code == ' ' ? "SPACE" : one);
	}
}
