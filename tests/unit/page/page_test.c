/* page: the pager's model: moving, counts, files, options, the status line. No terminal. */
#include "ember/page/page.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lib/page_rig.h"
#include "lib/test.h"

#define META(c) ((c) | KEYS_META)
#define CTRL(c) ((uint32_t)(c) & 31)

/* "1\n2\n...n\n", each line its number */
static struct str numbered(unsigned n)
{
	static struct buf b;
	buf_clear(&b);
	for (unsigned i = 1; i <= n; i++)
		buf_printf(&b, "%u\n", i);
	return buf_view(&b);
}


/* The rig must stay where it is once opened. */
#define OPEN(r, lines, rows)                                    \
	struct rig r = { 0 };                                   \
	rig_doc(&r, STR("file"), numbered(lines));              \
	r.conf.layout.wrap = DOC_WRAP_CHARACTER;                \
	rig_open(&r, rows, 40)

TEST(first_screen)
{
	OPEN(r, 100, 5);
	CHECK_STR(rig_screen(&r), STR("1\n2\n3\n4\nfile  lines 1-4/100  2%"));
	rig_close(&r);
}

TEST(short_and_empty)
{
	OPEN(r, 2, 5);
	CHECK_STR(rig_screen(&r), STR("1\n2\n~\n~\nfile  lines 1-2/2  100%  (END)"));
	rig_close(&r);
	OPEN(e, 0, 3);
	CHECK_STR(rig_screen(&e), STR("~\n~\nfile  (empty)  (END)"));
	rig_keys(&e, "jkGg/x\r nN");
	rig_close(&e);
}

/* Where each key leads from the middle: window of 10, top at line 50 of 100. */
TEST(keys_move)
{
	static const struct {
		const char *count;
		uint32_t key;
		const char *top;
	} rows[] = {
		{ "", 'j', "51" }, { "", 'e', "51" }, { "", CTRL('E'), "51" }, { "", CTRL('N'), "51" },
		{ "", '\r', "51" }, { "", KEYS_DOWN, "51" }, { "7", 'j', "57" },
		{ "", 'k', "49" }, { "", 'y', "49" }, { "", CTRL('Y'), "49" }, { "", CTRL('P'), "49" },
		{ "", CTRL('K'), "49" }, { "", KEYS_UP, "49" }, { "5", 'k', "45" },
		{ "", ' ', "60" }, { "", 'f', "60" }, { "", CTRL('F'), "60" }, { "", CTRL('V'), "60" },
		{ "", 'z', "60" }, { "", KEYS_PAGE_DOWN, "60" }, { "3", ' ', "53" }, { "4", 'z', "54" },
		{ "", 'b', "40" }, { "", CTRL('B'), "40" }, { "", 'w', "40" }, { "", KEYS_PAGE_UP, "40" },
		{ "", META('v'), "40" }, { "2", 'b', "48" },
		{ "", 'd', "55" }, { "", CTRL('D'), "55" }, { "3", 'd', "53" },
		{ "", 'u', "45" }, { "", CTRL('U'), "45" }, { "3", 'u', "47" },
		{ "", 'g', "1" }, { "", '<', "1" }, { "", META('<'), "1" }, { "", KEYS_HOME, "1" },
		{ "33", 'g', "33" }, { "33", 'G', "33" }, { "33", '>', "33" },
		{ "", 'G', "91" }, { "", '>', "91" }, { "", META('>'), "91" }, { "", KEYS_END, "91" },
		{ "0", '%', "1" }, { "0", 'p', "1" }, { "100", '%', "91" }, { "999", '%', "91" },
		{ "", KEYS_WHEEL_DOWN, "53" }, { "", KEYS_WHEEL_UP, "47" },
		{ "1000", 'j', "91" }, { "1000", 'k', "1" }, { "99", 'G', "99" },
	};
	OPEN(r, 100, 11);
	for (size_t i = 0; i < COUNTOF(rows); i++) {
		rig_keys(&r, "50g");
		CHECK_STR(rig_row(&r, 0), STR("50"));
		rig_keys(&r, rows[i].count);
		rig_key(&r, rows[i].key);
		CHECK(str_eqc(rig_row(&r, 0), rows[i].top), "row %zu: top %.*s, want %s", i,
			STR_ARG(rig_row(&r, 0)), rows[i].top);
		/* z, d and u keep their number: begin anew */
		rig_close(&r);
		rig_doc(&r, STR("file"), numbered(100));
		rig_open(&r, 11, 40);
	}
	rig_close(&r);
}

