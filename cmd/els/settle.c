#include "choices.h"

#include <errno.h>
#include <langinfo.h>
#include <libintl.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "ember/base/number.h"
#include "ember/os/env.h"
#include "ember/term/tty.h"

bool conf_when(int when, bool terminal)
{
	return when == CHOICE_ALWAYS || (when == CHOICE_AUTO && terminal);
}

int conf_columns(const char *text, size_t most, size_t *cols)
{
	struct human h;
	text += strspn(text, " \t\n\v\f\r"); /* as strtoul takes a number */
	text += *text == '+';
	size_t n = strlen(text);
	if (n == 0 || !ascii_digit(text[0]))
		return EINVAL;
	if (strspn(text, "0") == n) {
		*cols = 0;
		return 0;
	}
	int bad = human_parse(&h, (struct str){ text, n });
	bool hex = text[0] == '0' && ascii_lower(text[1]) == 'x';
	if (!hex && strspn(text, "0123456789") != n) /* a size may have letters behind it, this may not */
		return EINVAL;
	if (bad || h.unit > most)
		return bad ? bad : ERANGE;
	*cols = h.unit;
	return 0;
}

int conf_line_width(const char *text, size_t *cols)
{
	int bad = conf_columns(text, PTRDIFF_MAX, cols);
	if (bad != ERANGE)
		return bad;
	*cols = 0;
	return 0;
}

/* ---------------------------------------------------------------- locale */

struct settle_locale {
	const char *all, *lang; /* LC_ALL and LANG */
};

/* The name of the locale for one category, as setlocale finds it. */
static const char *settle_locale_name(const struct settle_locale *s, const char *category)
{
	const char *own = s->all ? s->all : env_get(category);
	return own ? own : s->lang ? s->lang : "C";
}

bool settle_is_c(const char *name)
{
	return strcmp(name, "C") == 0 || strcmp(name, "POSIX") == 0;
}

static bool settle_is_plain(const char *name)
{
	return settle_is_c(name) || strncasecmp(name, "C.utf", 5) == 0;
}

/* Categories that change nothing here can be had too. Most are of the name of one that was loaded. */
static bool settle_others(const struct settle_locale *s)
{
	static const struct {
		const char *name;
		int category;
	} rows[] = { { "LC_MONETARY", LC_MONETARY }, { "LC_PAPER", LC_PAPER }, { "LC_NAME", LC_NAME },
		{ "LC_ADDRESS", LC_ADDRESS }, { "LC_TELEPHONE", LC_TELEPHONE }, { "LC_MEASUREMENT", LC_MEASUREMENT },
		{ "LC_IDENTIFICATION", LC_IDENTIFICATION } };
	const char *loaded = settle_locale_name(s, "LC_CTYPE");
	for (size_t i = 0; !s->all && i < COUNTOF(rows); i++) {
		const char *name = settle_locale_name(s, rows[i].name);
		if (!settle_is_plain(name) && strcmp(name, loaded) != 0 && !setlocale(rows[i].category, ""))
			return false;
	}
	return true;
}

/*
 * Loading locales costs more than all else at the start, so only what differs from C is loaded:
 * of C.UTF-8 that is the characters alone. False: one cannot be had.
 */
static bool settle_categories(struct list_conf *l, const struct settle_locale *s)
{
	static const struct {
		const char *name;
		int category;
	} rows[] = { { "LC_COLLATE", LC_COLLATE }, { "LC_TIME", LC_TIME },
		{ "LC_NUMERIC", LC_NUMERIC }, { "LC_MESSAGES", LC_MESSAGES } };
	if (!settle_is_c(settle_locale_name(s, "LC_CTYPE"))) {
		if (!setlocale(LC_CTYPE, ""))
			return false;
		l->utf8 = strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
	}
	for (size_t i = 0; i < COUNTOF(rows); i++) {
		if (settle_is_plain(settle_locale_name(s, rows[i].name)))
			continue;
		l->translated |= rows[i].category == LC_TIME || rows[i].category == LC_MESSAGES;
		if (!setlocale(rows[i].category, ""))
			return false;
		if (rows[i].category == LC_COLLATE)
			l->collate = LIST_COLLATE_LOCALE;
	}
	return settle_others(s);
}

