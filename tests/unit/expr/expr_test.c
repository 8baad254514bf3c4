#include <stdlib.h>
#include <string.h>

#include "ember/base/arena.h"
#include "ember/expr/expr.h"
#include "lib/test.h"

/* A leaf answers with its variable and notes that it was asked. */
struct leaf {
	char name;
	bool value;
};
struct asked {
	char names[64];
	size_t n;
};

static bool leaf_eval(struct expr_run *run, const struct expr_step *step)
{
	const struct leaf *l = step->arg;
	struct asked *a = run->own;
	if (a->n < sizeof(a->names) - 1)
		a->names[a->n++] = l->name;
	return l->value;
}
static bool prune_eval(struct expr_run *run, const struct expr_step *step)
{
	run->prune = true;
	return leaf_eval(run, step);
}
static bool quit_eval(struct expr_run *run, const struct expr_step *step)
{
	run->quit = true;
	return leaf_eval(run, step);
}

static const struct expr_row cheap = { "cheap", EXPR_COST_NAME, 0, 0, leaf_eval };
static const struct expr_row dear = { "dear", EXPR_COST_STAT, EXPR_NEED_STAT, EXPR_REPORTS, leaf_eval };
static const struct expr_row act = { "act", EXPR_COST_RUN, 0, EXPR_ACTS, leaf_eval };
static const struct expr_row prune = { "prune", EXPR_COST_NAME, 0, EXPR_STEERS, prune_eval };
static const struct expr_row quit = { "quit", EXPR_COST_NAME, 0, EXPR_STEERS, quit_eval };

/*
 * Postfix: small letters are leaves (a to m cheap, n to r dear, s to v acts, w prune, x quit), true
 * when their letter stands in `yes`; & | ! , are operators.
 */
static bool judge(const char *postfix, const char *yes, struct asked *asked, struct expr_run *run, struct expr *e)
{
	static struct leaf leaves[26];
	struct arena a = { 0 };
	struct expr_builder b = { 0 };
	for (const char *c = postfix; *c; c++) {
		if (*c >= 'a' && *c <= 'z') {
			struct leaf *l = &leaves[*c - 'a'];
			*l = (struct leaf){ *c, strchr(yes, *c) != NULL };
			expr_leaf(&b, *c <= 'm' ? &cheap : *c <= 'r' ? &dear : *c <= 'v' ? &act : *c == 'w' ? &prune : &quit, l);
		} else {
			expr_operator(&b, *c == '&' ? EXPR_AND : *c == '|' ? EXPR_OR : *c == '!' ? EXPR_NOT : EXPR_COMMA);
		}
	}
	expr_finish(e, &a, &b);
	*asked = (struct asked){ 0 };
	*run = (struct expr_run){ .own = asked };
	bool got = expr_judge(e, run);
	arena_fini(&a);
	return got;
}

TEST(expr_short_circuits)
{
	static const struct { const char *postfix, *yes, *asked; bool want; } rows[] = {
		{ "", "", "", true }, { "a", "", "a", false }, { "a", "a", "a", true }, { "a!", "", "a", true },
		{ "ab&", "a", "ab", false }, { "ab&", "b", "a", false }, { "ab&", "ab", "ab", true },
		{ "ab|", "a", "a", true }, { "ab|", "b", "ab", true }, { "ab,", "a", "ab", false },
		{ "ab,", "b", "ab", true }, { "ab|!", "", "ab", true }, { "ab&c|", "c", "ac", true },
		{ "abc|&", "ac", "abc", true }, { "abc|&", "bc", "a", false }, { "ab&!cd|&", "ad", "abcd", true },
		{ "ab|cd|&", "bd", "abcd", true }, { "a!!", "a", "a", true }, { "ab,c|", "", "abc", false },
		{ "ab,c&", "b", "abc", false }, { "ab", "ab", "ab", true }, { "abc", "ab", "abc", false },
	};
	for (size_t i = 0; i < COUNTOF(rows); i++) {
		struct asked asked;
		struct expr_run run;
		struct expr e;
		bool got = judge(rows[i].postfix, rows[i].yes, &asked, &run, &e);
		CHECK(got == rows[i].want && strcmp(asked.names, rows[i].asked) == 0, "row %zu '%s': %d after '%s'", i,
			rows[i].postfix, got, asked.names);
	}
}

