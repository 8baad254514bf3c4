#include "styled.h"
#include "lessopen.h"
#include "pager.h"
#include "styled_own.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "ember/os/env.h"
#include "ember/os/sandbox.h"
#include "ember/page/page_ui.h"
#include "ember/rx/rx.h"
#include "ember/text/safe.h"
#include "ember/term/charset.h"
#include "ember/view/changes.h"

/* ---- inputs */

struct reader_source styled_source(const struct styled *s, size_t i)
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

struct tokens *styled_tokens(const struct styled *s)
{
	struct tokens *t = tokens_new(&s->registry, s->conf.theme);
	tokens_engine(t, tokens_engine_named(str_from(env_get("EMBER_SYNTAX_ENGINE"))));
	return t;
}

void styled_tokens_end(const struct styled *s)
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

/* Can the i-th input be shown, as far as can be seen from outside? */
static bool styled_shows(const struct styled *s, size_t i)
{
	const char *path = styled_source(s, i).path;
	struct stat sb;
	if (!path || (s->prepared && s->prepared[i] >= 0))
		return true;
	return stat(path, &sb) == 0 && !S_ISDIR(sb.st_mode) && !S_ISSOCK(sb.st_mode) && access(path, R_OK) == 0;
}

/* Is there anything to show? */
static bool styled_finds(const struct styled *s)
{
	bool finds = s->c->n_files == 0 || s->c->lessopen; /* whose command may take what we cannot */
	for (size_t i = 0; i < s->c->n_files && !finds; i++)
		finds = styled_shows(s, i);
	return finds;
}

/*
 * Should the pager show it? Not when a person types the input, nor for what called us "cat" or a
 * terminal that cannot address its cursor (the pager finds that out).
 */
static bool styled_pages(const struct styled *s)
{
	const struct ecat_conf *c = s->c;
	if (!c->tty || c->paging == ECAT_NEVER)
		return false;
	if (c->paging != ECAT_ALWAYS && (c->as_cat || (!s->prepared && conf_typed(c))))
		return false;
	return s->prepared || styled_finds(s);
}

/* What there is nothing to see of comes last: nobody wants a folder for the first page of "cat *". */
static const struct doc *styled_docs(struct styled *s, const struct doc *docs, size_t n)
{
	struct doc *sorted = ARENA_ARRAY(&s->arena, struct doc, n);
	bool *shows = ARENA_ARRAY(&s->arena, bool, n);
	size_t n_sorted = 0;
	for (size_t i = 0; i < n; i++)
		if ((shows[i] = styled_shows(s, i)))
			sorted[n_sorted++] = docs[i];
	for (size_t i = 0; i < n; i++)
		if (!shows[i])
			sorted[n_sorted++] = docs[i];
	return sorted;
}

/* The inputs that the pager shows, in the order of the line. */
struct styled_paged {
	const struct styled *s;
	struct reader_source *sources;
	struct reader **readers;
	struct doc *docs;
	bool *told; /* what is wrong with each of them */
	size_t n;
};

static struct styled_paged styled_paged_new(struct styled *s)
{
	const size_t n = s->c->n_files ? s->c->n_files : 1;
	struct arena *a = &s->arena;
	struct styled_paged p = { s, ARENA_ARRAY(a, struct reader_source, n), ARENA_ARRAY(a, struct reader *, n),
		ARENA_ARRAY(a, struct doc, n), ARENA_ARRAY(a, bool, n), n };
	for (size_t i = 0; i < n; i++) {
		p.sources[i] = styled_source(s, i);
		p.sources[i].before = i ? p.readers[i - 1] : NULL;
		p.readers[i] = reader_new(&s->conf, &p.sources[i], NULL);
		p.docs[i] = reader_doc(p.readers[i]);
	}
	return p;
}

static void styled_tell(struct styled_paged *p, size_t i)
{
	if (!p->told[i])
		styled_failed(p->s, p->readers[i], &p->sources[i]);
	p->told[i] = true;
}

/* One screen is printed: what is wrong with an input stands where the input would. */
static void styled_tell_doc(void *ctx, const struct doc *doc)
{
	struct styled_paged *p = ctx;
	for (size_t i = 0; i < p->n; i++)
		if (p->docs[i].ctx == doc->ctx)
			styled_tell(p, i);
}

