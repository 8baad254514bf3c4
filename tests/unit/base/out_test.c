#include "ember/base/out.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <string.h>
#include <unistd.h>

#include "ember/base/buf.h"
#include "lib/test.h"

static int out_collect(void *ctx, const char *p, size_t n)
{
	buf_add(ctx, p, n);
	return 0;
}

TEST(out_keeps_order_across_the_buffer)
{
	struct buf got = { 0 }, want = { 0 };
	struct out o;
	out_init_sink(&o, out_collect, &got, 64);
	for (unsigned i = 0; i < 500; i++) {
		char text[130];
		memset(text, 'a' + (int)(i % 26), sizeof(text));
		size_t n = i % sizeof(text);
		out_bytes(&o, text, n);
		out_bytes(&o, NULL, 0);
		out_char(&o, '\n');
		out_uint(&o, i);
		out_printf(&o, "<%0*d>", (int)(i % 300), 7);
		buf_add(&want, text, n);
		buf_char(&want, '\n');
		buf_uint(&want, i);
		buf_printf(&want, "<%0*d>", (int)(i % 300), 7);
	}
	CHECK(out_flush(&o) == 0, "no error");
	CHECK(got.n == want.n && memcmp(got.p, want.p, got.n) == 0, "same bytes, %zu and %zu", got.n, want.n);
	out_fini(&o);
	buf_fini(&got);
	buf_fini(&want);
}

TEST(out_remembers_a_full_disk)
{
	struct out o;
	int fd = open("/dev/full", O_WRONLY | O_CLOEXEC);
	CHECK(fd >= 0, "/dev/full opens");
	out_init(&o, fd, 128);
	for (int i = 0; i < 1000; i++)
		out_text(&o, "text ");
	CHECK(out_flush(&o) == -1 && o.err == ENOSPC, "err %d", o.err);
	out_fini(&o);
	close(fd);
}

static void *out_reader(void *ctx)
{
	int fd = *(int *)ctx;
	static char p[777];
	size_t sum = 0;
	usleep(20000);
	for (ssize_t n; (n = read(fd, p, sizeof(p))) > 0;)
		sum += (size_t)n;
	return (void *)sum;
}

TEST(out_waits_for_a_pipe_that_does_not_block)
{
	int ends[2];
	CHECK(pipe2(ends, O_CLOEXEC) == 0, "pipe");
	CHECK(fcntl(ends[1], F_SETFL, O_NONBLOCK) == 0, "non-blocking");
	pthread_t reader;
	pthread_create(&reader, NULL, out_reader, &ends[0]);
	struct out o;
	out_init(&o, ends[1], OUT_CAP);
	for (int i = 0; i < 100000; i++)
		out_text(&o, "0123456789");
	CHECK(out_flush(&o) == 0, "err %d", o.err);
	out_fini(&o);
	close(ends[1]);
	void *sum;
	pthread_join(reader, &sum);
	CHECK((size_t)sum == 1000000, "%zu bytes arrived", (size_t)sum);
	close(ends[0]);
}
