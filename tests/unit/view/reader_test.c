#include "ember/view/reader.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "ember/base/buf.h"
#include "ember/view/looks.h"
#include "lib/test.h"

/* A reader without languages and colours, over one file. */
struct bench {
	struct registry registry;
	struct looks_frame looks;
	struct reader_conf conf;
	struct reader *reader;
	struct doc doc;
};

static void bench_open(struct bench *b, const char *path, unsigned parts)
{
	struct err e;
	struct reader_source source = { .path = path, .first = true };
	memset(b, 0, sizeof(*b));
	(void)registry_open(&b->registry, "", 0, &e);
	b->looks = looks_frame(NULL);
	b->conf = (struct reader_conf){ .registry = &b->registry, .looks = &b->looks, .parts = parts, .tabs = 8 };
	b->reader = reader_new(&b->conf, &source, NULL);
	b->doc = reader_doc(b->reader);
}

static const struct doc_layout wide = { .cols = 40, .wrap = DOC_WRAP_CHARACTER, .numbers = true, .decorations = true };

static void rows_to(struct buf *text, const struct bench *b, size_t line, const struct doc_layout *layout)
{
	struct row rows[8];
	size_t n = b->doc.ops->rows(b->doc.ctx, line, layout, 0, 8, rows);
	CHECK(n == b->doc.ops->height(b->doc.ctx, line, layout), "line %zu: %zu rows", line, n);
	for (size_t i = 0; i < n; i++) {
		buf_str(text, rows[i].text);
		buf_char(text, '|');
	}
}

TEST(reader_gives_lines_on_demand)
{
	char *path = test_file("three", STR("one\ntwo\r\nthree"));
	struct bench b;
	struct doc_line info;
	bench_open(&b, path, DECORATE_NAME | DECORATE_NUMBERS);
	CHECK(b.doc.ops->lines(b.doc.ctx) == 0, "nothing is read before the first fetch");
	while (b.doc.ops->fetch(b.doc.ctx, 100) != DOC_END)
		;
	CHECK(b.doc.ops->lines(b.doc.ctx) == 4, "a header and three lines");
	static const struct { uint64_t number; const char *text; } lines[] = { { 0, "" }, { 1, "one" }, { 2, "two" }, { 3, "three" } };
	for (size_t i = 0; i < COUNTOF(lines); i++) {
		b.doc.ops->line(b.doc.ctx, i, &info);
		CHECK(info.number == lines[i].number, "line %zu has number %llu", i, (unsigned long long)info.number);
		CHECK_STR(b.doc.ops->text(b.doc.ctx, i), str_from(lines[i].text));
	}
	struct buf text = { 0 };
	struct doc_layout narrow = wide;
	narrow.cols = 10;
	rows_to(&text, &b, 2, &wide);
	rows_to(&text, &b, 3, &narrow);
	rows_to(&text, &b, 2, &wide);
	CHECK_STR(buf_view(&text), STR("   2 two|   3 three|   2 two|"));
	struct doc_layout bare = wide;
	bare.numbers = bare.decorations = false;
	buf_clear(&text);
	rows_to(&text, &b, 0, &bare);
	rows_to(&text, &b, 1, &bare);
	CHECK_STR(buf_view(&text), STR("one|"));
	CHECK(b.doc.ops->size(b.doc.ctx) == 14, "%llu bytes", (unsigned long long)b.doc.ops->size(b.doc.ctx));
	CHECK(reader_error(b.reader) == NULL && b.doc.ops->notice(b.doc.ctx).n == 0, "no error");
	buf_fini(&text);
	reader_free(b.reader);
	free(path);
}

TEST(reader_reads_no_further_than_asked)
{
	struct buf bytes = { 0 };
	for (unsigned i = 0; i < 100000; i++)
		buf_printf(&bytes, "line %u\n", i);
	char *path = test_file("many", buf_view(&bytes));
	struct bench b;
	bench_open(&b, path, 0);
	CHECK(b.doc.ops->fetch(b.doc.ctx, 50) == DOC_MORE, "more is there");
	size_t n = b.doc.ops->lines(b.doc.ctx);
	CHECK(n == 50, "%zu lines", n);
	size_t calls = 0;
	while (b.doc.ops->fetch(b.doc.ctx, SIZE_MAX) != DOC_END)
		calls++;
	CHECK(b.doc.ops->lines(b.doc.ctx) == 100000 && calls >= 10, "in %zu fair shares", calls);
	CHECK_STR(b.doc.ops->text(b.doc.ctx, 99999), STR("line 99999"));
	reader_free(b.reader);
	buf_fini(&bytes);
	free(path);
}

