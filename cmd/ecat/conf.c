#include "ecat.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "ember/base/number.h"
#include "ember/os/env.h"
#include "ember/term/color.h"
#include "ember/term/tty.h"
#include "ember/view/decorate.h"

#define TABS_CAT 8
#define TABS_BAT 4
#define DIFF_CONTEXT 2
#define MAX_HIGHLIGHT 16384

static int conf_usage_status(const struct ecat_conf *c)
{
	return c->as_bat ? 2 : 1;
}

static int conf_line(struct ecat_conf *c, struct diag *d, int argc, char **argv)
{
	struct opt_parser p;
	if (c->as_bat)
		opt_start(&p, &ecat_options, OPT_ALL, OPT_BAT, OPT_PERMUTE | OPT_SHORT_EQUALS, argc, argv);
	else
		opt_start(&p, &ecat_options, OPT_ALL, OPT_GNU, opt_permute() | OPT_ABBREVIATE, argc, argv);
	for (;;) {
		int done = 0;
		switch (opt_next(&p)) {
		case OPT_OPERAND:
			if (c->as_bat && !*p.value) {
				diag_usage(d, conf_usage_status(c), "the name of a file is empty");
				return -1;
			}
			c->files[c->n_files++] = p.value;
			break;
		case OPT_OPTION:
			done = conf_option(c, &p, ECAT_FROM_LINE);
			break;
		case OPT_BAD:
			diag_usage(d, conf_usage_status(c), "%s", p.message);
			return -1;
		case OPT_END:
			return 0;
		}
		if (done > 0)
			return 0;
		if (done < 0 && p.fault == OPT_BAD_WORD && (c->as_bat || p.row->words))
			diag_usage(d, conf_usage_status(c), "%s", p.message);
		else if (done < 0)
			diag_text(d, 1, "%s", p.message);
		if (done < 0)
			return -1;
	}
}

static bool conf_conflicts(const struct ecat_conf *c, struct diag *d)
{
	const char *what = NULL;
	if (c->names.of.n && c->names.of.n != (c->n_files ? c->n_files : 1) && (c->n_files || !c->as_bat)) {
		diag_text(d, 1, "--file-name must be given once for each input");
		return true;
	}
	if (c->diff && c->lines.of.n)
		what = "--diff and --line-range exclude each other";
	else if (c->as_bat && c->show_all && c->language)
		what = "--show-all and --language exclude each other";
	if (what)
		diag_usage(d, conf_usage_status(c), "%s", what);
	return what != NULL;
}

/* Options start as they are when nothing is given. What conf_read found out about the run stays. */
static void conf_clear(struct ecat_conf *c)
{
	struct ecat_conf was = *c;
	conf_fini(c);
	*c = (struct ecat_conf){ .as_cat = was.as_cat, .as_bat = was.as_bat, .closed = was.closed, .tty = was.tty,
		.files = was.files, .diff_context = DIFF_CONTEXT, .max_highlight = MAX_HIGHLIGHT,
		.format = { .squeeze_limit = 1 }, .strip = ECAT_NEVER, .sanitize = ECAT_NEVER,
		.hyperlink = ECAT_NEVER };
}

/* -A and -n in the sense of the personality. */
static void conf_settle(struct ecat_conf *c)
{
	struct nonprint_conf *f = &c->format;
	c->pictures = c->show_all && (c->as_bat || c->notation_given);
	if (c->show_all && !c->pictures)
		f->nonprinting = f->ends = f->tabs = true;
	if (!c->as_bat)
		f->number = c->numbers;
	if (c->as_bat)
		f->each_input = true;
}

/* The first that is set; ours before bat's. */
static const char *conf_env(const char *ours, const char *theirs)
{
	const char *value = env_get(ours);
	return value ? value : env_get(theirs);
}

