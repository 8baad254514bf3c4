/* registry: the languages and themes of an opened pack. */
#ifndef EMBER_SYNTAX_REGISTRY_H
#define EMBER_SYNTAX_REGISTRY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ember/base/err.h"
#include "ember/base/str.h"
#include "ember/pack/pack.h"

/* A value; `pack` may be handed to theme_find. Read-only once open: any thread may use it. */
struct registry {
	struct pack pack;
};

/* A language by id. Id 0 is plain text, which is not highlighted. */
struct language {
	uint32_t id;
	struct str name;    /* "shellscript": unique, lower case */
	struct str display; /* "Shell" */
	struct str scope;   /* "source.shell" */
	bool hidden;        /* serves other languages only; leave it out of listings */
};

/*
 * Over the bytes of a pack, which must outlive the registry and be 8-byte aligned: ecat gives
 * (ember_pack_data, ember_pack_end - ember_pack_data) of ember/pack/pack.h.
 * Errors: -1 when they are no pack of this format; the registry is then empty and usable: it knows
 *         plain text only.
 */
int registry_open(struct registry *r, const void *data, size_t size, struct err *e);

/* By name, alias, display name, scope or extension (with or without its dot), case folded. */
bool registry_find(const struct registry *r, struct str name, struct language *out);

/* Ids run from 0 to registry_count - 1, in the order of names. An id out of range reads as 0. */
uint32_t registry_count(const struct registry *r);
struct language registry_language(const struct registry *r, uint32_t id);

/* The i-th extension or file name that listings show for a language; false past the last. */
bool registry_extension(const struct registry *r, uint32_t id, uint32_t i, struct str *ext);
/* The i-th other name of a language; false past the last. */
bool registry_alias(const struct registry *r, uint32_t id, uint32_t i, struct str *alias);

#endif
