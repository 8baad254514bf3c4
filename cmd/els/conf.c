#include "els.h"

#include <errno.h>
#include <limits.h>
#include <string.h>

#include "choices.h"
#include "ember/base/def.h"
#include "ember/base/number.h"
#include "ember/list/icon_map.h"
#include "ember/term/tty.h"

/* What an option of one letter or plain name does to list_conf or choices. */
static bool conf_flag(struct list_conf *l, struct choices *o, int id)
{
	switch (id) {
	case ELS_ALL: /* eza shows . and .. when asked twice */
		o->alls++;
		l->hidden = o->persona == PERSONA_EZA && o->alls < 2 ? LIST_ALMOST : LIST_ALL;
		break;
	case ELS_ALMOST_ALL: l->hidden = LIST_ALMOST; break;
	case ELS_AUTHOR: l->author = true; break;
	case ELS_IGNORE_BACKUPS: l->backups_off = true; break;
	case ELS_DIRECTORY: l->self = true; break;
	case ELS_CLASSIFY: l->mark = LIST_MARK_CLASSIFY; break; /* lsd's, without a value */
	case ELS_FILE_TYPE: l->mark = LIST_MARK_TYPE; break;
	case ELS_SLASH: l->mark = LIST_MARK_SLASH; break;
	case ELS_DIRS_FIRST: l->group_dirs = LIST_DIRS_FIRST; break;
	case ELS_NO_GROUP: l->group = false; break;
	case ELS_FOLLOW_ARGS: o->follow = LIST_ARGS; break;
	case ELS_FOLLOW_ARGS_TO_DIRS: o->follow = LIST_ARGS_TO_DIRS; break;
	case ELS_FOLLOW: o->follow = LIST_ALWAYS; break;
	case ELS_INODE: l->inode = true; break;
	case ELS_CONTEXT: l->context = true; break;
	case ELS_KIBIBYTES: o->kibibytes = true; break;
	case ELS_HIDE_CONTROL: o->hide_control = true; break;
	case ELS_SHOW_CONTROL: o->hide_control = false; break;
	case ELS_REVERSE: l->reverse = true; break;
	case ELS_RECURSIVE: l->recursive = true; break;
	case ELS_ESCAPE: o->quoting = QUOTE_ESCAPE; break;
	case ELS_LITERAL: o->quoting = QUOTE_LITERAL; break;
	case ELS_QUOTE_NAME: o->quoting = QUOTE_C; break;
	case ELS_TREE: l->tree = true; break;
	case ELS_GIT: l->git = true; break;
	case ELS_BY_GIT: o->sort = LIST_BY_GIT; break;
	case ELS_FOLLOW_LINKS: l->follow_links = true; break;
	case ELS_GNU: o->gnu = true; break;
	default: return false;
	}
	return true;
}

static bool conf_layout(struct list_conf *l, struct choices *o, int id)
{
	switch (id) {
	case ELS_DIRED:
		l->dired = true;
		o->hyperlink = false;
		EMBER_FALLTHROUGH;
	case ELS_LONG: o->format = LIST_LONG; break;
	case ELS_COLUMNS: o->format = LIST_DOWN; break;
	case ELS_ACROSS: o->format = LIST_ACROSS; break;
	case ELS_COMMAS: o->format = LIST_COMMAS; break;
	case ELS_ZERO:
		l->eol = 0;
		o->hide_control = false;
		o->color = CHOICE_NEVER;
		o->quoting = QUOTE_LITERAL;
		EMBER_FALLTHROUGH;
	case ELS_ONE:
		if (o->format != LIST_LONG)
			o->format = LIST_ONE;
		break;
	case ELS_NO_OWNER:
		o->format = LIST_LONG;
		l->owner = false;
		break;
	case ELS_LONG_NO_GROUP:
		o->format = LIST_LONG;
		l->group = false;
		break;
	case ELS_NUMERIC:
		if (o->persona != PERSONA_EZA)
			o->format = LIST_LONG;
		l->numeric = true;
		break;
	case ELS_FULL_TIME:
		o->format = LIST_LONG;
		o->time_style = "full-iso";
		o->date_words = NULL;
		break;
	default: return false;
	}
	return true;
}

