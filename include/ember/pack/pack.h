/*
 * pack: the bounds-checked reader of a pack. Nothing a pack says is believed: an index, a range or
 * a text that does not lie within its section reads as record 0, as the empty list, as "". One thing is
 * checked by its reader only where the pack is not the program's own: the insides of a regex's program.
 */
#ifndef EMBER_PACK_PACK_H
#define EMBER_PACK_PACK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ember/base/err.h"
#include "ember/base/str.h"
#include "ember/pack/format.h"

/* The pack embedded in ecat (common/tools/embed.S): [ember_pack_data, ember_pack_end). */
extern const char ember_pack_data[], ember_pack_end[];

/* A view of the pack's bytes, which must outlive it and not change. Fields are the reader's own. */
struct pack {
	const char *base;
	bool sound; /* built with the program: its programs of regexes need no check before they run */
	struct {
		const void *at;
		uint32_t n; /* records; bytes of PACK_TEXT */
	} section[PACK_SECTIONS];
};

/*
 * Check the header and every section of the `size` bytes at `data` (8-byte aligned).
 * Errors:  -1 when it is no pack of this format, or is damaged; *p is then an empty pack.
 * Cost:    the header only; no page of a section is touched.
 * Threads: a pack is read-only; all functions may be called from any thread.
 */
int pack_open(struct pack *p, const void *data, size_t size, struct err *e) EMBER_NODISCARD;

/* Identity of what the pack was made of; 0 for an empty pack. */
uint64_t pack_hash(const struct pack *p);

/* Number of records of a section. */
uint32_t pack_count(const struct pack *p, enum pack_section s);

/* A whole section as it lies in the file. */
struct str pack_bytes(const struct pack *p, enum pack_section s);

/* The text at that offset of PACK_TEXT; p[n] is NUL. "" for 0 and whatever is no text. */
struct str pack_text(const struct pack *p, uint32_t text);

/* PACK_WORDS[i], 0 when there is none. */
uint32_t pack_word(const struct pack *p, uint32_t i);
/* The words of a range: *n of them, NULL and 0 when the range is not within the section. */
const uint32_t *pack_words(const struct pack *p, struct pack_range r, uint32_t *n);

/* The i-th of the suffixes that detection strips; "" past the last. */
struct str pack_suffix(const struct pack *p, uint32_t i);

/* Text of an atom id. */
struct str pack_atom(const struct pack *p, uint32_t id);

/* Records by id: never NULL; an all-zero record for id 0 and for ids out of range. */
const struct pack_template *pack_template(const struct pack *p, uint32_t id);
const struct pack_injection *pack_injection(const struct pack *p, uint32_t id);
const struct pack_theme *pack_theme(const struct pack *p, uint32_t id);
const struct pack_node *pack_node(const struct pack *p, uint32_t id);
const struct pack_notice *pack_notice(const struct pack *p, uint32_t id);
const struct pack_context *pack_context(const struct pack *p, uint32_t id);
const struct pack_action *pack_action(const struct pack *p, uint32_t id);
/* The same, of the two that are asked for most. */
extern const struct pack_regex pack_no_regex; /* all-zero */
static inline const struct pack_regex *pack_regex(const struct pack *p, uint32_t id)
{
	const struct pack_regex *at = p->section[PACK_REGEXES].at;
	return id && id < p->section[PACK_REGEXES].n ? at + id : &pack_no_regex;
}
extern const struct pack_rule pack_no_rule;
static inline const struct pack_rule *pack_rule(const struct pack *p, uint32_t id)
{
	const struct pack_rule *at = p->section[PACK_RULES].at;
	return id && id < p->section[PACK_RULES].n ? at + id : &pack_no_rule;
}
/* Here id 0 is a record as any other: plain text. */
const struct pack_language *pack_language(const struct pack *p, uint32_t id);

/* What a regex was compiled to, as ember/rx reads it: its automaton, its program, the sets that programs name. */
struct str pack_automaton(const struct pack *p, const struct pack_regex *r);
struct str pack_program(const struct pack *p, const struct pack_regex *r);
const void *pack_chars(const struct pack *p, uint32_t *n);   /* struct chars */
const void *pack_ranges(const struct pack *p, uint32_t *n);  /* struct chars_range */

/* The rule ids of a set. */
const uint32_t *pack_set(const struct pack *p, uint32_t id, uint32_t *n);

/* Runs of records: *n of them, NULL and 0 when the range is not within the section. */
const struct pack_capture *pack_captures(const struct pack *p, struct pack_range r, uint32_t *n);
const struct pack_injection *pack_injections(const struct pack *p, struct pack_range r, uint32_t *n);
const struct pack_style_rule *pack_styles(const struct pack *p, struct pack_range r, uint32_t *n);

/* The first four bytes as a number, whose order is that of the texts; NULs where there are fewer. */
uint32_t pack_head(struct str text);

/* All records of a section of pack_key or pack_first. */
const struct pack_key *pack_keys(const struct pack *p, enum pack_section s, uint32_t *n);
const struct pack_first *pack_first_lines(const struct pack *p, uint32_t *n);

/*
 * Look `key` up in a sorted section of pack_key; true and *id set when it is there. In the folded
 * sections (PACK_NAMES, PACK_FILES_FOLD, PACK_EXTENSIONS_FOLD, PACK_THEME_NAMES) ASCII letters of
 * the key count as lower case.
 */
bool pack_find(const struct pack *p, enum pack_section s, struct str key, uint32_t *id);

/*
 * The rule that a grammar means by the scope of a language ("source.c", `name` empty) or by
 * "scope#name"; 0 = none.
 */
uint32_t pack_scope_rule(const struct pack *p, struct str scope, struct str name);

/* The child of a theme node for one dotted part of a scope; 0 = none. */
uint32_t pack_child(const struct pack *p, uint32_t node, struct str part);

#endif
