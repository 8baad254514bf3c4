#include "ember/compile/theme.h"

#include "ember/pack/format.h"

/* VS Code's editor colours where a theme names none. */
#define DARK_FG 0xd4d4d4ffu
#define DARK_BG 0x1e1e1effu
#define LIGHT_FG 0x333333ffu
#define LIGHT_BG 0xffffffffu

struct ui_key {
	enum pack_ui ui;
	const char *key; /* the first that a theme has counts */
};

static const struct ui_key json_ui[] = {
	{ PACK_UI_FG, "editor.foreground" },
	{ PACK_UI_BG, "editor.background" },
	{ PACK_UI_LINE_NUMBER, "editorLineNumber.foreground" },
	{ PACK_UI_LINE_HIGHLIGHT, "editor.lineHighlightBackground" },
	{ PACK_UI_ADDED, "editorGutter.addedBackground" },
	{ PACK_UI_ADDED, "gitDecoration.addedResourceForeground" },
	{ PACK_UI_ADDED, "gitDecoration.untrackedResourceForeground" },
	{ PACK_UI_ADDED, "terminal.ansiGreen" },
	{ PACK_UI_MODIFIED, "editorGutter.modifiedBackground" },
	{ PACK_UI_MODIFIED, "gitDecoration.modifiedResourceForeground" },
	{ PACK_UI_MODIFIED, "terminal.ansiYellow" },
	{ PACK_UI_REMOVED, "editorGutter.deletedBackground" },
	{ PACK_UI_REMOVED, "gitDecoration.deletedResourceForeground" },
	{ PACK_UI_REMOVED, "terminal.ansiRed" },
};

static const struct ui_key plist_ui[] = {
	{ PACK_UI_FG, "foreground" },
	{ PACK_UI_BG, "background" },
	{ PACK_UI_LINE_NUMBER, "gutterForeground" },
	{ PACK_UI_LINE_HIGHLIGHT, "lineHighlight" },
};

bool theme_colour_parse(struct str s, uint32_t *rgba)
{
	uint32_t v = 0;
	bool brief = s.n == 4 || s.n == 5;
	if (!(brief || s.n == 7 || s.n == 9) || s.p[0] != '#')
		return false;
	for (size_t i = 1; i < s.n; i++) {
		int digit = ascii_hex(s.p[i]);
		if (digit < 0)
			return false;
		v = v << 4 | (uint32_t)digit;
		if (brief)
			v = v << 4 | (uint32_t)digit;
	}
	*rgba = s.n == 4 || s.n == 7 ? v << 8 | 0xff : v;
	return true;
}

static void read_ui(struct theme_source *t, const struct val *colors, const struct ui_key *keys, size_t n)
{
	uint32_t here = 0, rgba; /* an included theme's colours are replaced */
	for (size_t i = 0; i < n; i++) {
		if (here & 1u << keys[i].ui || !theme_colour_parse(val_str(colors, keys[i].key), &rgba))
			continue;
		t->ui[keys[i].ui] = rgba;
		here |= 1u << keys[i].ui;
	}
	t->has |= here;
}

static struct theme_look read_look(const struct val *settings)
{
	struct theme_look look = { 0 };
	const struct val *font = val_get(settings, STR("fontStyle"));
	if (theme_colour_parse(val_str(settings, "foreground"), &look.fg))
		look.set |= PACK_STYLE_FG;
	if (theme_colour_parse(val_str(settings, "background"), &look.bg))
		look.set |= PACK_STYLE_BG;
	if (!font || font->kind != VAL_STRING)
		return look;
	look.set |= PACK_STYLE_FONT; /* with words that say nothing it means "none" */
	for (struct str rest = font->str; rest.n;) {
		struct str word = str_cut(&rest, ' ');
		look.font |= str_eqc(word, "italic") ? PACK_FONT_ITALIC : 0u;
		look.font |= str_eqc(word, "bold") ? PACK_FONT_BOLD : 0u;
		look.font |= str_eqc(word, "underline") ? PACK_FONT_UNDERLINE : 0u;
		look.font |= str_eqc(word, "strikethrough") ? PACK_FONT_STRIKE : 0u;
	}
	return look;
}

