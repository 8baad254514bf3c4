#include "styled.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "ember/base/panic.h"
#include "ember/cli/opt.h"
#include "ember/os/env.h"
#include "ember/os/file.h"
#include "ember/os/sandbox.h"
#include "ember/syntax/dump.h"
#include "ember/term/ask.h"
#include "ember/term/tty.h"
#include "ember/view/page_ui.h"
#include "packs.h"

enum { ASK_MS = 50 };
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
	struct reader_conf conf;
	struct tokens *tokens;
	struct doc_layout layout;
	struct buf typed; /* while the terminal was asked for its background */
};

/* ---- languages and themes */

static bool styled_language(struct styled *s)
{
	const char *name = s->c->language;
	struct language l;
	if (!name && env_get("MAN_PN"))
		name = "man";
	else if (!name)
		return true;
	if (!registry_find(&s->registry, str_from(name), &l)) {
		diag_text(s->d, 1, "unknown language '%s'", name);
		return false;
	}
	s->conf.has_language = true;
	s->conf.language = l.id;
	return true;
}

/* COLORFGBG's word, else the terminal's own (50 ms at most), else dark. */
static bool styled_light(struct styled *s)
{
	int told = ask_colorfgbg(env_get("COLORFGBG"));
	struct ask ask;
	struct err e;
	uint32_t rgb;
	bool light = false;
	int fd = told < 0 && s->c->tty ? tty_open(&e) : -1;
	if (fd < 0)
		return told == 1;
	if (ask_begin(&ask, fd, &e) == 0) {
		light = ask_end(&ask, ASK_MS, &rgb) && ask_is_light(rgb);
		buf_str(&s->typed, buf_view(&ask.typed));
		ask_fini(&ask);
	}
	close(fd);
	return light;
}

static void styled_theme(struct styled *s)
{
	static const char *const any[] = { "", "auto", "default", "auto:always", "auto:system" };
	const struct pack *pack = &s->registry.pack;
	struct str name = str_from(s->c->theme);
	bool open = false;
	for (size_t i = 0; i < COUNTOF(any); i++)
		open |= str_eqc(name, any[i]);
	if (!open && theme_find(&s->theme, pack, name)) {
		s->conf.theme = &s->theme;
		return;
	}
	if (!open && !str_eqc(name, "dark") && !str_eqc(name, "light"))
		diag_warn(s->d, "unknown theme '%s'", s->c->theme);
	bool light = open ? styled_light(s) : str_eqc(name, "light");
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

static void styled_print(struct styled *s)
{
	uint64_t number = 0;
	if (s->conf.theme)
		s->tokens = tokens_new(&s->registry, s->conf.theme);
	for (size_t i = 0; i < (s->c->n_files ? s->c->n_files : 1) && !s->out->err; i++) {
		struct reader_source source = styled_source(s, i);
		source.number = number;
		struct reader *r = reader_new(&s->conf, &source, s->tokens);
		reader_print(r, s->out, &s->layout, s->c->depth);
		number += reader_count(r);
		styled_failed(s, r, &source);
		reader_free(r);
	}
	tokens_free(s->tokens);
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
	ui.typed = buf_view(&s->typed);
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

static void styled_conf(struct styled *s)
{
	const struct ecat_conf *c = s->c;
	if (c->depth >= COLOR_16)
		styled_theme(s);
	s->looks = looks_frame(s->conf.theme);
	s->conf.registry = &s->registry;
	s->conf.looks = &s->looks;
	s->conf.man = env_get("MAN_PN") != NULL;
	s->conf.italic = c->italic;
	s->conf.parts = c->parts;
	s->conf.tabs = c->tabs;
	s->conf.format = c->format;
	s->conf.show_binary = c->format.nonprinting;
	s->conf.lines = c->lines.of.n ? &c->lines : NULL;
	s->conf.marks = c->marks.of.n ? &c->marks : NULL;
	bool wraps = c->wrap == ECAT_WRAP_AUTO ? c->width_given || (c->tty && c->parts)
					       : c->wrap != ECAT_WRAP_NEVER;
	s->layout = (struct doc_layout){ .cols = c->width, .decorations = true,
		.numbers = c->parts & DECORATE_NUMBERS,
		.wrap = !wraps ? DOC_CHOP : c->wrap == ECAT_WRAP_WORD ? DOC_WRAP_WORD : DOC_WRAP_CHARACTER };
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

void styled_run(const struct ecat_conf *c, struct diag *d, struct out *out)
{
	struct styled s = { .c = c, .d = d, .out = out };
	styled_registry(&s);
	if (styled_language(&s)) {
		styled_conf(&s);
		if (c->parts & DECORATE_CHANGES)
			s.conf.git = git_new(NULL);
		bool pages = styled_pages(c);
		sandbox_enter(pages ? SANDBOX_TTY : 0, NULL);
		if (pages)
			styled_page(&s);
		else
			styled_print(&s);
		styled_git_end(&s);
	}
	out_flush(out);
	buf_fini(&s.typed);
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
	struct styled s = { .c = c, .d = d, .out = out };
	styled_registry(&s);
	if (!styled_language(&s)) {
		packs_close(&s.packs);
		return;
	}
	if (c->theme)
		styled_theme(&s);
	s.tokens = tokens_new(&s.registry, s.conf.theme);
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
	tokens_free(s.tokens);
	packs_close(&s.packs);
	arena_fini(&s.arena);
}