/* GNU ls asks for all categories at once: one that cannot be had leaves all at C. */
static void settle_locale(struct list_conf *l, struct choices *o)
{
	const struct settle_locale s = { env_get("LC_ALL"), env_get("LANG") };
	if (settle_categories(l, &s)) {
		o->dates_of_c = settle_is_c(settle_locale_name(&s, "LC_TIME"));
		return;
	}
	setlocale(LC_ALL, "C");
	l->utf8 = l->translated = false;
	l->collate = LIST_COLLATE_BYTES;
	o->dates_of_c = true;
}

/* ---------------------------------------------------------------- sizes */

static void settle_sizes(struct list_conf *l, const struct choices *o)
{
	if (o->sizes_given)
		return;
	struct human fallback = { .unit = getenv("POSIXLY_CORRECT") ? 512 : 1024 };
	const char *own = getenv("LS_BLOCK_SIZE"), *common = getenv("BLOCK_SIZE"),
		   *bsd = getenv("BLOCKSIZE");
	const char *text = own ? own : common ? common : bsd;
	l->block_unit = fallback;
	l->size_unit = HUMAN_BYTES;
	if (text && human_parse(&l->block_unit, str_from(text)) != 0 && !l->block_unit.unit)
		l->block_unit = fallback;
	if (own || common)
		l->size_unit = l->block_unit;
	if (o->kibibytes)
		l->block_unit = (struct human){ .unit = 1024 };
}

/* ---------------------------------------------------------------- dates */

static int settle_custom_dates(
	struct list_conf *l, struct arena *a, struct diag *d, const char *format)
{
	struct str recent, old = str_from(format);
	recent = old;
	struct str first = str_cut(&recent, '\n');
	if (first.n == old.n) { /* one format for both */
		l->time_old = l->time_recent = format;
		return 0;
	}
	if (str_chr(recent, '\n') != STR_NONE) {
		diag_text(d, ELS_SERIOUS, "invalid time style format '%s'", format);
		return -1;
	}
	l->time_old = arena_cstr(a, first);
	l->time_recent = arena_cstr(a, recent);
	return 0;
}

/* The formats of the locale's own translation of ls, so that translated listings stay the same. */
static int settle_locale_dates(struct list_conf *l, struct arena *a)
{
	static const char old[] = "%b %e  %Y", recent[] = "%b %e %H:%M";
	if (l->translated) {
		const char *x = dcgettext("coreutils", old, LC_TIME), *y = dcgettext("coreutils", recent, LC_TIME);
		if (strcmp(x, old) != 0 || strcmp(y, recent) != 0) {
			l->time_old = arena_cstr(a, str_from(x));
			l->time_recent = arena_cstr(a, str_from(y));
		}
	}
	return 0;
}

static int settle_dates(
	struct list_conf *l, const struct choices *o, struct arena *a, struct diag *d)
{
	static const char words[] = "full-iso long-iso iso locale relative default";
	const char *style = o->time_style ? o->time_style : getenv("TIME_STYLE");
	if (l->format != LIST_LONG)
		return 0;
	if (o->date_words) {
		bool date = strcmp(o->date_words, "date") == 0;
		if (!date && *o->date_words != '+')
			return settle_locale_dates(l, a);
		style = date ? "+%a %b %e %T %Y" : o->date_words;
	}
	if (!style)
		return settle_locale_dates(l, a);
	while (strncmp(style, "posix-", 6) == 0) {
		if (o->dates_of_c)
			return 0;
		style += 6;
	}
	if (*style == '+')
		return settle_custom_dates(l, a, d, style + 1);
	switch (opt_word(words, str_from(style), true)) {
	case 0: l->time_old = l->time_recent = "%Y-%m-%d %H:%M:%S.%N %z"; return 0;
	case 1: l->time_old = l->time_recent = "%Y-%m-%d %H:%M"; return 0;
	case 2:
		l->time_old = "%Y-%m-%d ";
		l->time_recent = "%m-%d %H:%M";
		return 0;
	case 3: return settle_locale_dates(l, a);
	case 4: l->relative_dates = true; return 0;
	case 5:
		if (o->persona == PERSONA_EZA)
			return settle_custom_dates(l, a, d, EZA_DATES);
		return settle_locale_dates(l, a);
	default: break;
	}
	diag_usage(d, ELS_SERIOUS,
		"invalid time style '%s' (valid: full-iso, long-iso, iso, locale, +FORMAT; relative, default)",
		style);
	return -1;
}

