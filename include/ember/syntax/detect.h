/* detect: which language a file is in, from its name and its bytes. */
#ifndef EMBER_SYNTAX_DETECT_H
#define EMBER_SYNTAX_DETECT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ember/base/str.h"
#include "ember/syntax/registry.h"

/* The user's own mapping: a glob on the absolute path and on the base name, case folded. */
struct detect_map {
	struct str glob;
	uint32_t language; /* the language of files it matches */
	bool first_line;   /* instead: only the first line may decide */
};

/* What is known of a file. All but `path` may be empty. */
struct detect_file {
	struct str path;   /* as given (--file-name counts); empty for standard input */
	struct str full;   /* the absolute path, for globs that name folders */
	struct str target; /* when path is a symbolic link: what it points to */
	struct str head;   /* the first bytes, decoded to UTF-8; 4 KiB are enough */
	struct str tail;   /* the last bytes of a regular file, for modelines; 4 KiB are enough */
	struct str (*last)(void *ctx); /* gives `tail`, asked where names and "#!" say nothing; may be NULL */
	void *ctx;
	bool pipe;         /* standard input: content decides alone */
};

struct detect_rules {
	const struct detect_map *maps; /* later ones win */
	size_t nmaps;
	const struct str *suffixes; /* --ignored-suffix, besides the pack's */
	size_t nsuffixes;
};

/*
 * The language's id, 0 (plain text) when nothing is known. Order: the user's maps, path globs, file
 * name, extension, the same without ignored suffixes, the link's target, first line, modelines in
 * the first and last five lines, content.
 * Takes:   `rules` may be NULL.
 * Cost:    no regular expression is compiled before names, "#!" and modelines were tried.
 * Threads: no shared state.
 */
uint32_t detect_language(
	const struct registry *r, const struct detect_file *f, const struct detect_rules *rules);

/* As above; *known tells "plain text, by name" from "nothing known" (for --fallback-syntax). */
uint32_t detect_language_known(const struct registry *r, const struct detect_file *f,
	const struct detect_rules *rules, bool *known);

#endif
