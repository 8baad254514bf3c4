#include "ember/os/dir.h"

#include <fcntl.h>
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
