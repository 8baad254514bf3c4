/* The pager's searches, its filter and the colours of matches. */
#include "ember/page/page.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lib/page_rig.h"
#include "lib/test.h"

#define META(c) ((c) | KEYS_META)
#define CTRL(c) ((uint32_t)(c) & 31)

/* 100 lines "line N", of which each tenth says "ten" and line 55 "Fifty-five". */
static struct str lines(void)
{
	static struct buf b;
	buf_clear(&b);
	for (unsigned i = 1; i <= 100; i++)
		buf_printf(&b, "line %u%s%s\n", i, i % 10 == 0 ? " ten" : "", i == 55 ? " Fifty-five" : "");
	return buf_view(&b);
}

#define OPEN(r)                                            \
	struct rig r = { 0 };                              \
	rig_doc(&r, STR("file"), lines());                 \
	r.conf.layout.wrap = DOC_WRAP_CHARACTER;           \
	rig_open(&r, 11, 60)

/* Keys from the top, the line on top then, and (when not NULL) the status. */
TEST(where_searches_lead)
{
	static const struct {
		const char *keys, *top, *status;
	} rows[] = {
		{ "/ten\r", "line 10 ten", NULL },
		{ "/ten\rn", "line 20 ten", NULL },
		{ "/ten\rnnN", "line 20 ten", NULL },
		{ "/ten\r3n", "line 40 ten", NULL },
		{ "3/ten\r", "line 30 ten", NULL },
		{ "/ten\r/\r", "line 20 ten", NULL },
		{ "G?ten\r", "line 100 ten", NULL },
		{ "G?ten\rn", "line 90 ten", NULL },
		{ "G?ten\rnN", "line 100 ten", NULL },
		{ "50g?ten\r", "line 50 ten", NULL },
		{ "40g?ten\rn", "line 30 ten", NULL },
		{ "/line 1$\r", "line 1", NULL },
		{ "/fifty\r", "line 1", "not found: fifty" },
		{ "-i/fifty\r", "line 55 Fifty-five", NULL },
		{ "-i/fIfty\r", "line 1", "not found: fIfty" },
		{ "-I/fIFTY\r", "line 55 Fifty-five", NULL },
		{ "/Fifty\r-i", "line 55 Fifty-five", "case is ignored unless the pattern has capitals" },
		{ "/nothing\r", "line 1", "not found: nothing" },
		{ "?nothing\r", "line 1", "not found: nothing" },
		{ "/(\r", "line 1", NULL },
		{ "n", "line 1", "no pattern yet" },
		{ "50g/!ine\r", "line 50 ten", "not found: ine" },
		{ "/!ine [1-9]\\b\r", "line 10 ten", NULL },
		{ "/!ine [1-9]\\b\rn", "line 11", NULL },
		{ "/\022y-f\r", "line 55 Fifty-five", NULL },
		{ "/\022i.e\r", "line 1", "not found: i.e" },
		{ "95g/\027line 7$\r", "line 7", NULL },
		{ "95g/line 7$\r", "line 95", "not found: line 7$" },
		{ "3g?\027line 97$\r", "line 97", NULL },
		{ "/\013ten\r", "line 1", NULL },
		{ "/\013ten\rn", "line 20 ten", NULL },
		{ "/ten\rj/ten\r", "line 20 ten", NULL },
		{ "/tenx\177\r", "line 10 ten", NULL },
		{ "/ten\025line 33\r", "line 33", NULL },
		{ "/ten\r50g/\020\r", "line 50 ten", NULL },
	};
	for (size_t i = 0; i < COUNTOF(rows); i++) {
		OPEN(r);
		rig_keys(&r, rows[i].keys);
		CHECK(str_eqc(rig_row(&r, 0), rows[i].top), "row %zu: top '%.*s'", i, STR_ARG(rig_row(&r, 0)));
		if (rows[i].status)
			CHECK(str_eqc(rig_status(&r), rows[i].status), "row %zu: '%.*s'", i,
				STR_ARG(rig_status(&r)));
		rig_close(&r);
	}
}

