#include "styled.h"
#include "lessopen.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "ember/base/panic.h"
#include "ember/cli/opt.h"
#include "ember/os/env.h"
#include "ember/os/file.h"
#include "ember/os/sandbox.h"
#include "ember/rx/rx.h"
#include "ember/syntax/dump.h"
#include "ember/text/decode.h"
#include "ember/text/safe.h"
#include "ember/term/charset.h"
#include "ember/view/page_ui.h"
#include "ground.h"
#include "packs.h"

#define DUMP_MAX ((size_t)256 << 20)

/* Everything a styled run holds. */
struct styled {
	const struct ecat_conf *c;
	struct diag *d;
	struct out *out;
	struct arena arena;
	struct packs packs;
	struct registry registry;
	struct theme theme;
	struct looks_frame looks;
	struct detect_rules rules;
	struct highlight highlight;
	int *prepared; /* what $LESSOPEN made of each input, -1 = nothing; or NULL */
	struct reader_conf conf;
	struct tokens *tokens;
	struct doc_layout layout;
	struct ground ground;
};

/* ---- languages and themes */

static bool styled_find(struct styled *s, const char *name, uint32_t *id)
{
	struct language l;
	if (registry_find(&s->registry, str_from(name), &l)) {
		*id = l.id;
		return true;
	}
	if (s->c->as_bat)
		diag_warn(s->d, "unknown syntax: '%s'", name);
	else
		diag_text(s->d, 1, "unknown language '%s'", name);
	return false;
}

/* -l, --fallback-syntax; false: told, and nothing is to be shown. */
static bool styled_language(struct styled *s)
{
	const char *name = s->c->language ? s->c->language : env_get("MAN_PN") ? "man" : NULL;
	if (name)
		s->conf.has_language = styled_find(s, name, &s->conf.language);
	if (s->c->fallback)
		s->conf.has_fallback = styled_find(s, s->c->fallback, &s->conf.fallback);
	return s->c->as_bat || ((!name || s->conf.has_language) && (!s->c->fallback || s->conf.has_fallback));
}

/* -m and --ignored-suffix. */
static bool styled_rules(struct styled *s)
{
	const struct ecat_words *maps = &s->c->maps, *suffixes = &s->c->suffixes;
	struct detect_map *map = ARENA_ARRAY(&s->arena, struct detect_map, maps->of.n);
	struct str *suffix = ARENA_ARRAY(&s->arena, struct str, suffixes->of.n);
	for (size_t i = 0; i < maps->of.n; i++) {
		struct str whole = str_from(maps->of.p[i]);
		size_t colon = str_rchr(whole, ':');
		map[i].glob = str_sub(whole, 0, colon);
		if (!styled_find(s, maps->of.p[i] + colon + 1, &map[i].language))
			return false;
	}
	for (size_t i = 0; i < suffixes->of.n; i++)
		suffix[i] = str_from(suffixes->of.p[i]);
	s->rules = (struct detect_rules){ map, maps->of.n, suffix, suffixes->of.n };
	s->conf.rules = &s->rules;
	return true;
}

static bool styled_patterns(struct styled *s)
{
	char why[RX_WHY_MAX];
	struct err e;
	for (size_t i = 0; i < s->c->patterns.of.n; i++) {
		if (highlight_add(&s->highlight, str_from(s->c->patterns.of.p[i]), why, &e) == 0)
			continue;
		diag_text(s->d, 1, "--highlight-pattern: '%s': %s", s->c->patterns.of.p[i], why);
		return false;
	}
	if (s->highlight.of.n)
		s->conf.highlight = &s->highlight;
	return true;
}

static bool styled_encoding(struct styled *s)
{
	const char *name = s->c->encoding;
	struct decode d = { 0 };
	if (!name || strcmp(name, "auto") == 0)
		return true;
	if (decode_open(&d, name) != 0) {
		diag_text(s->d, 1, "--encoding: nobody knows '%s'", name);
		return false;
	}
	decode_close(&d);
	s->conf.encoding = name;
	return true;
}

