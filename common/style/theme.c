#include "ember/style/theme.h"

_Static_assert((int)STYLE_FG == PACK_STYLE_FG && (int)STYLE_BG == PACK_STYLE_BG &&
		(int)STYLE_FONT == PACK_STYLE_FONT,
	"a pack's bits are ours");
_Static_assert((int)STYLE_ITALIC == PACK_FONT_ITALIC && (int)STYLE_STRIKE == PACK_FONT_STRIKE,
	"a pack's fonts are ours");
_Static_assert((int)THEME_FG == PACK_UI_FG && (int)THEME_REMOVED == PACK_UI_REMOVED,
	"a pack's colours are ours");

static unsigned theme_apply(const struct pack_style_rule *r, struct style *s)
{
	if (r->set & PACK_STYLE_FG)
		s->fg = r->fg;
	if (r->set & PACK_STYLE_BG)
		s->bg = r->bg;
	if (r->set & PACK_STYLE_FONT)
		s->font = (uint8_t)(r->font & 15);
	return r->set & (PACK_STYLE_FG | PACK_STYLE_BG | PACK_STYLE_FONT);
}

static void theme_fill(struct theme *t, const struct pack *p, uint32_t id)
{
	const struct pack_theme *pt = pack_theme(p, id);
	const struct pack_style_rule *rules;
	uint32_t n;

	*t = (struct theme){ .pack = p, .id = id };
	t->name = pack_text(p, pt->name);
	t->display = pack_text(p, pt->display);
	t->light = pt->type == PACK_THEME_LIGHT;
	t->palette = pt->palette != 0;
	t->base = (struct style){ .fg = 0x000000ff, .bg = 0xffffffff };
	rules = pack_styles(p, pack_node(p, pt->root)->styles, &n);
	for (uint32_t i = 0; i < n; i++)
		if (!rules[i].parents.n)
			theme_apply(&rules[i], &t->base);
}

bool theme_find(struct theme *t, const struct pack *p, struct str name)
{
	uint32_t id;
	if (!pack_find(p, PACK_THEME_NAMES, name, &id) || id >= pack_count(p, PACK_THEMES))
		return false;
	theme_fill(t, p, id);
	return true;
}

/* Record 0 of the themes is "none". */
uint32_t theme_count(const struct pack *p)
{
	uint32_t n = pack_count(p, PACK_THEMES);
	return n ? n - 1 : 0;
}

bool theme_at(struct theme *t, const struct pack *p, uint32_t i)
{
	if (i >= theme_count(p))
		return false;
	theme_fill(t, p, i + 1);
	return true;
}

bool theme_ui(const struct theme *t, enum theme_colour c, uint32_t *rgba)
{
	const struct pack_theme *pt = pack_theme(t->pack, t->id);
	if (!(pt->has & 1u << c))
		return false;
	*rgba = pt->ui[c];
	return true;
}

/* `scope` is `prefix`, or begins with it and a dot. */
static bool theme_prefix(struct str scope, struct str prefix)
{
	return str_starts(scope, prefix) && (scope.n == prefix.n || scope.p[prefix.n] == '.');
}

/* The name up to its second dot. */
static struct str theme_head(struct str name, struct str *first)
{
	struct str rest = name;
	*first = str_cut(&rest, '.');
	if (first->n == name.n)
		return name;
	return str_sub(name, 0, first->n + 1 + str_cut(&rest, '.').n);
}

/* One bit of a name of one or two parts. */
static uint64_t theme_bit(struct str head)
{
	uint64_t h = head.n;
	for (size_t i = 0; i < head.n; i++)
		h = (h ^ (uint8_t)head.p[i]) * 0x9e3779b97f4a7c15u;
	return UINT64_C(1) << (h >> 58);
}

uint64_t theme_bits(struct str name)
{
	struct str first, head = theme_head(name, &first);
	return theme_bit(first) | theme_bit(head);
}

/* False: one of the parents is nowhere in the path. */
static bool theme_among(const struct theme *t, const uint32_t *w, uint32_t n, uint64_t bits)
{
	for (uint32_t i = 0; i < n; i++) {
		struct str first, want = pack_text(t->pack, w[i]);
		if (!str_eqc(want, ">") && !(bits & theme_bit(theme_head(want, &first))))
			return false;
	}
	return true;
}

/*
 * The rule's parents, nearest first, occur in this order among the scopes from `at` outwards. `steps`: how
 * many scopes may still be looked at, so that nesting without end costs no more than that for each frame.
 */
static bool theme_parents(const struct theme *t, struct pack_range parents,
	const struct theme_path *path, uint32_t at, unsigned *steps)
{
	uint32_t n;
	const uint32_t *w = pack_words(t->pack, parents, &n);
	if (n && !theme_among(t, w, n, path->bits(path->ctx, at)))
		return false;
	for (uint32_t i = 0; i < n; i++) {
		struct str want = pack_text(t->pack, w[i]);
		bool next = str_eqc(want, ">");
		if (next) {
			if (++i == n)
				return false;
			want = pack_text(t->pack, w[i]);
		}
		while (at && !theme_prefix(path->name(path->ctx, at), want))
			at = next || !--*steps ? 0 : path->outer(path->ctx, at);
		if (!*steps)
			return false;
		if (!at)
			return false;
		at = path->outer(path->ctx, at);
	}
	return true;
}

uint32_t theme_node(const struct theme *t, struct str name)
{
	const uint32_t root = pack_theme(t->pack, t->id)->root;
	uint32_t node = root, child;
	while (name.n && (child = pack_child(t->pack, node, str_cut(&name, '.'))))
		node = child;
	return node == root ? 0 : node; /* its main rule is the theme's default, not one for a scope */
}

unsigned theme_rule(const struct theme *t, const struct theme_path *path, uint32_t node, uint32_t at, struct style *s)
{
	uint32_t n;
	unsigned steps = THEME_STEPS_MAX;
	const struct pack_style_rule *rules = pack_styles(
		t->pack, pack_node(t->pack, node)->styles, &n);
	at = path->outer(path->ctx, at);
	for (uint32_t i = 0; i < n; i++)
		if (steps && theme_parents(t, rules[i].parents, path, at, &steps))
			return theme_apply(&rules[i], s);
	return 0;
}
