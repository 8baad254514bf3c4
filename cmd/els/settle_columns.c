/* Which columns the long format has, and how they look. */
#include "choices.h"

#include <stdlib.h>
#include <string.h>

#include "ember/base/number.h"
#include "ember/os/env.h"
#include "ember/term/ask.h"

#define COLUMN(name) (1u << LIST_COL_##name)
#define TIMES (COLUMN(MODIFIED) | COLUMN(ACCESSED) | COLUMN(CHANGED) | COLUMN(BORN))

const char *settle_eza(const char *name)
{
	char text[64] = "EZA_";
	size_t n = strlen(name);
	if (n + 5 > sizeof(text))
		return NULL;
	memcpy(text + 4, name, n + 1);
	const char *v = env_get(text);
	text[1] = 'X';
	return v ? v : env_get(text);
}

/* ---------------------------------------------------------------- colours */

enum color_depth settle_depth(struct choices *o)
{
	struct color_env env = color_env();
	if (!o->depth_asked)
		o->depth = color_depth(&env, COLOR_QUICK);
	o->depth_asked = true;
	return o->depth;
}

bool settle_light(void)
{
	const char *theme = env_get("EMBER_THEME");
	if (theme && strcasestr(theme, "light"))
		return true;
	return !(theme && strcasestr(theme, "dark")) && ask_colorfgbg(env_get("COLORFGBG")) == 1;
}

void settle_palette(struct els_conf *c, struct choices *o, struct arena *a, struct diag *d)
{
	struct palette *p = ARENA_NEW(a, struct palette);
	struct buf files = { 0 };
	struct str bad;
	const char *env = o->gnu ? NULL : settle_eza("COLORS");
	bool shown = !o->gnu && conf_when(o->meta == CHOICE_OPEN ? CHOICE_AUTO : o->meta, c->terminal);
	palette_init(p, shown && settle_depth(o) >= COLOR_256);
	if (o->persona == PERSONA_LSD)
		p->arrow = STR("\xe2\x87\x92");
	if (env)
		palette_read(p, str_from(env), &files, NULL);
	if (o->persona != PERSONA_EZA)
		buf_clear(&files); /* names are coloured by LS_COLORS and --colors alone */
	char *own = arena_cstr(a, buf_view(&o->colors));
	if (palette_read(p, str_from(own), &files, &bad))
		diag_warn(d, "--colors: no such key, or no colour: '%.*s'", STR_ARG(bad));
	o->file_colors = files.n ? arena_cstr(a, buf_view(&files)) : NULL;
	buf_fini(&files);
	c->list.palette = p;
}

static void settle_scale(struct els_conf *c, struct choices *o)
{
	const char *least = settle_eza("MIN_LUMINANCE");
	struct list_conf *l = &c->list;
	int64_t n;
	if (least && number_i64(str_from(least), &n) && n >= -100 && n <= 100)
		l->scale_min = (int)n;
	l->scale_light = settle_light();
	l->scale_depth = settle_depth(o);
	if (l->scale_depth < COLOR_256 && (!c->terminal || l->scale_depth == COLOR_NONE))
		l->scale_depth = COLOR_256; /* asked for whatever the terminal is */
}

/* ---------------------------------------------------------------- sizes and dates */

static void settle_size_words(struct list_conf *l, const struct choices *o)
{
	struct human scaled = { .unit = 1, .scale = true, .suffix = true, .nearest = true };
	if (o->sizes == 0 || o->sizes == 1) {
		l->size_unit = scaled;
		l->size_words = o->sizes == 0 ? " " : "";
	} else if (o->sizes == 2) {
		l->size_unit = HUMAN_BYTES;
	}
	if (o->persona == PERSONA_EZA && !o->sizes_given) {
		l->size_unit = scaled;
		l->size_unit.si = true;
	}
	if (o->binary) {
		l->size_unit = scaled;
		l->size_unit.iec = true;
	}
	if (o->bytes)
		l->size_unit = (struct human){ .unit = 1, .group = true };
	if (o->persona == PERSONA_EZA)
		l->block_unit = l->size_unit; /* what a file takes is written as its size */
}

/* ---------------------------------------------------------------- which columns */

/* Anything that GNU's long format does not have. */
static bool settle_is_own(const struct list_conf *l, const struct choices *o)
{
	return o->persona != PERSONA_ELS || o->blocks.n || o->add || o->drop || l->header || l->permission ||
		l->smart_group || l->relative_dates || l->size_words || l->repos || l->total || l->count ||
		l->color_columns || l->owner_max || l->scale;
}

struct settle_list {
	enum list_column *p;
	size_t n;
	unsigned drop;
};

static void settle_add(struct settle_list *s, enum list_column column, bool wanted)
{
	if (wanted && !(s->drop & 1u << column))
		s->p[s->n++] = column;
}

static void settle_times(struct settle_list *s, unsigned add)
{
	for (enum list_column t = LIST_COL_MODIFIED; t <= LIST_COL_BORN; t++)
		settle_add(s, t, (add & 1u << t) && !(s->drop & COLUMN(DATE)));
	settle_add(s, LIST_COL_DATE, !(add & TIMES));
}