static bool conf_order(struct list_conf *l, struct choices *o, int id)
{
	switch (id) {
	case ELS_CHANGED:
		l->time = LIST_CHANGED;
		o->time_given = true;
		break;
	case ELS_ACCESSED:
		l->time = LIST_ACCESSED;
		o->time_given = true;
		break;
	case ELS_UNSORTED_ALL:
		l->hidden = LIST_ALL;
		o->sort = LIST_BY_NONE;
		break;
	case ELS_BY_SIZE: o->sort = LIST_BY_SIZE; break;
	case ELS_BY_TIME:
		o->sort = LIST_BY_TIME;
		o->sort_time = CHOICE_OPEN;
		break;
	case ELS_UNSORTED: o->sort = LIST_BY_NONE; break;
	case ELS_BY_VERSION: o->sort = LIST_BY_VERSION; break;
	case ELS_BY_EXTENSION: o->sort = LIST_BY_EXTENSION; break;
	default: return false;
	}
	return true;
}

static void conf_human(struct list_conf *l, struct choices *o, bool si)
{
	struct human h = { .unit = 1, .scale = true, .suffix = true, .si = si };
	l->block_unit = l->size_unit = h;
	o->sizes_given = true;
}

/* Options whose value is one of the row's words. */
static int conf_word(
	struct els_conf *c, struct choices *o, struct diag *d, struct opt_parser *p)
{
	struct list_conf *l = &c->list;
	static const unsigned char formats[] = { LIST_LONG, LIST_COMMAS, LIST_ACROSS, LIST_DOWN,
		LIST_ONE };
	bool eza = o->persona == PERSONA_EZA;
	int bare = p->row->id == ELS_ICONS ? (int)ICONS_AUTO : eza ? (int)CHOICE_AUTO : (int)CHOICE_ALWAYS;
	if (!p->value && p->row->id == ELS_BLOCKS) {
		l->blocks = true;
		return 0;
	}
	if (!p->value && p->row->id == ELS_HELP) {
		c->task = ELS_TELL_HELP;
		return 0;
	}
	if (!p->value && p->row->id == ELS_ABSOLUTE)
		bare = 0;
	int word = p->value ? conf_words(p->row, str_from(p->value)) : bare;
	if (word < 0) {
		opt_value(p, true);
		diag_usage(d, p->row->id == ELS_BLOCKS || p->row->id == ELS_HELP ? ELS_SERIOUS : ELS_MINOR,
			"%s", p->message);
		return -1;
	}
	if (conf_own_word(c, o, p->row, word))
		return 0;
	switch (p->row->id) {
	case ELS_FORMAT: o->format = formats[word]; break;
	case ELS_COLOR: o->color = word; break;
	case ELS_GUARD: o->guard = word; break;
	case ELS_META_COLOR: o->meta = word; break;
	case ELS_ICONS: o->icons = word; break;
	case ELS_ICON_THEME: o->icon_theme = word ? LIST_ICONS_UNICODE : LIST_ICONS_NERD; break;
	case ELS_GIT_DEPTH: l->git_options.depth = (enum git_depth)word; break;
	case ELS_CLASSIFY:
		if (conf_when(word, c->terminal))
			l->mark = LIST_MARK_CLASSIFY;
		break;
	case ELS_HYPERLINK: o->hyperlink = conf_when(word, c->terminal); break;
	case ELS_INDICATOR_STYLE: l->mark = (enum list_mark)word; break;
	case ELS_QUOTING_STYLE: o->quoting = word; break;
	default: break;
	}
	return 0;
}

static int conf_block_size(
	struct list_conf *l, struct choices *o, struct diag *d, const char *value)
{
	struct human h;
	int bad = human_parse(&h, str_from(value));
	if (bad) {
		diag_text(d, ELS_SERIOUS,
			bad == ERANGE ? "--block-size argument '%s' too large"
				      : "invalid --block-size argument '%s'",
			value);
		return -1;
	}
	l->block_unit = l->size_unit = h;
	o->sizes_given = true;
	return 0;
}

static int conf_width(struct list_conf *l, struct choices *o, struct diag *d, const char *value)
{
	if (conf_line_width(value, &l->width) != 0) {
		diag_text(d, ELS_SERIOUS, "invalid line width: '%s'", value);
		return -1;
	}
	o->width_given = true;
	return 0;
}

