/* Whether there are icons, and which (spec els 9). */
#include "choices.h"

#include <errno.h>
#include <string.h>

#include "ember/base/number.h"
#include "ember/list/icon_map.h"
#include "ember/os/env.h"
#include "ember/os/file.h"

/* What EMBER_ICONS says: an enum list_icons, or CHOICE_OPEN. */
static int settle_icons_env(void)
{
	const char *v = env_get("EMBER_ICONS");
	if (!v)
		return CHOICE_OPEN;
	int word = opt_word("never nerd unicode", str_from(v), false);
	return word < 0 ? CHOICE_OPEN : word;
}

/* No answer of a terminal tells whether it has a glyph: only evidence counts (spec els I8). */
static enum list_icons settle_icons_auto(const struct els_conf *c, const struct choices *o)
{
	const char *term = env_get("TERM"), *program = env_get("TERM_PROGRAM");
	if (!c->terminal || o->gnu || !c->list.utf8 || !term || settle_dumb() ||
		strcmp(term, "linux") == 0 || strncmp(term, "vt", 2) == 0)
		return LIST_ICONS_NONE;
	int env = settle_icons_env();
	if (env != CHOICE_OPEN)
		return (enum list_icons)env;
	if (program && (strcmp(program, "WezTerm") == 0 || strcmp(program, "ghostty") == 0))
		return o->icon_theme != CHOICE_OPEN ? (enum list_icons)o->icon_theme
						    : LIST_ICONS_NERD;
	return LIST_ICONS_NONE;
}

/* Asked for with auto by lsd, whose icons a terminal always gets, or by EZA_ICONS_AUTO. */
static bool settle_icons_wish(const struct els_conf *c, const struct choices *o)
{
	return c->terminal && !o->gnu && (o->persona == PERSONA_LSD || settle_eza("ICONS_AUTO"));
}

struct settle_bad {
	struct diag *diag;
	const char *path;
};

static void settle_icon_line(void *ctx, unsigned line, const char *what)
{
	struct settle_bad *b = ctx;
	diag_warn(b->diag, "%s:%u: %s", b->path, line, what);
}

/* The user's icons: the file of --icon-map, else els.icons among the configuration. */
static void settle_icon_map(struct els_conf *c, const struct choices *o, struct arena *a, struct diag *d)
{
	const char *dir = env_get("EMBER_CONFIG_DIR"), *path = o->icon_map;
	struct err e = { 0 };
	struct str text;
	if (!c->list.icons || (!path && (!c->terminal || o->gnu)))
		return;
	if (!path && dir)
		path = arena_printf(a, "%s/els.icons%c", dir, 0).p;
	else if (!path)
		path = env_path(a, ENV_CONFIG, "ember/els.icons");
	if (!path)
		return;
	if (file_slurp(&text, a, path, ICON_MAP_MAX, &e) != 0) {
		char words[128];
		diag_words(&e, words, sizeof(words));
		if (o->icon_map || e.num != ENOENT)
			diag_warn(d, "%s: %s", path, words);
		return;
	}
	struct icon_map *m = ARENA_NEW(a, struct icon_map);
	icon_map_parse(m, a, text, settle_icon_line, &(struct settle_bad){ d, path });
	c->list.icon_map = c->icon_map = m;
}

static void settle_icon_set(struct els_conf *c, const struct choices *o)
{
	struct list_conf *l = &c->list;
	const char *gap = settle_eza("ICON_SPACING");
	uint64_t n;
	int env = settle_icons_env();
	enum list_icons always = LIST_ICONS_NERD;
	if (o->icon_theme != CHOICE_OPEN)
		always = (enum list_icons)o->icon_theme;
	else if (env > LIST_ICONS_NONE)
		always = (enum list_icons)env;
	switch (o->icons) {
	case ICONS_ALWAYS: l->icons = always; break;
	case ICONS_NERD: l->icons = LIST_ICONS_NERD; break;
	case ICONS_UNICODE: l->icons = LIST_ICONS_UNICODE; break;
	case ICONS_NEVER: break;
	case ICONS_TEST: c->task = ELS_TELL_ICONS; break;
	case ICONS_AUTO:
		if (settle_icons_wish(c, o)) {
			l->icons = always;
			break;
		}
		EMBER_FALLTHROUGH;
	default:
		l->icons = settle_icons_wish(c, o) ? always : settle_icons_auto(c, o);
		break;
	}
	if (l->icons)
		l->tab = 0;
	if (gap && (c->terminal || o->icons != CHOICE_OPEN) && number_u64(str_from(gap), &n) &&
		n <= 8)
		l->icon_gap = (unsigned)n;
}

void settle_icons(struct els_conf *c, const struct choices *o, struct arena *a, struct diag *d)
{
	settle_icon_set(c, o);
	settle_icon_map(c, o, a, d);
}
