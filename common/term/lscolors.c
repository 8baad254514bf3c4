#include "ember/term/lscolors.h"

#include <fnmatch.h>
#include <string.h>
#include <sys/stat.h>

#include "ember/base/buf.h"
#include "ember/base/size.h"

/* Caps on what the environment may make us build. */
#define LSCOLORS_RULES_MAX 65536
#define LSCOLORS_NODES_MAX (1u << 22)

/* One byte of a reversed suffix; the children of a node are a list. Node 0 is the root. */
struct lscolors_node {
	uint32_t child, sibling; /* 0 = none */
	uint32_t rule;           /* newest rule that ends here, 1-based; 0 = none */
	unsigned char byte;      /* folded */
};

/* One "*SUFFIX=SEQ". A greater index was given later and wins. */
struct lscolors_rule {
	struct str suffix, text;
	uint32_t older; /* rule of the same folded suffix, other letters; 1-based */
	bool exact;     /* another case of this suffix has another colour */
};

static const struct {
	unsigned char key;
	struct str text;
} lscolors_builtin[] = {
	{ LSCOLORS_LC, STR_INIT("\033[") },
	{ LSCOLORS_RC, STR_INIT("m") },
	{ LSCOLORS_RS, STR_INIT("0") },
	{ LSCOLORS_DI, STR_INIT("01;34") },
	{ LSCOLORS_LN, STR_INIT("01;36") },
	{ LSCOLORS_PI, STR_INIT("33") },
	{ LSCOLORS_SO, STR_INIT("01;35") },
	{ LSCOLORS_BD, STR_INIT("01;33") },
	{ LSCOLORS_CD, STR_INIT("01;33") },
	{ LSCOLORS_EX, STR_INIT("01;32") },
	{ LSCOLORS_DO, STR_INIT("01;35") },
	{ LSCOLORS_SU, STR_INIT("37;41") },
	{ LSCOLORS_SG, STR_INIT("30;43") },
	{ LSCOLORS_ST, STR_INIT("37;44") },
	{ LSCOLORS_OW, STR_INIT("34;42") },
	{ LSCOLORS_TW, STR_INIT("30;42") },
	{ LSCOLORS_CL, STR_INIT("\033[K") },
};

void lscolors_init(struct lscolors *c)
{
	*c = (struct lscolors){ .link_target = false };
	for (size_t i = 0; i < COUNTOF(lscolors_builtin); i++) {
		c->key[lscolors_builtin[i].key].text = lscolors_builtin[i].text;
		c->key[lscolors_builtin[i].key].set = true;
	}
}

/* ---------------------------------------------------------------- reading LS_COLORS */

/* The escape after a backslash at *at. False when the text ends there. */
static bool lscolors_escape(struct str s, size_t *at, char *out)
{
	static const char from[] = "abefnrtv?_", to[] = "\a\b\033\f\n\r\t\v\177 ";
	if (*at >= s.n)
		return false;
	char c = s.p[(*at)++];
	const char *known = memchr(from, c, sizeof(from) - 1);
	unsigned value = 0;
	if (c >= '0' && c <= '7') {
		value = (unsigned)(c - '0');
		while (*at < s.n && s.p[*at] >= '0' && s.p[*at] <= '7')
			value = (value << 3) + (unsigned)(s.p[(*at)++] - '0');
		*out = (char)(value & 255);
	} else if (c == 'x' || c == 'X') {
		while (*at < s.n && ascii_hex(s.p[*at]) >= 0)
			value = (value << 4) + (unsigned)ascii_hex(s.p[(*at)++]);
		*out = (char)(value & 255);
	} else {
		*out = known ? to[known - from] : c;
	}
	return true;
}

/* ^c: a control character. */
static bool lscolors_control(struct str s, size_t *at, char *out)
{
	if (*at >= s.n)
		return false;
	char c = s.p[*at];
	if (c == '?') { /* GNU leaves the question mark to stand for itself too */
		*out = 127;
		return true;
	}
	++*at;
	*out = (char)(c & 31);
	return c >= '@' && c <= '~';
}

/* Text up to ':' (or '=' when `key`), with escapes resolved, into b. False when malformed. */
static bool lscolors_text(struct str s, size_t *at, bool key, struct buf *b)
{
	buf_clear(b);
	while (*at < s.n && s.p[*at] != ':' && !(key && s.p[*at] == '=')) {
		char c = s.p[(*at)++];
		if (c == '\\' && !lscolors_escape(s, at, &c))
			return false;
		if (c == '^' && s.p[*at - 1] == '^' && !lscolors_control(s, at, &c))
			return false;
		buf_char(b, c);
	}
	return true;
}

static int lscolors_key_of(const char *two)
{
	for (int i = 0; i < LSCOLORS_COUNT; i++)
		if (memcmp(&LSCOLORS_KEYS[2 * i], two, 2) == 0)
			return i;
	return -1;
}

/* What building needs beside the table. */
struct lscolors_build {
	struct lscolors *c;
	struct arena *arena;
	struct buf buf;
	uint32_t cap_nodes, cap_rules;
};

