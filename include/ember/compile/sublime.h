/*
 * sublime: .sublime-syntax files compiled into a pack (spec syntax.md, section 3).
 *
 * Where the format is silent or its makers differ between versions, ember does this:
 * - `version` is the file's own; what a file inherits or includes keeps the version of the file
 *   that pushes it. Version 1: the text of a `set` keeps the meta_content_scope of the context it
 *   leaves and is not touched by clear_scopes of the new ones; of several pushed contexts first all
 *   clear_scopes, then all meta_scopes count; an escape's text lacks the meta scopes of the context
 *   that embeds; embed_scope is added to the scope of the embedded syntax. Version 2: a `set`
 *   behaves as pop and push, each pushed context clears and adds in its turn, an escape's text has
 *   the scopes of the context that embeds, embed_scope stands for the embedded syntax's scope.
 * - `pop: n` beside `set` pops n and one more.
 * - A context's prototype patterns come before its own, those of with_prototype before both, the
 *   outermost first. Contexts that the patterns of with_prototype push do not get them again.
 *   Contexts reached from the prototype do not include it.
 * - Back references in `match` with `pop` and in `escape` stand for groups of the match that pushed
 *   the context; in any other pattern they are the pattern's own.
 * - `extends` with several files: what a file defines itself wins over what another one inherited,
 *   and the later file over the earlier.
 * - scope:x, Packages/.../x.sublime-syntax and their #context forms look among the files of the set.
 *   What is not there may still be pushed, set or embedded, without #context: the root of the
 *   pack's language of that name or scope, a TextMate grammar or another syntax, looked up when the
 *   text comes to it; with_prototype then holds for a TextMate grammar as a whole (context.h), not
 *   for a syntax. An include of it, or of a context in it, is skipped. A TextMate grammar that
 *   includes the scope of a .sublime-syntax file does not find it.
 * - {{name}} that is no variable, a missing context, a pattern that does not compile, an embed
 *   without escape, or a branch without branch_point make the file a broken one.
 */
#ifndef EMBER_COMPILE_SUBLIME_H
#define EMBER_COMPILE_SUBLIME_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ember/base/arena.h"
#include "ember/base/err.h"
#include "ember/base/map.h"
#include "ember/base/str.h"
#include "ember/base/vec.h"
#include "ember/compile/catalog.h"
#include "ember/compile/val.h"
#include "ember/compile/write.h"

enum {
	SUBLIME_CONTEXTS_MAX = 10000, /* of one syntax, clones for with_prototype counted */
	SUBLIME_VARIABLES_DEPTH = 32,
	SUBLIME_EXTENDS_DEPTH = 32,
};

/* A syntax as it was read, and what became of it. */
struct sublime {
	struct str path;  /* others know it by the last component */
	struct str name;  /* that component without .sublime-syntax, in lower case */
	struct str display, scope;
	struct val root;
	bool hidden, v2;
	struct str first_line; /* set by sublimes_compile, variables filled in */
	uint32_t context;      /* of the pack: its main context; 0 when it is broken */
	struct err error;      /* why, with a line of error_path */
	struct str error_path; /* its own, or that of a file which it extends or includes */
};

/* All syntaxes that may refer to one another. All-zero is empty. */
struct sublimes {
	VEC(struct sublime) all;
	struct map by_scope, by_file; /* index in all */
};

/*
 * Read the YAML `text` of the file at `path`. Of two files with one scope or one name the first is
 * the one that others find.
 * Ownership: path must outlive the set; everything else is copied into `a`.
 * Errors:    -1 with e->line; the file is then not in the set.
 */
int sublimes_add(struct sublimes *set, struct arena *a, struct str path, struct str text,
	struct err *e) EMBER_NODISCARD;
void sublimes_fini(struct sublimes *set);

/*
 * Compile all; what outlives the call is kept in `a`. Errors: none: a broken syntax has context 0 and says why; the rest is compiled.
 * What it left in the pack is reached from nowhere.
 */
void sublimes_compile(struct sublimes *set, struct arena *a, struct pack_writer *w);

/*
 * Enter a compiled syntax as a language of the user's (as catalog_add_user): its name, scope,
 * display name, extensions, file names and first line. Returns the language.
 */
uint32_t catalog_add_sublime(struct catalog *c, const struct sublime *s);

#endif
