#include "ember/compile/theme.h"

#include <stdio.h>
#include <string.h>

#include "ember/pack/pack.h"

#include "lib/test.h"

struct built {
	struct arena a;
	struct theme_source source;
	struct pack_writer w;
	struct buf file;
	struct pack pack;
	uint32_t root;
	const struct pack_theme *theme;
};

static int read_theme(struct built *b, const char *json, const struct theme_loader *loader)
{
	struct val *root = ARENA_NEW(&b->a, struct val);
	struct err e = { .what = "" };
	CHECK(val_read(root, &b->a, str_from(json), &e) == 0, "%s", e.what);
	return theme_source_read(&b->source, &b->a, root, STR(""), loader, &e);
}

static void finish(struct built *b)
{
	struct err e = { .what = "" };
	uint32_t id = 0;
	writer_init(&b->w);
	CHECK(theme_source_write(&b->source, &b->w, &id, &e) == 0, "%s", e.what);
	writer_finish(&b->w, &b->file, 0);
	CHECK(pack_open(&b->pack, b->file.p, b->file.n, &e) == 0, "%s", e.what);
	b->theme = pack_theme(&b->pack, id);
	b->root = b->theme->root;
}

static void done(struct built *b)
{
	theme_source_fini(&b->source);
	buf_fini(&b->file);
	writer_fini(&b->w);
	arena_fini(&b->a);
}

/* The rules of the deepest node for a scope: "depth-first parent parents:fg/font;" best first. */
static const char *rules(const struct built *b, const char *scope)
{
	static char text[512];
	struct str rest = str_from(scope);
	uint32_t node = b->root, child, n, words;
	size_t at = 0;
	while (rest.n && (child = pack_child(&b->pack, node, str_cut(&rest, '.'))))
		node = child;
	const struct pack_style_rule *r = pack_styles(&b->pack, pack_node(&b->pack, node)->styles, &n);
	text[0] = 0;
	for (uint32_t i = 0; i < n; i++) {
		const uint32_t *w = pack_words(&b->pack, r[i].parents, &words);
		for (uint32_t k = 0; k < words; k++)
			at += (size_t)snprintf(text + at, sizeof(text) - at, "%.*s ", STR_ARG(pack_text(&b->pack, w[k])));
		at += (size_t)snprintf(text + at, sizeof(text) - at, "%06x", r[i].set & PACK_STYLE_FG ? r[i].fg >> 8 : 0);
		if (r[i].set & PACK_STYLE_FONT)
			at += (size_t)snprintf(text + at, sizeof(text) - at, "/%u", r[i].font);
		at += (size_t)snprintf(text + at, sizeof(text) - at, ";");
	}
	return text;
}

TEST(colours_are_read)
{
	static const struct {
		const char *in;
		bool ok;
		uint32_t rgba;
	} rows[] = {
		{ "#123456", true, 0x123456ff },
		{ "#12345678", true, 0x12345678 },
		{ "#abc", true, 0xaabbccff },
		{ "#ABCD", true, 0xaabbccdd },
		{ "123456", false, 0 },
		{ "#12345", false, 0 },
		{ "#12345g", false, 0 },
		{ "", false, 0 },
	};
	for (size_t i = 0; i < COUNTOF(rows); i++) {
		uint32_t rgba = 0;
		CHECK(theme_colour_parse(str_from(rows[i].in), &rgba) == rows[i].ok, "row %zu", i);
		CHECK(rgba == rows[i].rgba, "row %zu: %08x", i, rgba);
	}
}

TEST(nodes_inherit_and_rules_are_ordered)
{
	struct built b = { 0 };
	CHECK(read_theme(&b,
		      "{type:'dark', tokenColors:["
		      "{scope:'a.b', settings:{fontStyle:'bold'}},"
		      "{scope:'a', settings:{foreground:'#111111', fontStyle:'italic underline'}},"
		      "{scope:['x a', 'source.long > a.b', 'y x a'], settings:{foreground:'#222222'}},"
		      "{scope:',,a.b.c,', settings:{foreground:'#333333', fontStyle:'none'}}]}", NULL) == 0, "read");
	finish(&b);
	CHECK_STR(str_from(rules(&b, "a")), STR("x y 222222/5;x 222222/5;111111/5;") /* more parents first */);
	CHECK_STR(str_from(rules(&b, "a.b")), STR("> source.long 222222/2;111111/2;x y 222222/5;x 222222/5;"));
	CHECK_STR(str_from(rules(&b, "a.b.c.d")), STR("333333/0;> source.long 222222/2;x y 222222/5;x 222222/5;"));
	CHECK_STR(str_from(rules(&b, "none")), STR("d4d4d4/0;"));
	done(&b);
}

