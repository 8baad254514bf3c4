#include "ecat.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "ember/base/number.h"
#include "ember/cli/opt.h"
#include "ember/os/env.h"
#include "ember/term/color.h"
#include "ember/term/tty.h"
#include "ember/view/decorate.h"

#define WIDTH_MAX 10000
#define TABS_MAX 1000
#define TABS_CAT 8

static bool conf_format(struct ecat_conf *c, int id)
{
	struct nonprint_conf *f = &c->format;
	switch (id) {
	case ECAT_SHOW_ALL:
		f->nonprinting = f->ends = f->tabs = true;
		return true;
	case ECAT_NUMBER_NONBLANK:
		f->number_nonblank = c->style_given = true;
		return true;
	case ECAT_E:
		f->nonprinting = f->ends = true;
		return true;
	case ECAT_SHOW_ENDS:
		f->ends = true;
		return true;
	case ECAT_NUMBER:
		f->number = c->style_given = true;
		return true;
	case ECAT_SQUEEZE:
		f->squeeze = true;
		return true;
	case ECAT_T:
		f->nonprinting = f->tabs = true;
		return true;
	case ECAT_SHOW_TABS:
		f->tabs = true;
		return true;
	case ECAT_SHOW_NONPRINTING:
		f->nonprinting = true;
		return true;
	case ECAT_UNBUFFERED:
		return true;
	default:
		return false;
	}
}

static int conf_range(struct range_set *s, struct diag *d, const struct opt_parser *p)
{
	struct err e;
	if (range_add(s, str_from(p->value), &e) == 0)
		return 0;
	diag_text(d, 1, "--%s: '%s': %s", p->row->name, p->value, e.what);
	return -1;
}

static int conf_number(struct diag *d, const struct opt_parser *p, struct str text, uint64_t least, uint64_t most,
	unsigned *out)
{
	uint64_t v;
	if (number_u64(text, &v) && v >= least && v <= most) {
		*out = (unsigned)v;
		return 0;
	}
	diag_text(d, 1, "--%s: '%s' is not a number from %u to %u", p->row->name, p->value, (unsigned)least,
		(unsigned)most);
	return -1;
}

static int conf_width(struct ecat_conf *c, struct diag *d, const struct opt_parser *p)
{
	struct str text = str_from(p->value);
	c->width_sign = text.n && text.p[0] == '+' ? 1 : text.n && text.p[0] == '-' ? -1 : 0;
	c->width_given = true;
	return conf_number(d, p, str_sub(text, c->width_sign != 0, text.n), 1, WIDTH_MAX, &c->width);
}

static int conf_word(struct diag *d, struct opt_parser *p, unsigned *out)
{
	int i = opt_value(p, false);
	if (i >= 0) {
		*out = (unsigned)i;
		return 0;
	}
	diag_usage(d, 1, "%s", p->message);
	return -1;
}

/* Options whose value is one of several words. 1: not one of them. */
static int conf_choice(struct ecat_conf *c, struct diag *d, struct opt_parser *p)
{
	unsigned i = 0;
	switch (p->row->id) {
	case ECAT_COLOR:
	case ECAT_DECORATIONS:
	case ECAT_PAGING:
	case ECAT_ITALIC:
	case ECAT_WRAP:
		if (conf_word(d, p, &i) != 0)
			return -1;
		break;
	default:
		return 1;
	}
	switch (p->row->id) {
	case ECAT_COLOR:
		c->color = (enum ecat_when)i;
		break;
	case ECAT_DECORATIONS:
		c->decorations = (enum ecat_when)i;
		break;
	case ECAT_PAGING:
		c->paging = (enum ecat_when)i;
		c->paging_given = true;
		break;
	case ECAT_ITALIC:
		c->italic = i == 0;
		break;
	default:
		c->wrap = (enum ecat_wrap)i;
		break;
	}
	return 0;
}

/* The last of -p and -n wins. */
static void conf_plain(struct ecat_conf *c)
{
	c->plain++;
	c->n_styles = 0;
	c->style_given = true;
	c->format.number = false;
	if (c->plain > 1) {
		c->paging = ECAT_NEVER;
		c->paging_given = true;
	}
}