TEST(kept_sizes)
{
	OPEN(r, 100, 11);
	rig_keys(&r, "3dd");
	CHECK_STR(rig_row(&r, 0), STR("7"));
	rig_keys(&r, "u");
	CHECK_STR(rig_row(&r, 0), STR("4"));
	rig_keys(&r, "6z ");
	CHECK_STR(rig_row(&r, 0), STR("16"));
	rig_keys(&r, "b");
	CHECK_STR(rig_row(&r, 0), STR("10"));
	rig_close(&r);
}

/* ESC and a key typed apart are the key with Alt. */
TEST(escape_is_alt)
{
	OPEN(r, 100, 11);
	rig_keys(&r, "50g\033v");
	CHECK_STR(rig_row(&r, 0), STR("40"));
	rig_keys(&r, "\033>");
	CHECK_STR(rig_row(&r, 0), STR("91"));
	rig_close(&r);
}

TEST(ends_ring)
{
	OPEN(r, 100, 11);
	r.wishes = 0;
	rig_keys(&r, "j");
	CHECK(!(r.wishes & PAGE_BELL), "moved");
	rig_keys(&r, "k");
	CHECK(!(r.wishes & PAGE_BELL), "moved back");
	rig_keys(&r, "k");
	CHECK(r.wishes & PAGE_BELL, "no bell at the top");
	rig_keys(&r, "G");
	r.wishes = 0;
	rig_keys(&r, " ");
	CHECK(r.wishes & PAGE_BELL && !(r.wishes & PAGE_QUIT), "no bell at the end");
	CHECK_STR(rig_row(&r, 0), STR("91"));
	rig_close(&r);
}

TEST(quit_at_end)
{
	struct rig r = { 0 };
	rig_doc(&r, STR("file"), numbered(20));
	r.conf.quit_at_eof = true;
	rig_open(&r, 11, 40);
	rig_keys(&r, " ");
	CHECK(!(r.wishes & PAGE_QUIT), "only half way");
	rig_keys(&r, " ");
	CHECK(r.wishes & PAGE_QUIT, "not left");
	rig_close(&r);
}

TEST(ways_to_leave)
{
	static const char *const rows[] = { "q", "Q", ":q", ":Q", "ZZ", "12q" };
	OPEN(r, 5, 5);
	for (size_t i = 0; i < COUNTOF(rows); i++) {
		r.wishes = 0;
		rig_keys(&r, rows[i]);
		CHECK(r.wishes & PAGE_QUIT, "row %zu", i);
	}
	r.wishes = 0;
	rig_keys(&r, "Zq");
	CHECK(!(r.wishes & PAGE_QUIT), "Zq left");
	rig_close(&r);
}

TEST(status_line)
{
	OPEN(r, 100, 11);
	CHECK_STR(rig_status(&r), STR("file  lines 1-10/100  7%"));
	rig_keys(&r, "G");
	CHECK_STR(rig_status(&r), STR("file  lines 91-100/100  100%  (END)"));
	rig_keys(&r, "12");
	CHECK_STR(rig_status(&r), STR(":12"));
	CHECK(r.frame.prompt && r.frame.cursor == 3, "cursor %u", r.frame.cursor);
	rig_key(&r, 127);
	CHECK_STR(rig_status(&r), STR(":1"));
	rig_keys(&r, "g=");
	CHECK_STR(rig_status(&r), STR("file  line 1 of 100  292 bytes"));
	rig_keys(&r, "x");
	CHECK_STR(rig_status(&r), STR("x is no key here (h: help)"));
	rig_keys(&r, "j");
	CHECK_STR(rig_status(&r), STR("file  lines 2-11/100  8%"));
	rig_close(&r);
}

