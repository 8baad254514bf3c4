#include "ember/git/index.h"

#include <time.h>

#include "fixture.h"

/* "mode id stage path" of all entries, as git ls-files --stage -z. */
static void told(const struct index *x, struct str prefix, struct buf *out)
{
	struct index_list list = index_sub(x->list, prefix);
	for (size_t i = 0; i < list.n; i++) {
		const struct index_entry *e = &list.p[i];
		buf_printf(out, "%06o ", e->mode);
		for (unsigned k = 0; k < x->hash_size; k++)
			buf_printf(out, "%02x", e->id[k]);
		buf_printf(out, " %d\t", e->stage);
		buf_str(out, e->path);
		buf_char(out, '\0');
	}
}

static void check_index(const char *repo, unsigned hash_size, uint32_t version)
{
	static const char *const prefixes[] = { "", "s/", "s/t/", "a", "zz", "s" };
	char path[256], script[512];
	struct arena a = { 0 };
	struct index x;
	struct err e = { 0 };
	snprintf(path, sizeof(path), "%s/.git/index", repo);
	CHECK(index_open(&x, &a, fixture_path(path), hash_size, &e) == 0, "%s: %s", repo,
		e.what ? e.what : "opens");
	CHECK(x.version == version, "version %u", x.version);
	for (size_t i = 0; i < COUNTOF(prefixes); i++) {
		struct buf got = { 0 }, want = { 0 };
		snprintf(script, sizeof(script),
			"cd %s; git ls-files --stage -z | grep -za $'\\t%s' || true", repo,
			prefixes[i]);
		CHECK(fixture_run(script, &want) == 0, "git ls-files");
		told(&x, str_from(prefixes[i]), &got);
		CHECK_STR(buf_view(&got), buf_view(&want));
		buf_fini(&got);
		buf_fini(&want);
	}
	index_close(&x);
	arena_fini(&a);
}

static const char make[] = "mkdir -p s/t a; for i in {1..40}; do echo $i >s/file$i; echo $i "
			   ">s/t/f$i; done; echo 1 >a/b; echo 2 >a.b; echo 3 >$'n\\nl';"
			   "ln -s x link; chmod +x a/b; git add .; git commit -qm 1;";

TEST(all_versions)
{
	static const uint32_t versions[] = { 2, 3, 4 };
	for (size_t i = 0; i < COUNTOF(versions); i++) {
		char script[2048];
		snprintf(script, sizeof(script),
			"rm -rf v; git init -q v; cd v; %s git update-index --index-version %u; %s",
			make, versions[i],
			versions[i] == 3 ? "git update-index --skip-worktree a/b" : ":");
		CHECK(fixture_run(script, NULL) == 0, "version %u", versions[i]);
		check_index("v", 20, versions[i]);
	}
}

TEST(sha256_and_conflicts)
{
	char script[2048];
	snprintf(script, sizeof(script), "git init -q --object-format=sha256 w; cd w; %s", make);
	CHECK(fixture_run(script, NULL) == 0, "fixture");
	check_index("w", 32, 2);
	CHECK(fixture_run("git init -q c; cd c; echo 1 >s; git add .; git commit -qm 1; git "
			  "checkout -qb o; echo 2 >s; git commit -qam 2;"
			  "git checkout -q main; echo 3 >s; git commit -qam 3; git merge -q o "
			  ">/dev/null || true",
		      NULL) == 0,
		"fixture");
	check_index("c", 20, 2);
}

TEST(cached_trees)
{
	struct arena a = { 0 };
	struct index x;
	struct err e;
	char script[2048];
	static const char *const folders[] = { "", "s", "s/t", "a" };
	snprintf(script, sizeof(script), "git init -q t; cd t; %s", make);
	CHECK(fixture_run(script, NULL) == 0, "fixture");
	CHECK(index_open(&x, &a, fixture_path("t/.git/index"), 20, &e) == 0, "opens");
	for (size_t i = 0; i < COUNTOF(folders); i++) {
		struct buf want = { 0 }, got = { 0 };
		snprintf(script, sizeof(script), "cd t; git rev-parse HEAD:%s", folders[i]);
		CHECK(fixture_run(script, &want) == 0, "git rev-parse");
		const unsigned char *id = index_tree(&x, str_from(folders[i]));
		for (int k = 0; id && k < 20; k++)
			buf_printf(&got, "%02x", id[k]);
		CHECK_STR(buf_view(&got), str_trim(buf_view(&want)));
		buf_fini(&want);
		buf_fini(&got);
	}
	CHECK(index_tree(&x, STR("none")) == NULL && index_tree(&x, STR("s/none")) == NULL,
		"no such folder");
	index_close(&x);
	CHECK(fixture_run("cd t; echo x >>s/t/f1; git add s/t/f1", NULL) == 0, "a change");
	CHECK(index_open(&x, &a, fixture_path("t/.git/index"), 20, &e) == 0, "opens");
	CHECK(index_tree(&x, STR("s/t")) == NULL && index_tree(&x, STR("")) == NULL,
		"the way up is not known any more");
	CHECK(index_tree(&x, STR("a")) != NULL, "its neighbour is");
	index_close(&x);
	arena_fini(&a);
}