/* "default" is a theme of that name: the built-in dark one. */
static void styled_theme(struct styled *s, bool pager)
{
	static const char *const open[] = { "", "auto", "auto:always", "auto:system", "dark", "light" };
	const struct pack *pack = &s->registry.pack;
	struct str name = str_from(s->c->theme);
	bool fixed = true;
	for (size_t i = 0; i < COUNTOF(open); i++)
		fixed &= !str_eqc(name, open[i]);
	bool light = ground_light(&s->ground, pager);
	const char *chosen = fixed ? s->c->theme : light ? s->c->theme_light : s->c->theme_dark;
	if (chosen && theme_find(&s->theme, pack, str_from(chosen))) {
		s->conf.theme = &s->theme;
		return;
	}
	if (chosen)
		diag_warn(s->d, "unknown theme '%s'", chosen);
	if (theme_find(&s->theme, pack, light ? STR("ember-light") : STR("ember-dark")) ||
		theme_find(&s->theme, pack, light ? STR("light-plus") : STR("dark-plus")) ||
		theme_at(&s->theme, pack, 0))
		s->conf.theme = &s->theme;
}

static void styled_registry(struct styled *s)
{
	packs_open(&s->packs, s->c, s->d);
	s->registry = s->packs.registry;
}

/* ---- inputs */

static struct reader_source styled_source(const struct styled *s, size_t i)
{
	struct reader_source source = { .first = i == 0 };
	if (s->prepared && s->prepared[i] >= 0) {
		source.prepared = true;
		source.fd = s->prepared[i];
	}
	if (s->c->n_files && strcmp(s->c->files[i], "-") != 0)
		source.path = s->c->files[i];
	if (s->c->names.of.n)
		source.named = s->c->names.of.p[i];
	else if (!source.path)
		source.named = env_get("MAN_PN"); /* man says what page it sends */
	return source;
}

static void styled_failed(const struct styled *s, const struct reader *r, const struct reader_source *source)
{
	const struct err *e = reader_error(r);
	if (e)
		diag_path(s->d, 1, source->path ? str_from(source->path) : STR("-"), e);
}

/* The tokeniser for all inputs, with the engine that EMBER_SYNTAX_ENGINE names. */
static struct tokens *styled_tokens(const struct styled *s)
{
	struct tokens *t = tokens_new(&s->registry, s->conf.theme);
	tokens_engine(t, tokens_engine_named(str_from(env_get("EMBER_SYNTAX_ENGINE"))));
	return t;
}

static void styled_tokens_end(const struct styled *s)
{
	const struct tokens_missed *m = s->tokens ? tokens_missed(s->tokens) : NULL;
	if (m && m->n)
		diag_text(s->d, 1, "engines differ %lu times, first at the pattern %.*s", m->n, STR_ARG(m->pattern));
	tokens_free(s->tokens);
}

static void styled_print(struct styled *s)
{
	uint64_t number = 0;
	bool first = true; /* bat goes by the place in the line, shown or not */
	if (s->conf.theme)
		s->tokens = styled_tokens(s);
	for (size_t i = 0; i < (s->c->n_files ? s->c->n_files : 1) && !s->out->err; i++) {
		struct reader_source source = styled_source(s, i);
		source.number = number;
		source.first = first;
		struct reader *r = reader_new(&s->conf, &source, s->tokens);
		reader_print(r, s->out, &s->layout, s->c->depth);
		number += reader_count(r);
		first &= !s->c->as_bat && !reader_shown(r);
		styled_failed(s, r, &source);
		reader_free(r);
	}
	styled_tokens_end(s);
}

/* ---- the pager */

/*
 * Should the pager show it? Not when a person types the input, nor for what called us "cat" or a
 * terminal that cannot address its cursor (the pager finds that out).
 */
static bool styled_pages(const struct ecat_conf *c)
{
	if (!c->tty || c->paging == ECAT_NEVER)
		return false;
	return c->paging == ECAT_ALWAYS || !c->as_cat;
}

static void styled_page(struct styled *s)
{
	const size_t n = s->c->n_files ? s->c->n_files : 1;
	struct doc *docs = ARENA_ARRAY(&s->arena, struct doc, n);
	struct reader **readers = ARENA_ARRAY(&s->arena, struct reader *, n);
	struct reader_source *sources = ARENA_ARRAY(&s->arena, struct reader_source, n);
	struct page_ui_conf ui = { .depth = s->c->depth };
	struct page_less less = { 0 };
	struct err e;
	for (size_t i = 0; i < n; i++) {
		sources[i] = styled_source(s, i);
		readers[i] = reader_new(&s->conf, &sources[i], NULL);
		docs[i] = reader_doc(readers[i]);
	}
	ui.page = (struct page_conf){ .docs = docs, .n_docs = n, .layout = s->layout };
	page_less(str_from(env_get("LESS")), &ui.page, &less);
	ui.no_alt_screen = less.no_alt_screen;
	if (less.tabs)
		s->conf.tabs = less.tabs;
	if (less.numbers)
		ui.page.layout.numbers = true;
	ui.typed = buf_view(&s->ground.ask.typed);
	ui.quit_if_one_screen = s->c->paging == ECAT_AUTO;
	ui.page.layout.wrap = less.chop || s->c->wrap == ECAT_WRAP_NEVER ? DOC_CHOP
			    : s->c->wrap == ECAT_WRAP_WORD               ? DOC_WRAP_WORD
									 : DOC_WRAP_CHARACTER;
	enum page_ui_end end = page_ui_run(&ui, s->out, &e);
	for (size_t i = 0; i < n; i++) {
		if (end == PAGE_UI_NO_SCREEN)
			reader_print(readers[i], s->out, &s->layout, s->c->depth);
		styled_failed(s, readers[i], &sources[i]);
		reader_free(readers[i]);
	}
}

