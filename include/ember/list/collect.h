/* collect: names and the facts that the listing needs of them, and no others. */
#ifndef EMBER_LIST_COLLECT_H
#define EMBER_LIST_COLLECT_H

#include "ember/base/buf.h"
#include "ember/base/str.h"
#include "ember/git/git.h"
#include "ember/list/conf.h"
#include "ember/list/item.h"
#include "ember/list/more.h"
#include "ember/os/dir.h"

/*
 * What goes wrong is told to the owner of the messages: `what` is a phrase ("cannot access").
 * serious: asked for on the command line (GNU's exit status 2 instead of 1).
 */
struct list_report {
	void (*say)(void *ctx, bool serious, const char *what, struct str path, int num);
	void *ctx;
};

struct collect {
	const struct list_conf *conf;
	struct list_report report;
	unsigned facts;      /* STAT_ mask for items that need any */
	bool all_facts;      /* each item's facts are needed */
	bool need_type;
	bool check_target;   /* links: look at what they point to */
	bool measure;        /* the name's width or quoting decides the layout */
	bool marks_acl;
	uint64_t no_acl_dev; /* a device that answered "no extended attributes" */
	bool has_no_acl_dev;
	struct git *git;     /* made on first need */
	struct more more;
	bool wants_more;
	const char *real;    /* of the folder that is being read, for absolute names; NULL = not asked */
	struct buf scratch;
	struct dir_batch batch;
};

/* Threads: one at a time. `conf` is borrowed. */
void collect_init(struct collect *c, const struct list_conf *conf, struct list_report report);
void collect_fini(struct collect *c);

/* Add the argument `path`; nothing is added when it cannot be read (reported). */
void collect_arg(struct collect *c, struct listing *l, const char *path);

/*
 * Add the names of the folder open at `fd`, which is `path` in messages, as far as conf shows them.
 * Read errors are reported; what was read before them is kept. With `each` set, it is called after
 * every batch, so that it may print the listing and clear it.
 */
void collect_dir(struct collect *c, struct listing *l, int fd, struct str path,
	void (*each)(void *ctx, struct listing *l), void *ctx);

/* Whether conf leaves out this name in a folder. */
bool collect_hides(const struct list_conf *conf, const char *name);

/* ---- between the files of the module; dir: the folder of the item's name in messages, empty = it is a path itself ---- */

/* One name a line with where its link leads. */
static inline bool collect_shows_target(const struct list_conf *conf)
{
	return conf->show_target && conf->format == LIST_ONE && !conf->no_target;
}

/* The name with its folder before it, in b. */
struct str collect_path(struct buf *b, struct str dir, const char *name);

/* The same, but of "." the name alone: for messages, and calls that know no descriptor. May lie in c->scratch. */
const char *collect_short_path(struct collect *c, struct str dir, const char *name);

/* What the item added to the listing's sums is taken back. */
void collect_forget(struct listing *l, const struct item *it);

/* Is more to be known of the item than its name and type? */
bool collect_wants_facts(const struct collect *c, const struct item *it);

/* Ask for it; `at` is a descriptor of its folder. False: the item is not to be listed at all. */
bool collect_facts(struct collect *c, struct listing *l, struct item *it, int at, struct str dir);

/* Letters of the items from `from` on, which lie in the folder `path`; what conf leaves out as ignored goes. */
void collect_git_dir(struct collect *c, struct listing *l, size_t from, const char *path);

/* Letters of an argument: a folder is asked about itself, anything else by its name in its folder. */
void collect_git_arg(struct collect *c, struct listing *l, struct item *it);

/* The branch of an item that is the top of a repository. */
void collect_repo(struct collect *c, struct listing *l, struct item *it, const char *path);

/* The sizes of the folders from `from` on become those of all below them. */
void collect_total(struct collect *c, struct listing *l, size_t from, struct str dir);

#endif