/* ---------------------------------------------------------------- names */

static int settle_quoting(const struct els_conf *c, const struct choices *o, struct diag *d,
	enum quote_style fallback)
{
	const char *style = getenv("QUOTING_STYLE");
	if (style) {
		int word = opt_word(QUOTE_WORDS, str_from(style), true);
		if (word >= 0)
			return word;
		diag_text(d, 0,
			"ignoring invalid value of environment variable QUOTING_STYLE: '%s'",
			style);
	}
	if (fallback == QUOTE_LITERAL && (c->terminal || o->persona == PERSONA_EZA))
		return QUOTE_SHELL_ESCAPE;
	return (int)fallback;
}

static void settle_names(struct els_conf *c, const struct choices *o, struct diag *d, bool is_ls)
{
	static const char *const marked[] = { NULL, NULL, "*=>@|",
		"=>@|" }; /* as GNU: -F leaves * */
	static const char *const marked_space[] = { " ", " ", " *=>@|", " =>@|" };
	struct list_conf *l = &c->list;
	bool grid = (l->format == LIST_DOWN || l->format == LIST_ACROSS) && l->width;
	if (o->quoting != CHOICE_OPEN)
		l->quote.style = (enum quote_style)o->quoting;
	else
		l->quote.style = (enum quote_style)settle_quoting(
			c, o, d, is_ls ? QUOTE_LITERAL : QUOTE_ESCAPE);
	l->quote.hide = o->hide_control == CHOICE_OPEN ? is_ls && c->terminal : o->hide_control;
	/* Not where GNU's bytes are asked for; a terminal without colours turns text round as well. */
	bool guard = c->terminal && !o->gnu && (o->color != CHOICE_NEVER || l->icons);
	if (o->guard != CHOICE_OPEN && o->guard != CHOICE_AUTO)
		guard = o->guard == CHOICE_ALWAYS;
	l->quote.guard = guard;
	l->dir_quote = l->quote;
	l->dir_quote.also = ":";
	l->quote.also = (l->quote.style == QUOTE_ESCAPE ? marked_space : marked)[l->mark];
	l->align_quotes = o->persona != PERSONA_EZA && (l->format == LIST_LONG || grid) && !l->tree &&
		(l->quote.style == QUOTE_SHELL || l->quote.style == QUOTE_SHELL_ESCAPE ||
			l->quote.style == QUOTE_C_MAYBE);
}

/* ---------------------------------------------------------------- colours */

/* LS_COLORS, or what stands for it. NULL: GNU ls's own. */
static const char *settle_names_text(const struct els_conf *c, struct choices *o)
{
	const char *text = env_get("LS_COLORS");
	if (text || o->gnu || !c->terminal || !settle_light() || settle_depth(o) < COLOR_256)
		return text;
	return PALETTE_LIGHT_NAMES;
}

bool settle_dumb(void)
{
	const char *term = getenv("TERM");
	return term && strcmp(term, "dumb") == 0;
}

static int settle_color_when(const struct choices *o)
{
	if (o->color != CHOICE_OPEN)
		return o->color;
	return o->gnu || env_get("NO_COLOR") || settle_dumb() ? CHOICE_NEVER : CHOICE_AUTO;
}

