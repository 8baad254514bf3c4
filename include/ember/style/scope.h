/* scope: interned scope names (atoms) and scope stacks, each with its style under one theme. */
#ifndef EMBER_STYLE_SCOPE_H
#define EMBER_STYLE_SCOPE_H

#include <stddef.h>
#include <stdint.h>

#include "ember/base/buf.h"
#include "ember/base/str.h"
#include "ember/pack/pack.h"
#include "ember/style/style.h"
#include "ember/style/theme.h"

struct scopes; /* the tables */

/*
 * Tables over the atoms of `p`; styles by `theme` (NULL: every stack has style 0).
 * Ownership: borrows both, which must outlive the tables; theme is copied.
 * Threads:   one at a time.
 */
struct scopes *scopes_new(const struct pack *p, const struct theme *theme);
void scopes_free(struct scopes *s);
void scopes_reset(struct scopes *s); /* forgets all stacks and the atoms that are not of the pack */

/* Stack 0 is the empty one. A stack is never freed before scopes_reset. */
uint32_t scopes_push(struct scopes *s, uint32_t stack, uint32_t atom);
uint32_t scopes_atom(struct scopes *s, struct str name); /* id for a name made at run time */
uint32_t scopes_count(const struct scopes *s);           /* stacks so far, the empty one included */

uint16_t scopes_style(const struct scopes *s, uint32_t stack);
const struct styles *scopes_styles(const struct scopes *s);
uint32_t scopes_parent(const struct scopes *s, uint32_t stack);
uint32_t scopes_depth(const struct scopes *s, uint32_t stack);
struct str scopes_name(const struct scopes *s, uint32_t stack); /* innermost name */

/* Append "outer inner innermost" to b. */
void scopes_path(const struct scopes *s, uint32_t stack, struct buf *b);

#endif