/* A line longer than the screen: rows move one by one, the top byte stays when the width changes. */
TEST(wrapped_lines)
{
	struct rig r = { 0 };
	rig_doc(&r, STR("f"), STR("abcdefghijklmnopqrstuvwxyz\nsecond\nthird\nfourth\n"));
	r.conf.layout.wrap = DOC_WRAP_CHARACTER;
	rig_open(&r, 4, 10);
	CHECK_STR(rig_row(&r, 0), STR("abcdefghij"));
	CHECK_STR(rig_row(&r, 2), STR("uvwxyz"));
	rig_keys(&r, "j");
	CHECK_STR(rig_row(&r, 0), STR("klmnopqrst"));
	page_resize(r.page, 4, 5);
	rig_run(&r);
	CHECK_STR(rig_row(&r, 0), STR("klmno"));
	page_resize(r.page, 4, 7);
	rig_run(&r);
	CHECK_STR(rig_row(&r, 0), STR("hijklmn"));
	page_resize(r.page, 4, 40);
	rig_run(&r);
	CHECK_STR(rig_row(&r, 0), STR("abcdefghijklmnopqrstuvwxyz"));
	rig_keys(&r, "G");
	CHECK_STR(rig_row(&r, 0), STR("second"));
	rig_close(&r);
}

TEST(chopped_lines_and_sides)
{
	struct rig r = { 0 };
	rig_doc(&r, STR("f"), STR("abcdefghijklmnopqrstuvwxyz\nx\n"));
	r.conf.layout.wrap = DOC_CHOP;
	rig_open(&r, 4, 10);
	CHECK_STR(rig_row(&r, 0), STR("abcdefghij"));
	rig_key(&r, KEYS_RIGHT);
	CHECK_STR(rig_row(&r, 0), STR("fghijklmno"));
	rig_keys(&r, "3");
	rig_key(&r, KEYS_RIGHT);
	CHECK_STR(rig_row(&r, 0), STR("ijklmnopqr"));
	rig_key(&r, META('('));
	CHECK_STR(rig_row(&r, 0), STR("fghijklmno"));
	rig_key(&r, META('}'));
	CHECK_STR(rig_row(&r, 0), STR("qrstuvwxyz"));
	rig_key(&r, META('{'));
	CHECK_STR(rig_row(&r, 0), STR("abcdefghij"));
	rig_keys(&r, "-S");
	CHECK_STR(rig_row(&r, 1), STR("klmnopqrst"));
	CHECK(str_starts(rig_status(&r), STR("lines are")), "%.*s", STR_ARG(rig_status(&r)));
	rig_keys(&r, "-S-S");
	CHECK_STR(rig_row(&r, 1), STR("x"));
	rig_close(&r);
}

/* The top byte stays on top when lines change between wrapped and cut off. */
TEST(wrap_keeps_the_place)
{
	OPEN(r, 100, 11);
	rig_keys(&r, "50g-S-S");
	CHECK_STR(rig_row(&r, 0), STR("50"));
	rig_keys(&r, "-N");
	CHECK_STR(rig_row(&r, 0), STR("  50 50"));
	CHECK_STR(rig_status(&r), STR("line numbers on"));
	rig_keys(&r, "L");
	CHECK_STR(rig_row(&r, 0), STR("50"));
	rig_keys(&r, "_N");
	CHECK_STR(rig_status(&r), STR("line numbers off"));
	rig_close(&r);
}

TEST(marks)
{
	OPEN(r, 100, 11);
	rig_keys(&r, "20gma70g'a");
	CHECK_STR(rig_row(&r, 0), STR("20"));
	rig_keys(&r, "''");
	CHECK_STR(rig_row(&r, 0), STR("70"));
	rig_keys(&r, "Mb1g'b");
	CHECK_STR(rig_row(&r, 0), STR("79"));
	rig_keys(&r, "'^");
	CHECK_STR(rig_row(&r, 0), STR("1"));
	rig_keys(&r, "'$");
	CHECK_STR(rig_row(&r, 0), STR("91"));
	rig_keys(&r, "\030\030a");
	CHECK_STR(rig_row(&r, 0), STR("20"));
	rig_keys(&r, "\033ma'a");
	CHECK_STR(rig_status(&r), STR("that place has no name"));
	rig_keys(&r, "m1");
	CHECK_STR(rig_status(&r), STR("places are named by letters"));
	rig_close(&r);
}

