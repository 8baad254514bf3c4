#include "ember/text/ignore.h"

#include <stdint.h>
#include <stdlib.h>

#include "ember/base/arena.h"
#include "ember/base/map.h"
#include "ember/base/mem.h"
#include "ember/base/vec.h"
#include "ember/text/glob.h"

#define IGNORE_END UINT32_MAX

/* Rules are numbered from 0 in file order; the highest number that matches decides. */
struct ignore_rule {
	bool keep;     /* '!' */
	bool dir_only; /* '/' at the end */
	bool on_path;  /* anchored: judged on the relative path, else on the last component */
	uint32_t before; /* the next lower rule with the same key, or of the glob list */
	struct str text; /* literal name or path, or the suffix behind a leading '*' */
	struct glob *glob; /* rules of the glob list only */
};

struct ignore {
	struct arena a;
	unsigned glob_flags;
	VEC(struct ignore_rule) rules;
	struct map names;    /* literal last component -> its highest rule + 1 */
	struct map paths;    /* literal relative path */
	struct map suffixes; /* "*x.ext": ".ext" */
	uint32_t globs;      /* highest rule with a glob, IGNORE_END = none */
};

/* ---------------------------------------------------------------- parsing */

/* Blanks at the end go, unless a backslash stands before one. */
static struct str ignore_trim(struct str line)
{
	size_t keep = 0;
	for (size_t i = 0; i < line.n; i++) {
		if (line.p[i] == '\\' && i + 1 < line.n)
			i++;
		else if (line.p[i] == ' ')
			continue;
		keep = i + 1;
	}
	return str_sub(line, 0, keep);
}

static void ignore_key(struct ignore *ig, struct map *m, struct str key, uint32_t number)
{
	bool added;
	uint64_t *slot = map_at(m, key, &added);
	ig->rules.p[number].before = added ? IGNORE_END : (uint32_t)*slot - 1;
	*slot = (uint64_t)number + 1;
}

static bool ignore_is_suffix(struct str p, unsigned glob_flags)
{
	const char *special = (glob_flags & GLOB_BRACES) ? "*?[\\/{}" : "*?[\\/";
	if (p.n < 3 || p.p[0] != '*' || str_rchr(p, '.') == STR_NONE)
		return false;
	for (size_t i = 1; i < p.n; i++)
		if (!p.p[i] || strchr(special, p.p[i]))
			return false;
	return true;
}

/* Find the cheapest class for the rule (spec efind W12). False when the pattern is malformed. */
static bool ignore_classify(struct ignore *ig, struct str p, uint32_t number)
{
	struct ignore_rule *r = &ig->rules.p[number];
	char *lit;
	size_t n;
	if (!r->on_path && ignore_is_suffix(p, ig->glob_flags)) {
		r->text = arena_str(&ig->a, str_sub(p, 1, p.n));
		ignore_key(ig, &ig->suffixes, str_sub(r->text, str_rchr(r->text, '.'), r->text.n),
			number);
		return true;
	}
	if (glob_literal(p, ig->glob_flags, &lit, &n)) {
		r->text = arena_str(&ig->a, (struct str){ lit, n });
		free(lit);
		ignore_key(ig, r->on_path ? &ig->paths : &ig->names, r->text, number);
		return true;
	}
	r->glob = glob_compile(p, ig->glob_flags, NULL);
	if (!r->glob)
		return false;
	r->before = ig->globs;
	ig->globs = number;
	return true;
}