static int conf_tab(struct list_conf *l, struct choices *o, struct diag *d, const char *value)
{
	if (conf_columns(value, PTRDIFF_MAX, &l->tab) != 0) {
		const char *hint = ascii_digit(value[0]) ? "" : "; a tree: --tree"; /* eza's -T */
		diag_text(d, ELS_SERIOUS, "invalid tab size: '%s'%s", value, hint);
		return -1;
	}
	o->tab_given = true;
	return 0;
}

static int conf_depth(struct list_conf *l, struct diag *d, const char *value)
{
	uint64_t n;
	if (!number_u64(str_from(value), &n)) {
		diag_text(d, ELS_SERIOUS, "invalid depth: '%s'", value);
		return -1;
	}
	l->depth = n < SIZE_MAX ? (size_t)n : SIZE_MAX;
	return 0;
}

static int conf_timeout(struct list_conf *l, struct diag *d, const char *value)
{
	uint64_t ms;
	if (!number_u64(str_from(value), &ms) || ms > UINT_MAX) {
		diag_text(d, ELS_SERIOUS, "invalid time: '%s'", value);
		return -1;
	}
	l->git_options.timeout_ms = (unsigned)ms;
	return 0;
}

int conf_option(struct els_conf *c, struct choices *o, struct arena *a, struct diag *d, struct opt_parser *p)
{
	struct list_conf *l = &c->list;
	switch (p->row->id) {
	case ELS_CONFIG:
	case ELS_NO_CONFIG: return 0; /* done before the line was read */
	case ELS_VERSION: c->task = ELS_TELL_VERSION; return 0;
	case ELS_HUMAN: conf_human(l, o, false); return 0;
	case ELS_SI: conf_human(l, o, true); return 0;
	case ELS_BLOCK_SIZE: return conf_block_size(l, o, d, p->value);
	case ELS_WIDTH: return conf_width(l, o, d, p->value);
	case ELS_DEPTH: return conf_depth(l, d, p->value);
	case ELS_GIT_TIMEOUT: return conf_timeout(l, d, p->value);
	case ELS_TAB_SIZE: return conf_tab(l, o, d, p->value);
	case ELS_IGNORE: VEC_PUSH(&o->ignore) = p->value; return 0;
	case ELS_HIDE: VEC_PUSH(&o->hide) = p->value; return 0;
	case ELS_TIME_STYLE:
		o->time_style = p->value;
		o->date_words = NULL;
		return 0;
	default: break;
	}
	if (p->row->words && !(p->row->flags & OPT_LIST))
		return conf_word(c, o, d, p);
	int done = p->row->arg == OPT_PLAIN ? 1 : conf_own_value(c, o, a, d, p);
	if (done <= 0)
		return done;
	if (conf_own_flag(c, o, p->row->id))
		return 0;
	if (!conf_flag(l, o, p->row->id) && !conf_layout(l, o, p->row->id))
		conf_order(l, o, p->row->id);
	return 0;
}

static bool conf_digits(const char *text)
{
	return *text && text[strspn(text, "0123456789")] == '\0';
}

/* A number with --tree, a digit as an option of a tree: eza's -L2 was meant. Tabs without their size: its -T. */
static void conf_usage(const struct els_conf *c, const struct choices *o, struct diag *d, const struct opt_parser *p)
{
	const int status = o->persona == PERSONA_EZA ? ELS_EZA_USAGE : ELS_SERIOUS;
	const bool letter = o->persona == PERSONA_ELS && p->by_letter;
	if (letter && c->list.tree && ascii_digit(p->letter))
		diag_usage(d, status, "%s; a tree's depth: --level=%c", p->message, p->letter);
	else if (letter && p->letter == 'T')
		diag_usage(d, status, "%s; a tree: --tree", p->message);
	else if (o->persona == PERSONA_ELS && p->fault == OPT_NEEDLESS_VALUE && p->row->id == ELS_TREE &&
		conf_digits(p->value))
		diag_usage(d, status, "%s; a tree's depth: --level=%s", p->message, p->value);
	else
		diag_usage(d, status, "%s", p->message);
}

/*
 * An operand that other programs take for the value of the option before it: -L 2 of a tree, --icons always. Told where
 * there is no such file.
 */
