/* write: a pack under construction: interned texts, words and records, then the file's bytes. */
#ifndef EMBER_COMPILE_WRITE_H
#define EMBER_COMPILE_WRITE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ember/base/arena.h"
#include "ember/base/buf.h"
#include "ember/base/map.h"
#include "ember/base/str.h"
#include "ember/pack/pack.h"
#include "ember/rx/chars.h"

/* Fields are the writer's own. One thread at a time; errors: none (no memory ends the run). */
struct pack_writer {
	struct buf section[PACK_SECTIONS];
	struct map texts, atoms, templates, lists, sets;
	struct writer_regexes *regexes;
	struct chars_pool chars;  /* PACK_CHARS, PACK_RANGES */
	struct arena arena; /* keys of the maps */
};

void writer_init(struct pack_writer *w); /* with the dummy records 0 */
void writer_fini(struct pack_writer *w);
/* Instead of writer_init: go on from a finished pack, whose records and ids stay as they are. */
void writer_load(struct pack_writer *w, const struct pack *base);

/* Ids of interned things: equal arguments give equal ids. */
uint32_t writer_text(struct pack_writer *w, struct str text);  /* 0 for "" */
uint32_t writer_atom(struct pack_writer *w, struct str scope);
uint32_t writer_template(struct pack_writer *w, struct str name); /* 0 for "" */
uint32_t writer_regex(struct pack_writer *w, struct str text, uint32_t flags);
/* Whose regexes come from here on, any number: what one grammar alone has will lie together in the file. */
void writer_grammar(struct pack_writer *w, uint32_t grammar);
struct pack_range writer_words(struct pack_writer *w, const uint32_t *words, size_t n);
uint32_t writer_set(struct pack_writer *w, const uint32_t *rules, size_t n);

/* Append one record (of `size` bytes) to a section; returns its index. */
uint32_t writer_add(struct pack_writer *w, enum pack_section s, const void *record, size_t size);
#define WRITER_ADD(w, s, record) writer_add((w), (s), (record), sizeof(*(record)))

/* Forget a section's records, to write it anew; dummy records too. */
void writer_clear(struct pack_writer *w, enum pack_section s);

/* The record at index i of a section, to fill in later; valid until the next writer_add there. */
void *writer_at(struct pack_writer *w, enum pack_section s, uint32_t i, size_t size);

/*
 * Put keys and ids into a section of pack_key, sorted by bytes; of equal keys the first given
 * stays. With `fold` ASCII letters are made lower case.
 */
struct writer_key {
	struct str text;
	uint32_t id;
};
struct pack_key writer_key(struct pack_writer *w, struct str text, uint32_t id); /* the record */
void writer_keys(struct pack_writer *w, enum pack_section s, const struct writer_key *keys, size_t n,
	bool fold);

/* The whole file. */
void writer_finish(struct pack_writer *w, struct buf *out, uint64_t source_hash);

#endif
