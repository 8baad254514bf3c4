/* What each option of fd's line sets. */
#include "efind.h"

#include "ember/base/number.h"
#include "ember/cli/help.h"

int fd_conf_bad_value(
	struct fd_conf *c, const struct opt *row, const char *value, const char *why)
{
	diag_usage(c->diag, 2, "invalid value '%s' for '%s%s': %s", value, row->name ? "--" : "-",
		row->name ? row->name : (const char[]){ row->letter, '\0' }, why);
	return -1;
}

static int conf_number(
	struct fd_conf *c, const struct opt *row, const char *value, uint64_t least, uint64_t *v)
{
	if (!number_plus_u64(str_from(value), v))
		return fd_conf_bad_value(c, row, value, "not a number");
	return *v < least ? fd_conf_bad_value(c, row, value, "too small") : 0;
}

static int conf_depth(struct fd_conf *c, const struct opt *row, const char *value)
{
	uint64_t n;
	if (conf_number(c, row, value, 0, &n) != 0)
		return -1;
	uint32_t depth = n < WALK_DEEP ? (uint32_t)n : WALK_DEEP;
	if (row->id != FD_OPT_MIN_DEPTH)
		c->walk.max_depth = depth;
	if (row->id != FD_OPT_MAX_DEPTH)
		c->walk.min_depth = depth ? depth : 1;
	return 0;
}

static enum color_when conf_when(const struct opt *row, const char *value)
{
	static const enum color_when whens[] = { COLOR_AUTO, COLOR_ALWAYS, COLOR_NEVER };
	int i = value ? opt_word(row->words, str_from(value), false) : 0;
	return whens[i < 0 ? 0 : i];
}

static int conf_command(struct fd_conf *c, const struct opt_parser *p)
{
	struct fd_command cmd;
	bool batch = p->row->id == FD_OPT_EXEC_BATCH;
	const char *why = fd_command_parse(&cmd, c->arena, p->rest, (size_t)p->n_rest, batch);
	if (why) {
		diag_usage(c->diag, 2, "--%s: %s", p->row->name, why);
		return -1;
	}
	c->batch = batch;
	VEC_PUSH(&c->commands) = cmd;
	return 0;
}

static int conf_owner(struct fd_conf *c, const struct opt *row, const char *value)
{
	struct fd_owner o;
	enum fd_owner_fault fault = fd_owner(str_from(value), &o);
	if (fault != FD_OWNER_OK)
		return fd_conf_bad_value(c, row, value, fault == FD_OWNER_SYNTAX ? "more than one ':'"
				: fault == FD_OWNER_USER ? "no such user" : "no such group");
	c->query.owners.n = 0;
	if (o.by_user || o.by_group)
		VEC_PUSH(&c->query.owners) = o;
	return 0;
}

/* Options that choose what is found. 1 = not one of them. */
static int conf_filter(struct fd_conf *c, const struct opt *row, const char *v)
{
	struct fd_size size;
	switch (row->id) {
	case FD_OPT_TYPE:
		return fd_type(str_from(v), &c->query.types)
			? 0
			: fd_conf_bad_value(c, row, v, "no such type");
	case FD_OPT_EXTENSION: {
		struct str ext = str_from(v);
		while (ext.n && ext.p[0] == '.')
			ext = str_sub(ext, 1, ext.n);
		VEC_PUSH(&c->query.extensions) = ext;
		return 0;
	}
	case FD_OPT_SIZE:
		if (!fd_size(str_from(v), &size))
			return fd_conf_bad_value(c, row, v, "not a size such as +10k, -1mi or 0b");
		VEC_PUSH(&c->query.sizes) = size;
		return 0;
	case FD_OPT_WITHIN: c->time_within = v; return 0;
	case FD_OPT_BEFORE: c->time_before = v; return 0;
	case FD_OPT_OWNER: return conf_owner(c, row, v);
	case FD_OPT_EXCLUDE: VEC_PUSH(&c->excludes) = str_from(v); return 0;
	case FD_OPT_IGNORE_FILE: VEC_PUSH(&c->ignore_files) = v; return 0;
	case FD_OPT_IGNORE_CONTAIN: VEC_PUSH(&c->contain) = str_from(v); return 0;
	case FD_OPT_MAX_DEPTH:
	case FD_OPT_MIN_DEPTH:
	case FD_OPT_EXACT_DEPTH: return conf_depth(c, row, v);
	default: return 1;
	}
}