TEST(reader_numbers_grow_with_the_input)
{
	int fds[2], saved = dup(STDIN_FILENO);
	struct bench b;
	struct buf bytes = { 0 }, text = { 0 };
	CHECK(pipe(fds) == 0 && dup2(fds[0], STDIN_FILENO) == 0, "a pipe as standard input");
	close(fds[0]);
	buf_fill(&bytes, '\n', 9999);
	CHECK(out_write_all(fds[1], bytes.p, bytes.n) == 0, "write");
	bench_open(&b, NULL, DECORATE_NUMBERS);
	CHECK(b.doc.ops->fetch(b.doc.ctx, 20000) == DOC_WAIT && b.doc.ops->lines(b.doc.ctx) == 9999, "all read");
	rows_to(&text, &b, 0, &wide);
	rows_to(&text, &b, 9998, &wide);
	uint64_t version = b.doc.ops->version(b.doc.ctx);
	CHECK(out_write_all(fds[1], "\n\n", 2) == 0, "write");
	CHECK(b.doc.ops->fetch(b.doc.ctx, 20000) == DOC_WAIT && b.doc.ops->version(b.doc.ctx) != version, "told");
	rows_to(&text, &b, 0, &wide);
	rows_to(&text, &b, 9999, &wide);
	CHECK_STR(buf_view(&text), STR("   1 |9999 |    1 |10000 |"));
	close(fds[1]);
	reader_free(b.reader);
	buf_fini(&bytes);
	buf_fini(&text);
	dup2(saved, STDIN_FILENO);
	close(saved);
}

static int collect(void *ctx, const char *p, size_t n)
{
	buf_add(ctx, p, n);
	return 0;
}

/* Printing drops lines that are written: over several windows nothing is lost or doubled. */
TEST(reader_prints_what_the_file_holds)
{
	struct buf bytes = { 0 }, got = { 0 };
	for (unsigned i = 0; i < 60000; i++)
		buf_printf(&bytes, "%u %s\n", i, i % 7 ? "text" : "");
	buf_text(&bytes, "the end");
	char *path = test_file("print", buf_view(&bytes));
	struct bench b;
	struct out out;
	bench_open(&b, path, 0);
	out_init_sink(&out, collect, &got, 4096);
	struct doc_layout chop = { .cols = 20, .wrap = DOC_CHOP };
	CHECK(reader_print(b.reader, &out, &chop, COLOR_NONE) == 0 && out_flush(&out) == 0, "printed");
	CHECK(got.n == bytes.n && memcmp(got.p, bytes.p, got.n) == 0, "%zu bytes of %zu", got.n, bytes.n);
	CHECK(reader_count(b.reader) == 60001, "%llu lines", (unsigned long long)reader_count(b.reader));
	out_fini(&out);
	reader_free(b.reader);
	buf_fini(&bytes);
	buf_fini(&got);
	free(path);
}