/* Options that have a variable of their own; values that make no sense leave the default. */
static void conf_variables(struct ecat_conf *c, struct diag *d)
{
	static const struct {
		int id;
		const char *ours, *theirs;
	} rows[] = {
		{ ECAT_TABS, "EMBER_TABS", "BAT_TABS" },
		{ ECAT_PAGING, "EMBER_PAGING", "BAT_PAGING" },
		{ ECAT_STYLE, "EMBER_STYLE", "BAT_STYLE" },
		{ ECAT_THEME, "EMBER_THEME", "BAT_THEME" },
		{ ECAT_THEME_DARK, "EMBER_THEME_DARK", "BAT_THEME_DARK" },
		{ ECAT_THEME_LIGHT, "EMBER_THEME_LIGHT", "BAT_THEME_LIGHT" },
	};
	for (size_t i = 0; i < COUNTOF(rows); i++) {
		const char *value = conf_env(rows[i].ours, rows[i].theirs);
		struct opt_parser p = { .table = &ecat_options, .row = opt_row(&ecat_options, rows[i].id),
			.value = (char *)value };
		const char *name = env_get(rows[i].ours) ? rows[i].ours : rows[i].theirs;
		if (value && conf_option(c, &p, ECAT_FROM_ENV) < 0)
			diag_warn(d, "%s: %s", name, p.message);
		else if (value)
			place_set(c, value, name, 0);
	}
	c->style_given = false;
}

static bool conf_is_styled(const struct ecat_conf *c)
{
	const char *force = env_get("CLICOLOR_FORCE");
	bool forced = c->as_bat && c->color == ECAT_AUTO && force && strcmp(force, "0") != 0 && !env_get("NO_COLOR");
	return c->tty || c->color == ECAT_ALWAYS || c->decorations == ECAT_ALWAYS || forced ||
		(c->as_bat && c->numbers_asked);
}

/* Filters that only the styled path has, but that count in a pipe too (spec X3). */
static bool conf_is_filtered(const struct ecat_conf *c)
{
	return c->pictures || c->encoding || c->lessopen || c->strip == ECAT_ALWAYS || c->sanitize == ECAT_ALWAYS ||
		((c->strip == ECAT_AUTO || c->sanitize == ECAT_AUTO) && c->language);
}

static void conf_name(struct ecat_conf *c, struct diag *d, int argc, char **argv)
{
	bool named = strcmp(d->program, "bat") == 0 || strcmp(d->program, "batcat") == 0;
	c->as_cat = strcmp(d->program, "cat") == 0;
	c->as_bat = named || (argc > 1 && strcmp(argv[1], "--bat") == 0);
	d->bracketed = c->as_bat ? "bat" : NULL;
}

int conf_read(struct ecat_conf *c, struct arena *a, struct diag *d, int argc, char **argv)
{
	struct stat sb;
	*c = (struct ecat_conf){ 0 };
	conf_name(c, d, argc, argv);
	c->files = ARENA_ARRAY(a, char *, argc > 0 ? (size_t)argc : 1);
	c->tty = fstat(STDOUT_FILENO, &sb) == 0 && S_ISCHR(sb.st_mode) && isatty(STDOUT_FILENO);
	conf_clear(c);
	if (conf_line(c, d, argc, argv) != 0)
		return -1;
	/* Files and variables count for what a person sees; called bat, always. */
	if ((c->as_bat || conf_is_styled(c)) && c->task <= ECAT_VIEW) {
		const bool files = !c->no_config;
		conf_clear(c);
		c->n_files = 0;
		if (files)
			conf_files(c, a, d);
		conf_variables(c, d);
		conf_line(c, d, argc, argv);
	}
	if (conf_conflicts(c, d))
		return -1;
	conf_settle(c);
	c->styled = conf_is_styled(c);
	c->filtered = !c->styled && conf_is_filtered(c);
	if (c->as_bat && c->styled && c->pictures) /* no line is empty that ends in a picture */
		c->format.squeeze = false;
	return 0;
}

static bool conf_is_terminal(const char *path)
{
	struct stat sb;
	if (stat(path, &sb) != 0 || !S_ISCHR(sb.st_mode))
		return false;
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
	if (fd < 0)
		return false;
	bool is = isatty(fd);
	close(fd);
	return is;
}

bool conf_typed(const struct ecat_conf *c)
{
	if (!c->n_files)
		return isatty(STDIN_FILENO);
	for (size_t i = 0; i < c->n_files; i++)
		if (strcmp(c->files[i], "-") == 0 ? isatty(STDIN_FILENO) : conf_is_terminal(c->files[i]))
			return true;
	return false;
}

