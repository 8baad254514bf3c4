#include "ember/syntax/dump.h"

#include "fixture.h"

static int keep(void *ctx, const char *p, size_t n)
{
	buf_add(ctx, p, n);
	return 0;
}

static void dump_is(
	struct fixture *f, const struct theme *theme, const char *text, const char *want)
{
	struct buf got = { 0 };
	struct language l;
	struct out o;
	REQUIRE(registry_find(&f->reg, STR("g"), &l));
	struct tokens *t = tokens_new(&f->reg, theme);
	out_init_sink(&o, keep, &got, 64);
	tokens_begin(t, l.id);
	dump_tokens(&o, t, str_from(text), theme != NULL);
	out_flush(&o);
	CHECK_STR(buf_view(&got), str_from(want));
	out_fini(&o);
	buf_fini(&got);
	tokens_free(t);
}

static const char *const grammars[] = {
	"{'name':'g','scopeName':'s','patterns':[{'match':'(.)x','name':'n.$1'},"
	"{'match':'b','name':'n.a'},{'match':'c','name':'c'}]}",
	NULL,
};

TEST(one_array_for_each_line)
{
	struct fixture f;
	fixture_open(&f, grammars, NULL, NULL);
	dump_is(&f, NULL, "", "");
	dump_is(&f, NULL, "\n", "[[0,0,\"s\"]]\n");
	dump_is(&f, NULL, "zb\r\n\rq", "[[0,1,\"s\"],[1,2,\"s n.a\"]]\n[[0,2,\"s\"]]\n");
	fixture_close(&f);
}

/* Equal texts are one element, though one name was made at run time and the other is the pack's. */
TEST(neighbours_that_read_alike_are_joined)
{
	struct fixture f;
	fixture_open(&f, grammars, NULL, NULL);
	dump_is(&f, NULL, "axb", "[[0,3,\"s n.a\"]]\n");
	dump_is(&f, NULL, "\"x\\x\x01x",
		"[[0,2,\"s n.\\\"\"],[2,4,\"s n.\\\\\"],[4,6,\"s n.\\u0001\"]]\n");
	fixture_close(&f);
}

TEST(styles_are_named)
{
	struct fixture f;
	struct theme theme;
	fixture_open(&f, grammars,
		"{'type':'dark','colors':{'editor.foreground':'#abc','editor.background':'#"
		"00000080'},"
		"'tokenColors':[{'scope':'c','settings':{'foreground':'#12ab34','fontStyle':'bold "
		"italic'}}]}",
		NULL);
	REQUIRE(theme_find(&theme, &f.reg.pack, STR("test")));
	dump_is(&f, &theme, "-c",
		"[[0,1,\"s\",{\"fg\":\"#AABBCC\",\"bg\":\"#00000080\",\"font\":\"\"}],"
		"[1,2,\"s c\",{\"fg\":\"#12AB34\",\"bg\":\"#00000080\",\"font\":\"italic "
		"bold\"}]]\n");
	fixture_close(&f);
}
