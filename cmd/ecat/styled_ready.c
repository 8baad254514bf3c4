#include "styled_own.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "ember/os/env.h"
#include "ember/text/decode.h"

static bool styled_find(const struct styled *s, const char *name, uint32_t *id)
{
	struct language l;
	const bool found = registry_find(&s->registry, str_from(name), &l);
	*id = found ? l.id : 0;
	return found;
}

/* Told. True: `value` stands in a file, or `mild`; the run goes on as if it were not there. */
EMBER_PRINTF(4, 5) static bool styled_bad(struct styled *s, const char *value, bool mild, const char *fmt, ...)
{
	const char *place = place_text(s->c, &s->arena, value);
	char why[RX_WHY_MAX + 256];
	va_list ap;
	va_start(ap, fmt);
	vsnprintf(why, sizeof(why), fmt, ap);
	va_end(ap);
	if (mild && !*place)
		diag_warn(s->d, "%s", why);
	else
		diag_text(s->d, !*place, "%s%s", place, why);
	return *place || mild;
}

static bool styled_unknown(struct styled *s, const char *value, bool mild, const char *name)
{
	return styled_bad(s, value, mild, s->c->as_bat ? "unknown syntax: '%.200s'" : "unknown language '%.200s'", name);
}

bool styled_language(struct styled *s)
{
	const char *name = s->c->language, *fallback = s->c->fallback;
	if (name) {
		s->conf.has_language = styled_find(s, name, &s->conf.language);
		if (!s->conf.has_language && !styled_unknown(s, name, false, name))
			return false;
	}
	if (!s->conf.has_language && env_get("MAN_PN"))
		s->conf.has_language = styled_find(s, "man", &s->conf.language);
	if (fallback) {
		s->conf.has_fallback = styled_find(s, fallback, &s->conf.fallback);
		if (!s->conf.has_fallback && !styled_unknown(s, fallback, false, fallback))
			return false;
	}
	return true;
}

/* -m and --ignored-suffix. bat asks for the name of a map when its glob matches: there it stops nothing. */
static bool styled_rules(struct styled *s)
{
	const struct ecat_words *maps = &s->c->maps, *suffixes = &s->c->suffixes;
	struct detect_map *map = ARENA_ARRAY(&s->arena, struct detect_map, maps->of.n);
	struct str *suffix = ARENA_ARRAY(&s->arena, struct str, suffixes->of.n);
	size_t n = 0;
	for (size_t i = 0; i < maps->of.n; i++) {
		struct str whole = str_from(maps->of.p[i]);
		size_t colon = str_rchr(whole, ':');
		const char *name = maps->of.p[i] + colon + 1;
		map[n].glob = str_sub(whole, 0, colon);
		if (styled_find(s, name, &map[n].language))
			n++;
		else if (!styled_unknown(s, maps->of.p[i], s->c->as_bat, name))
			return false;
	}
	for (size_t i = 0; i < suffixes->of.n; i++)
		suffix[i] = str_from(suffixes->of.p[i]);
	s->rules = (struct detect_rules){ map, n, suffix, suffixes->of.n };
	s->conf.rules = &s->rules;
	return true;
}

static bool styled_patterns(struct styled *s)
{
	char why[RX_WHY_MAX];
	struct err e;
	for (size_t i = 0; i < s->c->patterns.of.n; i++) {
		const char *pattern = s->c->patterns.of.p[i];
		if (highlight_add(&s->highlight, str_from(pattern), why, &e) != 0 &&
			!styled_bad(s, pattern, false, "--highlight-pattern: '%.200s': %s", pattern, why))
			return false;
	}
	if (s->highlight.of.n)
		s->conf.highlight = &s->highlight;
	return true;
}

static bool styled_encoding(struct styled *s)
{
	const char *name = s->c->encoding;
	struct decode d = { 0 };
	if (!name || strcmp(name, "auto") == 0)
		return true;
	if (decode_open(&d, name) != 0)
		return styled_bad(s, name, false, "--encoding: nobody knows '%.200s'", name);
	decode_close(&d);
	s->conf.encoding = name;
	return true;
}

