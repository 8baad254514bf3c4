/* pack_data: ember-pack's sources: the files that a pack is made of. */
#ifndef EMBER_TOOLS_PACK_DATA_H
#define EMBER_TOOLS_PACK_DATA_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ember/base/arena.h"
#include "ember/base/buf.h"
#include "ember/base/str.h"
#include "ember/base/vec.h"
#include "ember/compile/catalog.h"
#include "ember/compile/grammar.h"

enum pack_choice { PACK_ALL, PACK_PERMISSIVE_ONLY, PACK_OWN_ONLY };

struct pack_build {
	struct arena arena;
	const char *themes; /* folder */
	enum pack_choice choice;
	struct grammars grammars;
	struct catalog catalog;
	struct pack_writer writer;
	struct buf unstated; /* lines: grammars whose licence nobody states, and where they are from */
	uint64_t hash; /* over every file read */
};

/*
 * The bytes of a file below the themes folder, hashed into the build. A missing or unreadable file
 * ends the program with a message unless `optional`; then the result is empty with p NULL.
 */
struct str data_file(struct pack_build *b, const char *path, bool optional);
/* Names in a folder below the themes folder that end in `ext`, sorted; none if it does not exist. */
struct str *data_folder(struct pack_build *b, const char *path, const char *ext, size_t *n);
/* The value that a JSON or property-list file holds; a bad file ends the program with a message. */
void data_value(struct pack_build *b, const char *path, struct val *out);
/* Path pieces joined by '/', as a C string in the arena. */
const char *data_path(struct pack_build *b, const char *folder, struct str name, const char *ext);
/* One line on stderr and exit status 1. */
EMBER_NORETURN void data_die(const char *path, const struct err *e);

/* Licence class of an SPDX name; "" is unstated. */
enum pack_licence data_licence(struct str spdx);
/* May material under this licence go into the pack that is asked for? */
bool data_allowed(const struct pack_build *b, enum pack_licence licence);

/* Each reads its sources into the build. */
void data_grammars(struct pack_build *b);
void data_languages(struct pack_build *b);
void data_themes(struct pack_build *b);
void data_notices(struct pack_build *b);

#endif