static void settle_colors(
	struct els_conf *c, struct choices *o, struct arena *a, struct diag *d)
{
	if (!conf_when(settle_color_when(o), c->terminal))
		return;
	const char *text = settle_names_text(c, o);
	struct lscolors *colors = ARENA_NEW(a, struct lscolors);
	struct str unknown;
	if (!text && !o->file_colors && !lscolors_terminal(getenv("TERM"), getenv("COLORTERM")))
		return;
	if (o->file_colors)
		text = arena_printf(a, "%s%s%c", text ? text : "", o->file_colors, 0).p;
	if (lscolors_parse(colors, a, str_from(text), &unknown) == 0) {
		c->list.colors = colors;
		c->list.tab = 0;
		return;
	}
	if (unknown.n)
		diag_text(d, 0, "unrecognized prefix: '%.*s'", STR_ARG(unknown));
	diag_text(d, 0, "unparsable value for LS_COLORS environment variable");
}

/* ---------------------------------------------------------------- lines */

static void settle_width(struct els_conf *c, const struct choices *o, struct diag *d)
{
	struct tty_size size;
	struct list_conf *l = &c->list;
	bool grid = l->format == LIST_DOWN || l->format == LIST_ACROSS || l->format == LIST_COMMAS;
	bool matters = grid || conf_when(settle_color_when(o), c->terminal);
	const char *columns = env_get("COLUMNS"), *tab = getenv("TABSIZE");
	if (!o->width_given) {
		l->width = 80;
		if (c->terminal && tty_size(1, &size) && size.cols)
			l->width = size.cols;
		else if (columns && conf_line_width(columns, &l->width) != 0 && matters)
			diag_text(d, 0,
				"ignoring invalid width in environment variable COLUMNS: '%s'",
				columns);
	}
	if (!o->tab_given && grid && tab && conf_columns(tab, SIZE_MAX, &l->tab) != 0)
		diag_text(d, 0, "ignoring invalid tab size in environment variable TABSIZE: '%s'",
			tab);
}

static void settle_host(struct list_conf *l, const struct choices *o, struct arena *a)
{
	char host[256];
	if (!o->hyperlink)
		return;
	bool known = gethostname(host, sizeof(host) - 1) == 0;
	host[sizeof(host) - 1] = 0;
	l->hyperlink = arena_cstr(a, str_from(known ? host : ""));
}

/* eza has columns wherever a width is known, and inodes, blocks and contexts in long lines alone. */
static void settle_eza_format(struct els_conf *c, const struct choices *o)
{
	struct list_conf *l = &c->list;
	size_t cols;
	const char *columns = env_get("COLUMNS");
	const bool wide = c->terminal || o->width_given || (columns && conf_line_width(columns, &cols) == 0);
	if (!wide && (l->format == LIST_DOWN || l->format == LIST_ACROSS))
		l->format = LIST_ONE;
	else if (wide && o->format == CHOICE_OPEN)
		l->format = LIST_DOWN;
	if (l->format != LIST_LONG)
		l->inode = l->context = false;
}