static int conf_look(struct ecat_conf *c, struct diag *d, struct opt_parser *p)
{
	switch (p->row->id) {
	case ECAT_LINE_RANGE:
		return conf_range(&c->lines, d, p);
	case ECAT_HIGHLIGHT_LINE:
		if (conf_range(&c->marks, d, p) != 0)
			return -1;
		if (range_reach(&c->marks) == 0)
			return 0;
		diag_text(d, 1, "--highlight-line: '%s': lines to mark are not counted from the end", p->value);
		return -1;
	case ECAT_PLAIN:
		conf_plain(c);
		return 0;
	case ECAT_LANGUAGE:
		c->language = p->value;
		return 0;
	case ECAT_THEME:
		c->theme = p->value;
		return 0;
	case ECAT_STYLE:
		c->styles[c->n_styles++] = p->value;
		c->style_given = true;
		return 0;
	case ECAT_FILE_NAME:
		c->names[c->n_names++] = p->value;
		return 0;
	case ECAT_FORCE:
		c->color = c->decorations = ECAT_ALWAYS;
		return 0;
	case ECAT_CHOP:
		c->wrap = ECAT_WRAP_NEVER;
		return 0;
	case ECAT_TABS:
		c->tabs_given = true;
		return conf_number(d, p, str_from(p->value), 0, TABS_MAX, &c->tabs);
	case ECAT_TERMINAL_WIDTH:
		return conf_width(c, d, p);
	case ECAT_NO_PAGING:
		c->paging = ECAT_NEVER;
		c->paging_given = true;
		return 0;
	default:
		return conf_choice(c, d, p);
	}
}

/* 1: this option ends the reading of the line (--help, --version). */
static int conf_option(struct ecat_conf *c, struct diag *d, struct opt_parser *p)
{
	switch (p->row->id) {
	case ECAT_BRIEF_HELP:
		c->task = ECAT_TELL_BRIEF;
		return 1;
	case ECAT_HELP:
		c->task = ECAT_TELL_HELP;
		return 1;
	case ECAT_VERSION:
		c->task = ECAT_TELL_VERSION;
		return 1;
	case ECAT_LIST_LANGUAGES:
		c->task = ECAT_TELL_LANGUAGES;
		return 0;
	case ECAT_LIST_THEMES:
		c->task = ECAT_TELL_THEMES;
		return 0;
	case ECAT_DUMP_TOKENS:
		c->task = ECAT_TELL_TOKENS;
		return 0;
	default:
		return conf_format(c, p->row->id) ? 0 : conf_look(c, d, p);
	}
}

static int conf_line(struct ecat_conf *c, struct diag *d, int argc, char **argv)
{
	struct opt_parser p;
	opt_start(&p, &ecat_options, OPT_ALL, OPT_GNU, opt_permute() | OPT_ABBREVIATE, argc, argv);
	for (;;) {
		int done = 0;
		switch (opt_next(&p)) {
		case OPT_OPERAND:
			c->files[c->n_files++] = p.value;
			break;
		case OPT_OPTION:
			done = conf_option(c, d, &p);
			break;
		case OPT_BAD:
			diag_usage(d, 1, "%s", p.message);
			return -1;
		case OPT_END:
			return 0;
		}
		if (done)
			return done > 0 ? 0 : -1;
	}
}

int conf_read(struct ecat_conf *c, struct arena *a, struct diag *d, int argc, char **argv)
{
	size_t n = argc > 0 ? (size_t)argc : 1;
	*c = (struct ecat_conf){ .as_cat = strcmp(d->program, "cat") == 0 };
	c->files = ARENA_ARRAY(a, char *, n);
	c->styles = ARENA_ARRAY(a, char *, n);
	c->names = ARENA_ARRAY(a, char *, n);
	if (conf_line(c, d, argc, argv) != 0)
		return -1;
	if (c->n_names && c->n_names != (c->n_files ? c->n_files : 1)) {
		diag_text(d, 1, "--file-name must be given once for each input");
		return -1;
	}
	struct stat sb;
	c->tty = fstat(STDOUT_FILENO, &sb) == 0 && S_ISCHR(sb.st_mode) && isatty(STDOUT_FILENO);
	c->styled = c->tty || c->color == ECAT_ALWAYS || c->decorations == ECAT_ALWAYS;
	return 0;
}

/* The first that is set; ours before bat's. */
static const char *conf_env(const char *ours, const char *theirs)
{
	const char *value = env_get(ours);
	return value ? value : env_get(theirs);
}