static void ignore_line(struct ignore *ig, struct str line)
{
	struct ignore_rule r = { 0 };
	if (line.n && line.p[line.n - 1] == '\r')
		line.n--;
	line = ignore_trim(line);
	if (!line.n || line.p[0] == '#' || line.n > IGNORE_LINE_MAX)
		return;
	if (line.p[0] == '!') {
		r.keep = true;
		line = str_sub(line, 1, line.n);
	}
	if (line.n && line.p[line.n - 1] == '/') {
		r.dir_only = true;
		line.n--;
	}
	r.on_path = str_chr(line, '/') != STR_NONE;
	if (line.n && line.p[0] == '/')
		line = str_sub(line, 1, line.n);
	/* What is left as "", or still has a '/' at its end, is the name of nothing. */
	if (!line.n || line.p[line.n - 1] == '/')
		return;
	uint32_t number = (uint32_t)ig->rules.n;
	VEC_PUSH(&ig->rules) = r;
	if (!ignore_classify(ig, line, number))
		ig->rules.n--;
}

struct ignore *ignore_parse(struct str text)
{
	return ignore_parse_globs(text, GLOB_POSIX);
}

struct ignore *ignore_parse_globs(struct str text, unsigned glob_flags)
{
	struct ignore *ig = mem_zero(1, sizeof(*ig));
	ig->glob_flags = glob_flags;
	arena_init(&ig->a);
	ig->globs = IGNORE_END;
	if (str_starts(text, STR("\xef\xbb\xbf")))
		text = str_sub(text, 3, text.n);
	struct str line;
	while (str_line(&text, &line) && ig->rules.n < IGNORE_RULES_MAX)
		ignore_line(ig, line);
	if (!ig->rules.n) {
		ignore_free(ig);
		return NULL;
	}
	return ig;
}

void ignore_free(struct ignore *ig)
{
	if (!ig)
		return;
	for (uint32_t i = ig->globs; i != IGNORE_END; i = ig->rules.p[i].before)
		glob_free(ig->rules.p[i].glob);
	VEC_FREE(&ig->rules);
	map_fini(&ig->names);
	map_fini(&ig->paths);
	map_fini(&ig->suffixes);
	arena_fini(&ig->a);
	free(ig);
}

/* ---------------------------------------------------------------- judging */

/* The highest rule with this key that applies, as number + 1; 0 = none. */
static uint32_t ignore_by_key(
	const struct ignore *ig, const struct map *m, struct str key, bool is_dir)
{
	uint64_t top;
	if (!m->n || !map_get(m, key, &top))
		return 0;
	for (uint32_t i = (uint32_t)top - 1; i != IGNORE_END; i = ig->rules.p[i].before)
		if (is_dir || !ig->rules.p[i].dir_only)
			return i + 1;
	return 0;
}

static uint32_t ignore_by_suffix(const struct ignore *ig, struct str base, bool is_dir)
{
	uint64_t top;
	size_t dot = ig->suffixes.n ? str_rchr(base, '.') : STR_NONE;
	if (dot == STR_NONE || !map_get(&ig->suffixes, str_sub(base, dot, base.n), &top))
		return 0;
	for (uint32_t i = (uint32_t)top - 1; i != IGNORE_END; i = ig->rules.p[i].before) {
		const struct ignore_rule *r = &ig->rules.p[i];
		if ((is_dir || !r->dir_only) && str_ends(base, r->text))
			return i + 1;
	}
	return 0;
}

enum ignore_verdict ignore_match(
	const struct ignore *ig, struct str path, struct str base, bool is_dir)
{
	uint32_t best = ignore_by_key(ig, &ig->names, base, is_dir);
	uint32_t other = ignore_by_key(ig, &ig->paths, path, is_dir);
	best = other > best ? other : best;
	other = ignore_by_suffix(ig, base, is_dir);
	best = other > best ? other : best;
	for (uint32_t i = ig->globs; i != IGNORE_END && i + 1 > best; i = ig->rules.p[i].before) {
		const struct ignore_rule *r = &ig->rules.p[i];
		if ((is_dir || !r->dir_only) && glob_match(r->glob, r->on_path ? path : base)) {
			best = i + 1;
			break;
		}
	}
	if (!best)
		return IGNORE_NONE;
	return ig->rules.p[best - 1].keep ? IGNORE_KEEP : IGNORE_DROP;
}