static void conf_meant(struct els_conf *c, struct arena *a, const struct opt *before, const char *operand)
{
	const bool depth = before->id == ELS_FOLLOW && conf_digits(operand);
	if (!depth && (before->arg != OPT_MAYBE || opt_word(before->words, str_from(operand), false) < 0))
		return;
	c->meant = operand;
	c->meant_depth = depth;
	c->meant_hint = depth ? arena_printf(a, "a tree's depth: --level=%s", operand).p
			      : arena_printf(a, "did you mean '--%s=%s'?", before->name, operand).p;
}

/* 0: all of argv is read, or --help or --version ended it. */
static int conf_argv(struct els_conf *c, struct choices *o, struct arena *a, struct diag *d, int argc, char **argv)
{
	struct opt_parser p;
	bool els = o->persona == PERSONA_ELS;
	const struct opt *before = NULL; /* the option right before, which has no value */
	const unsigned rules = els ? opt_permute() : OPT_PERMUTE | OPT_SHORT_EQUALS;
	opt_start(&p, c->table, OPT_ALL, els ? OPT_GNU : 0, rules | OPT_ABBREVIATE, argc, argv);
	for (;;) {
		switch (opt_next(&p)) {
		case OPT_OPERAND:
			if (before)
				conf_meant(c, a, before, p.value);
			before = NULL;
			c->files[c->n_files++] = p.value;
			break;
		case OPT_OPTION:
			before = els && !p.value ? p.row : NULL;
			if (conf_option(c, o, a, d, &p) != 0)
				return -1;
			if (c->task != ELS_LIST)
				return 0;
			break;
		case OPT_BAD:
			conf_usage(c, o, d, &p);
			return -1;
		case OPT_END: return 0;
		}
	}
}

void conf_fini(struct els_conf *c)
{
	if (c->icon_map)
		icon_map_fini(c->icon_map);
}

static const char *const *conf_patterns(struct arena *a, const char **p, size_t n)
{
	const char **out = ARENA_ARRAY(a, const char *, n + 1);
	if (n)
		memcpy(out, p, n * sizeof(*p));
	return (const char *const *)out;
}

int conf_read(struct els_conf *c, struct arena *a, struct diag *d, int argc, char **argv)
{
	struct choices o = {
		.format = CHOICE_OPEN,
		.sort = CHOICE_OPEN,
		.sort_time = CHOICE_OPEN,
		.follow = CHOICE_OPEN,
		.quoting = CHOICE_OPEN,
		.hide_control = CHOICE_OPEN,
		.color = CHOICE_OPEN,
		.guard = CHOICE_OPEN,
		.meta = CHOICE_OPEN,
		.icons = CHOICE_OPEN,
		.icon_theme = CHOICE_OPEN,
		.sizes = CHOICE_OPEN,
		.read_stdin = CHOICE_OPEN,
		.collate = CHOICE_OPEN,
		.persona = persona_of(d->program),
	};
	*c = (struct els_conf){ .list = { .owner = true,
					.group = true,
					.eol = '\n',
					.tab = 8,
					.depth = SIZE_MAX,
					.icon_gap = 1,
					.scale_min = 50,
					.owner_marker = "",
					.git_options = { .timeout_ms = 500 } } };
	c->table = persona_table(a, o.persona);
	if (o.persona != PERSONA_ELS)
		argv = persona_argv(a, o.persona, &argc, argv);
	persona_defaults(c, &o);
	c->files = ARENA_ARRAY(a, char *, argc > 0 ? (size_t)argc : 1);
	c->terminal = tty_is(1);
	conf_files(c, &o, a, d, argc, argv);
	int ret = conf_argv(c, &o, a, d, argc, argv);
	if (ret == 0 && c->task == ELS_LIST) {
		c->list.ignore = conf_patterns(a, o.ignore.p, o.ignore.n);
		c->list.hide = conf_patterns(a, o.hide.p, o.hide.n);
		c->list.globs = conf_patterns(a, o.globs.p, o.globs.n);
		ret = conf_settle(c, &o, a, d);
	}
	VEC_FREE(&o.ignore);
	VEC_FREE(&o.hide);
	VEC_FREE(&o.globs);
	VEC_FREE(&o.blocks);
	buf_fini(&o.colors);
	return ret;
}
