#include "build.h"

TEST(kinds_are_decided_in_the_order_of_the_spec)
{
	struct build b = { 0 };
	build_add(&b, "{scopeName:'source.t', patterns:["
		      "{match:'m', begin:'x', name:'a'},"
		      "{begin:'b', end:'e', while:'w', contentName:'c'},"
		      "{begin:'b2', end:'e2', while:'', name:''},"
		      "{match:'', patterns:[{match:'in'}]},"
		      "{begin:'b3'}]}");
	build_finish(&b);
	uint32_t root = b.results[0].root;
	CHECK_STR(build_set(&b, root), STR("m b b2 in b3"));
	CHECK(pack_rule(&b.pack, build_child(&b, root, 0))->kind == PACK_MATCH, "match wins");
	CHECK(pack_rule(&b.pack, build_child(&b, root, 1))->kind == PACK_BEGIN_WHILE, "while before end");
	CHECK(pack_rule(&b.pack, build_child(&b, root, 2))->kind == PACK_BEGIN_END, "an empty while is none");
	CHECK(pack_rule(&b.pack, build_child(&b, root, 2))->name == 0, "an empty name pushes nothing");
	CHECK_STR(build_template(&b, pack_rule(&b.pack, build_child(&b, root, 0))->name), STR("a"));
	CHECK_STR(build_template(&b, pack_rule(&b.pack, build_child(&b, root, 1))->content), STR("c"));
	CHECK_STR(build_template(&b, pack_rule(&b.pack, root)->name), STR("source.t"));
	struct str end = pack_text(&b.pack, pack_regex(&b.pack, pack_rule(&b.pack, build_child(&b, root, 4))->end)->text);
	CHECK_STR(end, STR("\xef\xbf\xbf")); /* a missing end never matches */
	build_fini(&b);
}

TEST(includes_are_followed_and_flattened)
{
	struct build b = { 0 };
	build_add(&b, "{scopeName:'source.a', patterns:[{include:'#x'},{include:'source.b'},{include:'source.b#y'},"
		      "{include:'#x'},{include:'#none'},{include:'source.none'},{include:'$self'}],"
		      "repository:{x:{patterns:[{match:'1'},{include:'#x'},{match:'2'}]}}}");
	build_add(&b, "{scopeName:'source.b', patterns:[{match:'b'},{include:'$base'}], repository:{y:{match:'y'}}}");
	build_finish(&b);
	CHECK_STR(build_set(&b, b.results[0].root), STR("1 2 b y"));
	CHECK_STR(build_set(&b, b.results[1].root), STR("b"));
	build_fini(&b);
}

TEST(base_is_the_root_of_who_started)
{
	struct build b = { 0 };
	build_add(&b, "{scopeName:'source.a', patterns:[{match:'a'},{include:'source.c'}]}");
	build_add(&b, "{scopeName:'source.b', patterns:[{match:'b'},{include:'source.c'}]}");
	build_add(&b, "{scopeName:'source.c', patterns:[{begin:'c',end:'e',patterns:[{include:'$base'}]},{match:'d'}]}");
	build_finish(&b);
	uint32_t in_a = build_child(&b, b.results[0].root, 1), in_b = build_child(&b, b.results[1].root, 1);
	CHECK_STR(build_set(&b, in_a), STR("a c d"));
	CHECK_STR(build_set(&b, in_b), STR("b c d"));
	CHECK_STR(build_set(&b, build_child(&b, b.results[2].root, 0)), STR("c d"));
	CHECK(in_a != in_b, "rules that see another base are others");
	CHECK(build_child(&b, b.results[0].root, 2) == build_child(&b, b.results[1].root, 2), "those that do not are one");
	build_fini(&b);
}

TEST(names_bind_in_the_repository_that_was_reached_first)
{
	struct build b = { 0 };
	build_add(&b, "{scopeName:'source.a', patterns:[{include:'#outer'},{include:'#n'}],"
		      "repository:{outer:{patterns:[{include:'#n'},{begin:'q',end:'r',patterns:[{include:'#n'}]}],"
		      "repository:{n:{match:'inner'}}}, n:{match:'outer'}}}");
	build_finish(&b);
	CHECK_STR(build_set(&b, b.results[0].root), STR("inner q outer"));
	CHECK_STR(build_set(&b, build_child(&b, b.results[0].root, 1)), STR("inner"));
	build_fini(&b);
}

TEST(rules_that_lead_nowhere_are_dropped)
{
	struct build b = { 0 };
	build_add(&b, "{scopeName:'source.a', patterns:["
		      "{begin:'gone',end:'e',patterns:[{include:'#none'}]},"
		      "{begin:'kept',end:'e',patterns:[{include:'#none'},{match:'m'}]},"
		      "{begin:'empty',end:'e',patterns:[]},"
		      "{begin:'nested',end:'e',patterns:[{patterns:[{include:'#none'}]}]},"
		      "{match:'match'}]}");
	build_finish(&b);
	CHECK_STR(build_set(&b, b.results[0].root), STR("kept empty match"));
	build_fini(&b);
}