static void styled_page(struct styled *s)
{
	struct styled_paged p = styled_paged_new(s);
	struct page_ui_conf ui = { .depth = s->c->depth, .in_line = p.docs, .failed = styled_tell_doc, .failed_ctx = &p };
	struct page_less less = { 0 };
	struct err e;
	ui.page = (struct page_conf){ .docs = styled_docs(s, p.docs, p.n), .n_docs = p.n, .layout = s->layout };
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
	for (size_t i = 0; i < p.n; i++) {
		if (end == PAGE_UI_NO_SCREEN)
			reader_print(p.readers[i], s->out, &s->layout, s->c->depth);
		else if (!styled_shows(s, i)) /* now the reason is asked for */
			(void)p.docs[i].ops->fetch(p.docs[i].ctx, 1);
		styled_tell(&p, i);
	}
	for (size_t i = 0; i < p.n; i++) /* none before: a later one counts on from it */
		reader_free(p.readers[i]);
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

/* The names in the terminal's title; what it was is put back behind. */
static void styled_title(const struct styled *s, bool begins)
{
	struct buf b = { 0 };
	if (!s->c->title || !s->c->tty)
		return;
	if (begins) {
		buf_text(&b, "\033[22;0t\033]0;");
		for (size_t i = 0; i < (s->c->n_files ? s->c->n_files : 1); i++) {
			struct reader_source source = styled_source(s, i);
			const char *name = source.named ? source.named : source.path ? source.path : "STDIN";
			buf_text(&b, i ? ", " : "");
			safe_add(&b, str_from(name), 0);
		}
		buf_char(&b, '\a');
	} else {
		buf_text(&b, "\033[23;0t");
	}
	out_str(s->out, buf_view(&b));
	out_flush(s->out);
	buf_fini(&b);
}

/* $LESSCLOSE tidies up in any case; then ecat ends as it would have ended, were nobody reading on. */
static void styled_lessopen_end(struct styled *s, bool ignored, void (*sigpipe)(int))
{
	out_flush(s->out);
	if (s->prepared)
		lessopen_close(s->c, s->d, s->prepared, s->child);
	if (!ignored)
		return;
	signal(SIGPIPE, sigpipe);
	if (sigpipe == SIG_DFL && s->out->err == EPIPE)
		raise(SIGPIPE);
}

static void styled_show(struct styled *s)
{
	const struct ecat_conf *c = s->c;
	struct pager pager;
	const enum pager_choice how = styled_pages(s) ? pager_choose(&pager, c, s->d, &s->arena) : PAGER_NONE;
	const bool pages = how == PAGER_BUILTIN;
	if (how == PAGER_WRONG)
		return;
	styled_conf(s, how != PAGER_NONE);
	if ((c->parts & DECORATE_CHANGES) || c->diff)
		s->conf.git = git_new(NULL);
	if (c->lessopen && !s->prepared)
		s->prepared = lessopen_prepare(c, s->d, &s->arena, &s->child);
	const bool closes = c->lessopen && env_get("LESSCLOSE");
	void (*sigpipe)(int) = closes ? signal(SIGPIPE, SIG_IGN) : SIG_DFL;
	if (how != PAGER_NONE)
		styled_title(s, true);
	const bool piped = how == PAGER_PROGRAM && pager_start(&pager, s->d, s->out);
	for (size_t i = 0; s->conf.git && !c->lessopen && i < c->n_files; i++)
		git_changes_ahead(s->conf.git, changes_path(&s->arena, styled_source(s, i).path), c->diff_base);
	if (!c->lessopen) /* else the command of $LESSCLOSE is still to be started */
		sandbox_enter(pages ? SANDBOX_TTY : 0, NULL);
	if (pages)
		styled_page(s);
	else
		styled_print(s);
	if (piped)
		pager_end(&pager, s->out);
	if (how != PAGER_NONE)
		styled_title(s, false);
	styled_git_end(s);
	styled_rx_end(s);
	if (c->lessopen)
		styled_lessopen_end(s, closes, piped ? SIG_IGN : sigpipe);
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

void styled_run(const struct ecat_conf *c, struct diag *d, struct out *out, int *prepared)
{
	struct styled s = { .c = c, .d = d, .out = out, .prepared = prepared };
	struct charset charset = { 0 };
	if (c->tty && charset_open(&charset, out->fd)) {
		out->sink = charset_write;
		out->ctx = &charset;
	}
	ground_begin(&s.ground, c);
	styled_prefetch(&s);
	packs_open(&s.packs, c, d);
	s.registry = s.packs.registry;
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
