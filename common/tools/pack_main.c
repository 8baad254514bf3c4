/* ember-pack: compiles grammars, themes and the language map into one pack. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "ember/base/out.h"
#include "ember/base/panic.h"
#include "ember/pack/pack.h"
#include "ember/rx/rx.h"
#include "ember/tools/pack_data.h"
#include "ember/tools/pack_inspect.h"
#include "ember/tools/pack_user.h"

static const char usage[] =
	"usage: ember-pack build [--grammars=all|permissive|own] --themes=DIR --output=FILE\n"
	"       ember-pack user --base=FILE FOLDER...\n"
	"       ember-pack versions\n"
	"       ember-pack dump FILE\n"
	"       ember-pack check FILE\n"
	"       ember-pack languages FILE\n"
	"       ember-pack notices FILE\n";

/* The value of --name=value, or NULL. */
static const char *value(const char *arg, const char *name)
{
	size_t n = strlen(name);
	return strncmp(arg, name, n) == 0 && arg[n] == '=' ? arg + n + 1 : NULL;
}

static void write_file(const char *path, struct str bytes)
{
	struct err e = { 0 };
	int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
	int num = fd < 0 ? errno : out_write_all(fd, bytes.p, bytes.n);
	if (fd >= 0 && close(fd) != 0 && !num)
		num = errno;
	if (num) {
		err_sys(&e, num, NULL);
		data_die(path, &e);
	}
}

static int build(struct pack_build *b, const char *output)
{
	struct buf file = { 0 };
	catalog_init(&b->catalog, &b->arena);
	writer_init(&b->writer);
	data_grammars(b);
	data_languages(b);
	struct grammar_result *results = ARENA_ARRAY(&b->arena, struct grammar_result, b->grammars.all.n);
	grammars_compile(&b->grammars, &b->writer, results);
	data_themes(b);
	data_notices(b);
	catalog_write(&b->catalog, &b->writer, results);
	writer_finish(&b->writer, &file, b->hash);
	write_file(output, buf_view(&file));
	buf_fini(&file);
	buf_fini(&b->unstated);
	writer_fini(&b->writer);
	catalog_fini(&b->catalog);
	grammars_fini(&b->grammars);
	arena_fini(&b->arena);
	return 0;
}

/* Without Oniguruma every pattern would look wrong. */
static void need_rx(void)
{
	struct err e = { 0 };
	if (rx_start(&e) != 0)
		data_die("Oniguruma", &e);
}

static int build_main(int argc, char **argv)
{
	struct pack_build b = { .choice = PACK_ALL };
	const char *output = NULL, *v;
	for (int i = 2; i < argc; i++) {
		if ((v = value(argv[i], "--themes")))
			b.themes = v;
		else if ((v = value(argv[i], "--output")))
			output = v;
		else if ((v = value(argv[i], "--grammars")) && strcmp(v, "all") == 0)
			b.choice = PACK_ALL;
		else if (v && strcmp(v, "permissive") == 0)
			b.choice = PACK_PERMISSIVE_ONLY;
		else if (v && strcmp(v, "own") == 0)
			b.choice = PACK_OWN_ONLY;
		else
			return fputs(usage, stderr), 2;
	}
	if (!b.themes || !output)
		return fputs(usage, stderr), 2;
	need_rx();
	return build(&b, output);
}

static int user_main(int argc, char **argv)
{
	const char *base = argc > 2 ? value(argv[2], "--base") : NULL;
	if (!base)
		return fputs(usage, stderr), 2;
	need_rx();
	return pack_user(base, argv + 3, (size_t)argc - 3);
}

static int inspect_main(const char *path, int (*inspect)(const struct pack *p))
{
	struct pack_build b = { .themes = "" };
	struct err e = { 0 };
	struct pack p;
	struct str bytes = data_file(&b, path, false);
	void *aligned = arena_alloc(&b.arena, bytes.n);
	if (bytes.n)
		memcpy(aligned, bytes.p, bytes.n);
	if (pack_open(&p, aligned, bytes.n, &e) != 0)
		data_die(path, &e);
	need_rx();
	int status = inspect(&p);
	arena_fini(&b.arena);
	return status;
}

int main(int argc, char **argv)
{
	panic_set_name("ember-pack");
	if (argc >= 2 && strcmp(argv[1], "build") == 0)
		return build_main(argc, argv);
	if (argc >= 2 && strcmp(argv[1], "user") == 0)
		return user_main(argc, argv);
	if (argc == 2 && strcmp(argv[1], "versions") == 0)
		return inspect_versions();
	if (argc == 3 && strcmp(argv[1], "dump") == 0)
		return inspect_main(argv[2], inspect_sections);
	if (argc == 3 && strcmp(argv[1], "check") == 0)
		return inspect_main(argv[2], inspect_regexes);
	if (argc == 3 && strcmp(argv[1], "languages") == 0)
		return inspect_main(argv[2], inspect_languages);
	if (argc == 3 && strcmp(argv[1], "notices") == 0)
		return inspect_main(argv[2], inspect_notices);
	fputs(usage, stderr);
	return 2;
}