TEST(matches_are_counted)
{
	OPEN(r);
	rig_keys(&r, "/ten\r");
	CHECK(str_find(rig_status(&r), STR("match 1/10")) != STR_NONE, "%.*s", STR_ARG(rig_status(&r)));
	rig_keys(&r, "nn");
	CHECK(str_find(rig_status(&r), STR("match 3/10")) != STR_NONE, "%.*s", STR_ARG(rig_status(&r)));
	rig_keys(&r, "N");
	CHECK(str_find(rig_status(&r), STR("match 2/10")) != STR_NONE, "%.*s", STR_ARG(rig_status(&r)));
	rig_keys(&r, "&0\rg/ten\r");
	CHECK(str_find(rig_status(&r), STR("match 1/10")) != STR_NONE, "%.*s", STR_ARG(rig_status(&r)));
	rig_keys(&r, "&50\rg/ten\r");
	CHECK(str_find(rig_status(&r), STR("match 1/1")) != STR_NONE, "%.*s", STR_ARG(rig_status(&r)));
	rig_keys(&r, "\033U");
	CHECK(str_find(rig_status(&r), STR("match")) == STR_NONE, "%.*s", STR_ARG(rig_status(&r)));
	rig_close(&r);
}

TEST(prompt_shows_and_edits)
{
	OPEN(r);
	rig_keys(&r, "/ab");
	CHECK_STR(rig_status(&r), STR("/ab"));
	CHECK(r.frame.prompt && r.frame.cursor == 3, "cursor %u", r.frame.cursor);
	rig_key(&r, KEYS_LEFT);
	rig_keys(&r, "x");
	CHECK_STR(rig_status(&r), STR("/axb"));
	CHECK(r.frame.cursor == 3, "cursor %u", r.frame.cursor);
	rig_key(&r, KEYS_HOME);
	rig_key(&r, KEYS_DELETE);
	rig_key(&r, KEYS_END);
	rig_key(&r, 0xe9);
	CHECK_STR(rig_status(&r), STR("/xb\xc3\xa9"));
	rig_keys(&r, "\b");
	CHECK_STR(rig_status(&r), STR("/xb"));
	rig_key(&r, KEYS_ESC);
	CHECK(!r.frame.prompt, "the prompt stays");
	rig_keys(&r, "/!");
	CHECK_STR(rig_status(&r), STR("not /"));
	rig_keys(&r, "\177");
	CHECK(!r.frame.prompt, "an empty prompt is left by Backspace");
	rig_keys(&r, "/one\r/two\r/");
	rig_key(&r, KEYS_UP);
	rig_key(&r, KEYS_UP);
	CHECK_STR(rig_status(&r), STR("/one"));
	rig_key(&r, KEYS_DOWN);
	CHECK_STR(rig_status(&r), STR("/two"));
	rig_close(&r);
}

TEST(long_prompt_shows_its_end)
{
	OPEN(r);
	rig_keys(&r, "/");
	for (int i = 0; i < 200; i++)
		rig_keys(&r, i % 2 ? "b" : "a");
	CHECK(rig_status(&r).n < 60 && r.frame.cursor < 60, "%zu cells, cursor %u", rig_status(&r).n,
		r.frame.cursor);
	CHECK(str_ends(rig_status(&r), STR("abab")), "%.*s", STR_ARG(rig_status(&r)));
	rig_close(&r);
}

/* Looks of a row's bytes: '.' plain, 'm' a match, 'H' the match we are at. */
static struct str looks(struct rig *r, size_t y)
{
	static char p[256];
	page_frame(r->page, &r->frame);
	const struct row *row = &r->frame.rows[y];
	size_t n = row->text.n < sizeof(p) ? row->text.n : sizeof(p), i = 0;
	for (size_t run = 0; run < row->n_runs; run++)
		for (; i < row->runs[run].end && i < n; i++) {
			struct look look = row->runs[run].look;
			p[i] = (char)(!(look.font & LOOK_REVERSE) ? '.' : look.font & LOOK_BOLD ? 'H' : 'm');
		}
	for (; i < n; i++)
		p[i] = '.';
	return (struct str){ p, n };
}

