#include "ember/syntax/detect.h"

#include "fixture.h"

#define LANGUAGE(name, more)                                                                       \
	"{'name':'" name "','scopeName':'source." name "','patterns':[]" more "}"

static const char *const grammars[] = {
	LANGUAGE("c", ",'fileTypes':['c','h']"),
	LANGUAGE("cpp", ",'fileTypes':['cpp','C']"),
	LANGUAGE("objective-c", ",'fileTypes':['m']"),
	LANGUAGE("typescript", ",'fileTypes':['ts','d.ts']"),
	LANGUAGE("python", ",'fileTypes':['py']"),
	LANGUAGE("shellscript", ",'fileTypes':['sh']"),
	LANGUAGE("json", ",'fileTypes':['json']"),
	LANGUAGE("xml", ",'fileTypes':['xml']"),
	LANGUAGE("html", ",'fileTypes':['html']"),
	LANGUAGE("yaml", ",'fileTypes':['yaml']"),
	LANGUAGE("diff", ",'fileTypes':['diff']"),
	LANGUAGE("make", ",'fileTypes':['mk']"),
	LANGUAGE("perl", ",'fileTypes':['pl'],'firstLineMatch':'^#.*perl6?$'"),
	LANGUAGE("ssh", ""),
	NULL,
};
static const char *const tsv = "-\tsuffix\t~ .bak .in\n"
			       "-\text\tconf\n"
			       "-\tfile\tbuild\n"
			       "xml\text\tbuild\n"
			       "make\tfile\tMakefile\n"
			       "shellscript\tfile\t.bashrc\n"
			       "shellscript\tinterp\tbash sh\n"
			       "python\tinterp\tpython\n"
			       "cpp\talias\tc++\n"
			       "ssh\tglob\t*/.ssh/config Sshfile.*\n";

static struct fixture fx;

static const char *language(const struct detect_file *f, const struct detect_rules *rules)
{
	struct language l;
	if (!fx.file.n)
		fixture_open(&fx, grammars, NULL, tsv);
	l = registry_language(&fx.reg, detect_language(&fx.reg, f, rules));
	return l.id ? l.name.p : "";
}

static uint32_t id_of(const char *name)
{
	struct language l = { 0 };
	if (!fx.file.n)
		fixture_open(&fx, grammars, NULL, tsv);
	CHECK(registry_find(&fx.reg, str_from(name), &l), "%s is known", name);
	return l.id;
}

TEST(names_before_contents)
{
	static const struct {
		const char *path, *head, *want;
	} rows[] = {
		{ "x.c", "#!/bin/sh\n", "c" },
		{ "x.build", "#!/bin/sh\n", "xml" },
		{ "build", "#!/bin/sh\n", "shellscript" },
		{ "build", "x\n", "" },
		{ "dir.py/x.c", "", "c" },
		{ "x.C", "", "cpp" },     /* case kept first */
		{ "x.PY", "", "python" }, /* then folded */
		{ "a.d.ts", "", "typescript" },
		{ "a.b.c.py", "", "python" },
		{ "Makefile", "", "make" },
		{ "/src/makefile", "", "make" },
		{ ".bashrc", "", "shellscript" },
		{ "/home/me/.ssh/config", "", "ssh" },
		{ "Sshfile.old", "", "ssh" },
		{ "x.py~", "", "python" },
		{ "x.py.in.bak~", "", "python" },
		{ "x.py.orig", "", "" },
		{ "x.conf", "#!/bin/bash\n", "shellscript" }, /* a name that says nothing */
		{ "x.conf", "key = v\n", "" },
		{ "noext", "", "" },
		{ "x.h", "int f(void);\n", "c" },
		{ "x.h", "  class X {\n", "cpp" },
		{ "x.h", "@interface X\n", "objective-c" },
		{ "x.ts", "<?xml version=\"1.0\"?>\n", "xml" },
		{ "x.ts", "let a;\n", "typescript" },
		{ "", "", "" },
	};
	for (size_t i = 0; i < COUNTOF(rows); i++) {
		struct detect_file f = { .path = str_from(rows[i].path),
			.full = str_from(rows[i].path),
			.head = str_from(rows[i].head) };
		const char *got = language(&f, NULL);
		CHECK(strcmp(got, rows[i].want) == 0, "%s: %s, not %s", rows[i].path, got,
			rows[i].want);
	}
}

