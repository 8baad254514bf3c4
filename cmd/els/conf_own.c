/* What the options beyond GNU's do to list_conf and choices. */
#include <stdint.h>
#include <string.h>

#include "choices.h"
#include "ember/base/number.h"

#define COLUMN(name) (1u << LIST_COL_##name)

static const enum list_column choice_columns[] = { LIST_COL_PERMISSION, LIST_COL_USER, LIST_COL_GROUP,
	LIST_COL_CONTEXT, LIST_COL_SIZE, LIST_COL_DATE, LIST_COL_NAME, LIST_COL_INODE, LIST_COL_LINKS,
	LIST_COL_GIT, LIST_COL_OCTAL, LIST_COL_BLOCKS, LIST_COL_AUTHOR, LIST_COL_FLAGS, LIST_COL_MODIFIED,
	LIST_COL_ACCESSED, LIST_COL_CHANGED, LIST_COL_BORN, LIST_COL_REPO, LIST_COL_ICON, LIST_COL_XATTR };

static bool own_which(struct list_conf *l, struct choices *o, int id)
{
	switch (id) {
	case ELS_SYSTEM_PROTECTED: l->hidden = LIST_ALMOST; break;
	case ELS_DIRECTORY_ONLY: l->self = o->dirs_of_tree = true; break;
	case ELS_LIST_DIRS: l->self = true; break;
	case ELS_ONLY_DIRS: l->only = LIST_ONLY_DIRS; break;
	case ELS_ONLY_FILES: l->only = LIST_ONLY_FILES; break;
	case ELS_SHOW_LINKS: l->no_links = false; break;
	case ELS_NO_LINKS: l->no_links = true; break;
	case ELS_GIT_IGNORE: l->git_ignore = true; break;
	case ELS_ONE_FS: l->one_fs = true; break;
	case ELS_STDIN: o->read_stdin = '\n'; break;
	case ELS_STDIN0: o->read_stdin = 0; break;
	case ELS_RECURSE: l->recursive = true; break;
	case ELS_JSON: l->json = true; break;
	case ELS_CLASSIC:
		o->icons = ICONS_NEVER;
		o->color = CHOICE_NEVER;
		o->date_words = o->persona == PERSONA_LSD ? "date" : "locale";
		o->sizes = o->persona == PERSONA_LSD ? 2 : CHOICE_OPEN;
		l->group_dirs = LIST_DIRS_MIXED;
		l->permission = LIST_RWX;
		l->size_words = NULL;
		break;
	default: return false;
	}
	return true;
}

static bool own_order(struct list_conf *l, struct choices *o, int id)
{
	switch (id) {
	case ELS_DIRS_LAST: l->group_dirs = LIST_DIRS_LAST; break;
	case ELS_NATURAL: o->natural_given = true; break;
	case ELS_TIMESORT: o->sort = LIST_BY_TIME; break;
	case ELS_SIZESORT: o->sort = LIST_BY_SIZE; break;
	case ELS_EXTENSIONSORT: o->sort = LIST_BY_EXTENSION; break;
	case ELS_VERSIONSORT: o->sort = LIST_BY_VERSION; break;
	case ELS_NO_SORT: o->sort = LIST_BY_NONE; break;
	case ELS_NO_QUOTES: o->quoting = QUOTE_LITERAL; break;
	case ELS_NO_TARGET: l->no_target = true; break;
	case ELS_LONG_WORD: o->format = LIST_LONG; break;
	case ELS_ONE_WORD:
		if (o->format != LIST_LONG)
			o->format = LIST_ONE;
		break;
	case ELS_ACROSS_WORD:
		l->long_grid_across = true;
		if (!o->grid || o->format != LIST_LONG)
			o->format = LIST_ACROSS;
		break;
	case ELS_GRID: o->grid = true; break;
	default: return false;
	}
	return true;
}

