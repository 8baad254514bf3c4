#include "ember/os/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "ember/base/out.h"
#include "lib/test.h"

TEST(file_slurps_whole_files)
{
	static const size_t sizes[] = { 0, 1, 4095, 4096, 100000 };
	struct arena a = { 0 };
	for (size_t i = 0; i < COUNTOF(sizes); i++) {
		char *bytes = malloc(sizes[i] + 1);
		memset(bytes, 'a' + (int)i, sizes[i]);
		char *path = test_file("slurp", (struct str){ bytes, sizes[i] });
		struct str got;
		struct err e = { 0 };
		CHECK(file_slurp(&got, &a, path, 100000, &e) == 0, "%zu bytes: %d", sizes[i], e.num);
		CHECK_STR(got, ((struct str){ bytes, sizes[i] }));
		CHECK(got.p[got.n] == '\0', "a NUL behind it");
		if (sizes[i])
			CHECK(file_slurp(&got, &a, path, sizes[i] - 1, &e) == -1 && e.num == EFBIG, "too large");
		free(bytes);
		free(path);
	}
	struct str got;
	struct err e = { 0 };
	CHECK(file_slurp(&got, &a, "/proc/self/status", 1 << 20, &e) == 0 && got.n > 100, "a file whose size is a lie");
	CHECK(file_slurp(&got, &a, "/nonexistent/file", 10, &e) == -1 && e.num == ENOENT, "missing");
	CHECK(file_slurp(&got, &a, test_folder(), 10, &e) == -1 && e.num == EISDIR, "a folder: %d", e.num);
	arena_fini(&a);
}

TEST(file_copies_in_the_kernel)
{
	static char bytes[300000];
	for (size_t i = 0; i < sizeof(bytes); i++)
		bytes[i] = (char)(i * 7 + i / 256);
	char *from = test_file("from", (struct str){ bytes, sizeof(bytes) }), *to = test_file("to", STR(""));
	int in = open(from, O_RDONLY | O_CLOEXEC), out = open(to, O_RDWR | O_CLOEXEC);
	uint64_t total = 0;
	CHECK(lseek(in, 1000, SEEK_SET) == 1000, "starts at the offset");
	enum file_copied end = file_copy_kernel(in, out, &total);
	struct arena a = { 0 };
	struct str got;
	CHECK(file_slurp(&got, &a, to, sizeof(bytes), NULL) == 0, "reads back");
	CHECK(got.n == total && memcmp(got.p, bytes + 1000, got.n) == 0, "%zu bytes", got.n);
	CHECK(end == FILE_COPY_UNFIT || total == sizeof(bytes) - 1000, "all of them: %d", end);
	close(in);
	close(out);
	arena_fini(&a);
	int null = open("/dev/full", O_WRONLY | O_CLOEXEC);
	in = open(from, O_RDONLY | O_CLOEXEC);
	total = 0;
	CHECK(file_copy_kernel(in, null, &total) == FILE_COPY_UNFIT && total == 0, "/dev/full is left to write");
	close(in);
	close(null);
	free(from);
	free(to);
}

TEST(file_tells_when_reading_would_wait)
{
	int fds[2];
	char c;
	CHECK(pipe(fds) == 0, "pipe");
	CHECK(!file_ready(fds[0]), "nothing there");
	CHECK(out_write_all(fds[1], "x", 1) == 0 && file_ready(fds[0]), "a byte is");
	CHECK(file_read(fds[0], &c, 1) == 1 && c == 'x' && !file_ready(fds[0]), "read");
	close(fds[1]);
	CHECK(file_ready(fds[0]) && file_read(fds[0], &c, 1) == 0, "the end is ready too");
	close(fds[0]);
}

TEST(file_knows_its_own_output)
{
	char *path = test_file("same", STR("some bytes"));
	int in = open(path, O_RDONLY | O_CLOEXEC), out = open(path, O_WRONLY | O_CLOEXEC);
	int more = open(path, O_WRONLY | O_APPEND | O_CLOEXEC), other = open("/dev/null", O_WRONLY | O_CLOEXEC);
	CHECK(!file_is_output(in, out), "nothing is written yet");
	CHECK(out_write_all(out, "x", 1) == 0 && file_is_output(in, out), "a byte is");
	CHECK(file_is_output(in, more), "appending starts at the end");
	CHECK(!file_is_output(in, other) && !file_is_output(other, other), "others");
	CHECK(lseek(in, 0, SEEK_END) == 10 && !file_is_output(in, more), "all is read");
	close(in);
	close(out);
	close(more);
	close(other);
	free(path);
}

/* In a child, whose standard descriptors may be closed. */
static int guarded(void)
{
	char c;
	close(STDIN_FILENO);
	close(STDOUT_FILENO);
	if (file_guard_standard() != 3)
		return 1;
	if (read(STDIN_FILENO, &c, 1) != -1 || errno != EBADF)
		return 2;
	if (write(STDOUT_FILENO, "x", 1) != -1 || errno != EBADF)
		return 3;
	if (open("/dev/null", O_RDONLY | O_CLOEXEC) <= STDERR_FILENO)
		return 4;
	return file_guard_standard() == 0 ? 0 : 5;
}

TEST(file_guards_the_standard_descriptors)
{
	pid_t child = fork();
	if (child == 0)
		_exit(guarded());
	int status = -1;
	CHECK(waitpid(child, &status, 0) == child && status == 0, "number %d", WEXITSTATUS(status));
}