void theme_look_overlay(struct theme_look *on, const struct theme_look *with)
{
	if (with->set & PACK_STYLE_FG)
		on->fg = with->fg;
	if (with->set & PACK_STYLE_BG)
		on->bg = with->bg;
	if (with->set & PACK_STYLE_FONT)
		on->font = with->font;
	on->set |= with->set;
}

/* One selector of a rule. Blanks split it singly, so two of them name a parent "" that never is. */
static int add_selector(struct theme_source *t, struct str selector, struct theme_look look, struct err *e)
{
	struct theme_source_rule rule = { .look = look };
	selector = str_trim(selector);
	size_t last = str_rchr(selector, ' ');
	rule.scope = last == STR_NONE ? selector : str_sub(selector, last + 1, selector.n);
	if (rule.scope.n == 0) { /* no scope at all: how everything else looks */
		theme_look_overlay(&t->rest, &look);
		return 0;
	}
	if (t->rules.n == THEME_RULES_MAX)
		return err_text(e, "too many rules in the theme");
	struct str rest = last == STR_NONE ? STR("") : str_sub(selector, 0, last);
	for (size_t i = 0; i < rest.n; i++)
		rule.n_parents += rest.p[i] == ' ';
	rule.n_parents += last != STR_NONE;
	rule.parents = ARENA_ARRAY(t->a, struct str, rule.n_parents);
	for (size_t i = rule.n_parents; i-- > 0;)
		rule.parents[i] = str_cut(&rest, ' ');
	VEC_PUSH(&t->rules) = rule;
	return 0;
}

/* Without those at its ends: only one between others, with nothing beside it, stands for a selector. */
static struct str without_commas(struct str s)
{
	while (s.n && s.p[0] == ',')
		s = str_sub(s, 1, s.n);
	while (s.n && s.p[s.n - 1] == ',')
		s.n--;
	return s;
}

static int add_rule(struct theme_source *t, const struct val *entry, struct err *e)
{
	const struct val *settings = val_object(entry, "settings");
	const struct val *scope = val_get(entry, STR("scope"));
	if (!settings || !scope)
		return 0;
	struct theme_look look = read_look(settings);
	if (scope->kind == VAL_STRING && scope->str.n) {
		struct str rest = without_commas(scope->str);
		do {
			if (add_selector(t, str_cut(&rest, ','), look, e) != 0)
				return -1;
		} while (rest.n);
	} else if (scope->kind == VAL_ARRAY) {
		for (size_t i = 0; i < scope->n_items; i++)
			if (scope->items[i].kind == VAL_STRING &&
				add_selector(t, scope->items[i].str, look, e) != 0)
				return -1;
	}
	return 0;
}

static bool unscoped(const struct val *entry)
{
	const struct val *scope = val_get(entry, STR("scope"));
	return !scope || (scope->kind == VAL_STRING && str_trim(scope->str).n == 0);
}

/* A .tmTheme's list; entries without a scope say how everything else looks. */
static int read_settings(struct theme_source *t, const struct val *list, struct err *e)
{
	for (size_t i = 0; i < list->n_items; i++) {
		const struct val *entry = &list->items[i];
		if (!unscoped(entry)) {
			if (add_rule(t, entry, e) != 0)
				return -1;
			continue;
		}
		const struct val *settings = val_object(entry, "settings");
		read_ui(t, settings, plist_ui, COUNTOF(plist_ui));
		struct theme_look look = read_look(settings);
		if (look.set & PACK_STYLE_FONT)
			t->base.font = look.font;
	}
	return 0;
}

/* The file that `v` names, as what includes it would have been. */
static int load(const struct theme_loader *loader, struct str path, struct val *out, struct err *e)
{
	if (!loader)
		return err_text(e, "the theme needs another file");
	return loader->load(loader->ctx, path, out, e);
}

