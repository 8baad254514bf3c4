/* test: TEST and CHECK, thin macros over cmocka. Each *_test.c is one process. */
#ifndef EMBER_TESTS_LIB_TEST_H
#define EMBER_TESTS_LIB_TEST_H

#include <stdbool.h>

#include "ember/base/def.h"
#include "ember/base/str.h"

void test_add(const char *name, void (*run)(void));
void test_check(bool ok, const char *cond, const char *file, int line, const char *fmt, ...)
	EMBER_PRINTF(5, 6);

/* TEST(name) { body } defines a test and enters it into the file's list. */
#define TEST(name)                                                               \
	static void test_##name(void);                                           \
	__attribute__((constructor)) static void test_add_##name(void)           \
	{                                                                        \
		test_add(#name, test_##name);                                    \
	}                                                                        \
	static void test_##name(void)

/* The condition and a printf-style message that names the row and what was found. */
#define CHECK(cond, ...) test_check((cond), #cond, __FILE__, __LINE__, __VA_ARGS__)

/* Two strs are equal; shows both when not. */
#define CHECK_STR(got, want) \
	test_check_str((got), (want), __FILE__, __LINE__)
void test_check_str(struct str got, struct str want, const char *file, int line);

/* A fresh folder under TMPDIR that is removed when the test process ends; the path is static. */
const char *test_folder(void);
/* Write a file of the given bytes below test_folder(); returns its full path (heap, not freed). */
char *test_file(const char *name, struct str bytes);

#endif
