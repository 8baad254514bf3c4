/* str: a borrowed run of bytes. Not NUL-terminated, not assumed to be UTF-8, never freed. */
#ifndef EMBER_BASE_STR_H
#define EMBER_BASE_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct str {
	const char *p; /* may be NULL when n is 0 */
	size_t n;      /* bytes */
};

/* A str over a string literal, also usable in initialisers. */
#define STR(lit) ((struct str){ "" lit, sizeof(lit) - 1 })
#define STR_INIT(lit) { "" lit, sizeof(lit) - 1 }
/* For "%.*s". */
#define STR_ARG(s) (int)(s).n, (s).n ? (s).p : ""

#define STR_NONE SIZE_MAX /* "not found" of the searching functions */

/* Threads: all functions are pure. */
struct str str_from(const char *c);             /* over a C string; NULL gives the empty str */
bool str_eq(struct str a, struct str b);
bool str_eqc(struct str a, const char *c);
bool str_eq_nocase(struct str a, struct str b); /* ASCII letters folded only */
int str_cmp(struct str a, struct str b);        /* byte order, as memcmp, shorter first */
bool str_starts(struct str s, struct str prefix);
bool str_ends(struct str s, struct str suffix);
size_t str_chr(struct str s, char c);           /* offset of the first c, or STR_NONE */
size_t str_rchr(struct str s, char c);          /* offset of the last c, or STR_NONE */
size_t str_find(struct str s, struct str needle);
struct str str_trim(struct str s);              /* without blanks, TAB, CR, LF at both ends */
struct str str_base(struct str path);           /* last component; trailing slashes kept off */

/*
 * Take the part before the first `sep` off *rest: returns that head, and leaves what follows the
 * separator in *rest (empty when there was none).
 */
struct str str_cut(struct str *rest, char sep);

/* As str_cut, over lines: cuts at LF. False once *rest was empty. */
bool str_line(struct str *rest, struct str *line);

/* FNV-1a based hash, stable within one run only. */
uint64_t str_hash(struct str s);

/* ASCII only; bytes >= 0x80 pass unchanged. */
static inline char ascii_lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}
static inline char ascii_upper(char c)
{
	return c >= 'a' && c <= 'z' ? (char)(c - 32) : c;
}
static inline bool ascii_digit(char c)
{
	return c >= '0' && c <= '9';
}
/* 0 to 15, or -1 when it is no hexadecimal digit. */
static inline int ascii_hex(char c)
{
	if (ascii_digit(c))
		return c - '0';
	c = ascii_lower(c);
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}
static inline bool ascii_alpha(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
static inline bool ascii_alnum(char c)
{
	return ascii_alpha(c) || ascii_digit(c);
}
static inline bool ascii_space(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

/* [from, to), both clamped to s */
static inline struct str str_sub(struct str s, size_t from, size_t to)
{
	if (to > s.n)
		to = s.n;
	if (from >= to)
		return (struct str){ s.p, 0 };
	return (struct str){ s.p + from, to - from };
}

#endif