static bool own_column(struct list_conf *l, struct choices *o, int id)
{
	switch (id) {
	case ELS_HEADER: l->header = true; break;
	case ELS_OCTAL: o->add |= COLUMN(OCTAL); break;
	case ELS_LINKS: o->add |= COLUMN(LINKS); break;
	case ELS_BLOCK_COLUMN: o->add |= COLUMN(BLOCKS); break;
	case ELS_SHOW_GROUP: l->group = true; break;
	case ELS_SMART_GROUP: l->group = l->smart_group = true; break;
	case ELS_SHOW_MODIFIED: o->add |= COLUMN(MODIFIED); break;
	case ELS_SHOW_ACCESSED: o->add |= COLUMN(ACCESSED); break;
	case ELS_SHOW_CHANGED: o->add |= COLUMN(CHANGED); break;
	case ELS_SHOW_BORN: o->add |= COLUMN(BORN); break;
	case ELS_FLAGS: o->add |= COLUMN(FLAGS); break;
	case ELS_EXTENDED: l->xattrs = l->show_xattrs = true; break;
	case ELS_MOUNTS: l->mounts = true; break;
	case ELS_NO_PERMISSIONS: o->drop |= COLUMN(PERMISSION); break;
	case ELS_NO_SIZE: o->drop |= COLUMN(SIZE); break;
	case ELS_NO_USER: o->drop |= COLUMN(USER); break;
	case ELS_NO_TIME: o->drop |= COLUMN(DATE); break;
	case ELS_TOTAL_BLOCKS: l->total_blocks = true; l->total = true; break;
	case ELS_TOTAL: l->total = true; break;
	case ELS_COUNT: l->count = true; break;
	case ELS_NO_GIT: l->git = false; break;
	case ELS_REPOS: l->repo_status = l->repos = true; break;
	case ELS_REPOS_BARE:
		l->repos = true;
		l->repo_status = false;
		break;
	case ELS_BINARY:
		o->binary = true;
		o->bytes = false;
		break;
	case ELS_BYTES:
		o->bytes = true;
		o->binary = false;
		break;
	default: return false;
	}
	return true;
}

bool conf_own_flag(struct els_conf *c, struct choices *o, int id)
{
	if (id == ELS_GENERATE_CONFIG) {
		c->task = ELS_TELL_CONFIG;
		return true;
	}
	return own_which(&c->list, o, id) || own_order(&c->list, o, id) || own_column(&c->list, o, id);
}

/* ---------------------------------------------------------------- options with a value */

static int own_blocks(struct choices *o, struct diag *d, const char *value)
{
	struct str rest = str_from(value);
	do {
		struct str name = str_cut(&rest, ',');
		int at = opt_word(ELS_COLUMN_WORDS, name, false);
		if (at < 0) {
			diag_usage(d, ELS_SERIOUS, "invalid column '%.*s' (valid: %s)", STR_ARG(name),
				ELS_COLUMN_WORDS);
			return -1;
		}
		VEC_PUSH(&o->blocks) = choice_columns[at];
	} while (rest.n);
	o->format = LIST_LONG;
	return 0;
}

static int own_scale(struct list_conf *l, struct choices *o, struct diag *d, const char *value)
{
	struct str rest = str_from(value ? value : "all");
	o->scale_given = true;
	l->scale = 0;
	do {
		struct str name = str_cut(&rest, ',');
		int at = opt_word("all size age none", name, true);
		if (at < 0) {
			diag_usage(d, ELS_SERIOUS, "invalid field '%.*s' of --color-scale (valid: all, size, age, none)",
				STR_ARG(name));
			return -1;
		}
		static const unsigned bits[] = { LIST_SCALE_SIZE | LIST_SCALE_AGE, LIST_SCALE_SIZE,
			LIST_SCALE_AGE, 0 };
		l->scale |= bits[at];
	} while (rest.n);
	return 0;
}

static int own_number(struct diag *d, const char *what, const char *value, size_t *out)
{
	uint64_t n;
	if (!number_u64(str_from(value), &n) || n > INT32_MAX) {
		diag_text(d, ELS_SERIOUS, "invalid %s: '%s'", what, value);
		return -1;
	}
	*out = (size_t)n;
	return 0;
}

static int own_date(struct choices *o, struct diag *d, const char *value)
{
	if (*value == '+' || opt_word("date locale relative", str_from(value), false) >= 0) {
		o->date_words = value;
		return 0;
	}
	diag_usage(d, ELS_SERIOUS, "invalid date '%s' (valid: date, locale, relative, +FORMAT)", value);
	return -1;
}

/* Patterns separated by '|', which a backslash takes that meaning from. */
static void own_globs(struct choices *o, struct arena *a, const char *value)
{
	struct buf one = { 0 };
	for (const char *p = value;; p++) {
		if (*p == '|' || !*p) {
			VEC_PUSH(&o->globs) = arena_cstr(a, buf_view(&one));
			buf_clear(&one);
			if (!*p)
				break;
		} else {
			if (*p == '\\' && p[1] == '|')
				p++;
			buf_char(&one, *p);
		}
	}
	buf_fini(&one);
}

static void own_colors(struct choices *o, const char *value)
{
	if (o->colors.n)
		buf_char(&o->colors, ':');
	buf_text(&o->colors, value);
}

int conf_own_value(
	struct els_conf *c, struct choices *o, struct arena *a, struct diag *d, const struct opt_parser *p)
{
	struct list_conf *l = &c->list;
	switch (p->row->id) {
	case ELS_IGNORE_GLOB: own_globs(o, a, p->value); return 0;
	case ELS_LIMIT: return own_number(d, "limit", p->value, &l->limit);
	case ELS_COLUMN_LIST: return own_blocks(o, d, p->value);
	case ELS_DATE: return own_date(o, d, p->value);
	case ELS_TRUNCATE_AFTER: return own_number(d, "length", p->value, &l->owner_max);
	case ELS_TRUNCATE_MARKER: l->owner_marker = p->value; return 0;
	case ELS_ICON_MAP: o->icon_map = p->value; return 0;
	case ELS_COLORS: own_colors(o, p->value); return 0;
	case ELS_COLOR_SCALE: return own_scale(l, o, d, p->value);
	default: return 1;
	}
}