static void *lscolors_grow(struct arena *a, void *old, size_t n, uint32_t *cap, size_t size)
{
	*cap = *cap ? *cap * 2 : 256;
	void *more = arena_zalloc(a, size_mul(*cap, size));
	if (n)
		memcpy(more, old, n * size);
	return more;
}

static uint32_t lscolors_child(const struct lscolors *c, uint32_t node, unsigned char byte)
{
	uint32_t at = c->nodes[node].child;
	while (at && c->nodes[at].byte != byte)
		at = c->nodes[at].sibling;
	return at;
}

static uint32_t lscolors_add_child(struct lscolors_build *s, uint32_t node, unsigned char byte)
{
	struct lscolors *c = s->c;
	uint32_t at = lscolors_child(c, node, byte);
	if (at || c->n_nodes >= LSCOLORS_NODES_MAX)
		return at;
	if (c->n_nodes == s->cap_nodes)
		c->nodes = lscolors_grow(
			s->arena, c->nodes, c->n_nodes, &s->cap_nodes, sizeof(*c->nodes));
	at = c->n_nodes++;
	c->nodes[at] = (struct lscolors_node){ .sibling = c->nodes[node].child, .byte = byte };
	c->nodes[node].child = at;
	return at;
}

static void lscolors_add_rule(struct lscolors_build *s, struct str suffix, struct str text)
{
	struct lscolors *c = s->c;
	uint32_t node = 0;
	if (c->n_rules >= LSCOLORS_RULES_MAX)
		return;
	if (c->n_nodes == 0) {
		c->nodes = lscolors_grow(s->arena, NULL, 0, &s->cap_nodes, sizeof(*c->nodes));
		c->n_nodes = 1;
	}
	for (size_t i = suffix.n; i-- > 0;) {
		node = lscolors_add_child(s, node, (unsigned char)ascii_lower(suffix.p[i]));
		if (!node)
			return;
	}
	if (c->n_rules == s->cap_rules)
		c->rules = lscolors_grow(
			s->arena, c->rules, c->n_rules, &s->cap_rules, sizeof(*c->rules));
	struct lscolors_rule *rule = &c->rules[c->n_rules++];
	*rule = (struct lscolors_rule){ .suffix = suffix, .text = text };
	/* Keep older rules only while they differ in case and colour both. */
	uint32_t *link = &c->nodes[node].rule;
	rule->older = *link;
	*link = c->n_rules;
	for (link = &rule->older; *link;) {
		struct lscolors_rule *old = &c->rules[*link - 1];
		if (str_eq(old->suffix, suffix) || str_eq(old->text, text)) {
			*link = old->older;
		} else {
			old->exact = rule->exact = true;
			link = &old->older;
		}
	}
}

static int lscolors_entries(struct lscolors_build *s, struct str text, struct str *unknown)
{
	for (size_t at = 0; at < text.n;) {
		if (text.p[at] == ':') {
			at++;
			continue;
		}
		bool suffix = text.p[at] == '*';
		char two[2] = { 0, 0 };
		struct str key = { NULL, 0 };
		if (suffix) {
			at++;
			if (!lscolors_text(text, &at, true, &s->buf))
				return -1;
			key = arena_str(s->arena, buf_view(&s->buf));
		} else {
			if (text.n - at < 3)
				return -1;
			memcpy(two, text.p + at, 2);
			at += 2;
		}
		if (at >= text.n || text.p[at] != '=')
			return -1;
		at++;
		int known = suffix ? 0 : lscolors_key_of(two);
		if (known < 0 || !lscolors_text(text, &at, false, &s->buf)) {
			if (unknown && !suffix) /* GNU says so of a known one with a wrong value, too */
				*unknown = arena_str(s->arena, (struct str){ two, 2 });
			return -1;
		}
		struct str value = arena_str(s->arena, buf_view(&s->buf));
		if (suffix) {
			lscolors_add_rule(s, key, value);
		} else {
			s->c->key[known].text = value;
			s->c->key[known].set = true;
		}
	}
	return 0;
}

int lscolors_parse(struct lscolors *c, struct arena *a, struct str text, struct str *unknown)
{
	lscolors_init(c);
	if (unknown)
		*unknown = (struct str){ NULL, 0 };
	struct lscolors_build s = { .c = c, .arena = a };
	int ret = lscolors_entries(&s, text, unknown);
	buf_fini(&s.buf);
	c->link_target = c->key[LSCOLORS_LN].set && str_eqc(c->key[LSCOLORS_LN].text, "target");
	return ret;
}

bool lscolors_terminal(const char *term, const char *colorterm)
{
	static const char *const known[] = { "Eterm", "ansi", "*color*", "con[0-9]*x[0-9]*",
		"cons25", "console", "cygwin", "*direct*", "dtterm", "gnome", "hurd", "jfbterm",
		"konsole", "kterm", "linux", "linux-c", "mlterm", "putty", "rxvt*", "screen*", "st",
		"terminator", "tmux*", "vt100", "xterm*" };
	if (colorterm && *colorterm)
		return true;
	for (size_t i = 0; term && i < COUNTOF(known); i++)
		if (fnmatch(known[i], term, 0) == 0)
			return true;
	return false;
}