TEST(lists)
{
	static const char *const paths[] = { "a", "a-b", "a.c", "a/b", "a/b/c", "a0", "b" };
	struct index_entry entries[COUNTOF(paths)];
	memset(entries, 0, sizeof(entries));
	for (size_t i = 0; i < COUNTOF(paths); i++)
		entries[i].path = str_from(paths[i]);
	struct index_list all = { entries, COUNTOF(paths) };
	static const struct {
		const char *prefix;
		size_t from, n;
	} rows[] = { { "", 0, 7 }, { "a/", 3, 2 }, { "a", 0, 6 }, { "a/b/", 4, 1 }, { "c", 7, 0 },
		{ "0", 0, 0 }, { "b", 6, 1 } };
	for (size_t i = 0; i < COUNTOF(rows); i++) {
		struct index_list sub = index_sub(all, str_from(rows[i].prefix));
		CHECK(sub.n == rows[i].n && (!sub.n || sub.p == entries + rows[i].from),
			"'%s': %zu", rows[i].prefix, sub.n);
	}
	for (size_t i = 0; i < COUNTOF(paths); i++)
		CHECK(index_find(all, str_from(paths[i])) == &entries[i], "%s", paths[i]);
	CHECK(!index_find(all, STR("a/")) && !index_find(all, STR("c")) &&
			!index_find(all, STR("")),
		"not there");
}

TEST(every_cut_is_refused_or_whole)
{
	struct arena a = { 0 };
	struct index x;
	struct err e;
	struct buf bytes = { 0 };
	CHECK(fixture_run("cat t/.git/index", &bytes) == 0 && bytes.n > 1000,
		"the bytes of an index");
	size_t refused = 0;
	for (size_t n = 0; n < bytes.n; n++) {
		char *exact = malloc(n ? n : 1);
		memcpy(exact, bytes.p, n);
		refused += index_parse(&x, &a, (struct str){ exact, n }, 20, &e) != 0;
		free(exact);
		arena_fini(&a);
	}
	CHECK(refused > bytes.n - 8, "%zu of %zu", refused, bytes.n);
	buf_fini(&bytes);
}

TEST(files_that_are_no_index)
{
	struct arena a = { 0 };
	struct index x;
	struct err e = { 0 };
	test_file("short", STR("DIRC"));
	test_file("other", STR("PACK\0\0\0\2\0\0\0\0aaaaaaaaaaaaaaaaaaaa"));
	test_file("old", STR("DIRC\0\0\0\1\0\0\0\0aaaaaaaaaaaaaaaaaaaa"));
	test_file("empty", STR("DIRC\0\0\0\2\0\0\0\0aaaaaaaaaaaaaaaaaaaa"));
	test_file("many", STR("DIRC\0\0\0\2\377\377\377\377aaaaaaaaaaaaaaaaaaaa"));
	CHECK(index_open(&x, &a, fixture_path("none"), 20, &e) == 1 && x.list.n == 0,
		"no file is an empty index");
	CHECK(index_open(&x, &a, fixture_path("empty"), 20, &e) == 0 && x.list.n == 0, "no entries");
	index_close(&x);
	static const char *const bad[] = { "short", "other", "old", "many", "." };
	for (size_t i = 0; i < COUNTOF(bad); i++) {
		e = (struct err){ 0 };
		CHECK(index_open(&x, &a, fixture_path(bad[i]), 20, &e) == -1 && (e.what || e.num), "%s",
			bad[i]);
	}
	arena_fini(&a);
}
