#include "ember/syntax/dump.h"

#include "ember/base/buf.h"
#include "ember/base/vec.h"

/* One element of a line: neighbours whose scope stacks read the same are one. */
struct dump_item {
	uint32_t begin, end, scope;
	uint16_t style;
	size_t path, path_n; /* in dump.paths */
};

struct dump {
	struct out *o;
	struct tokens *t;
	bool styles;
	struct str rest; /* the text behind the line at hand */
	struct buf paths;
	VEC(struct dump_item) items;
};

static void dump_string(struct out *o, struct str s)
{
	out_char(o, '"');
	for (size_t i = 0; i < s.n; i++) {
		if ((unsigned char)s.p[i] < 0x20) {
			out_printf(o, "\\u%04x", (unsigned char)s.p[i]);
			continue;
		}
		if (s.p[i] == '"' || s.p[i] == '\\')
			out_char(o, '\\');
		out_char(o, s.p[i]);
	}
	out_char(o, '"');
}

static void dump_colour(struct out *o, const char *key, uint32_t rgba)
{
	if ((rgba & 0xff) == 0xff)
		out_printf(o, "\"%s\":\"#%06X\"", key, rgba >> 8);
	else
		out_printf(o, "\"%s\":\"#%08X\"", key, rgba);
}

static void dump_style(struct out *o, const struct style *s)
{
	static const struct {
		unsigned bit;
		const char *name;
	} fonts[] = {
		{ STYLE_ITALIC, "italic" },
		{ STYLE_BOLD, "bold" },
		{ STYLE_UNDERLINE, "underline" },
		{ STYLE_STRIKE, "strikethrough" },
	};
	const char *gap = "";
	out_text(o, ",{");
	dump_colour(o, "fg", s->fg);
	out_char(o, ',');
	dump_colour(o, "bg", s->bg);
	out_text(o, ",\"font\":\"");
	for (size_t i = 0; i < COUNTOF(fonts); i++) {
		if (!(s->font & fonts[i].bit))
			continue;
		out_text(o, gap);
		out_text(o, fonts[i].name);
		gap = " ";
	}
	out_text(o, "\"}");
}

static struct str dump_path(const struct dump *d, const struct dump_item *it)
{
	return (struct str){ d->paths.p + it->path, it->path_n };
}

/* A name made at run time may read as one of the pack's does: texts decide what is equal. */
static void dump_add(struct dump *d, struct dump_item it)
{
	struct dump_item *last = d->items.n ? &d->items.p[d->items.n - 1] : NULL;
	it.path = d->paths.n;
	if (last && last->scope == it.scope) {
		last->end = it.end;
		return;
	}
	tokens_scope_path(d->t, it.scope, &d->paths);
	it.path_n = d->paths.n - it.path;
	if (last && str_eq(dump_path(d, last), dump_path(d, &it))) {
		last->end = it.end;
		return;
	}
	VEC_PUSH(&d->items) = it;
}

static void dump_line(struct dump *d, struct str line)
{
	size_t n, visible = line.n - (line.n && line.p[line.n - 1] == '\r');
	const struct span *spans = tokens_line(d->t, line, &n);
	const uint32_t *scopes = tokens_scopes(d->t);
	uint32_t begin = 0;

	d->items.n = 0;
	buf_clear(&d->paths);
	for (size_t i = 0; i < n; i++) {
		uint32_t end = spans[i].end < visible ? spans[i].end : (uint32_t)visible;
		dump_add(d,
			(struct dump_item){ .begin = begin,
				.end = end,
				.scope = scopes[i],
				.style = spans[i].style });
		begin = end;
	}
	out_char(d->o, '[');
	for (size_t i = 0; i < d->items.n; i++) {
		const struct dump_item *it = &d->items.p[i];
		out_printf(d->o, "%s[%u,%u,", i ? "," : "", it->begin, it->end);
		dump_string(d->o, dump_path(d, it));
		if (d->styles)
			dump_style(d->o, tokens_style(d->t, it->style));
		out_char(d->o, ']');
	}
	out_text(d->o, "]\n");
}

static bool dump_ahead(void *ctx, size_t i, struct str *line)
{
	struct str rest = ((struct dump *)ctx)->rest;
	bool more = str_line(&rest, line);
	while (more && i--)
		more = str_line(&rest, line);
	return more;
}

void dump_tokens(struct out *o, struct tokens *t, struct str text, bool styles)
{
	struct dump d = { .o = o, .t = t, .styles = styles, .rest = text };
	struct str line;

	tokens_want_scopes(t, true);
	tokens_ahead(t, dump_ahead, &d);
	while (str_line(&d.rest, &line))
		dump_line(&d, line);
	tokens_ahead(t, NULL, NULL);
	tokens_want_scopes(t, false);
	buf_fini(&d.paths);
	VEC_FREE(&d.items);
}