/* GNU's order, and where others' columns fit into it. */
static void settle_gnu_order(struct settle_list *s, const struct list_conf *l, const struct choices *o)
{
	unsigned add = o->add;
	settle_add(s, LIST_COL_INODE, l->inode);
	settle_add(s, LIST_COL_BLOCKS, l->blocks);
	settle_add(s, LIST_COL_OCTAL, add & COLUMN(OCTAL));
	settle_add(s, LIST_COL_PERMISSION, l->permission != LIST_NO_PERMISSION);
	settle_add(s, LIST_COL_LINKS, true);
	settle_add(s, LIST_COL_USER, l->owner);
	settle_add(s, LIST_COL_GROUP, l->group);
	settle_add(s, LIST_COL_AUTHOR, l->author);
	settle_add(s, LIST_COL_CONTEXT, l->context);
	settle_add(s, LIST_COL_SIZE, true);
	settle_add(s, LIST_COL_BLOCKS, (add & COLUMN(BLOCKS)) && !l->blocks);
	settle_add(s, LIST_COL_FLAGS, add & COLUMN(FLAGS));
	settle_times(s, add);
	settle_add(s, LIST_COL_GIT, l->git);
	settle_add(s, LIST_COL_REPO, l->repos);
	settle_add(s, LIST_COL_NAME, true);
}

static void settle_eza_order(struct settle_list *s, const struct list_conf *l, const struct choices *o)
{
	unsigned add = o->add;
	settle_add(s, LIST_COL_INODE, l->inode);
	settle_add(s, LIST_COL_OCTAL, add & COLUMN(OCTAL));
	settle_add(s, LIST_COL_PERMISSION, true);
	settle_add(s, LIST_COL_LINKS, add & COLUMN(LINKS));
	settle_add(s, LIST_COL_SIZE, true);
	settle_add(s, LIST_COL_BLOCKS, add & COLUMN(BLOCKS));
	settle_add(s, LIST_COL_USER, true);
	settle_add(s, LIST_COL_GROUP, l->group);
	settle_add(s, LIST_COL_CONTEXT, l->context);
	settle_add(s, LIST_COL_FLAGS, add & COLUMN(FLAGS));
	settle_times(s, add);
	settle_add(s, LIST_COL_GIT, l->git);
	settle_add(s, LIST_COL_REPO, l->repos);
	settle_add(s, LIST_COL_NAME, true);
}

static void settle_lsd_order(struct settle_list *s, const struct list_conf *l)
{
	settle_add(s, LIST_COL_INODE, l->inode);
	settle_add(s, LIST_COL_PERMISSION, l->permission != LIST_NO_PERMISSION);
	settle_add(s, LIST_COL_USER, true);
	settle_add(s, LIST_COL_GROUP, true);
	settle_add(s, LIST_COL_CONTEXT, l->context);
	settle_add(s, LIST_COL_SIZE, true);
	settle_add(s, LIST_COL_DATE, true);
	settle_add(s, LIST_COL_GIT, l->git);
	settle_add(s, LIST_COL_NAME, true);
}

/* What the columns ask for beyond themselves. */
static void settle_needs(struct list_conf *l)
{
	for (size_t i = 0; i < l->n_columns; i++) {
		enum list_column column = l->columns[i];
		l->git |= column == LIST_COL_GIT;
		l->context |= column == LIST_COL_CONTEXT;
		l->icon_column |= column == LIST_COL_ICON;
		l->repos |= column == LIST_COL_REPO;
		l->xattrs |= column == LIST_COL_XATTR;
		l->more |= (1u << column) & (TIMES | COLUMN(FLAGS));
		l->align_name |= column == LIST_COL_NAME && i + 1 < l->n_columns;
	}
	l->more |= l->permission == LIST_ATTRIBUTES;
}

int settle_columns(struct els_conf *c, struct choices *o, struct arena *a)
{
	struct list_conf *l = &c->list;
	bool rival = o->persona != PERSONA_ELS;
	l->total_line = (l->format == LIST_LONG && !o->blocks.n && !rival) || l->blocks;
	l->relative_dates |= o->date_words && strcmp(o->date_words, "relative") == 0;
	if (settle_eza("OVERRIDE_GIT"))
		l->git = false;
	settle_size_words(l, o);
	if (l->scale)
		settle_scale(c, o);
	if (l->format != LIST_LONG || !settle_is_own(l, o))
		return 0;
	struct settle_list s = { .p = ARENA_ARRAY(a, enum list_column, LIST_COLUMNS + 2 + o->blocks.n),
		.drop = o->drop };
	if (o->blocks.n) {
		for (size_t i = 0; i < o->blocks.n; i++)
			settle_add(&s, o->blocks.p[i], true);
	} else if (o->persona == PERSONA_EZA) {
		settle_eza_order(&s, l, o);
	} else if (o->persona == PERSONA_LSD) {
		settle_lsd_order(&s, l);
	} else {
		settle_gnu_order(&s, l, o);
	}
	l->columns = s.p;
	l->n_columns = s.n;
	settle_needs(l);
	return 0;
}
