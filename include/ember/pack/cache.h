/* cache: packs that were made of the user's own files, kept in a folder under their key. */
#ifndef EMBER_PACK_CACHE_H
#define EMBER_PACK_CACHE_H

#include <stddef.h>
#include <stdint.h>

#include "ember/base/arena.h"
#include "ember/base/err.h"

enum { CACHE_KEEP = 4 }; /* packs kept besides the newest one's folder fellows: older ones go */
#define CACHE_PACK_MAX ((size_t)256 << 20)

/*
 * Where packs are kept: $EMBER_CACHE, else $BAT_CACHE_PATH, else "ember" in the user's cache folder.
 * NULL when there is no such folder. Ownership: lives in `a`. Nothing is opened.
 */
const char *cache_folder(struct arena *a);

/* A pack in memory. */
struct cache_map {
	const void *data;
	size_t size;
};

enum cache_found {
	CACHE_NONE,   /* not there, or not to be trusted: not a plain file that only we or root may write */
	CACHE_FOUND,
	CACHE_FAILED, /* the mark that making it failed */
};

/* The pack kept under `key`. FOUND says nothing of what the bytes are: pack_open does. */
enum cache_found cache_get(struct cache_map *m, const char *folder, uint64_t key);
void cache_unmap(struct cache_map *m);

/* A pack in the making: an unnamed file, in the folder where that can be written, else in memory. */
struct cache_new {
	int fd; /* write the pack here */
	int dir;
	char name[40];
};

/* -1 with *e when there is no place at all. `folder` may be NULL. Folders are made as needed. */
int cache_begin(struct cache_new *n, const char *folder, struct err *e);
/*
 * What was written becomes the pack of `key` (size 0: the mark that it failed) and is mapped; packs
 * that have not been of use for longest are removed. -1 when it could not be mapped; it may then
 * have been kept all the same. Once after cache_begin.
 */
int cache_end(struct cache_new *n, struct cache_map *m, uint64_t key, struct err *e);

/* Instead of cache_end: nothing is kept. */
void cache_drop(struct cache_new *n);

/* Remove all packs. -1 with *e when one of them stays. */
int cache_clear(const char *folder, struct err *e);

#endif
