/* content: what the bytes of a file say about its language. */
#ifndef EMBER_SYNTAX_CONTENT_H
#define EMBER_SYNTAX_CONTENT_H

#include <stdbool.h>
#include <stdint.h>

#include "ember/base/str.h"
#include "ember/syntax/registry.h"

/* Threads: no shared state. Each sets *id and returns true when it knows the language. */

/* "#!", with env, its options and version digits taken off. */
bool content_shebang(const struct registry *r, struct str head, uint32_t *id);
/* Vim and Emacs modelines in the first five lines of `head` and the last five of `tail`. */
bool content_modeline(const struct registry *r, struct str head, struct str tail, uint32_t *id);
/* XML, HTML, YAML, diff, JSON by their beginnings, then the grammars' first-line patterns. */
bool content_probe(const struct registry *r, struct str head, uint32_t *id);
/* For an extension that several languages share: the one that `head` looks like. */
bool content_ambiguous(const struct registry *r, struct str ext, struct str head, uint32_t *id);

#endif
