/*
 * tokens: the tokens of a file under grammars of one's own.
 *   tokens GRAMMAR... -- FILE
 * Grammars are TextMate, JSON or property list; the first is the language. Prints what ecat's
 * --dump-tokens prints.
 */
#include <stdio.h>
#include <string.h>

#include "ember/base/out.h"
#include "ember/base/panic.h"
#include "ember/os/file.h"
#include "ember/syntax/dump.h"
#include "unit/syntax/fixture.h"

enum { FILE_MAX = 64 << 20 };

static struct str read_file(struct arena *a, const char *path)
{
	struct err e = { 0 };
	struct str text;
	if (file_slurp(&text, a, path, FILE_MAX, &e) != 0)
		panic(path);
	return text;
}

static void read_grammar(struct fixture *f, const char *path)
{
	struct err e = { 0 };
	struct val v;
	if (val_read(&v, &f->a, read_file(&f->a, path), &e) != 0)
		panic(e.what);
	fixture_source(f, v);
}

static void print_tokens(struct fixture *f, struct str language, struct str text)
{
	struct language l;
	struct out o;
	REQUIRE(registry_find(&f->reg, language, &l));
	struct tokens *t = tokens_new(&f->reg, NULL);
	tokens_limit(t, TOKENS_LINE_MAX);
	tokens_begin(t, l.id);
	out_init(&o, 1, 1 << 16);
	dump_tokens(&o, t, text, false);
	out_flush(&o);
	out_fini(&o);
	tokens_free(t);
}

int main(int argc, char **argv)
{
	struct fixture f;
	int i = 1;
	fixture_begin(&f);
	for (; i < argc && strcmp(argv[i], "--") != 0; i++)
		read_grammar(&f, argv[i]);
	if (i == 1 || i + 2 != argc) {
		fputs("usage: tokens GRAMMAR... -- FILE\n", stderr);
		return 2;
	}
	fixture_finish(&f, NULL, NULL);
	print_tokens(&f, f.grammars.all.p[0].name, read_file(&f.a, argv[i + 1]));
	fixture_close(&f);
	return 0;
}
