#include "ember/syntax/content.h"

#include "ember/base/def.h"
#include "firstline.h"

#define LINE_MAX_BYTES 1024u /* of a first line that is looked at */
#define MODELINES 5

static bool by_name(const struct registry *r, struct str name, uint32_t *id)
{
	return pack_find(&r->pack, PACK_NAMES, name, id);
}

static struct str first_line(struct str text)
{
	struct str line = str_cut(&text, '\n');
	if (str_starts(line, STR("\xef\xbb\xbf")))
		line = str_sub(line, 3, line.n);
	return str_sub(line, 0, LINE_MAX_BYTES);
}

static struct str next_word(struct str *rest)
{
	*rest = str_trim(*rest);
	size_t i = 0;
	while (i < rest->n && !ascii_space(rest->p[i]))
		i++;
	struct str w = str_sub(*rest, 0, i);
	*rest = str_sub(*rest, i, rest->n);
	return w;
}

/* "python3.11" is python. */
static bool interpreter(const struct registry *r, struct str word, uint32_t *id)
{
	struct str name = str_base(word);
	if (pack_find(&r->pack, PACK_INTERPRETERS, name, id))
		return true;
	while (name.n &&
		(ascii_digit(name.p[name.n - 1]) || name.p[name.n - 1] == '.' ||
			name.p[name.n - 1] == '-'))
		name.n--;
	return name.n && pack_find(&r->pack, PACK_INTERPRETERS, name, id);
}

/* The program among env's words, behind its options ("-S" may be glued to it) and assignments. */
static struct str env_program(struct str *line)
{
	static const char *const valued[] = { "-u", "--unset", "-C", "--chdir" };
	for (;;) {
		struct str word = next_word(line);
		if (str_starts(word, STR("--split-string=")))
			return str_sub(word, STR("--split-string=").n, word.n);
		if (str_starts(word, STR("-S")) && word.n > 2)
			return str_sub(word, 2, word.n);
		for (size_t i = 0; i < COUNTOF(valued); i++)
			if (str_eqc(word, valued[i]))
				next_word(line);
		if (!word.n || (word.p[0] != '-' && str_chr(word, '=') == STR_NONE))
			return word;
	}
}

bool content_shebang(const struct registry *r, struct str head, uint32_t *id)
{
	struct str line = first_line(head);
	if (!str_starts(line, STR("#!")))
		return false;
	line = str_sub(line, 2, line.n);
	struct str word = next_word(&line);
	if (str_eqc(str_base(word), "env"))
		word = env_program(&line);
	return word.n && interpreter(r, word, id);
}

static bool is_name_byte(char c)
{
	return ascii_alnum(c) || (c && strchr("+-_#.", c));
}

static struct str name_at(struct str s)
{
	size_t n = 0;
	while (n < s.n && is_name_byte(s.p[n]))
		n++;
	return str_sub(s, 0, n);
}

/* A language by what an editor calls it: a name, an alias, or an extension; "c-ts-mode" is "c". */
static bool editor_name(const struct registry *r, struct str name, uint32_t *id)
{
	static const char *const tails[] = { "-mode", "-ts" };
	struct language l;
	for (size_t i = 0; i < COUNTOF(tails); i++)
		if (str_ends(name, str_from(tails[i])))
			name.n -= strlen(tails[i]);
	if (!name.n || !registry_find(r, name, &l))
		return false;
	*id = l.id;
	return true;
}

/* "vim:", "vi:", "ex:", "Vim:", "vim700:", "vim>=700:" after a blank or at the start: *line is moved to its colon. */
static bool vim_mark(struct str *line)
{
	static const char *const marks[] = { "vim", "Vim", "vi", "ex" };
	for (size_t at = 0; at < line->n; at++) {
		if (at && !ascii_space(line->p[at - 1]))
			continue;
		struct str rest = str_sub(*line, at, line->n);
		for (size_t i = 0; i < COUNTOF(marks); i++) {
			size_t n = strlen(marks[i]);
			if (!str_starts(rest, str_from(marks[i])))
				continue;
			while (i < 2 && n < rest.n && (ascii_digit(rest.p[n]) || strchr("<=>", rest.p[n])))
				n++;
			if (n < rest.n && rest.p[n] == ':' && (at || i != 3)) {
				*line = str_sub(rest, n, rest.n);
				return true;
			}
		}
	}
	return false;
}

static bool vim_modeline(const struct registry *r, struct str line, uint32_t *id)
{
	static const char *const keys[] = { "filetype=", "ft=", "syntax=", "syn=" };
	if (!vim_mark(&line))
		return false;
	for (size_t i = 0; i < COUNTOF(keys); i++) {
		size_t k = str_find(line, str_from(keys[i]));
		if (k != STR_NONE && k && !ascii_alpha(line.p[k - 1]))
			return editor_name(
				r, name_at(str_sub(line, k + strlen(keys[i]), line.n)), id);
	}
	return false;
}

