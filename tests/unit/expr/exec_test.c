#include <stdlib.h>
#include <string.h>

#include "ember/expr/exec.h"
#include "lib/test.h"

TEST(exec_batch_counts_text)
{
	char *head[] = { (char[]){ "echo" } }, *tail[] = { (char[]){ "end" } };
	struct exec_batch b;
	/* "echo" 5, "end" 4; "ab" 3 each: 16 bytes hold two paths. */
	exec_batch_init(&b, head, 1, tail, 1, 0, 16);
	CHECK(exec_batch_add(&b, STR("ab")) && exec_batch_add(&b, STR("cd")), "two fit");
	CHECK(!exec_batch_add(&b, STR("ef")), "the third does not");
	char **argv = exec_batch_argv(&b);
	CHECK(strcmp(argv[0], "echo") == 0 && strcmp(argv[1], "ab") == 0 && strcmp(argv[2], "cd") == 0 &&
		strcmp(argv[3], "end") == 0 && !argv[4], "the line in order");
	exec_batch_clear(&b);
	CHECK(exec_batch_add(&b, STR("a path that is far too long")), "an empty batch takes any path");
	CHECK(!exec_batch_add(&b, STR("")), "and is full then");
	CHECK(strcmp(exec_batch_argv(&b)[2], "end") == 0, "tail behind one path");
	exec_batch_fini(&b);
}

TEST(exec_batch_counts_paths)
{
	char *head[] = { (char[]){ "x" } };
	struct exec_batch b;
	exec_batch_init(&b, head, 1, NULL, 0, 2, 0);
	for (int round = 0; round < 3; round++) {
		CHECK(exec_batch_add(&b, STR("1")) && exec_batch_add(&b, STR("2")), "round %d: two", round);
		CHECK(!exec_batch_add(&b, STR("3")), "round %d: no third", round);
		/* Asking for the line does not end the batch. */
		CHECK(!exec_batch_argv(&b)[3], "round %d: three words", round);
		exec_batch_clear(&b);
	}
	exec_batch_fini(&b);
}

TEST(exec_room_shrinks_with_the_environment)
{
	size_t before = exec_room();
	CHECK(before > 100000, "room %zu", before);
	setenv("EMBER_TEST_ROOM", "0123456789", 1);
	CHECK(before - exec_room() == strlen("EMBER_TEST_ROOM=0123456789") + 1 + sizeof(char *), "one variable takes %zu",
		before - exec_room());
	unsetenv("EMBER_TEST_ROOM");
}

TEST(exec_replaces_marks)
{
	static const struct { const char *arg, *want; } rows[] = { { "", "" }, { "x", "x" }, { "{}", "p/q" },
		{ "a{}b{}", "ap/qbp/q" }, { "{", "{" }, { "{{}}", "{p/q}" }, { "{}{}", "p/qp/q" } };
	for (size_t i = 0; i < COUNTOF(rows); i++) {
		struct buf b = { 0 };
		exec_replace(&b, str_from(rows[i].arg), STR("p/q"));
		CHECK_STR(buf_view(&b), str_from(rows[i].want));
		buf_fini(&b);
	}
}
