#include "ecat.h"

#include <stdlib.h>
#include <string.h>

#include "ember/cli/rcfile.h"
#include "ember/os/env.h"

/* Options that start a program of the user's choice: not from a file that others write. */
static bool files_starts_programs(const struct opt *row)
{
	return row->id == ECAT_LESSOPEN || row->id == ECAT_PAGER;
}

static void files_start(struct opt_parser *p, const struct ecat_conf *c, const struct rcfile_line *line)
{
	opt_start(p, &ecat_options, OPT_ALL, c->as_bat ? OPT_BAT : OPT_GNU, OPT_PERMUTE | OPT_SHORT_EQUALS, line->argc,
		line->argv);
}

/* Others may write the file, and it would start a program: none of it counts. */
static bool files_distrusted(const struct ecat_conf *c, struct diag *d, const struct rcfile *f)
{
	struct opt_parser p;
	for (size_t i = 0; f->shared && i < f->n; i++) {
		if (f->lines[i].what)
			continue;
		files_start(&p, c, &f->lines[i]);
		while (opt_next(&p) == OPT_OPTION) {
			if (!files_starts_programs(p.row))
				continue;
			diag_warn(d, "%s:%u: others may write this file: for its --%s it is passed over", f->path,
				f->lines[i].line, p.row->name);
			return true;
		}
	}
	return false;
}

/* One entry: all its options, or none of those behind the first bad one. */
static void files_entry(struct ecat_conf *c, struct diag *d, const struct rcfile *f, const struct rcfile_line *line,
	enum ecat_source from)
{
	struct opt_parser p;
	files_start(&p, c, line);
	for (;;) {
		const char *what = NULL;
		switch (opt_next(&p)) {
		case OPT_END:
			return;
		case OPT_OPERAND:
			what = "files belong on the command line";
			break;
		case OPT_BAD:
			what = from == ECAT_FROM_BAT_FILE && p.fault == OPT_UNKNOWN ? NULL : p.message;
			if (!what)
				return;
			break;
		case OPT_OPTION:
			if (conf_option(c, &p, from) < 0)
				what = p.message;
			else if (p.value)
				place_set(c, p.value, f->path, line->line);
			break;
		}
		if (what) {
			diag_text(d, 0, "%s:%u: %s", f->path, line->line, what);
			return;
		}
	}
}

static void files_entries(struct ecat_conf *c, struct diag *d, const struct rcfile *f, enum ecat_source from)
{
	if (files_distrusted(c, d, f))
		return;
	for (size_t i = 0; i < f->n; i++) {
		if (f->lines[i].what)
			diag_text(d, 0, "%s:%u: %s", f->path, f->lines[i].line, f->lines[i].what);
		else
			files_entry(c, d, f, &f->lines[i], from);
	}
}

/* True: there was such a file. */
static bool files_read(struct ecat_conf *c, struct arena *a, struct diag *d, const char *path, enum ecat_source from)
{
	struct rcfile f;
	struct err e;
	if (!path)
		return false;
	int got = rcfile_read(&f, a, path, &e);
	if (got < 0)
		diag_path(d, 0, str_from(path), &e);
	if (got == 0)
		files_entries(c, d, &f, from);
	return got <= 0;
}

static const char *files_bat(struct arena *a)
{
	const char *path = env_get("BAT_CONFIG_PATH"), *dir = env_get("BAT_CONFIG_DIR");
	if (path)
		return path;
	if (dir)
		return arena_printf(a, "%s/config", dir).p;
	return env_path(a, ENV_CONFIG, "bat/config");
}

static const char *files_own(struct arena *a)
{
	const char *path = env_get("EMBER_CONFIG");
	return path ? path : env_path(a, ENV_CONFIG, "ember/ecat.conf");
}

static const char *files_opts(const struct ecat_conf *c, const char **name)
{
	const char *own = env_get(*name = "EMBER_OPTS");
	if (own)
		return own;
	*name = "BAT_OPTS";
	return c->as_bat ? env_raw(*name) : env_get(*name); /* for bat an empty one stands for empty files */
}

void conf_files(struct ecat_conf *c, struct arena *a, struct diag *d)
{
	const char *name, *opts = files_opts(c, &name);
	struct rcfile f;
	/* A variable stands for the whole of all files. */
	if (opts) {
		rcfile_parse(&f, a, name, str_from(opts));
		files_entries(c, d, &f, c->as_bat || strcmp(name, "BAT_OPTS") == 0 ? ECAT_FROM_BAT_FILE : ECAT_FROM_FILE);
		return;
	}
	if (!c->as_bat) {
		bool own = files_read(c, a, d, "/etc/ember/ecat.conf", ECAT_FROM_FILE);
		if (files_read(c, a, d, files_own(a), ECAT_FROM_FILE) || own)
			return;
	}
	files_read(c, a, d, "/etc/bat/config", ECAT_FROM_BAT_FILE);
	files_read(c, a, d, files_bat(a), ECAT_FROM_BAT_FILE);
}