/* ---------------------------------------------------------------- asking */

bool lscolors_on(const struct lscolors *c, enum lscolors_key key)
{
	struct str s = c->key[key].text;
	if (!c->key[key].set || s.n == 0)
		return false;
	return !(s.p[0] == '0' && (s.n == 1 || (s.n == 2 && s.p[1] == '0')));
}

unsigned lscolors_needs(const struct lscolors *c)
{
	unsigned need = 0;
	if (lscolors_on(c, LSCOLORS_SU) || lscolors_on(c, LSCOLORS_SG) ||
		lscolors_on(c, LSCOLORS_EX) || lscolors_on(c, LSCOLORS_MH))
		need |= LSCOLORS_NEED_FILE;
	if (lscolors_on(c, LSCOLORS_CA))
		need |= LSCOLORS_NEED_FILE | LSCOLORS_NEED_CAP;
	if (lscolors_on(c, LSCOLORS_ST) || lscolors_on(c, LSCOLORS_OW) ||
		lscolors_on(c, LSCOLORS_TW))
		need |= LSCOLORS_NEED_DIR;
	if (c->link_target || lscolors_on(c, LSCOLORS_OR) || lscolors_on(c, LSCOLORS_MI))
		need |= LSCOLORS_NEED_TARGET;
	return need;
}

static enum lscolors_key lscolors_file_key(const struct lscolors *c, const struct lscolors_file *f)
{
	if ((f->mode & S_ISUID) && lscolors_on(c, LSCOLORS_SU))
		return LSCOLORS_SU;
	if ((f->mode & S_ISGID) && lscolors_on(c, LSCOLORS_SG))
		return LSCOLORS_SG;
	if (f->has_cap && lscolors_on(c, LSCOLORS_CA))
		return LSCOLORS_CA;
	if ((f->mode & 0111) && lscolors_on(c, LSCOLORS_EX))
		return LSCOLORS_EX;
	if (f->nlink > 1 && lscolors_on(c, LSCOLORS_MH))
		return LSCOLORS_MH;
	return LSCOLORS_FI;
}

static enum lscolors_key lscolors_dir_key(const struct lscolors *c, unsigned mode)
{
	if ((mode & S_ISVTX) && (mode & S_IWOTH) && lscolors_on(c, LSCOLORS_TW))
		return LSCOLORS_TW;
	if ((mode & S_IWOTH) && lscolors_on(c, LSCOLORS_OW))
		return LSCOLORS_OW;
	if ((mode & S_ISVTX) && lscolors_on(c, LSCOLORS_ST))
		return LSCOLORS_ST;
	return LSCOLORS_DI;
}

static enum lscolors_key lscolors_type_key(const struct lscolors *c, const struct lscolors_file *f)
{
	unsigned mode = f->mode;
	struct lscolors_file target;
	if (S_ISLNK(mode) && c->link_target && !f->broken && f->target) {
		target = *f;
		target.mode = mode = f->target;
		f = &target;
	}
	switch (mode & S_IFMT) {
	case S_IFREG: return f->known ? lscolors_file_key(c, f) : LSCOLORS_FI;
	case S_IFDIR: return f->known ? lscolors_dir_key(c, mode) : LSCOLORS_DI;
	case S_IFLNK:
		return f->broken && (c->link_target || lscolors_on(c, LSCOLORS_OR)) ? LSCOLORS_OR
										    : LSCOLORS_LN;
	case S_IFIFO: return LSCOLORS_PI;
	case S_IFSOCK: return LSCOLORS_SO;
	case S_IFBLK: return LSCOLORS_BD;
	case S_IFCHR: return LSCOLORS_CD;
	default: return LSCOLORS_OR;
	}
}

bool lscolors_suffix(const struct lscolors *c, struct str name, struct str *sgr)
{
	uint32_t best = 0, node = 0;
	for (size_t i = name.n; c->n_nodes;) {
		for (uint32_t r = c->nodes[node].rule; r; r = c->rules[r - 1].older)
			if (r > best &&
				(!c->rules[r - 1].exact || str_ends(name, c->rules[r - 1].suffix)))
				best = r;
		if (i-- == 0)
			break;
		node = lscolors_child(c, node, (unsigned char)ascii_lower(name.p[i]));
		if (!node)
			break;
	}
	if (!best)
		return false;
	*sgr = c->rules[best - 1].text;
	return true;
}

bool lscolors_find(const struct lscolors *c, const struct lscolors_file *f, struct str *sgr)
{
	enum lscolors_key key = LSCOLORS_MI;
	if (!f->missing || !lscolors_on(c, LSCOLORS_MI))
		key = lscolors_type_key(c, f);
	if (key == LSCOLORS_FI && lscolors_suffix(c, f->name, sgr))
		return true;
	*sgr = c->key[key].text;
	return c->key[key].set;
}
