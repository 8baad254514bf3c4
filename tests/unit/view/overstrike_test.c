#include "ember/view/overstrike.h"

#include "ember/view/ansi_in.h"
#include "lib/test.h"

/* Text with its looks spelled out: {b} bold, {u} underlined, {bu} both, {N} colour index N, {} plain. */
static void spell(struct buf *b, const struct marked *m)
{
	size_t at = 0;
	for (size_t i = 0; i < m->runs.of.n; i++) {
		struct look look = m->runs.of.p[i].look;
		buf_text(b, "{");
		if (look.font & LOOK_BOLD)
			buf_text(b, "b");
		if (look.font & LOOK_UNDERLINE)
			buf_text(b, "u");
		if (color_is_index(look.fg))
			buf_uint(b, look.fg & 0xff);
		if (look.link)
			buf_text(b, "@");
		buf_text(b, "}");
		buf_str(b, str_sub(buf_view(&m->text), at, m->runs.of.p[i].end));
		at = m->runs.of.p[i].end;
	}
}

TEST(overstrike_reads_what_printers_do)
{
	static const struct { const char *in, *want; } rows[] = {
		{ "", "" },
		{ "plain", "{}plain" },
		{ "N\bNA\bAM\bME\bE x", "{b}NAME{} x" },
		{ "_\bf_\bi_\bl_\be x", "{u}file{} x" },
		{ "f\b_i\b_", "{u}fi" },
		{ "a\ba\ba\ba", "{b}a" },
		{ "_\bx\bx", "{bu}x" },
		{ "x\bx_\b_y\by", "{b}x_y" },
		{ "_\b_ _\b_", "{u}_{} {u}_" },
		{ "+\bo", "{}o" },
		{ "\u00e9\b\u00e9\u20ac", "{b}\u00e9{}\u20ac" },
		{ "_\b\u00e9", "{u}\u00e9" },
		{ "\bx", "{}\bx" },
		{ "x\b", "{}x\b" },
		{ "\x1b[31mr\br\x1b[m.", "{b1}r{}." },
		{ "\x1b]8;;u\al\bl\x1b]8;;\a.", "{b@}l{}." },
	};
	for (size_t i = 0; i < COUNTOF(rows); i++) {
		struct marked from = { 0 }, to = { 0 };
		struct links links = { 0 };
		struct look look = { 0 };
		struct buf b = { 0 };
		ansi_in_line(&from, &links, str_from(rows[i].in), &look);
		overstrike_line(&to, &from);
		spell(&b, &to);
		CHECK_STR(buf_view(&b), str_from(rows[i].want));
		marked_fini(&from);
		marked_fini(&to);
		buf_fini(&b);
		VEC_FREE(&links.of);
	}
}

TEST(ansi_in_carries_looks_over_lines)
{
	struct marked m = { 0 };
	struct look look = { 0 }, skipped = { 0 };
	struct str line = STR("a\x1b[1;32mb\x1b[2Jc\x1b]8;;u\ad");
	struct buf b = { 0 };
	ansi_in_line(&m, NULL, line, &look);
	ansi_in_skip(line, &skipped);
	spell(&b, &m);
	CHECK_STR(buf_view(&b), STR("{}a{b2}b\x1b[2Jcd"));
	CHECK(look_same(look, skipped) && (look.font & LOOK_BOLD) && look.fg == COLOR_INDEX(2), "the look goes on");
	marked_clear(&m);
	buf_clear(&b);
	ansi_in_line(&m, NULL, STR("e\x1b[mf"), &look);
	spell(&b, &m);
	CHECK_STR(buf_view(&b), STR("{b2}e{}f"));
	marked_fini(&m);
	buf_fini(&b);
}
