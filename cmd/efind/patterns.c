/* The patterns of fd's line: read from files, checked, and compiled into the query. */
#include "efind.h"

#include <string.h>

#include "ember/os/file.h"
#include "ember/text/safe.h"

#define PATTERNS_FILE_MAX (16u << 20) /* bytes of --patterns-from that are read */

/* ---------------------------------------------------------------- files */

static int patterns_slurp(struct fd_conf *c, const char *path, struct str *text)
{
	struct err e = { 0 };
	const char *file = strcmp(path, "-") == 0 ? "/dev/stdin" : path;
	int ret = file_slurp(text, c->arena, file, PATTERNS_FILE_MAX, &e);
	if (ret != 0)
		diag_path(c->diag, 1, str_from(path), &e);
	return ret;
}

int fd_patterns_read(struct fd_conf *c)
{
	for (size_t i = 0; i < c->pattern_files.n; i++) {
		struct str text, line;
		if (patterns_slurp(c, c->pattern_files.p[i], &text) != 0)
			return -1;
		while (str_line(&text, &line)) {
			if (line.n && line.p[line.n - 1] == '\r')
				line.n--;
			if (line.n)
				VEC_PUSH(&c->patterns) = (struct fd_given){ line, FD_OR };
		}
	}
	return 0;
}

/* ---------------------------------------------------------------- checking */

void show_place(struct diag *d, struct str pattern, size_t at)
{
	struct buf shown = { 0 };
	int col = 0;
	safe_add(&shown, str_sub(pattern, 0, at), 0);
	for (size_t i = 0; i < shown.n; i++)
		col += ((unsigned char)shown.p[i] & 0xc0) != 0x80;
	buf_fini(&shown);
	diag_text(d, 1, "    %.*s", STR_ARG(pattern));
	diag_text(d, 1, "    %*s^", col < 200 ? col : 200, "");
}

static int patterns_fault(struct fd_conf *c, struct str pattern, const struct rust_fault *f)
{
	if (f->engine) {
		diag_text(c->diag, 1, "%s", f->what);
		return -1;
	}
	diag_text(c->diag, 1, "bad regular expression: %s", f->what);
	show_place(c->diag, pattern, f->at);
	diag_text(c->diag, 1, "for plain text use --fixed-strings or --exact, for globs --glob");
	return -1;
}

static unsigned patterns_flags(const struct fd_conf *c)
{
	bool extended = c->engine == FD_ENGINE_ONIG ||
		(c->engine == FD_ENGINE_NAME && !fd_name(c->diag));
	return extended ? RUST_EXTENDED : 0;
}

/* Does it ask for an upper-case letter, or for hidden names only? -1 after a message. */
static int patterns_look(struct fd_conf *c, struct str text, bool *upper, bool *hidden)
{
	struct rust_fault fault = { 0 };
	struct rust_facts facts = { 0 };
	struct buf out = { 0 };
	int ret = 0;
	if (c->syntax == FD_SYNTAX_REGEX) {
		ret = rust_translate(&out, &facts, text, patterns_flags(c), &fault);
		*upper |= facts.upper;
		*hidden = facts.hidden;
	} else {
		*upper |= rust_text_upper(text);
		*hidden = c->syntax != FD_SYNTAX_FIXED && (str_starts(text, STR(".")) ||
			(c->syntax == FD_SYNTAX_GLOB && (str_starts(text, STR("\\.")) || str_starts(text, STR("[.]")))));
	}
	buf_fini(&out);
	buf_fini(&facts.literal);
	return ret ? patterns_fault(c, text, &fault) : 0;
}

static int patterns_check(struct fd_conf *c, const struct fd_given *g, bool *upper)
{
	bool hidden = false;
	if (c->query.subject == FD_SUBJECT_NAME && str_chr(g->text, '/') != STR_NONE) {
		diag_text(c->diag, 1,
			"the pattern '%.*s' has a '/', which no name can match; to search in a "
			"directory use: %s . '%.*s'; to match whole paths use --full-path",
			STR_ARG(g->text), c->diag->program, STR_ARG(g->text));
		return -1;
	}
	if (patterns_look(c, g->text, upper, &hidden) != 0)
		return -1;
	/* One of several alternatives may well ask for what is left out, and a "not" loses nothing. */
	if (hidden && !c->ignore.hidden && (g->role == FD_MAIN || g->role == FD_AND)) {
		diag_text(c->diag, 1,
			"the pattern '%.*s' asks for hidden names only, which are left out; use "
			"--hidden (-H)",
			STR_ARG(g->text));
		return -1;
	}
	return 0;
}

/* ---------------------------------------------------------------- compiling */

static int patterns_compile(struct fd_conf *c, struct str text, bool fold, struct fd_pattern *p)
{
	struct rust_fault fault = { 0 };
	struct err e = { 0 };
	unsigned flags = (fold ? RUST_IGNORE_CASE : 0) | patterns_flags(c);
	*p = (struct fd_pattern){ .text = text };
	if (c->syntax == FD_SYNTAX_GLOB)
		p->glob = glob_compile(text, GLOB_BRACES | GLOB_UTF8 | (fold ? GLOB_NOCASE : 0), &e);
	else if (c->syntax == FD_SYNTAX_REGEX)
		p->rx = rust_new(text, flags, &fault);
	else
		p->rx = rust_new_literal(text, c->syntax == FD_SYNTAX_EXACT, flags);
	if (fault.what && !p->rx)
		return patterns_fault(c, text, &fault);
	if (p->rx || p->glob)
		return 0;
	diag_text(c->diag, 1, "bad glob '%.*s': %s", STR_ARG(text), e.what);
	return -1;
}

static fd_patterns *patterns_list(struct fd_conf *c, enum fd_role role, bool alternatives)
{
	switch (role) {
	case FD_OR: return &c->query.any;
	case FD_NOT: return &c->query.none;
	case FD_MAIN:
		if (alternatives)
			return &c->query.any;
		return &c->query.all;
	default: return &c->query.all;
	}
}

int fd_patterns_finish(struct fd_conf *c)
{
	bool upper = false, alternatives = c->pattern_files.n > 0;
	for (size_t i = 0; i < c->patterns.n; i++)
		alternatives |= c->patterns.p[i].role == FD_OR;
	for (size_t i = 0; i < c->patterns.n; i++)
		if (patterns_check(c, &c->patterns.p[i], &upper) != 0)
			return -1;
	bool fold = c->fold == FD_CASE_IGNORE || (c->fold == FD_CASE_SMART && !upper);
	for (size_t i = 0; i < c->patterns.n; i++) {
		struct fd_given g = c->patterns.p[i];
		struct fd_pattern p;
		/* An empty one matches everything; but no name is empty. */
		if (!g.text.n && g.role == FD_MAIN && (c->syntax != FD_SYNTAX_EXACT || alternatives))
			continue;
		if (patterns_compile(c, g.text, fold, &p) != 0)
			return -1;
		VEC_PUSH(patterns_list(c, g.role, alternatives)) = p;
	}
	c->query.nothing = alternatives && !c->query.any.n;
	return 0;
}