/* Switches. 1 = not one of them. */
static int conf_switch(struct fd_conf *c, int id)
{
	struct ignore_conf *ig = &c->ignore;
	switch (id) {
	case FD_OPT_HIDDEN: ig->hidden = true; break;
	case FD_OPT_NO_HIDDEN: ig->hidden = c->unrestricted = false; break;
	case FD_OPT_NO_IGNORE: ig->files = false; break;
	case FD_OPT_IGNORE:
		ig->files = true;
		c->unrestricted = false;
		break;
	case FD_OPT_UNRESTRICTED: c->unrestricted = true; break; /* either of those two undoes all of it */
	case FD_OPT_NO_IGNORE_VCS: ig->vcs = false; break;
	case FD_OPT_IGNORE_VCS: ig->vcs = true; break;
	case FD_OPT_NO_REQUIRE_GIT: ig->require_git = false; break;
	case FD_OPT_REQUIRE_GIT: ig->require_git = true; break;
	case FD_OPT_NO_IGNORE_PARENT: ig->parents = false; break;
	case FD_OPT_IGNORE_PARENT: ig->parents = true; break;
	case FD_OPT_NO_GLOBAL_IGNORE: ig->global = false; break;
	case FD_OPT_CASE_SENSITIVE: c->fold = FD_CASE_SENSITIVE; break;
	case FD_OPT_IGNORE_CASE: c->fold = FD_CASE_IGNORE; break;
	case FD_OPT_GLOB: c->syntax = FD_SYNTAX_GLOB; break;
	case FD_OPT_REGEX: /* undoes --glob, nothing else */
		if (c->syntax == FD_SYNTAX_GLOB)
			c->syntax = FD_SYNTAX_REGEX;
		c->given[FD_OPT_GLOB] = false;
		break;
	case FD_OPT_FIXED: c->syntax = FD_SYNTAX_FIXED; break;
	case FD_OPT_EXACT: c->syntax = FD_SYNTAX_EXACT; break;
	case FD_OPT_ABSOLUTE: c->absolute = true; break;
	case FD_OPT_RELATIVE: c->absolute = false; break;
	case FD_OPT_LIST: c->list = true; break;
	case FD_OPT_FOLLOW: c->walk.follow = WALK_LOGICAL; break;
	case FD_OPT_NO_FOLLOW: c->walk.follow = WALK_ROOTS; break;
	case FD_OPT_FULL_PATH: c->query.subject = FD_SUBJECT_ABS; break;
	case FD_OPT_PRINT0: c->print.end = '\0'; break;
	case FD_OPT_PRUNE: c->prune = true; break;
	case FD_OPT_ONE: c->max_results = 1; break;
	case FD_OPT_QUIET: c->quiet = true; break;
	case FD_OPT_SHOW_ERRORS: c->show_errors = true; break;
	case FD_OPT_FAIL: c->fail_on_error = true; break;
	case FD_OPT_REVERSE: c->sort.reverse = true; break;
	case FD_OPT_EXEC_LABEL: c->exec.label = true; break;
	case FD_OPT_UNIQUE: c->walk.unique = true; break;
	case FD_OPT_LOCAL: c->walk.local = true; break;
	case FD_OPT_NO_CONFIG: break; /* was looked for before */
	case FD_OPT_ONE_FS: c->walk.one_file_system = true; break;
	case FD_OPT_BRIEF_HELP: c->task = FD_TELL_BRIEF; break;
	case FD_OPT_HELP: c->task = FD_TELL_HELP; break;
	case FD_OPT_VERSION: c->task = FD_TELL_VERSION; break;
	default: return 1;
	}
	return 0;
}

