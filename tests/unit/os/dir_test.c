#include "ember/os/dir.h"

#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lib/test.h"

/* As readdir(3) has it, and so the programs that are written with that. */
TEST(a_directory_that_was_removed_holds_nothing)
{
	struct err e = { 0 };
	struct dir_batch b = { 0 };
	struct dir_name name;
	CHECK(chdir(test_folder()) == 0 && mkdir("gone", 0755) == 0, "made");
	int fd = dir_open(AT_FDCWD, "gone", false, &e);
	CHECK(fd >= 0 && rmdir("gone") == 0, "removed");
	CHECK(dir_fill(&b, fd, &e) == 0 && b.end && !dir_next(&b, &name), "errno %d", e.num);
	dir_batch_fini(&b);
	close(fd);
}

/* Every length that a name can have, in memory full of what other records left there. */
TEST(names_are_as_long_as_they_are)
{
	enum { MOST = 255 };
	struct err e = { 0 };
	struct dir_batch b = { 0 };
	struct dir_name name;
	unsigned met[MOST + 1] = { 0 };
	char text[MOST + 1];
	CHECK(chdir(test_folder()) == 0 && mkdir("lengths", 0755) == 0, "made");
	int fd = dir_open(AT_FDCWD, "lengths", false, &e);
	memset(text, 'x', sizeof(text));
	for (size_t n = 1; n <= MOST; n++) {
		text[n] = '\0';
		int file = openat(fd, text, O_CREAT | O_WRONLY | O_CLOEXEC, 0644);
		CHECK(file >= 0, "a name of %zu bytes", n);
		close(file);
		text[n] = 'x';
	}
	for (int round = 0; round < 3; round++) {
		CHECK(lseek(fd, 0, SEEK_SET) == 0 && dir_fill(&b, fd, &e) == 0 && b.end, "errno %d", e.num);
		while (dir_next(&b, &name)) {
			CHECK(name.len == strlen(name.name) && name.len <= MOST, "%zu of %s", name.len, name.name);
			met[name.len]++;
		}
		memset(b.p, round ? 0xff : 0, b.cap); /* what follows a NUL is whatever was there before */
	}
	for (size_t n = 1; n <= MOST; n++)
		CHECK(met[n] == 3, "%u names of %zu bytes", met[n], n);
	dir_batch_fini(&b);
	close(fd);
}

/* Whatever the file system says with its last name: all are read, once, and then the end is known. */
TEST(batches_hold_all_names_once)
{
	enum { MOST = 700 };
	static const unsigned counts[] = { 0, 1, 2, 9, 60, MOST };
	struct err e = { 0 };
	struct dir_name name;
	char text[64];
	CHECK(chdir(test_folder()) == 0 && mkdir("batches", 0755) == 0, "made");
	int fd = dir_open(AT_FDCWD, "batches", false, &e);
	for (unsigned row = 0, made = 0; row < COUNTOF(counts); row++) {
		unsigned met[MOST] = { 0 }, n = 0, i;
		struct dir_batch b;
		for (; made < counts[row]; made++) {
			snprintf(text, sizeof(text), "a name of some length, number %u", made);
			CHECK(mkdirat(fd, text, 0755) == 0, "%s", text);
		}
		dir_batch_init(&b, row % 2 ? 0 : DIR_BATCH);
		CHECK(lseek(fd, 0, SEEK_SET) == 0, "rewound");
		do {
			CHECK(dir_fill(&b, fd, &e) == 0, "errno %d", e.num);
			while (dir_next(&b, &name)) {
				CHECK(sscanf(name.name, "a name of some length, number %u", &i) == 1 && i < made, "%s", name.name);
				met[i]++;
				n++;
			}
		} while (!b.end);
		for (i = 0; i < made; i++)
			CHECK(met[i] == 1, "number %u of %u: %u times", i, made, met[i]);
		CHECK(n == made && dir_fill(&b, fd, &e) == 0 && b.end && !dir_next(&b, &name), "%u of %u", n, made);
		dir_batch_fini(&b);
	}
	close(fd);
}