/* 0: the variable names no width. */
static unsigned conf_env_cols(const char *name)
{
	uint64_t v;
	return number_u64(str_from(env_get(name)), &v) && v <= ECAT_WIDTH_MAX ? (unsigned)v : 0;
}

/* BAT_WIDTH, stdout's terminal, FZF_PREVIEW_COLUMNS, COLUMNS, 80. */
static unsigned conf_terminal_cols(const struct ecat_conf *c)
{
	struct tty_size size;
	unsigned cols = conf_env_cols("BAT_WIDTH");
	if (!cols && c->tty && tty_size(STDOUT_FILENO, &size))
		cols = size.cols;
	if (!cols)
		cols = conf_env_cols("FZF_PREVIEW_COLUMNS");
	if (!cols)
		cols = conf_env_cols("COLUMNS");
	return cols ? cols : 80;
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

/* The lists, from the farthest to the nearest; then what -p, -n and -b ask for. */
static void conf_set_style(struct ecat_conf *c)
{
	unsigned initial = c->as_cat ? 0 : DECORATE_DEFAULT;
	struct str bad;
	/* Standard input alone on a terminal: we are most likely somebody's pager. */
	bool pager = c->tty && !c->as_bat && c->decorations == ECAT_AUTO && !c->n_files && !c->names.of.n && !c->diff;
	if ((c->plain && !c->as_bat) || pager || env_get("GIT_PAGER_IN_USE") || env_get("MAN_PN"))
		initial = 0;
	c->parts = c->as_bat && c->styles.of.n && !c->tty ? 0 : initial;
	for (size_t i = 0; i < c->styles.of.n; i++) {
		unsigned standard = c->as_bat && !c->tty ? 0 : initial ? initial : DECORATE_DEFAULT;
		if (c->as_cat && !c->plain)
			standard = 0;
		(void)decorate_parse(&c->parts, standard, str_from(c->styles.of.p[i]), &bad); /* was looked at */
	}
	const bool numbers = c->numbers || c->format.number_nonblank;
	if (c->as_bat && c->plain)
		c->parts = c->diff ? c->parts & (DECORATE_CHANGES | DECORATE_SNIP) : 0;
	else if (c->plain && c->diff)
		c->parts |= DECORATE_CHANGES | DECORATE_SNIP;
	if (numbers)
		c->parts = DECORATE_NUMBERS;
	bool shown = c->decorations == ECAT_ALWAYS ||
		(c->decorations == ECAT_AUTO && (c->tty || c->style_given || (c->as_bat && c->color == ECAT_ALWAYS)));
	if (!shown)
		c->parts = numbers && !c->as_bat ? DECORATE_NUMBERS : 0;
	if (c->parts & DECORATE_GRID)
		c->parts &= ~(unsigned)DECORATE_RULE;
}

/* bat passes TABs where it shows nothing but text and no pager does it. */
static void conf_set_tabs(struct ecat_conf *c)
{
	if (c->tabs_given)
		return;
	c->tabs = c->as_bat ? TABS_BAT : TABS_CAT;
	if (c->as_bat && !c->parts && (c->paging == ECAT_NEVER || (c->paging == ECAT_AUTO && !c->tty)))
		c->tabs = 0;
}

void conf_looks(struct ecat_conf *c)
{
	static const enum color_when when[] = { COLOR_AUTO, COLOR_ALWAYS, COLOR_NEVER };
	struct color_env env = color_env();
	if (!c->as_bat && !c->tty)
		env.clicolor_force = NULL;
	if (!c->filtered && color_wanted(when[c->color], c->tty, &env))
		c->depth = color_depth(&env, c->color == ECAT_ALWAYS || !c->tty ? COLOR_FORCED : 0);
	else
		c->depth = COLOR_NONE;
	conf_set_width(c);
	if (c->filtered)
		c->parts = 0;
	else
		conf_set_style(c);
	conf_set_tabs(c);
	if (c->filtered && !c->pictures)
		c->tabs = 0;
}

void conf_fini(struct ecat_conf *c)
{
	range_fini(&c->lines);
	range_fini(&c->marks);
	VEC_FREE(&c->patterns.of);
	VEC_FREE(&c->maps.of);
	VEC_FREE(&c->suffixes.of);
	VEC_FREE(&c->names.of);
	VEC_FREE(&c->styles.of);
	VEC_FREE(&c->places.of);
}