TEST(files)
{
	struct rig r = { 0 };
	rig_doc(&r, STR("one"), numbered(50));
	rig_doc(&r, STR("two"), STR("second\n"));
	rig_doc(&r, STR("three"), STR("third\n"));
	rig_open(&r, 5, 60);
	rig_keys(&r, "10g");
	CHECK_STR(rig_status(&r), STR("one  lines 10-13/50  21%  [file 1 of 3]"));
	rig_keys(&r, ":n");
	CHECK_STR(rig_row(&r, 0), STR("second"));
	CHECK_STR(rig_status(&r), STR("two  lines 1-1/1  100%  [file 2 of 3]  (END)  SPACE: next"));
	rig_keys(&r, "jdz5 ");
	CHECK_STR(rig_row(&r, 0), STR("second"));
	rig_keys(&r, " ");
	CHECK_STR(rig_row(&r, 0), STR("third"));
	CHECK_STR(rig_status(&r), STR("three  lines 1-1/1  100%  [file 3 of 3]  (END)"));
	rig_keys(&r, " ");
	CHECK_STR(rig_row(&r, 0), STR("third"));
	rig_keys(&r, ":p");
	rig_keys(&r, ":n:n");
	CHECK_STR(rig_status(&r), STR("this is the last file"));
	rig_keys(&r, "2:p");
	CHECK_STR(rig_row(&r, 0), STR("10"));
	rig_keys(&r, ":p");
	CHECK_STR(rig_status(&r), STR("this is the first file"));
	rig_keys(&r, "3:x");
	CHECK_STR(rig_row(&r, 0), STR("third"));
	rig_keys(&r, "ma:x'a");
	CHECK_STR(rig_row(&r, 0), STR("third"));
	rig_close(&r);
}

TEST(help_and_back)
{
	OPEN(r, 100, 11);
	rig_keys(&r, "30gh");
	CHECK(str_find(rig_screen(&r), STR("KEYS OF THE PAGER")) != STR_NONE, "no help");
	rig_keys(&r, " G");
	r.wishes = 0;
	rig_keys(&r, "q");
	CHECK(!(r.wishes & PAGE_QUIT), "left altogether");
	CHECK_STR(rig_row(&r, 0), STR("30"));
	rig_keys(&r, "q");
	CHECK(r.wishes & PAGE_QUIT, "q stays");
	rig_close(&r);
}

TEST(jump_row)
{
	OPEN(r, 100, 11);
	rig_keys(&r, "-j4\r50g");
	CHECK_STR(rig_row(&r, 0), STR("47"));
	CHECK_STR(rig_row(&r, 3), STR("50"));
	rig_keys(&r, "-jx\r");
	CHECK_STR(rig_status(&r), STR("-j needs a number"));
	rig_keys(&r, "/77\r");
	CHECK_STR(rig_row(&r, 3), STR("77"));
	rig_close(&r);
}

TEST(first_command)
{
	static const struct {
		const char *first, *top;
	} rows[] = { { "40", "40" }, { "40g", "40" }, { "G", "91" }, { "/77", "77" }, { "/\xc3\xa9|33", "33" }, { "", "1" }, { "50%", "52" } };
	for (size_t i = 0; i < COUNTOF(rows); i++) {
		struct rig r = { 0 };
		rig_doc(&r, STR("file"), numbered(100));
		r.conf.first = str_from(rows[i].first);
		rig_open(&r, 11, 40);
		CHECK(str_eqc(rig_row(&r, 0), rows[i].top), "+%s: %.*s", rows[i].first, STR_ARG(rig_row(&r, 0)));
		rig_close(&r);
	}
}