/* ---------------------------------------------------------------- options with words */

static bool own_sort(struct list_conf *l, struct choices *o, int word)
{
	static const struct {
		enum list_sort sort;
		bool flip;
		int time; /* enum list_time, or CHOICE_OPEN */
	} rows[] = {
		{ LIST_BY_NAME, false, CHOICE_OPEN },
		{ LIST_BY_NONE, false, CHOICE_OPEN },
		{ LIST_BY_SIZE, false, CHOICE_OPEN },
		{ LIST_BY_TIME, false, CHOICE_OPEN },
		{ LIST_BY_VERSION, false, CHOICE_OPEN },
		{ LIST_BY_EXTENSION, false, CHOICE_OPEN },
		{ LIST_BY_WIDTH, false, CHOICE_OPEN },
		{ LIST_BY_TIME, true, LIST_MODIFIED },  /* modified */
		{ LIST_BY_TIME, false, LIST_MODIFIED }, /* age */
		{ LIST_BY_TIME, true, LIST_BORN },
		{ LIST_BY_TIME, true, LIST_ACCESSED },
		{ LIST_BY_TIME, true, LIST_CHANGED },
		{ LIST_BY_INODE, false, CHOICE_OPEN },
		{ LIST_BY_TYPE, false, CHOICE_OPEN },
		{ LIST_BY_NAME, false, CHOICE_OPEN },      /* Name */
		{ LIST_BY_EXTENSION, false, CHOICE_OPEN }, /* Extension */
		{ LIST_BY_EXTENSION, false, CHOICE_OPEN }, /* ext */
		{ LIST_BY_NAME, false, CHOICE_OPEN },      /* .name */
		{ LIST_BY_NAME, false, CHOICE_OPEN },      /* .Name */
		{ LIST_BY_GIT, false, CHOICE_OPEN },
	};
	if (word < 0 || (size_t)word >= COUNTOF(rows))
		return false;
	bool eza = o->persona == PERSONA_EZA; /* smallest first, as oldest first */
	o->sort = (int)rows[word].sort;
	o->flip = rows[word].flip;
	if (eza && (o->sort == LIST_BY_SIZE || word == 3))
		o->flip = true;
	o->sort_time = rows[word].time;
	bool cased = word == 14 || word == 15 || word == 18 || (eza && o->sort == LIST_BY_TYPE);
	o->collate = cased ? LIST_COLLATE_NATURAL_CASE
		: word >= 16 && word <= 17                  ? LIST_COLLATE_NATURAL
							    : o->persona == PERSONA_LSD ? LIST_COLLATE_FOLD : CHOICE_OPEN;
	l->mix_dots = word == 17 || word == 18;
	return true;
}

/* GNU's words and their abbreviations first, then the whole words of others (spec els C28). */
int conf_words(const struct opt *row, struct str value)
{
	const char *gnu = row->id == ELS_SORT ? ELS_SORT_GNU : row->id == ELS_TIME ? ELS_TIME_GNU : NULL;
	int word = gnu ? opt_word(gnu, value, true) : -1;
	return word >= 0 ? word : opt_word(row->words, value, !gnu);
}

bool conf_own_word(struct els_conf *c, struct choices *o, const struct opt *row, int word)
{
	static const unsigned char times[] = { LIST_ACCESSED, LIST_CHANGED, LIST_MODIFIED, LIST_BORN,
		LIST_MODIFIED, LIST_ACCESSED, LIST_CHANGED, LIST_BORN };
	struct list_conf *l = &c->list;
	switch (row->id) {
	case ELS_SORT: return own_sort(l, o, word);
	case ELS_TIME:
		l->time = times[word];
		o->time_given = true;
		break;
	case ELS_PERMISSION: l->permission = (enum list_permission)word; break;
	case ELS_GROUP_DIRS: l->group_dirs = (enum list_group_dirs)word; break;
	case ELS_ABSOLUTE:
		l->absolute = word == 0 ? LIST_ABSOLUTE : word == 1 ? LIST_RELATIVE : LIST_RESOLVED;
		break;
	case ELS_SCALE_MODE: l->scale_fixed = word == 0; break;
	case ELS_BLOCKS: o->sizes = word; break;
	case ELS_COMPLETION:
		c->task = ELS_TELL_COMPLETION;
		c->shell = word;
		break;
	case ELS_HELP: c->task = ELS_TELL_ALL_HELP; break;
	default: return false;
	}
	return true;
}
