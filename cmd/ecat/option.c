#include "ecat.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "ember/base/number.h"
#include "ember/view/decorate.h"

#define TABS_MAX 1000
#define LINES_MAX 1000000000u
#define HIGHLIGHT_MAX (1u << 30)

EMBER_PRINTF(2, 3) static int option_bad(struct opt_parser *p, const char *fmt, ...)
{
	char text[sizeof(p->message) - 32]; /* longer names than that there are not */
	va_list ap;
	va_start(ap, fmt);
	vsnprintf(text, sizeof(text), fmt, ap);
	va_end(ap);
	snprintf(p->message, sizeof(p->message), "--%.25s: %s", p->row->name, text);
	return -1;
}

/* cat's own letters, and -A and -n of both. */
static bool option_format(struct ecat_conf *c, const struct opt_parser *p, enum ecat_source from)
{
	struct nonprint_conf *f = &c->format;
	switch (p->row->id) {
	case ECAT_SHOW_ALL:
	case ECAT_SHOW_NONPRINTABLE:
		c->show_all = true;
		return true;
	case ECAT_NUMBER_NONBLANK:
		f->number_nonblank = c->style_given = true;
		return true;
	case ECAT_E:
		f->nonprinting = f->ends = true;
		return true;
	case ECAT_SHOW_ENDS:
		if (c->as_bat && p->by_letter)
			c->quiet_empty = true;
		else
			f->ends = true;
		return true;
	case ECAT_NUMBER:
		c->numbers = c->style_given = true;
		c->numbers_asked |= from == ECAT_FROM_LINE;
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
	case ECAT_BAT:
		return true;
	default:
		return false;
	}
}

static int option_range(struct range_set *s, struct opt_parser *p)
{
	struct err e;
	if (range_add(s, str_from(p->value), &e) == 0)
		return 0;
	return option_bad(p, "'%.100s': %s", p->value, e.what);
}

static int option_number(struct opt_parser *p, struct str text, uint64_t least, uint64_t most, unsigned *out)
{
	uint64_t v;
	if (number_plus_u64(text, &v) && v >= least && v <= most) {
		*out = (unsigned)v;
		return 0;
	}
	p->fault = OPT_BAD_WORD;
	return option_bad(p, "'%.100s' is not a number from %u to %u", p->value, (unsigned)least, (unsigned)most);
}

static int option_width(struct ecat_conf *c, struct opt_parser *p)
{
	struct str text = str_from(p->value);
	int sign = text.n && text.p[0] == '+' ? 1 : text.n && text.p[0] == '-' ? -1 : 0;
	if (option_number(p, str_sub(text, sign != 0, text.n), 1, ECAT_WIDTH_MAX, &c->width) != 0)
		return -1;
	c->width_sign = sign;
	c->width_given = true;
	return 0;
}

/* Options whose value is one of several words. 1: not one of them. */
static int option_choice(struct ecat_conf *c, struct opt_parser *p)
{
	int i = p->row->words ? opt_value(p, false) : -1;
	if (p->row->words && i < 0)
		return -1;
	switch (p->row->id) {
	case ECAT_COLOR:
		c->color = (enum ecat_when)i;
		return 0;
	case ECAT_DECORATIONS:
		c->decorations = (enum ecat_when)i;
		return 0;
	case ECAT_PAGING:
		c->paging = (enum ecat_when)i;
		return 0;
	case ECAT_HYPERLINK:
		c->hyperlink = (enum ecat_when)i;
		return 0;
	case ECAT_STRIP_ANSI:
		c->strip = (enum ecat_when)i;
		return 0;
	case ECAT_SANITIZE:
		c->sanitize = (enum ecat_when)i;
		return 0;
	case ECAT_ITALIC:
		c->italic = i == 0;
		return 0;
	case ECAT_BINARY:
		c->as_text = i == 1;
		return 0;
	case ECAT_NOTATION:
		c->notation = (unsigned)i;
		c->notation_given = true;
		return 0;
	case ECAT_WRAP:
		c->wrap = (enum ecat_wrap)i;
		return 0;
	default:
		return 1;
	}
}