TEST(colours_of_matches)
{
	struct rig r = { 0 };
	rig_doc(&r, STR("f"), STR("ab xx ab\nxx\nab\n"));
	r.conf.layout.wrap = DOC_WRAP_CHARACTER;
	rig_open(&r, 5, 40);
	CHECK_STR(looks(&r, 0), STR("........"));
	rig_keys(&r, "/ab\r");
	CHECK_STR(looks(&r, 0), STR("HH....mm"));
	CHECK_STR(looks(&r, 2), STR("mm"));
	rig_keys(&r, "n");
	CHECK_STR(looks(&r, 0), STR("mm....HH"));
	rig_keys(&r, "n");
	CHECK_STR(looks(&r, 0), STR("HH"));
	rig_keys(&r, "N");
	CHECK_STR(looks(&r, 0), STR("mm....HH"));
	rig_keys(&r, "\033u");
	CHECK_STR(looks(&r, 0), STR("........"));
	rig_keys(&r, "\033u");
	CHECK_STR(looks(&r, 0), STR("mm....HH"));
	rig_keys(&r, "\033U");
	CHECK_STR(looks(&r, 0), STR("........"));
	rig_close(&r);
}

/* P12: a match that the wrapping cuts in two is one match, coloured in both rows. */
TEST(match_across_a_wrap)
{
	struct rig r = { 0 };
	rig_doc(&r, STR("f"), STR("first\nabcdefghNEEDLExyz\nlast\n"));
	r.conf.layout.wrap = DOC_WRAP_CHARACTER;
	rig_open(&r, 6, 10);
	rig_keys(&r, "/NEEDLE\r");
	CHECK_STR(rig_row(&r, 0), STR("abcdefghNE"));
	CHECK_STR(looks(&r, 0), STR("........HH"));
	CHECK_STR(looks(&r, 1), STR("HHHH..."));
	rig_keys(&r, "-N");
	CHECK_STR(rig_row(&r, 0), STR("   2 abcde"));
	CHECK_STR(looks(&r, 1), STR("........HH"));
	CHECK_STR(looks(&r, 2), STR(".....HHHH."));
	rig_close(&r);
}

/* Far inside one long line: the row with the match comes to the screen. */
TEST(match_in_a_long_line)
{
	struct rig r = { 0 };
	struct buf b = { 0 };
	buf_fill(&b, 'x', 5000);
	buf_text(&b, "NEEDLE");
	buf_fill(&b, 'y', 5000);
	buf_text(&b, "\nend\n");
	rig_doc(&r, STR("f"), buf_view(&b));
	r.conf.layout.wrap = DOC_WRAP_CHARACTER;
	rig_open(&r, 6, 10);
	rig_keys(&r, "/NEEDLE\r");
	CHECK_STR(rig_row(&r, 0), STR("NEEDLEyyyy"));
	CHECK_STR(looks(&r, 0), STR("HHHHHH...."));
	rig_keys(&r, "-Sg/NEEDLE\r");
	rig_close(&r);

	rig_doc(&r, STR("f"), buf_view(&b));
	r.conf.layout.wrap = DOC_CHOP;
	rig_open(&r, 6, 40);
	rig_keys(&r, "/NEEDLE\r");
	CHECK(str_find(rig_row(&r, 0), STR("NEEDLE")) != STR_NONE, "'%.*s'", STR_ARG(rig_row(&r, 0)));
	buf_fini(&b);
	rig_close(&r);
}

/* A TAB or an invisible character inside a match: what stands for it is coloured whole. */
TEST(match_over_replaced_characters)
{
	struct rig r = { 0 };
	rig_doc(&r, STR("f"), STR("ab\tcd\033ef\n"));
	r.conf.layout.wrap = DOC_WRAP_CHARACTER;
	rig_open(&r, 4, 40);
	CHECK_STR(rig_row(&r, 0), STR("ab      cd\\x1Bef"));
	rig_keys(&r, "/b\\tc\r");
	CHECK_STR(looks(&r, 0), STR(".HHHHHHHH......."));
	rig_keys(&r, "/d\\x1be\r");
	CHECK_STR(looks(&r, 0), STR(".........HHHHHH."));
	rig_close(&r);
}

