/* catalog: the languages of a pack in the making, and everything that leads to one. */
#ifndef EMBER_COMPILE_CATALOG_H
#define EMBER_COMPILE_CATALOG_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ember/base/arena.h"
#include "ember/base/err.h"
#include "ember/base/map.h"
#include "ember/base/str.h"
#include "ember/base/vec.h"
#include "ember/compile/grammar.h"
#include "ember/compile/val.h"
#include "ember/compile/write.h"
#include "ember/pack/pack.h"

#define CATALOG_NONE UINT32_MAX /* as PACK_UNNAMED */

struct catalog_language {
	struct str name, display, scope;
	uint32_t grammar; /* index in grammars, or CATALOG_NONE: as `ready` says */
	struct pack_language ready; /* its root, injections and repository, or its context; all-zero is
	                               plain text */
	enum pack_licence licence;
	bool hidden;
	VEC(struct str) aliases;
};

/* How strongly a source says that a key means a language; the strongest wins. */
enum catalog_weight {
	CATALOG_WEAK = 10,    /* a related language of the outside map */
	CATALOG_COMMON = 20,  /* the outside map */
	CATALOG_GRAMMAR = 30, /* the grammar itself, where the outside map is undecided */
	CATALOG_FIRST = 40,   /* the outside map's first choice */
	CATALOG_NAME = 60,
	CATALOG_OWN = 100,    /* themes/languages.tsv; a finished pack */
	CATALOG_USER = 200,   /* the user's own files */
};

struct catalog_key {
	struct str text;
	uint32_t language; /* CATALOG_NONE: means nothing, on purpose */
	unsigned weight;
};

struct catalog {
	struct arena *a;
	VEC(struct catalog_language) languages; /* 0 is plain text */
	struct map names;  /* folded name, alias, scope, display name: weight and language */
	VEC(struct catalog_key) keys[PACK_SECTIONS];
};

void catalog_init(struct catalog *c, struct arena *a);
/* Instead of catalog_init: with the languages and keys of a finished pack, under its own numbers. */
void catalog_load(struct catalog *c, struct arena *a, const struct pack *base);
void catalog_fini(struct catalog *c);

/* Index of the new language, with its names entered. What `l` borrows must outlive the catalog. */
uint32_t catalog_add(struct catalog *c, const struct catalog_language *l);
/*
 * A language of the user's own; it takes the place (and with it the extensions) of a built-in one
 * that has its name, display name or scope.
 */
uint32_t catalog_add_user(struct catalog *c, const struct catalog_language *l);
void catalog_alias(struct catalog *c, uint32_t language, struct str alias, unsigned weight);
/* Enter a key of PACK_NAMES, _FILES, _EXTENSIONS, _INTERPRETERS, _GLOBS, _FIRST_LINES, _SUFFIXES. */
void catalog_key(struct catalog *c, enum pack_section s, struct str text, uint32_t language, unsigned weight);
/* By names of a weight from CATALOG_NAME on, ASCII letters folded. */
bool catalog_find(const struct catalog *c, struct str name, uint32_t *language);

/* fileTypes and firstLineMatch of a language's grammar; the user's own outweigh everything. */
void catalog_add_grammar(struct catalog *c, uint32_t language, const struct val *grammar);
/* One entry of linguist-languages. Returns false when it is about no language of ours. */
bool catalog_add_linguist(struct catalog *c, const struct val *entry);
/*
 * The text of languages.tsv; its head explains the form. Rows about languages that are not in the
 * catalog are passed over. Errors: -1 with e->line on a row of the wrong form.
 */
int catalog_add_tsv(struct catalog *c, struct str text, struct err *e);

/*
 * Write languages (with their compiled grammars) and all keys, in place of what the writer has of
 * them.
 */
void catalog_write(struct catalog *c, struct pack_writer *w, const struct grammar_result *results);

#endif