/* One layout out of what was asked for. */
static void settle_format(struct els_conf *c, const struct choices *o, const struct diag *d)
{
	struct list_conf *l = &c->list;
	bool is_dir = strcmp(d->program, "dir") == 0, is_vdir = strcmp(d->program, "vdir") == 0;
	const char *rows = settle_eza("GRID_ROWS");
	uint64_t n;
	if (o->format != CHOICE_OPEN)
		l->format = (enum list_format)o->format;
	else if (is_vdir)
		l->format = LIST_LONG;
	else
		l->format = is_dir || c->terminal || o->grid ? LIST_DOWN : LIST_ONE;
	if (o->persona == PERSONA_EZA)
		settle_eza_format(c, o);
	l->long_grid = o->grid && l->format == LIST_LONG && !l->tree && !l->json;
	l->no_target |= l->long_grid && o->persona == PERSONA_EZA;
	if (o->grid && l->format == LIST_ONE && o->persona == PERSONA_ELS)
		l->format = LIST_DOWN;
	if (rows && number_u64(str_from(rows), &n) && n < INT32_MAX)
		l->long_grid_rows = (size_t)n;
	if ((l->tree || l->json) && l->format != LIST_LONG)
		l->format = LIST_ONE;
	if (l->tree && o->dirs_of_tree)
		l->only = LIST_ONLY_DIRS;
	l->self &= !l->tree || !o->dirs_of_tree;
	if (l->json && l->tree) {
		l->tree = false;
		l->recursive = true;
	}
	l->recursive &= !l->tree;
	if (l->tree && l->self) /* directories themselves, not what is in them */
		l->depth = 0;
	l->dired &= l->format == LIST_LONG && !l->tree && !l->json && !o->hyperlink;
	l->more_line = c->terminal;
	l->self |= l->recursive && l->depth == 0;
}

static int settle_dired(const struct list_conf *l, struct diag *d)
{
	if (!l->dired || l->eol)
		return 0;
	diag_text(d, ELS_SERIOUS, "--dired and --zero are incompatible");
	return -1;
}

static void settle_stdin(struct els_conf *c, const struct choices *o)
{
	const char *own = settle_eza("STDIN_SEPARATOR");
	if (o->read_stdin == 0)
		c->names_end = (struct str){ "", 1 };
	else if (o->read_stdin != CHOICE_OPEN)
		c->names_end = own ? str_from(own) : STR("\n");
}

static void settle_order(struct list_conf *l, const struct choices *o)
{
	if (o->sort != CHOICE_OPEN)
		l->sort = (enum list_sort)o->sort;
	else if (o->time_given && l->format != LIST_LONG && o->persona == PERSONA_ELS)
		l->sort = LIST_BY_TIME;
	l->flip = o->flip;
	l->sort_time = o->sort_time != CHOICE_OPEN ? (enum list_time)o->sort_time : l->time;
	if (o->collate != CHOICE_OPEN)
		l->collate = (enum list_collate)o->collate;
	else if (o->natural_given)
		l->collate = LIST_COLLATE_NATURAL;
	if (o->follow != CHOICE_OPEN)
		l->follow = (enum list_follow)o->follow;
	else if (!l->self &&
		(o->persona == PERSONA_EZA || (l->mark != LIST_MARK_CLASSIFY && l->format != LIST_LONG)))
		l->follow = LIST_ARGS_TO_DIRS;
	l->stream = l->format == LIST_ONE && l->sort == LIST_BY_NONE && !l->blocks &&
		!l->recursive && !l->tree && !l->limit;
}

int conf_settle(struct els_conf *c, struct choices *o, struct arena *a, struct diag *d)
{
	struct list_conf *l = &c->list;
	bool is_dir = strcmp(d->program, "dir") == 0, is_vdir = strcmp(d->program, "vdir") == 0;
	settle_locale(l, o);
	settle_format(c, o, d);
	settle_stdin(c, o);
	settle_order(l, o);
	settle_host(l, o, a);
	settle_sizes(l, o);
	/* From here on in the order in which GNU ls complains. */
	settle_width(c, o, d);
	if (settle_dired(l, d) != 0)
		return -1;
	settle_icons(c, o, a, d);
	settle_names(c, o, d, !is_dir && !is_vdir);
	if (settle_dates(l, o, a, d) != 0)
		return -1;
	settle_palette(c, o, a, d);
	settle_colors(c, o, a, d);
	l->color_columns = l->colors && !o->gnu &&
		conf_when(o->meta == CHOICE_OPEN ? CHOICE_AUTO : o->meta, c->terminal);
	if (!l->color_columns && !o->colors.n && o->persona == PERSONA_ELS)
		l->palette = NULL;
	return settle_columns(c, o, a); /* relative dates are a column of their own */
}
