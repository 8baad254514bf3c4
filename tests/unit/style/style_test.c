#include "ember/style/scope.h"

#include "unit/syntax/fixture.h"

static const char *const colours =
	"{'type':'light','colors':{'editor.foreground':'#111','editor.background':'#fafafa80',"
	"'editorLineNumber.foreground':'#123456'},'tokenColors':["
	"{'scope':'comment','settings':{'foreground':'#000001'}},"
	"{'scope':'comment.line','settings':{'fontStyle':'italic'}},"
	"{'scope':'a comment','settings':{'foreground':'#000002'}},"
	"{'scope':'b a comment','settings':{'foreground':'#000003'}},"
	"{'scope':'c > comment','settings':{'foreground':'#000004'}},"
	"{'scope':['string.quoted','d.e "
	"string'],'settings':{'foreground':'#000005','background':'#00000600'}},"
	"{'scope':'string','settings':{'fontStyle':'bold strikethrough'}}]}";

struct bench {
	struct fixture f;
	struct theme theme;
	struct scopes *scopes;
};

static void bench_open(struct bench *b)
{
	static const char *const none[] = { NULL };
	fixture_open(&b->f, none, colours, NULL);
	REQUIRE(theme_find(&b->theme, &b->f.reg.pack, STR("Test")));
	b->scopes = scopes_new(&b->f.reg.pack, &b->theme);
}

static void bench_close(struct bench *b)
{
	scopes_free(b->scopes);
	fixture_close(&b->f);
}

static uint32_t push_all(struct bench *b, const char *path)
{
	struct str rest = str_from(path);
	uint32_t stack = 0;
	while (rest.n)
		stack = scopes_push(b->scopes, stack, scopes_atom(b->scopes, str_cut(&rest, ' ')));
	return stack;
}

TEST(the_best_rule_of_the_innermost_scope)
{
	static const struct {
		const char *path;
		uint32_t fg, bg;
		unsigned font;
	} rows[] = {
		{ "", 0x111111ff, 0xfafafa80, 0 }, { "x", 0x111111ff, 0xfafafa80, 0 },
		{ "comment", 0x000001ff, 0xfafafa80, 0 },
		{ "comment.block.c", 0x000001ff, 0xfafafa80, 0 },
		{ "commentary", 0x111111ff, 0xfafafa80, 0 },
		{ "comment.line.x", 0x000001ff, 0xfafafa80, STYLE_ITALIC },
		{ "a comment", 0x000002ff, 0xfafafa80, 0 },
		{ "a.x y comment", 0x000002ff, 0xfafafa80, 0 },
		{ "b a comment", 0x000003ff, 0xfafafa80, 0 },
		{ "a b comment", 0x000002ff, 0xfafafa80, 0 },
		{ "c comment", 0x000004ff, 0xfafafa80, 0 },
		{ "c x comment", 0x000001ff, 0xfafafa80, 0 },
		{ "string", 0x111111ff, 0xfafafa80, STYLE_BOLD | STYLE_STRIKE },
		{ "d.e.f string", 0x000005ff, 0x00000600, STYLE_BOLD | STYLE_STRIKE },
		{ "d string.quoted.x", 0x000005ff, 0x00000600, STYLE_BOLD | STYLE_STRIKE },
		{ "string comment.line", 0x000001ff, 0xfafafa80, STYLE_ITALIC },
		{ "comment keyword", 0x000001ff, 0xfafafa80, 0 }, /* what is not set is kept */
	};
	struct bench b;
	bench_open(&b);
	for (size_t i = 0; i < COUNTOF(rows); i++) {
		const struct style *s = styles_at(scopes_styles(b.scopes),
			scopes_style(b.scopes, push_all(&b, rows[i].path)));
		CHECK(s->fg == rows[i].fg && s->bg == rows[i].bg && s->font == rows[i].font,
			"'%s': %08x %08x %u", rows[i].path, s->fg, s->bg, s->font);
	}
	bench_close(&b);
}

/* A stack of one comment inside `depth` scopes of another name, the outermost of which may be a parent of rules. */
struct deep {
	uint32_t depth;
	struct str outermost;
	unsigned *looked;
};

static struct str deep_name(const void *ctx, uint32_t at)
{
	const struct deep *d = ctx;
	++*d->looked;
	return at == d->depth + 1 ? STR("comment.x") : at == 1 ? d->outermost : STR("nothing.x");
}