static enum doc_wrap styled_wrap(const struct ecat_conf *c)
{
	bool wraps = c->wrap != ECAT_WRAP_NEVER && !c->filtered;
	if (c->wrap == ECAT_WRAP_AUTO && c->as_bat)
		wraps &= c->parts && (c->width_given || c->tty);
	else if (c->wrap == ECAT_WRAP_AUTO)
		wraps &= c->width_given || (c->tty && c->parts);
	if (c->as_bat && c->numbers && !c->tty && c->decorations != ECAT_ALWAYS && c->color != ECAT_ALWAYS)
		wraps &= c->wrap != ECAT_WRAP_AUTO || c->width_given;
	return !wraps ? DOC_CHOP : c->wrap == ECAT_WRAP_WORD ? DOC_WRAP_WORD : DOC_WRAP_CHARACTER;
}

static enum reader_when styled_when(enum ecat_when when)
{
	return when == ECAT_ALWAYS ? READER_ALWAYS : when == ECAT_AUTO ? READER_AUTO : READER_NEVER;
}

static void styled_inputs(struct styled *s)
{
	const struct ecat_conf *c = s->c;
	s->conf.man = env_get("MAN_PN") != NULL;
	s->conf.show_binary = c->format.nonprinting || c->as_text || c->pictures || c->filtered;
	s->conf.strip = styled_when(c->strip);
	s->conf.sanitize = styled_when(c->sanitize);
	s->conf.raw = (c->raw || c->filtered) && !c->pictures;
	s->conf.pictures = c->pictures;
	s->conf.caret = c->notation == 1;
	s->conf.keep_cr = c->filtered || (c->as_bat && !c->tty);
	s->conf.quiet_empty = c->quiet_empty;
	s->conf.lines = c->lines.of.n ? &c->lines : NULL;
	s->conf.diff = c->diff;
	s->conf.diff_context = c->diff_context;
	s->conf.diff_base = c->diff_base;
}

static void styled_conf(struct styled *s, bool pages)
{
	const struct ecat_conf *c = s->c;
	if (c->depth >= COLOR_16)
		styled_theme(s, pages);
	s->looks = looks_frame(s->conf.theme);
	s->conf.registry = &s->registry;
	s->conf.looks = &s->looks;
	s->conf.italic = c->italic;
	s->conf.parts = c->parts;
	s->conf.tabs = c->tabs;
	s->conf.format = c->format;
	s->conf.max_highlight = c->max_highlight;
	s->conf.marks = c->marks.of.n ? &c->marks : NULL;
	if (c->hyperlink == ECAT_ALWAYS || (c->hyperlink == ECAT_AUTO && c->tty))
		s->conf.hyperlink = c->hyperlink_format ? c->hyperlink_format : "file://{host}{path}#{line}";
	styled_inputs(s);
	s->layout = (struct doc_layout){ .cols = c->width, .decorations = true,
		.numbers = c->parts & DECORATE_NUMBERS, .wrap = styled_wrap(c) };
}

/* Marks that could not be made are worth a word, not a status. */
static void styled_git_end(struct styled *s)
{
	const char *path;
	struct err e;
	char words[256];
	if (!s->conf.git)
		return;
	if (git_problem(s->conf.git, &path, &e)) {
		diag_words(&e, words, sizeof(words));
		diag_warn(s->d, "change marks: %s: %s", path, words);
	}
	git_free(s->conf.git);
}

/* Files were shown as if no grammar knew them. */
static void styled_rx_end(const struct styled *s)
{
	struct err e;
	if (rx_missing() && rx_start(&e) != 0)
		diag_warn(s->d, "%s, which grammars and searches need", e.what);
}