/* Options of our own with a word or a text. 1 = not one of them. */
static int conf_own(struct fd_conf *c, const struct opt *row, const char *v)
{
	int word = row->words && v ? opt_word(row->words, str_from(v), false) : 0;
	switch (row->id) {
	case FD_OPT_OR: VEC_PUSH(&c->patterns) = (struct fd_given){ str_from(v), FD_OR }; break;
	case FD_OPT_NOT: VEC_PUSH(&c->patterns) = (struct fd_given){ str_from(v), FD_NOT }; break;
	case FD_OPT_PATTERNS_FROM: VEC_PUSH(&c->pattern_files) = v; break;
	case FD_OPT_MATCH: c->query.subject = (enum fd_subject)word; break;
	case FD_OPT_TIME: c->query.when = (enum fd_when)word; break;
	case FD_OPT_SORT:
		c->sort.by = (enum fd_sort_by)word;
		c->sort.on = c->sort.by != FD_SORT_NONE;
		break;
	case FD_OPT_ORDER: c->walk.order = (enum walk_order)word; break;
	case FD_OPT_ENGINE: c->engine = word ? FD_ENGINE_ONIG : FD_ENGINE_RUST; break;
	case FD_OPT_COMPLETIONS:
		c->task = FD_TELL_COMPLETIONS;
		c->shell = v;
		break;
	default: return 1;
	}
	return 0;
}

int fd_conf_option(struct fd_conf *c, const struct opt_parser *p)
{
	const struct opt *row = p->row;
	const char *v = p->value;
	uint64_t n = 0;
	c->given[row->id] = true;
	c->n_given += !c->defaults;
	if (row->words && v && opt_word(row->words, str_from(v), false) < 0) {
		struct buf words = { 0 };
		help_words(&words, row);
		diag_usage(c->diag, 2, "invalid value '%s' for '--%s'; possible: %.*s", v,
			row->name, STR_ARG(buf_view(&words)));
		buf_fini(&words);
		return -1;
	}
	int ret = conf_switch(c, row->id);
	if (ret == 1)
		ret = conf_filter(c, row, v);
	if (ret == 1)
		ret = conf_own(c, row, v);
	if (ret != 1)
		return ret;
	switch (row->id) {
	case FD_OPT_AND: VEC_PUSH(&c->patterns) = (struct fd_given){ str_from(v), FD_AND }; break;
	case FD_OPT_EXEC:
	case FD_OPT_EXEC_BATCH: return conf_command(c, p);
	case FD_OPT_BATCH_SIZE:
		ret = conf_number(c, row, v, 0, &n);
		c->exec.batch_size = n;
		return ret;
	case FD_OPT_FORMAT: c->format = v; break;
	case FD_OPT_COLOR: c->color = conf_when(row, v); break;
	case FD_OPT_HYPERLINK:
		c->hyperlink = conf_when(row, v);
		c->hyperlink_on = true;
		break;
	case FD_OPT_THREADS:
		ret = conf_number(c, row, v, 1, &n);
		c->walk.threads = n < 256 ? (unsigned)n : 256;
		return ret;
	case FD_OPT_BUFFER_TIME:
		ret = conf_number(c, row, v, 0, &n);
		c->buffer_ms = n < 1000000 ? (unsigned)n : 1000000;
		return ret;
	case FD_OPT_MAX_RESULTS: return conf_number(c, row, v, 0, &c->max_results);
	case FD_OPT_BASE_DIRECTORY: c->base_directory = v; break;
	case FD_OPT_PATH_SEPARATOR: c->print.separator = str_from(v); break;
	case FD_OPT_SEARCH_PATH:
		VEC_PUSH(&c->roots) = v;
		c->search_paths = true;
		break;
	case FD_OPT_STRIP_CWD: {
		static const int strips[] = { 0, 1, -1 }; /* auto always never */
		c->strip = v ? strips[conf_when(row, v)] : 1;
		break;
	}
	default: break;
	}
	return 0;
}