TEST(defaults_follow_the_type)
{
	static const struct {
		const char *json;
		bool light;
		uint32_t fg, bg;
	} rows[] = {
		{ "{type:'dark'}", false, 0xd4d4d4ff, 0x1e1e1eff },
		{ "{type:'light'}", true, 0x333333ff, 0xffffffff },
		{ "{colors:{'editor.background':'#fefefe'}}", true, 0x333333ff, 0xfefefeff },
		{ "{colors:{'editor.background':'#101010','editor.foreground':'#abcdef'}}", false, 0xabcdefff, 0x101010ff },
		{ "{type:'dark', tokenColors:[{settings:{foreground:'#123456'}}]}", false, 0xd4d4d4ff, 0x1e1e1eff },
		{ "{settings:[{settings:{foreground:'#123456',background:'#010203'}}]}", false, 0x123456ff, 0x010203ff },
		/* a selector without a scope, as the reference has it */
		{ "{type:'dark', tokenColors:[{scope:'a, ,b', settings:{foreground:'#123456'}}]}", false, 0x123456ff, 0x1e1e1eff },
		{ "{type:'dark', tokenColors:[{scope:['a',''], settings:{background:'#123456'}}]}", false, 0xd4d4d4ff, 0x123456ff },
		{ "{type:'dark', tokenColors:[{scope:',a,', settings:{foreground:'#123456'}},{scope:'', settings:{foreground:'#123456'}}]}", false, 0xd4d4d4ff, 0x1e1e1eff },
	};
	for (size_t i = 0; i < COUNTOF(rows); i++) {
		struct built b = { 0 };
		CHECK(read_theme(&b, rows[i].json, NULL) == 0, "row %zu", i);
		finish(&b);
		CHECK((b.theme->type == PACK_THEME_LIGHT) == rows[i].light, "row %zu: type", i);
		CHECK(b.theme->ui[PACK_UI_FG] == rows[i].fg, "row %zu: fg %08x", i, b.theme->ui[PACK_UI_FG]);
		CHECK(b.theme->ui[PACK_UI_BG] == rows[i].bg, "row %zu: bg %08x", i, b.theme->ui[PACK_UI_BG]);
		done(&b);
	}
}

TEST(gutter_colours_have_a_first_choice)
{
	struct built b = { 0 };
	CHECK(read_theme(&b,
		      "{colors:{'gitDecoration.addedResourceForeground':'#00ff00','editorGutter.addedBackground':'#0000ff',"
		      "'terminal.ansiRed':'#ff0000','editorLineNumber.foreground':'#777'}}", NULL) == 0, "read");
	finish(&b);
	CHECK(b.theme->ui[PACK_UI_ADDED] == 0x0000ffff, "the gutter's own");
	CHECK(b.theme->ui[PACK_UI_REMOVED] == 0xff0000ff, "the last resort");
	CHECK(b.theme->ui[PACK_UI_LINE_NUMBER] == 0x777777ff, "line numbers");
	CHECK(!(b.theme->has & 1u << PACK_UI_MODIFIED), "none for modified");
	done(&b);
}

TEST(plists_speak_of_the_palette)
{
	struct built b = { 0 };
	CHECK(read_theme(&b,
		      "<plist><dict><key>name</key><string>P</string><key>settings</key><array>"
		      "<dict><key>settings</key><dict><key>foreground</key><string>#00000001</string>"
		      "<key>gutterForeground</key><string>#08000000</string></dict></dict>"
		      "<dict><key>scope</key><string>a, b</string><key>settings</key><dict><key>foreground</key>"
		      "<string>#02000000</string></dict></dict></array></dict></plist>", NULL) == 0, "read");
	finish(&b);
	CHECK(b.theme->palette == 1, "palette");
	CHECK(b.theme->ui[PACK_UI_FG] == 1, "the terminal's own foreground");
	CHECK(b.theme->ui[PACK_UI_LINE_NUMBER] == 0x08000000, "gutter");
	CHECK_STR(str_from(rules(&b, "b")), STR("020000;"));
	done(&b);
}

/* "base" is a theme, "loop" includes itself, anything else fails. */
static int load(void *ctx, struct str path, struct val *out, struct err *e)
{
	struct arena *a = ctx;
	if (str_eqc(path, "base"))
		return json_read(out, a,
			STR("{colors:{'editor.foreground':'#111111','editor.background':'#222222'},"
			    "tokenColors:[{scope:'a',settings:{foreground:'#010101'}},{scope:'b',settings:{foreground:'#020202'}}]}"), e);
	if (str_eqc(path, "loop"))
		return json_read(out, a, STR("{include:'loop'}"), e);
	if (str_eqc(path, "list"))
		return json_read(out, a, STR("{settings:[{scope:'a',settings:{foreground:'#030303'}}]}"), e);
	return err_text(e, "no such file");
}

TEST(themes_include_others)
{
	struct built b = { 0 };
	struct theme_loader loader = { load, &b.a };
	CHECK(read_theme(&b, "{include:'base', colors:{'editor.foreground':'#333333'}, tokenColors:[{scope:'a',settings:{foreground:'#040404'}}]}", &loader) == 0, "read");
	finish(&b);
	CHECK(b.theme->ui[PACK_UI_FG] == 0x333333ff && b.theme->ui[PACK_UI_BG] == 0x222222ff, "own over included");
	CHECK_STR(str_from(rules(&b, "a")), STR("040404;"));
	CHECK_STR(str_from(rules(&b, "b")), STR("020202;"));
	done(&b);
	b = (struct built){ 0 };
	CHECK(read_theme(&b, "{tokenColors:'list'}", &loader) == 0, "tokenColors by path");
	CHECK(b.source.rules.n == 1, "%zu rules", b.source.rules.n);
	theme_source_fini(&b.source);
	CHECK(read_theme(&b, "{include:'loop'}", &loader) == -1, "a loop ends");
	CHECK(read_theme(&b, "{include:'gone'}", &loader) == -1, "a missing file");
	CHECK(read_theme(&b, "{include:'base'}", NULL) == -1, "nothing to load with");
	CHECK(read_theme(&b, "[1]", NULL) == -1, "no theme at all");
	arena_fini(&b.a);
}
