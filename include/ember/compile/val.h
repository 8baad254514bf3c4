/* val: what a JSON, property-list or YAML file says, as a tree in an arena. */
#ifndef EMBER_COMPILE_VAL_H
#define EMBER_COMPILE_VAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ember/base/arena.h"
#include "ember/base/err.h"
#include "ember/base/str.h"

enum {
	VAL_BYTES_MAX = 4 << 20, /* of a source file */
	VAL_DEPTH_MAX = 64,
	VAL_NODES_MAX = 400000,
};

enum val_kind { VAL_NULL, VAL_BOOL, VAL_NUMBER, VAL_STRING, VAL_ARRAY, VAL_OBJECT };

struct val {
	enum val_kind kind;
	uint32_t line; /* 1-based, in a YAML file; 0 = not known */
	uint32_t id; /* of an object: its number in its file, from 0; the root has the greatest */
	union {
		bool truth;
		double number;
		struct str str; /* UTF-8 */
		struct {
			struct val *items;
			size_t n_items;
		};
		struct {
			struct val_member *members; /* in the file's order */
			size_t n_members;
			uint32_t *order; /* members sorted by key; NULL when few */
		};
	};
};

struct val_member {
	struct str key;
	struct val val;
};

/*
 * Read JSON; comments, trailing commas, keys without quotes and 'single quotes' are accepted, and
 * so are JavaScript modules that export data (see relax.h).
 * Ownership: the tree lives in `a` and keeps nothing of `text`.
 * Errors:    -1 with e->line on a syntax error or when a cap is passed.
 * Threads:   no shared state.
 */
int json_read(struct val *out, struct arena *a, struct str text, struct err *e) EMBER_NODISCARD;

/* Read an XML property list. Same terms; integers and reals are numbers, data and dates strings. */
int plist_read(struct val *out, struct arena *a, struct str text, struct err *e) EMBER_NODISCARD;

/* One or the other, by the first byte that is not blank: '<' means XML. */
int val_read(struct val *out, struct arena *a, struct str text, struct err *e) EMBER_NODISCARD;

/* Sort an object's members for val_get; for the readers. */
void val_index(struct val *v, struct arena *a);

/* The member of that key (the last one when repeated); NULL when v is no object or has none. */
const struct val *val_get(const struct val *v, struct str key);
/* As val_get with a C string, and NULL unless it is of that kind. */
const struct val *val_array(const struct val *v, const char *key);
const struct val *val_object(const struct val *v, const char *key);
/* The string at key, "" when there is none. */
struct str val_str(const struct val *v, const char *key);
/* JavaScript's truth: false, 0, "" and null are false; NULL too. */
bool val_truthy(const struct val *v);

/* Of the libraries behind json_read and plist_read. Static text. */
const char *val_json_version(void);
const char *val_xml_version(void);

#endif
