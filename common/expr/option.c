/* find's options, which stand among the tests and are always true. */
#include <string.h>
#include <time.h>

#include "ember/base/number.h"
#include "ember/expr/find.h"
#include "ember/expr/primary.h"

enum option_id { OPTION_DEPTH, OPTION_XDEV, OPTION_MOUNT, OPTION_NOTHING, OPTION_RACE, OPTION_NORACE,
	OPTION_DAYSTART, OPTION_FOLLOW, OPTION_WARN, OPTION_NOWARN, OPTION_HELP, OPTION_VERSION,
	OPTION_UNIQUE, OPTION_NOHIDDEN, OPTION_NOERROR, OPTION_COLOR, OPTION_NOCOLOR, OPTION_GITIGNORE };

/* From now on days are counted from midnight: the day that began last is day 0. */
static void option_daystart(struct find_parser *p)
{
	struct tm tm;
	if (p->daystart)
		return;
	p->daystart = true;
	time_t now = (time_t)(p->now / FIND_NS);
	tzset();
	int64_t into_day = localtime_r(&now, &tm) ? tm.tm_hour * 3600 + tm.tm_min * 60 + tm.tm_sec : now % 86400;
	p->day = (now - into_day) * (find_ns)FIND_NS;
}

static int option_parse(struct find_parser *p, const struct find_primary *self, char **args)
{
	struct find_line *line = p->line;
	(void)args;
	switch ((enum option_id)self->variant) {
	case OPTION_DEPTH:
		line->post = p->explicit_post = true;
		break;
	case OPTION_XDEV:
		line->xdev = true;
		break;
	case OPTION_MOUNT:
		line->xdev = line->mount = true;
		break;
	case OPTION_RACE:
	case OPTION_NORACE:
		line->ignore_race = self->variant == OPTION_RACE;
		break;
	case OPTION_DAYSTART:
		option_daystart(p);
		break;
	case OPTION_FOLLOW:
		line->follow = WALK_LOGICAL;
		break;
	case OPTION_WARN:
	case OPTION_NOWARN:
		p->warn = self->variant == OPTION_WARN;
		break;
	case OPTION_HELP:
		line->help = true;
		break;
	case OPTION_VERSION:
		line->version = true;
		break;
	case OPTION_UNIQUE:
		line->unique = true;
		break;
	case OPTION_NOHIDDEN:
		line->nohidden = true;
		break;
	case OPTION_NOERROR:
		line->noerror = true;
		break;
	case OPTION_COLOR:
	case OPTION_NOCOLOR:
		line->color = self->variant == OPTION_COLOR ? 1 : -1;
		break;
	case OPTION_GITIGNORE:
		line->gitignore = true;
		break;
	case OPTION_NOTHING:
		break;
	}
	return find_leaf_true(p);
}

static int depth_parse(struct find_parser *p, const struct find_primary *self, char **args)
{
	uint64_t n;
	if (!number_u64(str_from(args[0]), &n))
		return find_fail(p, "-%s takes a number of levels, not '%s'",
			self->row.name, args[0]);
	*(self->variant ? &p->line->min_depth : &p->line->max_depth) = n < WALK_DEEP ? (uint32_t)n : WALK_DEEP - 1;
	return find_leaf_true(p);
}

static int regextype_parse(struct find_parser *p, const struct find_primary *self, char **args)
{
	(void)self;
	return find_regex_type(p, args[0]) == 0 ? find_leaf_true(p) : -1;
}

static int files0_parse(struct find_parser *p, const struct find_primary *self, char **args)
{
	(void)self;
	p->line->files0 = args[0];
	return find_leaf_true(p);
}

#define OPTION(n, a, k, pf, var, h) \
	{ .row = { .name = n }, .args = a, .help = h, .parse = pf, .kind = k, .variant = var }
#define GLOBAL(n, var, h) OPTION(n, NULL, FIND_GLOBAL, option_parse, var, h)
#define HERE(n, var, h) OPTION(n, NULL, FIND_POSITION, option_parse, var, h)

static const struct find_primary option_rows[] = {
	GLOBAL("depth", OPTION_DEPTH, "a directory after what it holds"),
	GLOBAL("d", OPTION_DEPTH, "as -depth"),
	OPTION("maxdepth", "LEVELS", FIND_GLOBAL, depth_parse, 0, "go down at most LEVELS; 0: the start points only"),
	OPTION("mindepth", "LEVELS", FIND_GLOBAL, depth_parse, 1, "nothing before LEVELS below the start points"),
	GLOBAL("xdev", OPTION_XDEV, "stay on the file system of the start point"),
	GLOBAL("mount", OPTION_MOUNT, "as -xdev, and leave mount points out too"),
	OPTION("files0-from", "FILE", FIND_GLOBAL, files0_parse, 0,
		"start points from FILE, NUL after each; - reads standard input"),
	GLOBAL("noleaf", OPTION_NOTHING, "accepted, no effect"),
	GLOBAL("ignore_readdir_race", OPTION_RACE, "no message for what vanishes meanwhile"),
	GLOBAL("noignore_readdir_race", OPTION_NORACE, "the opposite"),
	HERE("daystart", OPTION_DAYSTART, "what follows counts days from midnight, not from now"),
	HERE("follow", OPTION_FOLLOW, "as -L"),
	OPTION("regextype", "TYPE", FIND_POSITION, regextype_parse, 0, "syntax of the -regex that follow"),
	HERE("warn", OPTION_WARN, "warn of doubtful expressions"),
	HERE("nowarn", OPTION_NOWARN, "do not"),
	GLOBAL("nohidden", OPTION_NOHIDDEN, "leave out names that start with a dot, and what is below them"),
	GLOBAL("gitignore", OPTION_GITIGNORE, "leave out what .gitignore, .ignore and .fdignore files name"),
	GLOBAL("unique", OPTION_UNIQUE, "each file once, by its inode"),
	GLOBAL("noerror", OPTION_NOERROR, "no message and no status for what cannot be read"),
	GLOBAL("color", OPTION_COLOR, "paths in the colours of LS_COLORS"),
	GLOBAL("nocolor", OPTION_NOCOLOR, "paths without colours"),
	GLOBAL("status", OPTION_NOTHING, "accepted, no effect"),
	GLOBAL("help", OPTION_HELP, "show this list"),
	GLOBAL("-help", OPTION_HELP, "show this list"),
	GLOBAL("version", OPTION_VERSION, "show the version"),
	GLOBAL("-version", OPTION_VERSION, "show the version"),
};

const struct find_primaries find_option_rows = { option_rows, COUNTOF(option_rows) };