/* A pipe that has not said all: what is there is shown, the rest comes when it comes. */
TEST(growing_input)
{
	struct rig r = { 0 };
	text_doc_init(&r.texts[0], STR("1\n2\npart"));
	r.docs[0] = text_doc(&r.texts[0], STR("-"));
	r.conf.docs = r.docs;
	r.conf.n_docs = 1;
	rig_open(&r, 6, 40);
	CHECK(r.state == DOC_WAIT, "state %d", (int)r.state);
	CHECK_STR(rig_screen(&r), STR("1\n2\npart\n~\n~\n-  lines 1-3/?"));
	text_doc_add(&r.texts[0], STR("ial\n4\n5\n6\n7\n"));
	rig_run(&r);
	CHECK_STR(rig_screen(&r), STR("1\n2\npartial\n4\n5\n-  lines 1-5/?"));
	CHECK(r.state == DOC_END, "the screen is full: nothing is waited for");
	/* a move beyond what is known goes on when more comes */
	rig_keys(&r, "4j");
	CHECK(r.state == DOC_WAIT, "state %d", (int)r.state);
	CHECK_STR(rig_row(&r, 0), STR("partial"));
	text_doc_add(&r.texts[0], STR("8\n9\n10\n11\n"));
	rig_run(&r);
	CHECK_STR(rig_row(&r, 0), STR("5"));
	rig_keys(&r, "G");
	CHECK(r.state == DOC_WAIT && page_busy(r.page), "G waits for the end");
	page_interrupt(r.page);
	CHECK_STR(rig_status(&r), STR("interrupted"));
	CHECK(!page_busy(r.page), "still busy");
	text_doc_end(&r.texts[0]);
	rig_keys(&r, "G");
	CHECK_STR(rig_status(&r), STR("-  lines 7-11/11  100%  (END)"));
	rig_close(&r);
}

/* A document with a worker of its own: what it found out is taken in by a fetch, wanted or not. */
struct waking {
	struct text_doc text; /* first: the other operations are its own */
	struct doc_ops ops;
	const struct doc_ops *plain;
	bool awaited;
	unsigned taken;
};

static int waking_wake(void *ctx)
{
	const struct waking *w = ctx;
	return w->awaited ? 99 : -1;
}

static enum doc_state waking_fetch(void *ctx, size_t want)
{
	struct waking *w = ctx;
	w->taken += w->awaited;
	return w->plain->fetch(ctx, want);
}

TEST(waking)
{
	struct rig r = { 0 };
	struct waking w = { .awaited = true };
	int fds[2] = { -1, -1 };
	text_doc_init(&w.text, numbered(1000));
	w.text.share = 64;
	r.docs[0] = text_doc(&w.text, STR("-"));
	w.plain = r.docs[0].ops;
	w.ops = *w.plain;
	w.ops.wake = waking_wake;
	w.ops.fetch = waking_fetch;
	w.ops.fd = NULL;
	r.docs[0].ops = &w.ops;
	r.conf.docs = r.docs;
	r.conf.n_docs = 1;
	rig_open(&r, 6, 40);
	CHECK(r.state == DOC_END && page_fds(r.page, r.state, fds) == 1 && fds[0] == 99, "the full screen waits too");
	const unsigned before = w.taken;
	rig_run(&r);
	CHECK(w.taken > before && w.taken < before + 3, "taken in at once: %u, then %u", before, w.taken);
	w.awaited = false;
	rig_run(&r);
	CHECK(page_fds(r.page, r.state, fds) == 0, "then nothing is waited for");
	page_free(r.page);
	text_doc_fini(&w.text);
	buf_fini(&r.screen);
}

/* P2: no more is read than the screen and one line, whatever the pipe offers. */
TEST(back_pressure)
{
	struct rig r = { 0 };
	struct buf b = { 0 };
	for (int i = 0; i < 100000; i++)
		buf_text(&b, "y\n");
	text_doc_init(&r.texts[0], buf_view(&b));
	r.texts[0].share = 64;
	r.docs[0] = text_doc(&r.texts[0], STR("-"));
	r.conf.docs = r.docs;
	r.conf.n_docs = 1;
	rig_open(&r, 24, 80);
	CHECK(r.state == DOC_END, "state %d", (int)r.state);
	CHECK(r.texts[0].taken <= 128, "%zu bytes read", r.texts[0].taken);
	rig_keys(&r, " ");
	CHECK(r.texts[0].taken <= 192, "%zu bytes read", r.texts[0].taken);
	rig_keys(&r, "1000j");
	CHECK(r.texts[0].taken <= 2300, "%zu bytes read", r.texts[0].taken);
	buf_fini(&b);
	rig_close(&r);
}