/* BAT_WIDTH, stdout's terminal, FZF_PREVIEW_COLUMNS, COLUMNS, 80. */
static unsigned conf_terminal_cols(const struct ecat_conf *c)
{
	static const char *const names[] = { "FZF_PREVIEW_COLUMNS", "COLUMNS" };
	struct tty_size size;
	uint64_t v;
	if (number_u64(str_from(env_get("BAT_WIDTH")), &v) && v > 0 && v <= WIDTH_MAX)
		return (unsigned)v;
	if (c->tty && tty_size(STDOUT_FILENO, &size) && size.cols)
		return size.cols;
	for (size_t i = 0; i < COUNTOF(names); i++)
		if (number_u64(str_from(env_get(names[i])), &v) && v > 0 && v <= WIDTH_MAX)
			return (unsigned)v;
	return 80;
}

static void conf_set_width(struct ecat_conf *c)
{
	if (c->width_given && c->width_sign == 0)
		return;
	unsigned own = conf_terminal_cols(c), by = c->width_given ? c->width : 0;
	if (c->width_sign < 0)
		c->width = own > by ? own - by : 1;
	else
		c->width = own + by;
}

/* -n and -b: cat's numbers and nothing else; -p and "cat": nothing; then the lists, left to right. */
static int conf_set_style(struct ecat_conf *c, struct diag *d)
{
	const char *given = conf_env("EMBER_STYLE", "BAT_STYLE");
	unsigned standard = c->as_cat ? 0 : DECORATE_DEFAULT;
	struct str bad;
	c->parts = standard;
	if (given && decorate_parse(&c->parts, standard, str_from(given), &bad) != 0)
		diag_warn(d, "style '%.*s' of the environment is not known", STR_ARG(bad));
	/* Standard input alone on a terminal: we are most likely somebody's pager. */
	bool pager = c->tty && c->decorations == ECAT_AUTO && !c->n_files && !c->n_names;
	if (c->plain || pager || env_get("GIT_PAGER_IN_USE") || env_get("MAN_PN"))
		c->parts = 0;
	for (size_t i = 0; i < c->n_styles; i++) {
		if (decorate_parse(&c->parts, standard, str_from(c->styles[i]), &bad) == 0)
			continue;
		diag_text(d, 1, "--style: unknown component '%.*s'", STR_ARG(bad));
		return -1;
	}
	if (c->format.number || c->format.number_nonblank)
		c->parts = DECORATE_NUMBERS;
	bool shown = c->decorations == ECAT_ALWAYS ||
		(c->decorations == ECAT_AUTO && (c->tty || c->style_given));
	if (!shown)
		c->parts = c->format.number || c->format.number_nonblank ? DECORATE_NUMBERS : 0;
	if (c->parts & DECORATE_GRID)
		c->parts &= ~(unsigned)DECORATE_RULE;
	return 0;
}

/* What the line left open; values that make no sense leave the default. */
static void conf_from_env(struct ecat_conf *c)
{
	const struct opt *paging = opt_row(&ecat_options, ECAT_PAGING);
	uint64_t v;
	if (!c->tabs_given) {
		bool given = number_u64(str_from(conf_env("EMBER_TABS", "BAT_TABS")), &v) && v <= TABS_MAX;
		c->tabs = given ? (unsigned)v : TABS_CAT;
	}
	if (!c->paging_given) {
		int when = opt_word(paging->words, str_from(conf_env("EMBER_PAGING", "BAT_PAGING")), false);
		c->paging = when >= 0 ? (enum ecat_when)when : ECAT_AUTO;
	}
	if (!c->theme)
		c->theme = conf_env("EMBER_THEME", "BAT_THEME");
}

int conf_styled(struct ecat_conf *c, struct diag *d)
{
	static const enum color_when when[] = { COLOR_AUTO, COLOR_ALWAYS, COLOR_NEVER };
	struct color_env env = color_env();
	if (color_wanted(when[c->color], c->tty, &env))
		c->depth = color_depth(&env, c->color == ECAT_ALWAYS ? COLOR_FORCED : 0);
	else
		c->depth = COLOR_NONE;
	conf_set_width(c);
	conf_from_env(c);
	return conf_set_style(c, d);
}

void conf_fini(struct ecat_conf *c)
{
	range_fini(&c->lines);
	range_fini(&c->marks);
}
