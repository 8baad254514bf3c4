/* env: the environment, the user's folders, and where the parts of ember lie. */
#ifndef EMBER_OS_ENV_H
#define EMBER_OS_ENV_H

#include "ember/base/arena.h"
#include "ember/base/err.h"

/* Threads: all functions read the environment; nothing may change it meanwhile. */

/* The variable's value, NULL when it is unset or empty. */
const char *env_get(const char *name);

/* The same, but an empty value is one. */
const char *env_raw(const char *name);

enum env_base { ENV_CONFIG, ENV_CACHE, ENV_DATA, ENV_RUNTIME, ENV_HOME };

/*
 * The user's folder of that kind with "/rest" behind it ("ember/els.conf"): $XDG_CONFIG_HOME,
 * else ~/.config and so on; a relative value of a variable is ignored, as the XDG rules ask.
 * NULL when there is no such folder (no HOME; no XDG_RUNTIME_DIR). Nothing is opened.
 * Ownership: lives in `a`.
 */
const char *env_path(struct arena *a, enum env_base base, const char *rest);

/*
 * The file of ember called `name` ("ember-git.so", "ember-pack") that belongs to the running
 * program: beside it, else in ../libexec/ember seen from it, else in the built-in libexec folder.
 * Ownership: lives in `a`. NULL with *e when none of them is readable.
 */
const char *env_part(struct arena *a, const char *name, struct err *e);

#endif