/* "default" is a theme of that name: the built-in dark one. */
void styled_theme(struct styled *s, bool pager)
{
	static const char *const open[] = { "", "auto", "auto:always", "auto:system", "dark", "light" };
	const struct pack *pack = &s->registry.pack;
	struct str name = str_from(s->c->theme);
	bool fixed = true;
	for (size_t i = 0; i < COUNTOF(open); i++)
		fixed &= !str_eqc(name, open[i]);
	bool light = ground_light(&s->ground, pager);
	const char *chosen = fixed ? s->c->theme : light ? s->c->theme_light : s->c->theme_dark;
	if (chosen && theme_find(&s->theme, pack, str_from(chosen))) {
		s->conf.theme = &s->theme;
		return;
	}
	if (chosen)
		diag_warn(s->d, "%sunknown theme '%s'", place_text(s->c, &s->arena, chosen), chosen);
	if (theme_find(&s->theme, pack, light ? STR("ember-light") : STR("ember-dark")) ||
		theme_find(&s->theme, pack, light ? STR("light-plus") : STR("dark-plus")) ||
		theme_at(&s->theme, pack, 0))
		s->conf.theme = &s->theme;
}

bool styled_ready(struct styled *s)
{
	return styled_language(s) && styled_rules(s) && styled_patterns(s) && styled_encoding(s);
}

/* bat wraps nothing where it does not know the width. */
static enum doc_wrap styled_wrap(const struct ecat_conf *c)
{
	bool wraps = c->wrap != ECAT_WRAP_NEVER && !c->filtered;
	if (c->as_bat)
		wraps &= (c->width_given || c->tty) && (c->parts || c->wrap != ECAT_WRAP_AUTO);
	else if (c->wrap == ECAT_WRAP_AUTO)
		wraps &= c->width_given || (c->tty && c->parts);
	return !wraps ? DOC_CHOP : c->wrap == ECAT_WRAP_WORD ? DOC_WRAP_WORD : DOC_WRAP_CHARACTER;
}

static enum reader_when styled_when(enum ecat_when when)
{
	return when == ECAT_ALWAYS ? READER_ALWAYS : when == ECAT_AUTO ? READER_AUTO : READER_NEVER;
}

static void styled_inputs(struct styled *s)
{
	const struct ecat_conf *c = s->c;
	s->conf.man = env_get("MAN_PN") != NULL;
	s->conf.show_binary = c->format.nonprinting || c->as_text || c->pictures || c->filtered;
	s->conf.strip = styled_when(c->strip);
	s->conf.sanitize = styled_when(c->sanitize);
	s->conf.raw = (c->raw || c->filtered) && !c->pictures;
	s->conf.pictures = c->pictures;
	s->conf.caret = c->notation == 1;
	s->conf.keep_cr = c->filtered || (c->as_bat && !c->tty);
	s->conf.squeeze_shown = s->conf.ends_rows = c->as_bat && !c->filtered;
	s->conf.quiet_empty = c->quiet_empty;
	s->conf.lines = c->lines.of.n ? &c->lines : NULL;
	s->conf.diff = c->diff;
	s->conf.diff_context = c->diff_context;
	s->conf.diff_base = c->diff_base;
}

void styled_conf(struct styled *s, bool pages)
{
	const struct ecat_conf *c = s->c;
	if (c->depth >= COLOR_16)
		styled_theme(s, pages);
	s->looks = looks_frame(s->conf.theme);
	s->conf.registry = &s->registry;
	s->conf.looks = &s->looks;
	s->conf.italic = c->italic;
	s->conf.parts = c->parts;
	s->conf.tabs = c->tabs;
	s->conf.format = c->format;
	s->conf.max_highlight = c->max_highlight;
	s->conf.marks = c->marks.of.n ? &c->marks : NULL;
	if (c->hyperlink == ECAT_ALWAYS || (c->hyperlink == ECAT_AUTO && c->tty))
		s->conf.hyperlink = c->hyperlink_format ? c->hyperlink_format : "file://{host}{path}#{line}";
	styled_inputs(s);
	s->layout = (struct doc_layout){ .cols = c->width, .decorations = true,
		.numbers = c->parts & DECORATE_NUMBERS, .wrap = styled_wrap(c) };
}