TEST(contents)
{
	static const struct {
		const char *head, *want;
	} rows[] = {
		{ "#!/usr/bin/python3.11\n", "python" },
		{ "#! /bin/bash -e\n", "shellscript" },
		{ "#!/usr/bin/env -S -i A=b python3 -u\n", "python" },
		{ "#!/usr/bin/env -Spython3 -u\n", "python" },
		{ "#!/usr/bin/env --split-string=bash -e\n", "shellscript" },
		{ "#!/usr/bin/env -u HOME -C /tmp bash\n", "shellscript" },
		{ "#!/usr/bin/env -u python\n", "" }, /* the name is -u's */
		{ "#!/usr/bin/env\n", "" },
		{ "#!/opt/unknown\n", "" },
		{ "\xef\xbb\xbf<?xml version='1.0'?>", "xml" },
		{ "<!DOCTYPE HTML>", "html" },
		{ "%YAML 1.2\n", "yaml" },
		{ "diff --git a/x b/x\n", "diff" },
		{ "commit 0123456789abcdef0123456789abcdef01234567\n", "diff" },
		{ "{\n  \"a\": 1", "json" },
		{ "{}", "json" },
		{ "[{\"a\"", "json" },
		{ "[1, 2]", "json" },
		{ "[\"a\", 1]", "json" },
		{ "[section]\nkey=1\n", "" },
		{ "{{template}}", "" },
		{ "{ int x; }", "" },
		{ "x\n# vim: set ts=4 ft=python :\n", "python" },
		{ "/* vi:syntax=c */\n", "c" },
		{ "// vim700: ft=c\n", "c" },
		{ "// vim>=700: se syn=c:\n", "c" },
		{ "# Vim: filetype=make\n", "make" },
		{ "# vimx: ft=make\n", "" },
		{ "see evim: ft=make\n", "" },
		{ "ex: ft=make\n", "" }, /* a word of the text, at the start of its line */
		{ "# ex: ft=make\n", "make" },
		{ "/* -*- mode: c-mode -*- */\n", "c" },
		{ "# -*- python-ts-mode -*-\n", "python" },
		{ "my vim: ft=cobol\n", "" },
		{ "1\n2\n3\n4\n5\n# vim: ft=python\n", "" }, /* the sixth line */
		{ "// -*- C++ -*-\n", "cpp" },
		{ "# -*- coding: utf-8; mode: Python -*-\n", "python" },
		{ "# hello perl6", "perl" },
		{ "# hello \xff perl", "" },
	};
	for (size_t i = 0; i < COUNTOF(rows); i++) {
		struct detect_file f = { .head = str_from(rows[i].head), .pipe = true };
		const char *got = language(&f, NULL);
		CHECK(strcmp(got, rows[i].want) == 0, "row %zu: %s, not %s", i, got, rows[i].want);
	}
}

TEST(modelines_at_the_end)
{
	struct detect_file f = { .path = STR("x"),
		.head = STR("text\n"),
		.tail = STR("text\n\n# Local Variables:\n# mode: python\n# End:\n") };
	CHECK(strcmp(language(&f, NULL), "python") == 0, "Emacs");
	f.tail = STR("text\n# vim: ft=c++ :\n1\n2\n3\n4");
	CHECK(strcmp(language(&f, NULL), "cpp") == 0, "Vim in the last five lines");
	f.tail = STR("text\n# vim: ft=c++ :\n1\n2\n3\n4\n5\n");
	CHECK(strcmp(language(&f, NULL), "") == 0, "Vim in the sixth from the end");
}

TEST(link_targets)
{
	struct detect_file f = {
		.path = STR("link"), .target = STR("../real.py"), .head = STR("{}")
	};
	CHECK(strcmp(language(&f, NULL), "python") == 0,
		"what a link points to goes before content");
}

TEST(user_maps_and_suffixes)
{
	struct detect_map maps[] = {
		{ .glob = STR_INIT("*.c"), .language = id_of("python") },
		{ .glob = STR_INIT("/src/*.{C,H}"), .language = id_of("json") },
		{ .glob = STR_INIT("*.first"), .first_line = true },
	};
	struct str suffix = STR(".orig");
	struct detect_rules rules = { maps, COUNTOF(maps), &suffix, 1 };
	static const struct {
		const char *path, *full, *head, *want;
	} rows[] = {
		{ "x.c", "/home/x.c", "", "python" },
		{ "x.c", "/src/sub/x.c", "", "json" }, /* the later map wins */
		{ "x.first", "/x.first", "%YAML", "yaml" },
		{ "x.py.first", "/x.py.first", "", "" },
		{ "x.json.orig", "/x.json.orig", "", "json" },
	};
	for (size_t i = 0; i < COUNTOF(rows); i++) {
		struct detect_file f = { .path = str_from(rows[i].path),
			.full = str_from(rows[i].full),
			.head = str_from(rows[i].head) };
		const char *got = language(&f, &rules);
		CHECK(strcmp(got, rows[i].want) == 0, "%s: %s, not %s", rows[i].full, got,
			rows[i].want);
	}
}

TEST(registry_names)
{
	struct language l;
	static const struct {
		const char *name, *want;
	} rows[] = {
		{ "C++", "cpp" },
		{ "cpp", "cpp" },
		{ "source.cpp", "cpp" },
		{ ".py", "python" },
		{ "PY", "python" },
		{ "Makefile", "make" },
	};
	id_of("c");
	for (size_t i = 0; i < COUNTOF(rows); i++)
		CHECK(registry_find(&fx.reg, str_from(rows[i].name), &l) &&
				str_eqc(l.name, rows[i].want),
			"%s", rows[i].name);
	CHECK(!registry_find(&fx.reg, STR("nothing"), &l) && !registry_find(&fx.reg, STR(""), &l),
		"unknown names");
	CHECK(registry_count(&fx.reg) == COUNTOF(grammars), "%u languages with plain text",
		registry_count(&fx.reg));
	CHECK(registry_language(&fx.reg, 9999).id == 0, "out of range is plain text");
}

TEST(a_broken_pack_knows_plain_text)
{
	struct registry r;
	struct err e;
	struct language l;
	struct detect_file f = { .path = STR("x.c"), .head = STR("#!/bin/sh") };
	CHECK(registry_open(&r, "not a pack", 10, &e) == -1, "refused");
	CHECK(registry_count(&r) == 1 && detect_language(&r, &f, NULL) == 0, "everything is plain");
	CHECK(registry_find(&r, STR("plain"), &l) && l.id == 0, "plain text has its name");
}