static bool styled_ready(struct styled *s)
{
	return styled_language(s) && styled_rules(s) && styled_patterns(s) && styled_encoding(s);
}

/* The names in the terminal's title; what it was is put back behind. */
static void styled_title(const struct styled *s, bool begins)
{
	struct buf b = { 0 };
	if (!s->c->title || !s->c->tty)
		return;
	if (begins) {
		buf_text(&b, "\033[22;0t\033]0;");
		for (size_t i = 0; i < s->c->n_files; i++) {
			if (i)
				buf_text(&b, ", ");
			safe_add(&b, str_from(s->c->files[i]), 0);
		}
		buf_char(&b, '\a');
	} else {
		buf_text(&b, "\033[23;0t");
	}
	out_str(s->out, buf_view(&b));
	out_flush(s->out);
	buf_fini(&b);
}

static void styled_show(struct styled *s)
{
	const struct ecat_conf *c = s->c;
	const bool pages = styled_pages(c);
	styled_conf(s, pages);
	if ((c->parts & DECORATE_CHANGES) || c->diff)
		s->conf.git = git_new(NULL);
	if (c->lessopen)
		s->prepared = lessopen_prepare(c, s->d, &s->arena);
	else /* the command of $LESSCLOSE is still to be started */
		sandbox_enter(pages ? SANDBOX_TTY : 0, NULL);
	if (pages) {
		styled_title(s, true);
		styled_page(s);
		styled_title(s, false);
	} else {
		styled_print(s);
	}
	styled_git_end(s);
	styled_rx_end(s);
	if (s->prepared)
		lessopen_close(c, s->d, s->prepared);
}

/* While the terminal thinks, the disk may fetch the first block. */
static void styled_prefetch(const struct styled *s)
{
	enum { BLOCK = 1 << 16 };
	struct stat sb;
	if (s->ground.tty < 0 || !s->c->n_files || stat(s->c->files[0], &sb) != 0 || !S_ISREG(sb.st_mode))
		return; /* a pipe's writer would meet a reader that goes away */
	int fd = open(s->c->files[0], O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
	if (fd < 0)
		return;
	(void)posix_fadvise(fd, 0, BLOCK, POSIX_FADV_WILLNEED);
	close(fd);
}

void styled_run(const struct ecat_conf *c, struct diag *d, struct out *out)
{
	struct styled s = { .c = c, .d = d, .out = out };
	struct charset charset = { 0 };
	if (c->tty && charset_open(&charset, out->fd)) {
		out->sink = charset_write;
		out->ctx = &charset;
	}
	ground_begin(&s.ground, c);
	styled_prefetch(&s);
	styled_registry(&s);
	if (styled_ready(&s))
		styled_show(&s);
	out_flush(out);
	ground_end(&s.ground);
	out->sink = NULL;
	charset_close(&charset);
	highlight_fini(&s.highlight);
	packs_close(&s.packs);
	arena_fini(&s.arena);
}

/* ---- tokens */

static bool styled_slurp(struct styled *s, const struct reader_source *source, struct str *text)
{
	struct err e;
	if (file_slurp(text, &s->arena, source->path ? source->path : "/dev/stdin", DUMP_MAX, &e) == 0)
		return true;
	diag_path(s->d, 1, source->path ? str_from(source->path) : STR("-"), &e);
	return false;
}

void styled_dump(const struct ecat_conf *c, struct diag *d, struct out *out)
{
	struct styled s = { .c = c, .d = d, .out = out, .ground = { .tty = -1, .kept = -1 } };
	s.ground.light = str_eqc(str_from(c->theme), "light");
	styled_registry(&s);
	if (!styled_language(&s)) {
		packs_close(&s.packs);
		return;
	}
	if (c->theme)
		styled_theme(&s, false);
	s.tokens = styled_tokens(&s);
	for (size_t i = 0; i < (c->n_files ? c->n_files : 1); i++) {
		struct reader_source source = styled_source(&s, i);
		struct str text;
		if (!styled_slurp(&s, &source, &text))
			continue;
		const char *path = source.named ? source.named : source.path;
		struct detect_file f = { .path = str_from(path), .head = str_sub(text, 0, 4096), .pipe = !path };
		tokens_begin(s.tokens, s.conf.has_language ? s.conf.language
							   : detect_language(&s.registry, &f, NULL));
		dump_tokens(out, s.tokens, text, c->theme != NULL);
	}
	styled_tokens_end(&s);
	packs_close(&s.packs);
	arena_fini(&s.arena);
}