/* Options whose value is text that is looked at later. */
static bool option_text(struct ecat_conf *c, const struct opt_parser *p)
{
	switch (p->row->id) {
	case ECAT_LANGUAGE:
		c->language = p->value;
		return true;
	case ECAT_FALLBACK:
		c->fallback = p->value;
		return true;
	case ECAT_IGNORED_SUFFIX:
		VEC_PUSH(&c->suffixes.of) = p->value;
		return true;
	case ECAT_FILE_NAME:
		VEC_PUSH(&c->names.of) = p->value;
		return true;
	case ECAT_HIGHLIGHT_PATTERN:
		VEC_PUSH(&c->patterns.of) = p->value;
		return true;
	case ECAT_ENCODING:
		c->encoding = p->value;
		return true;
	case ECAT_DIFF_BASE:
		c->diff_base = p->value;
		return true;
	case ECAT_THEME:
		c->theme = p->value;
		return true;
	case ECAT_THEME_DARK:
		c->theme_dark = p->value;
		return true;
	case ECAT_THEME_LIGHT:
		c->theme_light = p->value;
		return true;
	case ECAT_HYPERLINK_FORMAT:
		c->hyperlink_format = p->value;
		return true;
	case ECAT_PAGER:
		c->pager = p->value;
		return true;
	default:
		return false;
	}
}

/* The last of -p and -n wins. */
static void option_plain(struct ecat_conf *c)
{
	c->plain++;
	c->style_given = true;
	c->numbers = false;
	if (!c->as_bat)
		c->styles.of.n = 0;
	if (c->plain > 1)
		c->paging = ECAT_NEVER;
}

static bool option_flag(struct ecat_conf *c, const struct opt_parser *p)
{
	switch (p->row->id) {
	case ECAT_PLAIN:
		option_plain(c);
		return true;
	case ECAT_DIFF:
		c->diff = true;
		return true;
	case ECAT_FORCE:
		c->color = c->decorations = ECAT_ALWAYS;
		return true;
	case ECAT_CHOP:
		c->wrap = ECAT_WRAP_NEVER;
		return true;
	case ECAT_NO_PAGING:
		c->paging = ECAT_NEVER;
		return true;
	case ECAT_NO_CUSTOM:
		c->no_custom = true;
		return true;
	case ECAT_NO_CONFIG:
		c->no_config = true;
		return true;
	case ECAT_RAW:
		c->raw = true;
		return true;
	case ECAT_QUIET_EMPTY:
		c->quiet_empty = true;
		return true;
	case ECAT_LESSOPEN:
	case ECAT_NO_LESSOPEN:
		c->lessopen = p->row->id == ECAT_LESSOPEN;
		return true;
	case ECAT_TITLE:
		c->title = true;
		return true;
	default:
		return false;
	}
}

static int option_style(struct ecat_conf *c, struct opt_parser *p)
{
	unsigned parts = 0;
	struct str bad;
	if (decorate_parse(&parts, 0, str_from(p->value), &bad) != 0) {
		p->fault = OPT_BAD_WORD;
		return option_bad(p, "unknown component '%.*s'", bad.n < 100 ? (int)bad.n : 100, bad.n ? bad.p : "");
	}
	VEC_PUSH(&c->styles.of) = p->value;
	c->style_given = true;
	return 0;
}

static int option_map(struct ecat_conf *c, struct opt_parser *p)
{
	const char *colon = strrchr(p->value, ':');
	if (!colon || colon == p->value || !colon[1])
		return option_bad(p, "'%.100s' is not of the form GLOB:NAME", p->value);
	VEC_PUSH(&c->maps.of) = p->value;
	return 0;
}