TEST(filter)
{
	OPEN(r);
	rig_keys(&r, "&ten\r");
	CHECK_STR(rig_row(&r, 0), STR("line 10 ten"));
	CHECK_STR(rig_row(&r, 9), STR("line 100 ten"));
	CHECK(str_find(rig_status(&r), STR("&ten")) != STR_NONE, "%.*s", STR_ARG(rig_status(&r)));
	rig_keys(&r, "&5\r");
	CHECK_STR(rig_row(&r, 0), STR("line 15"));
	rig_keys(&r, "G");
	CHECK_STR(rig_row(&r, 9), STR("line 95"));
	rig_keys(&r, "kk");
	CHECK_STR(rig_row(&r, 9), STR("line 75"));
	rig_keys(&r, "g/line 8\r");
	CHECK_STR(rig_row(&r, 0), STR("line 85"));
	rig_keys(&r, "&!5\r");
	rig_keys(&r, "g");
	CHECK_STR(rig_row(&r, 3), STR("line 4"));
	CHECK_STR(rig_row(&r, 4), STR("line 6"));
	rig_keys(&r, "&\r");
	CHECK_STR(rig_row(&r, 4), STR("line 5"));
	rig_keys(&r, "&nothing\r");
	CHECK_STR(rig_row(&r, 0), STR("~"));
	rig_keys(&r, "jkGg q");
	rig_close(&r);
}

/* A pattern that was typed or pasted is text of others: the status line shows it, never sends it. */
TEST(hidden_characters_in_the_pattern)
{
	OPEN(r);
	rig_key(&r, '&');
	rig_key(&r, 'a');
	rig_key(&r, 0x202e);
	rig_key(&r, '\r');
	CHECK(str_find(rig_status(&r), STR("&a\\u{202E}")) != STR_NONE, "%.*s",
		STR_ARG(rig_status(&r)));
	rig_close(&r);
}

TEST(through_all_files)
{
	struct rig r = { 0 };
	rig_doc(&r, STR("one"), STR("a\nb needle\n"));
	rig_doc(&r, STR("two"), STR("c\nd\n"));
	rig_doc(&r, STR("three"), STR("e\nf needle\ng needle\n"));
	rig_open(&r, 5, 60);
	rig_keys(&r, "/needle\rn");
	CHECK_STR(rig_status(&r), STR("not found: needle"));
	CHECK_STR(rig_row(&r, 0), STR("b needle"));
	rig_keys(&r, "\033n");
	CHECK_STR(rig_row(&r, 0), STR("f needle"));
	rig_keys(&r, "n\033N\033N");
	CHECK_STR(rig_row(&r, 0), STR("b needle"));
	rig_keys(&r, "/*g needle\r");
	CHECK_STR(rig_row(&r, 0), STR("g needle"));
	rig_keys(&r, "/@needle\r");
	CHECK_STR(rig_row(&r, 0), STR("b needle"));
	rig_keys(&r, "/*nowhere\r");
	CHECK_STR(rig_row(&r, 0), STR("b needle"));
	rig_close(&r);
}

/* A search reads on in a pipe, waits for what is not there, and can be broken off. */
TEST(search_in_a_pipe)
{
	struct rig r = { 0 };
	text_doc_init(&r.texts[0], STR("1\n2\n3\n4\n5\n6\n"));
	r.docs[0] = text_doc(&r.texts[0], STR("-"));
	r.conf.docs = r.docs;
	r.conf.n_docs = 1;
	rig_open(&r, 4, 40);
	rig_keys(&r, "/needle\r");
	CHECK(r.state == DOC_WAIT && page_busy(r.page), "state %d", (int)r.state);
	text_doc_add(&r.texts[0], STR("7\n8 needle\n9\n"));
	rig_run(&r);
	CHECK(!page_busy(r.page), "busy");
	CHECK_STR(rig_row(&r, 0), STR("8 needle"));
	rig_keys(&r, "n");
	CHECK(page_busy(r.page), "waits again");
	page_interrupt(r.page);
	CHECK(!page_busy(r.page), "broken off");
	CHECK_STR(rig_row(&r, 0), STR("8 needle"));
	rig_close(&r);
}
