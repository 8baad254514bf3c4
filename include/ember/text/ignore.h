/* ignore: one .gitignore-style file as an ordered list of ignore rules. */
#ifndef EMBER_TEXT_IGNORE_H
#define EMBER_TEXT_IGNORE_H

#include <stdbool.h>
#include <stddef.h>

#include "ember/base/str.h"

enum ignore_verdict { IGNORE_NONE, IGNORE_DROP, IGNORE_KEEP };
struct ignore; /* opaque: immutable once parsed */

#define IGNORE_FILE_MAX (4u << 20) /* bytes of one ignore file that are read */
#define IGNORE_LINE_MAX 4096       /* a longer line is skipped, as a malformed one is (I19) */
#define IGNORE_RULES_MAX 65536     /* rules of one file that count */

/*
 * Parse the rules in `text`, the bytes of one ignore file (I11: comments, !, anchors, trailing '/',
 * **, BOM, CRLF). Malformed lines are skipped. Ownership: the result copies what it keeps. NULL when
 * the text holds no rule. Threads: the result may be read from any thread.
 */
struct ignore *ignore_parse(struct str text);
/* The same for patterns from elsewhere, with GLOB_ flags of text/glob.h (files have GLOB_POSIX). */
struct ignore *ignore_parse_globs(struct str text, unsigned glob_flags);
void ignore_free(struct ignore *ig);

/*
 * Last matching rule wins. `path`: bytes relative to the file's folder, no '/' at either end;
 * `base`: its last component, a view into path. An ignored parent is the caller's to know: only
 * `path` itself is judged.
 */
enum ignore_verdict ignore_match(const struct ignore *ig, struct str path, struct str base, bool is_dir);

#endif