TEST(expr_asks_cheap_neighbours_first)
{
	static const struct { const char *postfix, *yes, *asked; } rows[] = {
		{ "na&", "na", "an" },        /* a name before a stat */
		{ "na&", "n", "a" },
		{ "no&", "no", "no" },        /* two that may report keep their order */
		{ "nob&&", "nob", "nbo" },    /* only leaves of one chain: the inner pair is another */
		{ "no&b&", "nob", "bno" },
		{ "ns&a&", "nsa", "nsa" },    /* never across an action */
		{ "nw&a&", "nwa", "nwa" },    /* nor across -prune */
		{ "na|", "", "na" },          /* nor in `or` */
		{ "n!a&", "a", "na" },        /* a negation stays where it is */
		{ "na&b&o&c&", "naboc", "abcno" },
		{ "sn&a&", "sna", "san" },
	};
	for (size_t i = 0; i < COUNTOF(rows); i++) {
		struct asked asked;
		struct expr_run run;
		struct expr e;
		judge(rows[i].postfix, rows[i].yes, &asked, &run, &e);
		CHECK(strcmp(asked.names, rows[i].asked) == 0, "row %zu '%s': asked '%s', want '%s'", i, rows[i].postfix,
			asked.names, rows[i].asked);
	}
}

TEST(expr_prune_and_quit)
{
	struct asked asked;
	struct expr_run run;
	struct expr e;
	judge("aw&b|", "a", &asked, &run, &e);
	CHECK(run.prune && !run.quit, "pruned");
	judge("aw&b|", "b", &asked, &run, &e);
	CHECK(!run.prune, "prune was not reached");
	judge("ax&b&", "axb", &asked, &run, &e);
	CHECK(run.quit && strcmp(asked.names, "ax") == 0, "nothing after quit: '%s'", asked.names);
	CHECK(e.flags & EXPR_STEERS, "flags of all steps");
	judge("an&", "", &asked, &run, &e);
	CHECK(e.needs == EXPR_NEED_STAT && e.n == 2, "needs %u, %u steps", e.needs, e.n);
}

/* An interpreter of the tree, by recursion, for random expressions of cheap and acting leaves. */

static size_t start_of(const char *postfix, size_t end)
{
	size_t need = 1;
	while (need) {
		char c = postfix[--end];
		need += c == '!' ? 0 : c == '&' || c == '|' || c == ',' ? 1 : (size_t)-1;
	}
	return end;
}

static bool tree(const char *postfix, size_t from, size_t end, const char *yes, struct asked *asked)
{
	char c = postfix[end - 1];
	if (c >= 'a' && c <= 'z') {
		asked->names[asked->n++] = c;
		return strchr(yes, c) != NULL;
	}
	if (c == '!')
		return !tree(postfix, from, end - 1, yes, asked);
	size_t right = start_of(postfix, end - 1);
	bool left = tree(postfix, from, right, yes, asked);
	if ((c == '&' && !left) || (c == '|' && left))
		return left;
	return tree(postfix, right, end - 1, yes, asked);
}

TEST(expr_equals_the_tree)
{
	uint32_t seed = 7;
	for (int round = 0; round < 20000; round++) {
		char postfix[64], yes[27] = "";
		size_t n = 0, waiting = 0, y = 0;
		for (char c = 's'; c <= 'v'; c++) /* acting leaves: no reordering */
			if ((seed = seed * 1664525u + 1013904223u) >> 31)
				yes[y++] = c;
		yes[y] = '\0';
		while (n < 40 && !(n > 3 && waiting == 1 && (seed >> 20) % 5 == 0)) {
			seed = seed * 1664525u + 1013904223u;
			uint32_t k = (seed >> 16) % 8;
			if (waiting >= 2 && k < 4)
				postfix[n++] = "&|,&"[k], waiting--;
			else if (waiting && k == 4)
				postfix[n++] = '!';
			else
				postfix[n++] = (char)('s' + (seed >> 8) % 4), waiting++;
		}
		while (waiting-- > 1)
			postfix[n++] = '&';
		postfix[n] = '\0';
		struct asked want = { 0 }, asked;
		struct expr_run run;
		struct expr e;
		bool value = tree(postfix, 0, n, yes, &want);
		bool got = judge(postfix, yes, &asked, &run, &e);
		CHECK(got == value && strcmp(asked.names, want.names) == 0, "'%s' yes '%s': %d '%s', want %d '%s'", postfix,
			yes, got, asked.names, value, want.names);
	}
}

TEST(expr_depth_costs_no_stack)
{
	struct arena a = { 0 };
	struct expr_builder b = { 0 };
	struct leaf l = { 'a', true };
	struct asked asked = { 0 };
	struct expr_run run = { .own = &asked };
	struct expr e;
	expr_leaf(&b, &act, &l);
	for (int i = 0; i < 1000000; i++)
		expr_operator(&b, EXPR_NOT);
	expr_finish(&e, &a, &b);
	CHECK(expr_judge(&e, &run), "a million negations");
	arena_fini(&a);
}