TEST(captures_fall_back_and_keep_their_numbers)
{
	struct build b = { 0 };
	uint32_t n;
	build_add(&b, "{scopeName:'source.a', patterns:["
		      "{begin:'b',end:'e',captures:{'2':{name:'all'}}},"
		      "{begin:'b',end:'e',captures:{'1':{name:'all'}},beginCaptures:{'1':{name:'own'}},endCaptures:{}},"
		      "{match:'m',captures:{'1':{name:'x.$1',patterns:[{match:'in'}]},'bad':{name:'no'},'5000':{name:'no'}}},"
		      "{match:'l',captures:[null,{name:'one'}]}]}");
	build_finish(&b);
	uint32_t root = b.results[0].root;
	const struct pack_rule *r = pack_rule(&b.pack, build_child(&b, root, 0));
	const struct pack_capture *c = pack_captures(&b.pack, r->captures, &n);
	CHECK(n == 3 && !c[0].used && !c[1].used && c[2].used, "holes stay");
	pack_captures(&b.pack, r->end_captures, &n);
	CHECK(n == 3, "captures count for the end too");
	r = pack_rule(&b.pack, build_child(&b, root, 1));
	c = pack_captures(&b.pack, r->captures, &n);
	CHECK_STR(build_template(&b, n == 2 ? c[1].name : 0), STR("own"));
	pack_captures(&b.pack, r->end_captures, &n);
	CHECK(n == 0, "an empty object hides captures");
	c = pack_captures(&b.pack, pack_rule(&b.pack, build_child(&b, root, 2))->captures, &n);
	CHECK(n == 2 && c[1].rule, "one capture, tokenized again");
	CHECK_STR(build_template(&b, c[1].name), STR("x.$1"));
	CHECK_STR(build_set(&b, c[1].rule), STR("in"));
	c = pack_captures(&b.pack, pack_rule(&b.pack, build_child(&b, root, 3))->captures, &n);
	CHECK(n == 2 && c[1].used, "an array's places are group numbers");
	build_fini(&b);
}

TEST(flags_follow_the_rule)
{
	struct build b = { 0 };
	build_add(&b, "{scopeName:'source.a', patterns:["
		      "{begin:'(a)\\\\1',end:'\\\\1\\\\G',applyEndPatternLast:1},"
		      "{begin:'(a)\\\\1',end:'x',applyEndPatternLast:false}]}");
	build_finish(&b);
	const struct pack_rule *r = pack_rule(&b.pack, build_child(&b, b.results[0].root, 0));
	CHECK(r->flags == PACK_RULE_END_LAST, "end last");
	CHECK(pack_regex(&b.pack, r->begin)->flags == PACK_REGEX_REFERS,
		"a begin's own back reference is the engine's");
	CHECK(pack_regex(&b.pack, r->end)->flags == (PACK_REGEX_G | PACK_REGEX_BACKREF | PACK_REGEX_REFERS),
		"the end's is ours");
	CHECK(pack_rule(&b.pack, build_child(&b, b.results[0].root, 1))->flags == 0, "false is not last");
	build_fini(&b);
}

TEST(injections_are_collected_and_sorted)
{
	struct build b = { 0 };
	uint32_t n;
	build_add(&b, "{scopeName:'source.a.b', patterns:[{match:'m'}],"
		      "injections:{'R:r, n':{patterns:[{match:'own'}]}, 'x':{match:'direct'}}}");
	build_add(&b, "{scopeName:'inject.one', injectionSelector:'L:source', injectTo:['source.a.b'], patterns:[{match:'1'},{include:'$base'}]}");
	build_add(&b, "{scopeName:'inject.two', injectionSelector:'L:source', injectTo:['source'], patterns:[{match:'2'}]}");
	build_add(&b, "{scopeName:'inject.other', injectionSelector:'L:source', injectTo:['source.a.bc'], patterns:[{match:'3'}]}");
	build_finish(&b);
	const struct pack_injection *in = pack_injections(&b.pack, b.results[0].injections, &n);
	static const char *const sets[] = { "2", "1", "own", "direct", "own" };
	static const int priority[] = { -1, -1, 0, 0, 1 };
	CHECK(n == COUNTOF(sets), "%u injections", n);
	for (uint32_t i = 0; i < n && i < COUNTOF(sets); i++) {
		CHECK(in[i].priority == priority[i], "%u: priority %d", i, in[i].priority);
		CHECK_STR(build_set(&b, in[i].rule), str_from(sets[i]));
	}
	pack_injections(&b.pack, b.results[1].injections, &n);
	CHECK(n == 0, "an injection has none itself");
	build_fini(&b);
}

TEST(a_rule_may_hold_itself)
{
	struct build b = { 0 };
	build_add(&b, "{scopeName:'source.a', patterns:[{include:'#p'}], repository:{p:{begin:'[(]',end:'[)]',patterns:[{include:'#p'},{match:'x'},{include:'#p'}]}}}");
	build_finish(&b);
	uint32_t p = build_child(&b, b.results[0].root, 0);
	CHECK_STR(build_set(&b, p), STR("[(] x"));
	CHECK(build_child(&b, p, 0) == p, "the same rule");
	build_fini(&b);
}

TEST(include_cycles_end)
{
	struct build b = { 0 };
	build_add(&b, "{scopeName:'source.a', patterns:[{include:'#p'}], repository:{p:{patterns:[{include:'#q'},{match:'1'}]},q:{patterns:[{include:'#p'},{match:'2'},{include:'$self'}]}}}");
	build_finish(&b);
	CHECK_STR(build_set(&b, b.results[0].root), STR("2 1"));
	build_fini(&b);
}

TEST(odd_values_are_passed_over)
{
	struct build b = { 0 };
	build_add(&b, "{scopeName:'source.a', patterns:[null, 'x', 3, [], {include:7}, {match:5}, {match:'ok'}, {begin:null,end:'e'}], repository:[1]}");
	build_finish(&b);
	CHECK_STR(build_set(&b, b.results[0].root), STR("ok "));
	struct grammar_source none = { 0 };
	CHECK(!grammars_add(&b.set, &none), "a grammar without a scope");
	CHECK(!grammars_add(&b.set, &b.set.all.p[0]), "a scope twice");
	build_fini(&b);
}
