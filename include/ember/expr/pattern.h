/* pattern: a shell pattern compiled once; answers as fnmatch(3) does, without its locale work. */
#ifndef EMBER_EXPR_PATTERN_H
#define EMBER_EXPR_PATTERN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ember/base/arena.h"
#include "ember/base/str.h"

enum pattern_kind {
	PATTERN_BYTE, /* that byte */
	PATTERN_ANY,  /* "?" */
	PATTERN_SET,  /* "[...]" */
	PATTERN_STAR, /* "*" */
};

struct pattern_op {
	uint8_t kind;
	uint8_t byte;     /* PATTERN_BYTE; lower case when case does not count */
	uint16_t set;     /* PATTERN_SET: index */
};

/* Immutable after pattern_compile. */
struct pattern {
	const char *text; /* as given, borrowed, NUL-terminated */
	int flags;        /* for fnmatch */
	bool plain;       /* the operations below answer for names of ASCII bytes */
	bool literal;     /* no *, ? or [...]: one comparison */
	const struct pattern_op *ops;
	const uint32_t (*sets)[8]; /* 256 bits each */
	size_t n, head, tail; /* operations; those before the first star, after the last */
	bool star;
	uint8_t last;         /* the byte that every name that matches ends in; 0 = several may be */
	struct str bytes;     /* literal: what the name has to be */
};

/*
 * `text` is a pattern of find's -name: '*' matches '/' and a leading dot. With `fold` case does not
 * count. The answers are those of fnmatch(text, name, fold ? FNM_CASEFOLD : 0) in the user's locale,
 * which is taken up (lang.h) by the first pattern or name that it matters to.
 */
void pattern_compile(struct pattern *p, struct arena *a, const char *text, bool fold);

/* `name` is NUL-terminated at name.p[name.n]. Threads: any, at the same time. */
bool pattern_match(const struct pattern *p, struct str name);

#endif
