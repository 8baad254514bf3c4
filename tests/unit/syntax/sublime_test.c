/* Cases of sublime/cases*.txt, and the syntax tests of the realistic fixtures beside them. */
#include <dirent.h>
#include <stdlib.h>

#include "sublime.h"

#define FOLDER "tests/unit/syntax/sublime/"

static struct str file_read(struct arena *a, const char *path)
{
	FILE *f = fopen(path, "rb");
	struct buf b = { 0 };
	char block[4096];
	if (!f) {
		fprintf(stderr, "%s: not found: run from the top folder\n", path);
		exit(1);
	}
	for (size_t n; (n = fread(block, 1, sizeof(block), f)) > 0;)
		buf_add(&b, block, n);
	fclose(f);
	struct str s = arena_str(a, buf_view(&b));
	buf_fini(&b);
	return s;
}

/* The part of a case up to the next line that begins with `mark`. */
static struct str section(struct str *rest, const char *mark, struct str *head)
{
	struct str before = *rest, line;
	str_line(rest, head);
	const char *from = rest->p, *to = from;
	while (rest->n && !str_starts(*rest, str_from(mark)) && !str_starts(*rest, STR("===")))
		str_line(rest, &line);
	to = rest->n ? rest->p : before.p + before.n;
	return (struct str){ from, (size_t)(to - from) };
}

static bool has_language(struct sublime_fixture *s, struct str name, uint32_t *id)
{
	struct language l;
	bool found = registry_find(&s->f.reg, name, &l);
	*id = found ? l.id : 0;
	return found;
}

/* "--- FILE name", "--- JSON", "--- ERROR file:line: text", "--- TEXT": one case. */
static bool run_case(const char *name, struct str text)
{
	struct sublime_fixture s;
	struct syntax_text x = { 0 };
	struct str rest = text, head, want = { 0 }, got = { 0 };
	struct err e = { 0 };
	uint32_t id;
	bool ok = true;
	sublime_begin(&s);
	while (str_starts(rest, STR("---"))) {
		struct str body = section(&rest, "--- ", &head);
		struct str what = str_sub(head, 4, head.n), kind = str_cut(&what, ' ');
		if (str_eqc(kind, "FILE")) {
			struct str path = arena_str(&s.f.a, what);
			if (!sublime_file(&s, path.p, body, &e))
				got = arena_printf(&s.f.a, "%.*s:%u: %s", STR_ARG(what), e.line, e.what);
		} else if (str_eqc(kind, "JSON")) {
			fixture_grammar(&s.f, arena_cstr(&s.f.a, body));
		} else if (str_eqc(kind, "ERROR")) {
			want = what;
		} else {
			syntax_text_split(&x, body, STR("#"), false);
		}
	}
	sublime_open(&s);
	for (size_t i = 0; i < s.set.all.n && !got.n; i++) {
		const struct sublime *one = &s.set.all.p[i];
		if (one->error.what)
			got = arena_printf(&s.f.a, "%.*s:%u: %s", STR_ARG(one->error_path), one->error.line,
				one->error.what);
	}
	if (!str_eq(got, want)) {
		fprintf(stderr, "%s: error '%.*s', wanted '%.*s'\n", name, STR_ARG(got), STR_ARG(want));
		ok = false;
	} else if (x.lines.n) {
		ok = has_language(&s, STR("a"), &id) && x.claims.n &&
			syntax_text_check(&x, &s, id, STR("#"), name) == 0;
	}
	syntax_text_fini(&x);
	sublime_close(&s);
	return ok;
}

static void run_cases(const char *path, unsigned at_least)
{
	struct arena a = { 0 };
	struct str rest = file_read(&a, path), head;
	unsigned bad = 0, n = 0;
	while (rest.n && !str_starts(rest, STR("===")))
		str_line(&rest, &head);
	while (rest.n) {
		struct str body = section(&rest, "===", &head);
		char *name = arena_cstr(&a, str_trim(str_sub(head, 3, head.n)));
		n++;
		if (!run_case(name, body)) {
			fprintf(stderr, "not ok: %s\n", name);
			bad++;
		}
	}
	arena_fini(&a);
	CHECK(n >= at_least && bad == 0, "%s: %u of %u cases fail", path, bad, n);
}

TEST(cases_of_contexts)
{
	run_cases(FOLDER "cases_context.txt", 30);
}

TEST(cases_of_files)
{
	run_cases(FOLDER "cases_file.txt", 25);
}

TEST(cases_of_branches)
{
	run_cases(FOLDER "cases_branch.txt", 10);
}

static void load_syntaxes(struct sublime_fixture *s, struct arena *a)
{
	static const char *const names[] = { "Ember", "Data", "Note", "Page", "Tuned" };
	for (size_t i = 0; i < COUNTOF(names); i++) {
		struct err e = { 0 };
		const char *path = arena_printf(a, FOLDER "%s.sublime-syntax", names[i]).p;
		bool ok = sublime_file(s, path, file_read(a, path), &e);
		CHECK(ok, "%s:%u: %s", path, e.line, e.what);
	}
	sublime_open(s);
	for (size_t i = 0; i < s->set.all.n; i++) {
		const struct sublime *one = &s->set.all.p[i];
		CHECK(one->context != 0, "%.*s:%u: %s", STR_ARG(one->error_path), one->error.line,
			one->error.what);
	}
}

/* The file's first line names its mark and its syntax. */
static unsigned run_syntax_test(struct sublime_fixture *s, struct arena *a, const char *path, size_t *claims)
{
	struct syntax_text x = { 0 };
	struct str text = file_read(a, path), rest = text, line, name;
	uint32_t id;
	str_line(&rest, &line);
	struct str mark = str_cut(&line, ' ');
	str_cut(&line, '"');
	name = str_cut(&line, '.');
	CHECK(has_language(s, name, &id), "%s: no syntax '%.*s'", path, STR_ARG(name));
	syntax_text_split(&x, text, mark, true);
	unsigned bad = syntax_text_check(&x, s, id, mark, path);
	*claims += x.claims.n;
	syntax_text_fini(&x);
	return bad;
}

TEST(syntax_tests)
{
	static const char *const names[] = { "ember.emb", "data.dat", "note.note", "page.page", "tuned.tuned" };
	struct sublime_fixture s;
	struct arena a = { 0 };
	unsigned bad = 0;
	size_t claims = 0;
	sublime_begin(&s);
	load_syntaxes(&s, &a);
	for (size_t i = 0; i < COUNTOF(names); i++)
		bad += run_syntax_test(&s, &a, arena_printf(&a, FOLDER "syntax_test_%s", names[i]).p, &claims);
	CHECK(bad == 0 && claims > 100, "%u of %zu claims fail", bad, claims);
	sublime_close(&s);
	arena_fini(&a);
}