TEST(follow)
{
	struct rig r = { 0 };
	text_doc_init(&r.texts[0], numbered(20));
	r.docs[0] = text_doc(&r.texts[0], STR("-"));
	r.conf.docs = r.docs;
	r.conf.n_docs = 1;
	rig_open(&r, 6, 40);
	rig_keys(&r, "F");
	CHECK(r.state == DOC_WAIT, "state %d", (int)r.state);
	CHECK_STR(rig_row(&r, 4), STR("20"));
	CHECK(str_starts(rig_status(&r), STR("waiting for more")), "%.*s", STR_ARG(rig_status(&r)));
	text_doc_add(&r.texts[0], STR("21\n22\n"));
	rig_run(&r);
	CHECK_STR(rig_row(&r, 4), STR("22"));
	r.wishes = 0;
	rig_keys(&r, "q");
	CHECK(!(r.wishes & PAGE_QUIT), "q ends following only");
	rig_keys(&r, "k");
	CHECK_STR(rig_row(&r, 4), STR("21"));
	rig_close(&r);
}

TEST(interrupt_may_leave)
{
	struct rig r = { 0 };
	rig_doc(&r, STR("file"), numbered(5));
	r.conf.quit_on_intr = true;
	rig_open(&r, 5, 40);
	CHECK(page_interrupt(r.page) & PAGE_QUIT, "-K");
	rig_keys(&r, "/ab");
	CHECK(!(page_interrupt(r.page) & PAGE_QUIT), "a prompt is only given up");
	rig_close(&r);
}

TEST(smallest_screens)
{
	for (unsigned rows = 0; rows < 4; rows++)
		for (unsigned cols = 0; cols < 3; cols++) {
			struct rig r = { 0 };
			rig_doc(&r, STR("file"), STR("wide \xe4\xb8\xad\xe6\x96\x87\n\tx\n"));
			r.conf.layout.wrap = cols % 2 ? DOC_CHOP : DOC_WRAP_CHARACTER;
			rig_open(&r, rows, cols);
			rig_keys(&r, "jjkG/x\rg-N-Sh q50%");
			rig_screen(&r);
			CHECK(r.frame.n == (rows > 1 ? rows - 1 : 0), "%u x %u: %zu", rows, cols, r.frame.n);
			rig_close(&r);
		}
}

TEST(less_letters)
{
	static const struct {
		const char *value;
		bool one_screen, no_alt, chop, numbers;
		unsigned jump, side, tabs;
		const char *first;
	} rows[] = {
		{ "FRX", true, true, false, false, 0, 0, 0, "" },
		{ "-F -R -S", true, false, true, false, 0, 0, 0, "" },
		{ "FRSXMK", true, true, true, false, 0, 0, 0, "" },
		{ "-j5 -N -#8", false, false, false, true, 5, 8, 0, "" },
		{ "x4$S", false, false, true, false, 0, 0, 4, "" },
		{ "-PFXprompt %f$N", false, false, false, true, 0, 0, 0, "" },
		{ "--quit-if-one-screen --no-init", true, true, false, false, 0, 0, 0, "" },
		{ "--some-new-thing=FX F", true, false, false, false, 0, 0, 0, "" },
		{ "-+F S", false, false, true, false, 0, 0, 0, "" },
		{ "+G$F", true, false, false, false, 0, 0, 0, "G" },
		{ "x4,8,12F", true, false, false, false, 0, 0, 4, "" },
		{ "-ix8RmPm Manual page ls(1) ?ltline %lt?L/%L.:byte %bB?s/%s..?e (END):?pB %pB\\%.. "
		  "(press h for help or q to quit)$PM Manual page ls(1) F$R",
			false, false, false, false, 0, 0, 8, "" },
		{ "", false, false, false, false, 0, 0, 0, "" },
	};
	for (size_t i = 0; i < COUNTOF(rows); i++) {
		struct page_conf conf = { 0 };
		struct page_less less = { 0 };
		conf.layout.wrap = DOC_WRAP_CHARACTER;
		page_less(str_from(rows[i].value), &conf, &less);
		CHECK(less.quit_if_one_screen == rows[i].one_screen, "row %zu: F", i);
		CHECK(less.no_alt_screen == rows[i].no_alt, "row %zu: X", i);
		CHECK(less.chop == rows[i].chop && (conf.layout.wrap == DOC_CHOP) == rows[i].chop, "row %zu: S", i);
		CHECK(less.numbers == rows[i].numbers, "row %zu: N", i);
		CHECK(conf.jump == rows[i].jump && conf.side_cols == rows[i].side, "row %zu: j, #", i);
		CHECK(less.tabs == rows[i].tabs, "row %zu: x", i);
		CHECK(str_eqc(conf.first, rows[i].first), "row %zu: +", i);
	}
}
