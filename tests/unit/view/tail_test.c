#include "ember/view/tail.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "ember/base/buf.h"
#include "ember/base/panic.h"
#include "lib/test.h"

static int file_of(struct str text)
{
	char *path = test_file("lines", text);
	int fd = open(path, O_RDONLY);
	REQUIRE(fd >= 0);
	free(path);
	return fd;
}

TEST(tail_finds_the_last_lines)
{
	static const struct {
		const char *text;
		off_t start;
		unsigned lines;
		off_t want;
	} rows[] = {
		{ "1\n2\n3\n", 0, 1, 4 },
		{ "1\n2\n3\n", 0, 2, 2 },
		{ "1\n2\n3\n", 0, 3, 0 },
		{ "1\n2\n3\n", 0, 9, 0 },
		{ "1\n2\n3", 0, 1, 4 },
		{ "1\n2\n3", 0, 2, 2 },
		{ "\n\n\n", 0, 2, 1 },
		{ "", 0, 1, 0 },
		{ "1\n2\n3\n", 2, 9, 2 },
		{ "one", 0, 1, 0 },
	};
	for (size_t i = 0; i < COUNTOF(rows); i++) {
		int fd = file_of(str_from(rows[i].text));
		off_t at = -1;
		CHECK(tail_find(fd, rows[i].start, rows[i].lines, &at) && at == rows[i].want, "row %zu: %lld", i,
			(long long)at);
		close(fd);
	}
}

TEST(tail_crosses_its_blocks)
{
	struct buf b = { 0 };
	for (unsigned i = 0; i < 40000; i++)
		buf_printf(&b, "%u\n", i);
	int fd = file_of(buf_view(&b));
	off_t at;
	for (unsigned n = 1; n < 40000; n += 977) {
		char want[16], got[16] = "";
		snprintf(want, sizeof(want), "%u\n", 40000 - n);
		CHECK(tail_find(fd, 0, n, &at), "%u lines", n);
		CHECK(pread(fd, got, strlen(want), at) > 0 && strcmp(got, want) == 0, "%u lines: '%s'", n, got);
		CHECK(tail_count(fd, 0, at) == 40000 - n, "%u lines are counted", n);
	}
	close(fd);
	buf_fini(&b);
}

TEST(tail_leaves_pipes_alone)
{
	int fds[2];
	off_t at;
	REQUIRE(pipe(fds) == 0);
	CHECK(!tail_find(fds[0], 0, 1, &at), "a pipe has no end to begin at");
	close(fds[0]);
	close(fds[1]);
}