static int read_json(struct theme_source *t, const struct val *root, const struct theme_loader *loader,
	struct err *e)
{
	const struct val *tokens = val_get(root, STR("tokenColors"));
	read_ui(t, val_object(root, "colors"), json_ui, COUNTOF(json_ui));
	if (tokens && tokens->kind == VAL_STRING) {
		struct val other;
		if (load(loader, tokens->str, &other, e) != 0)
			return -1;
		const struct val *list = val_array(&other, "settings");
		return list ? read_settings(t, list, e) : err_text(e, "tokenColors name no theme");
	}
	for (size_t i = 0; tokens && tokens->kind == VAL_ARRAY && i < tokens->n_items; i++)
		if (add_rule(t, &tokens->items[i], e) != 0)
			return -1;
	return 0;
}

/* Relative luminance is not asked for; the eye's weights of the three colours will do. */
static bool bright(uint32_t rgba)
{
	uint32_t r = rgba >> 24, g = rgba >> 16 & 255, b = rgba >> 8 & 255;
	return r * 299 + g * 587 + b * 114 > 127500;
}

static void finish(struct theme_source *t, struct str type)
{
	if (str_starts(type, STR("light")) || str_starts(type, STR("hcLight")))
		t->light = true;
	else if (type.n == 0)
		t->light = t->has & 1u << PACK_UI_BG && bright(t->ui[PACK_UI_BG]);
	if (!(t->has & 1u << PACK_UI_FG))
		t->ui[PACK_UI_FG] = t->light ? LIGHT_FG : DARK_FG;
	if (!(t->has & 1u << PACK_UI_BG))
		t->ui[PACK_UI_BG] = t->light ? LIGHT_BG : DARK_BG;
	if (t->rest.set & PACK_STYLE_FG)
		t->ui[PACK_UI_FG] = t->rest.fg;
	if (t->rest.set & PACK_STYLE_BG)
		t->ui[PACK_UI_BG] = t->rest.bg;
	if (t->rest.set & PACK_STYLE_FONT)
		t->base.font = t->rest.font;
	t->has |= 1u << PACK_UI_FG | 1u << PACK_UI_BG;
	t->base.set = PACK_STYLE_FG | PACK_STYLE_BG | PACK_STYLE_FONT;
	t->base.fg = t->ui[PACK_UI_FG];
	t->base.bg = t->ui[PACK_UI_BG];
}

int theme_source_read(struct theme_source *t, struct arena *a, const struct val *root, struct str type,
	const struct theme_loader *loader, struct err *e)
{
	const struct val *chain[THEME_INCLUDES_MAX]; /* the file, what it includes, what that includes */
	size_t n = 0;
	*t = (struct theme_source){ .a = a };
	t->name = val_str(root, "name");
	t->display = val_str(root, "displayName").n ? val_str(root, "displayName") : t->name;
	t->palette = val_truthy(val_get(root, STR("palette")));
	if (val_str(root, "type").n)
		type = val_str(root, "type");
	const struct val *settings = val_array(root, "settings");
	if (settings && !val_get(root, STR("tokenColors"))) {
		t->palette = true;
		if (read_settings(t, settings, e) != 0)
			return -1;
		finish(t, type);
		return 0;
	}
	if (root->kind != VAL_OBJECT)
		return err_text(e, "not a theme");
	chain[n++] = root;
	for (struct str path; (path = val_str(chain[n - 1], "include")).n;) {
		struct val *other = ARENA_NEW(a, struct val);
		if (n == THEME_INCLUDES_MAX)
			return err_text(e, "themes include one another too deeply");
		if (load(loader, path, other, e) != 0)
			return -1;
		chain[n++] = other;
	}
	while (n-- > 0)
		if (read_json(t, chain[n], loader, e) != 0)
			return -1;
	finish(t, type);
	return 0;
}

void theme_source_fini(struct theme_source *t)
{
	VEC_FREE(&t->rules);
}