TEST(reader_shows_a_line_that_grows)
{
	int fds[2], saved = dup(STDIN_FILENO);
	struct bench b;
	CHECK(pipe(fds) == 0 && dup2(fds[0], STDIN_FILENO) == 0, "a pipe as standard input");
	close(fds[0]);
	bench_open(&b, NULL, 0);
	CHECK(b.doc.ops->fetch(b.doc.ctx, 10) == DOC_WAIT, "nothing yet");
	CHECK(out_write_all(fds[1], "one\npar", 7) == 0, "write");
	CHECK(b.doc.ops->fetch(b.doc.ctx, 10) == DOC_WAIT && b.doc.ops->lines(b.doc.ctx) == 2, "a part counts");
	CHECK_STR(b.doc.ops->text(b.doc.ctx, 1), STR("par"));
	uint64_t version = b.doc.ops->version(b.doc.ctx);
	CHECK(out_write_all(fds[1], "tial\nx", 6) == 0, "write");
	CHECK(b.doc.ops->fetch(b.doc.ctx, 10) == DOC_WAIT && b.doc.ops->lines(b.doc.ctx) == 3, "grown");
	CHECK_STR(b.doc.ops->text(b.doc.ctx, 1), STR("partial"));
	CHECK(b.doc.ops->version(b.doc.ctx) != version, "and told");
	close(fds[1]);
	CHECK(b.doc.ops->fetch(b.doc.ctx, 10) == DOC_END && b.doc.ops->lines(b.doc.ctx) == 3, "the end");
	reader_free(b.reader);
	dup2(saved, STDIN_FILENO);
	close(saved);
}

TEST(reader_reads_again)
{
	char *path = test_file("again", STR("one\n\x1b[31mtwo\n"));
	struct bench b;
	bench_open(&b, path, DECORATE_NUMBERS);
	while (b.doc.ops->fetch(b.doc.ctx, 10) != DOC_END)
		;
	CHECK(b.doc.ops->lines(b.doc.ctx) == 2, "two lines");
	free(test_file("again", STR("1\n2\n3\n")));
	CHECK(b.doc.ops->reload(b.doc.ctx) == 0 && b.doc.ops->lines(b.doc.ctx) == 0, "forgotten");
	while (b.doc.ops->fetch(b.doc.ctx, 10) != DOC_END)
		;
	struct buf text = { 0 };
	for (size_t i = 0; i < b.doc.ops->lines(b.doc.ctx); i++)
		rows_to(&text, &b, i, &wide);
	CHECK_STR(buf_view(&text), STR("   1 1|   2 2|   3 3|"));
	buf_fini(&text);
	reader_free(b.reader);
	bench_open(&b, NULL, 0);
	CHECK(b.doc.ops->reload(b.doc.ctx) == -1, "standard input cannot");
	reader_free(b.reader);
	free(path);
}

/* What a link leads to lies in the text, which moves when it grows: rows made before must not be given again. */
TEST(reader_keeps_links_while_it_reads_on)
{
	struct buf text = { 0 };
	buf_text(&text, "\x1b]8;;http://one.example/\x1b\\one\x1b]8;;\x1b\\\n");
	for (unsigned i = 0; i < 60000; i++)
		buf_text(&text, "a line\n");
	char *path = test_file("links", buf_view(&text));
	struct bench b;
	struct row row;
	bench_open(&b, path, 0);
	CHECK(b.doc.ops->fetch(b.doc.ctx, 1) == DOC_MORE, "the first line");
	do {
		CHECK(b.doc.ops->rows(b.doc.ctx, 0, &wide, 0, 1, &row) == 1 && row.n_links == 1, "a row with a link");
		CHECK_STR(row.links[0], STR("http://one.example/"));
	} while (b.doc.ops->fetch(b.doc.ctx, b.doc.ops->lines(b.doc.ctx) + 5000) != DOC_END);
	reader_free(b.reader);
	buf_fini(&text);
	free(path);
}

TEST(reader_tells_why_it_failed)
{
	struct bench b;
	bench_open(&b, "/nonexistent/file", DECORATE_DEFAULT);
	CHECK(b.doc.ops->fetch(b.doc.ctx, 10) == DOC_END && b.doc.ops->lines(b.doc.ctx) == 0, "no line, no frame");
	CHECK(reader_error(b.reader) && reader_error(b.reader)->num == ENOENT, "missing");
	CHECK_STR(b.doc.ops->notice(b.doc.ctx), STR("No such file or directory"));
	reader_free(b.reader);
	bench_open(&b, test_folder(), DECORATE_DEFAULT);
	while (b.doc.ops->fetch(b.doc.ctx, 10) != DOC_END)
		;
	CHECK(b.doc.ops->lines(b.doc.ctx) == 0 && reader_error(b.reader)->num == EISDIR, "a folder");
	reader_free(b.reader);
}