static int option_value(struct ecat_conf *c, struct opt_parser *p)
{
	switch (p->row->id) {
	case ECAT_STYLE:
		return option_style(c, p);
	case ECAT_MAP_SYNTAX:
		return option_map(c, p);
	case ECAT_LINE_RANGE:
		return option_range(&c->lines, p);
	case ECAT_HIGHLIGHT_LINE:
		if (option_range(&c->marks, p) != 0)
			return -1;
		if (range_reach(&c->marks) == 0)
			return 0;
		c->marks.of.n--;
		return option_bad(p, "'%.100s': lines to mark are not counted from the end", p->value);
	case ECAT_SQUEEZE_LIMIT:
		return option_number(p, str_from(p->value), 0, LINES_MAX, &c->format.squeeze_limit);
	case ECAT_DIFF_CONTEXT:
		return option_number(p, str_from(p->value), 0, LINES_MAX, &c->diff_context);
	case ECAT_MAX_HIGHLIGHT:
		return option_number(p, str_from(p->value), 0, HIGHLIGHT_MAX, &c->max_highlight);
	case ECAT_TABS:
		if (option_number(p, str_from(p->value), 0, TABS_MAX, &c->tabs) != 0)
			return -1;
		c->tabs_given = true;
		return 0;
	case ECAT_TERMINAL_WIDTH:
		return option_width(c, p);
	default:
		return option_choice(c, p);
	}
}

static const struct {
	int id;
	enum ecat_task task;
	bool ends;
} option_tasks[] = {
	{ ECAT_BRIEF_HELP, ECAT_TELL_BRIEF, true },
	{ ECAT_HELP, ECAT_TELL_HELP, true },
	{ ECAT_VERSION, ECAT_TELL_VERSION, true },
	{ ECAT_LIST_LANGUAGES, ECAT_TELL_LANGUAGES, false },
	{ ECAT_LIST_THEMES, ECAT_TELL_THEMES, false },
	{ ECAT_DUMP_TOKENS, ECAT_TELL_TOKENS, false },
	{ ECAT_COMPLETION, ECAT_TELL_COMPLETION, false },
	{ ECAT_GENERATE, ECAT_TELL_GENERATE, false },
	{ ECAT_CONFIG_FILE, ECAT_TELL_CONFIG_FILE, false },
	{ ECAT_CONFIG_DIR, ECAT_TELL_CONFIG_DIR, false },
	{ ECAT_CACHE_DIR, ECAT_TELL_CACHE_DIR, false },
	{ ECAT_DIAGNOSTIC, ECAT_TELL_DIAGNOSTIC, false },
	{ ECAT_ACKNOWLEDGEMENTS, ECAT_TELL_ACKNOWLEDGEMENTS, false },
};

/* Options that speak of operands and bytes have no place in a file (spec F5). */
static bool option_of_line(const struct opt *row)
{
	switch (row->id) {
	case ECAT_FILE_NAME:
	case ECAT_LINE_RANGE:
	case ECAT_HIGHLIGHT_LINE:
	case ECAT_DIFF:
	case ECAT_SHOW_ALL:
	case ECAT_SHOW_NONPRINTABLE:
	case ECAT_NUMBER_NONBLANK:
	case ECAT_E:
	case ECAT_SHOW_ENDS:
	case ECAT_NUMBER:
	case ECAT_SQUEEZE:
	case ECAT_T:
	case ECAT_SHOW_TABS:
	case ECAT_SHOW_NONPRINTING:
	case ECAT_BAT:
		return true;
	default:
		return false;
	}
}

int conf_option(struct ecat_conf *c, struct opt_parser *p, enum ecat_source from)
{
	const int id = p->row->id;
	p->fault = OPT_UNKNOWN;
	if (from == ECAT_FROM_BAT_FILE && !c->as_bat && option_of_line(p->row))
		return 0;
	if (from == ECAT_FROM_FILE && option_of_line(p->row)) {
		snprintf(p->message, sizeof(p->message), "this option belongs on the command line");
		return -1;
	}
	for (size_t i = 0; i < COUNTOF(option_tasks); i++) {
		if (option_tasks[i].id != id)
			continue;
		if (from != ECAT_FROM_LINE) /* a file does not choose the task */
			return 0;
		if (id == ECAT_COMPLETION) {
			if (opt_value(p, false) < 0)
				return -1;
			c->shell = p->value;
		}
		c->task = option_tasks[i].task;
		return option_tasks[i].ends;
	}
	if (option_format(c, p, from) || option_text(c, p) || option_flag(c, p))
		return 0;
	return option_value(c, p);
}