static uint32_t deep_outer(const void *ctx, uint32_t at)
{
	(void)ctx;
	return at - 1;
}

static uint64_t deep_bits(const void *ctx, uint32_t at)
{
	const struct deep *d = ctx;
	(void)at;
	return theme_bits(d->outermost) | theme_bits(STR("nothing.x"));
}

/* Who has the bits of a name has those of what a selector may call it. */
TEST(bits_of_names)
{
	static const char *const names[] = { "", "a", "a.b", "a.b.c", "source.css", "source.css.less.x", ".", "a..b" };
	for (size_t i = 0; i < COUNTOF(names); i++) {
		struct str name = str_from(names[i]);
		for (size_t n = 1; n <= name.n; n++) {
			struct str prefix = str_sub(name, 0, n);
			if (n < name.n && name.p[n] != '.')
				continue;
			CHECK((theme_bits(name) & theme_bits(prefix)) == theme_bits(prefix), "'%.*s' of '%s'", STR_ARG(prefix), names[i]);
		}
	}
}

TEST(parents_are_looked_for_so_far_and_no_further)
{
	struct bench b;
	struct style s;
	unsigned looked = 0;
	struct deep d = { 1000, STR("a.x"), &looked };
	const struct theme_path path = { &d, deep_name, deep_outer, deep_bits };
	bench_open(&b);
	CHECK(theme_rule(&b.theme, &path, theme_node(&b.theme, path.name(path.ctx, d.depth + 1)), d.depth + 1, &s) && s.fg == 0x000002ff, "a parent 1,000 scopes away: %08x", s.fg);
	d.depth = 1000000;
	looked = 0;
	theme_rule(&b.theme, &path, theme_node(&b.theme, path.name(path.ctx, d.depth + 1)), d.depth + 1, &s);
	CHECK(looked <= THEME_STEPS_MAX + 8, "%u scopes of a million are looked at", looked);
	bench_close(&b);
}

TEST(the_frame_s_colours)
{
	struct bench b;
	uint32_t c = 0;
	bench_open(&b);
	CHECK(b.theme.light && !b.theme.palette, "a light theme of true colours");
	CHECK(theme_ui(&b.theme, THEME_LINE_NUMBER, &c) && c == 0x123456ff, "%08x", c);
	CHECK(!theme_ui(&b.theme, THEME_ADDED, &c), "a colour that is not set");
	CHECK(b.theme.base.fg == 0x111111ff && b.theme.base.set == 0, "the default look");
	CHECK(theme_count(&b.f.reg.pack) == 1 && !theme_find(&b.theme, &b.f.reg.pack, STR("other")),
		"one theme");
	bench_close(&b);
}

TEST(stacks_are_interned)
{
	struct bench b;
	struct buf path = { 0 };
	bench_open(&b);
	uint32_t one = push_all(&b, "a b.c d"), two = push_all(&b, "a b.c d");
	CHECK(one == two && scopes_depth(b.scopes, one) == 3, "%u %u", one, two);
	CHECK(push_all(&b, "a b.c") == scopes_parent(b.scopes, one),
		"the outer stack is the same one");
	CHECK_STR(scopes_name(b.scopes, one), STR("d"));
	scopes_path(b.scopes, one, &path);
	CHECK_STR(buf_view(&path), STR("a b.c d"));
	for (uint32_t i = 0, at = 0; i < 3000; i++) /* growth keeps what there is */
		at = scopes_push(b.scopes, at, scopes_atom(b.scopes, STR("deep")));
	CHECK(push_all(&b, "a b.c d") == one, "after growing");
	scopes_reset(b.scopes);
	CHECK(scopes_count(b.scopes) == 1, "only the empty stack is left");
	buf_fini(&path);
	bench_close(&b);
}

TEST(styles_are_interned)
{
	struct styles t;
	styles_init(&t, (struct style){ .fg = 1 });
	CHECK(styles_id(&t, (struct style){ .fg = 1 }) == 0, "the base is style 0");
	for (uint32_t i = 2; i < 5000; i++)
		CHECK(styles_id(&t, (struct style){ .fg = i }) == i - 1, "style %u", i);
	CHECK(styles_id(&t, (struct style){ .fg = 70 }) == 69 && styles_at(&t, 69)->fg == 70,
		"found again");
	CHECK(styles_at(&t, 60000)->fg == 1, "an id out of range is the base");
	styles_fini(&t);
}