/* -*- mode: c++; indent-tabs-mode: t -*-, or -*- c++ -*- */
static bool emacs_modeline(const struct registry *r, struct str line, uint32_t *id)
{
	size_t open = str_find(line, STR("-*-"));
	if (open == STR_NONE)
		return false;
	line = str_sub(line, open + 3, line.n);
	size_t close = str_find(line, STR("-*-"));
	if (close == STR_NONE)
		return false;
	struct str vars = str_trim(str_sub(line, 0, close));
	if (str_chr(vars, ':') == STR_NONE)
		return editor_name(r, vars, id);
	while (vars.n) {
		struct str value = str_cut(&vars, ';'), key = str_cut(&value, ':');
		if (str_eq_nocase(str_trim(key), STR("mode")))
			return editor_name(r, str_trim(value), id);
	}
	return false;
}

/* In a block of "Local Variables:" at the end of a file. */
static bool emacs_mode_line(const struct registry *r, struct str line, uint32_t *id)
{
	size_t at = str_find(line, STR("mode:"));
	if (at == STR_NONE || (at && line.p[at - 1] != ' ' && line.p[at - 1] != '\t'))
		return false;
	return editor_name(r, name_at(str_trim(str_sub(line, at + 5, line.n))), id);
}

/* The last `n` lines of s. */
static struct str last_lines(struct str s, unsigned n)
{
	size_t from = s.n;
	if (from && s.p[from - 1] == '\n')
		from--;
	while (n && from) {
		from--;
		if (s.p[from] == '\n' && !--n)
			return str_sub(s, from + 1, s.n);
	}
	return s;
}

bool content_modeline(const struct registry *r, struct str head, struct str tail, uint32_t *id)
{
	struct str line;
	for (unsigned i = 0; i < MODELINES && str_line(&head, &line); i++) {
		line = str_sub(line, 0, LINE_MAX_BYTES);
		if (vim_modeline(r, line, id) || emacs_modeline(r, line, id))
			return true;
	}
	bool local = str_find(tail, STR("Local Variables:")) != STR_NONE;
	tail = last_lines(tail, MODELINES);
	while (str_line(&tail, &line)) {
		line = str_sub(line, 0, LINE_MAX_BYTES);
		if (vim_modeline(r, line, id) || (local && emacs_mode_line(r, line, id)))
			return true;
	}
	return false;
}

/* Moves over a JSON string at the start of s, if there is a whole one. */
static bool json_string(struct str *s)
{
	size_t i = 1;
	if (!s->n || s->p[0] != '"')
		return false;
	while (i < s->n && s->p[i] != '"' && s->p[i] != '\n')
		i += s->p[i] == '\\' ? 2 : 1;
	if (i >= s->n || s->p[i] != '"')
		return false;
	*s = str_trim(str_sub(*s, i + 1, s->n));
	return true;
}

/* The beginning of an object or an array of JSON, far enough in to tell it from an ini section. */
static bool json_prefix(struct str s)
{
	bool array = s.n && s.p[0] == '[';
	if (!s.n || (!array && s.p[0] != '{'))
		return false;
	s = str_trim(str_sub(s, 1, s.n));
	if (array && s.n && (s.p[0] == '{' || s.p[0] == '[')) {
		s = str_trim(str_sub(s, 1, s.n));
		return s.n &&
			(s.p[0] == '"' || s.p[0] == '}' || s.p[0] == ']' || s.p[0] == '{' ||
				ascii_digit(s.p[0]));
	}
	if (s.n && s.p[0] == (array ? ']' : '}'))
		return !str_trim(str_sub(s, 1, s.n)).n;
	if (json_string(&s))
		return s.n && (array ? s.p[0] == ',' || s.p[0] == ']' : s.p[0] == ':');
	size_t i = 0;
	while (array && i < s.n && (ascii_digit(s.p[i]) || s.p[i] == '.' || s.p[i] == '-'))
		i++;
	return i && i < s.n && s.p[i] == ',';
}

static bool starts_nocase(struct str s, const char *prefix)
{
	size_t n = strlen(prefix);
	return str_eq_nocase(str_sub(s, 0, n), str_from(prefix));
}

/* "commit 0123abcd...": git log or git show. */
static bool git_commit(struct str line)
{
	size_t n = 0;
	if (!str_starts(line, STR("commit ")))
		return false;
	line = str_sub(line, 7, line.n);
	while (n < line.n && (ascii_digit(line.p[n]) || (line.p[n] >= 'a' && line.p[n] <= 'f')))
		n++;
	return n >= 40;
}

bool content_probe(const struct registry *r, struct str head, uint32_t *id)
{
	static const struct {
		const char *prefix, *language;
	} rows[] = {
		{ "<?xml", "xml" },
		{ "<!doctype html", "html" },
		{ "<html", "html" },
		{ "%YAML", "yaml" },
		{ "diff --git ", "diff" },
		{ "--- a/", "diff" },
		{ "<?php", "php" },
	};
	struct str line = first_line(head);
	for (size_t i = 0; i < COUNTOF(rows); i++)
		if (starts_nocase(line, rows[i].prefix))
			return by_name(r, str_from(rows[i].language), id);
	if (git_commit(line))
		return by_name(r, STR("gitlog"), id) || by_name(r, STR("diff"), id);
	if (json_prefix(str_trim(head)))
		return by_name(r, STR("json"), id);
	return firstline_find(&r->pack, line, id);
}
