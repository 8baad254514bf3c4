#include "els.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "ember/base/out.h"
#include "ember/base/vec.h"
#include "ember/cli/help.h"
#include "ember/cli/optdoc.h"
#include "ember/list/collect.h"
#include "ember/list/hyperlink.h"
#include "ember/list/icon.h"
#include "ember/list/json.h"
#include "ember/list/order.h"
#include "ember/list/rows.h"
#include "ember/list/tree.h"
#include "ember/os/dir.h"
#include "ember/term/tty.h"
#include "ember/text/utf8.h"

/* A folder that waits to be listed, or the end of one whose folders below have all been listed. */
struct run_dir {
	size_t path; /* offset of its path in run.paths; meaningless for an end */
	bool arg, end;
	size_t depth;
};

struct run_active {
	uint64_t dev, ino;
};

struct run {
	const struct els_conf *conf;
	struct diag *diag;
	struct out out;
	struct column column;
	struct rows rows;
	struct collect collect;
	struct listing listing;
	VEC(struct run_dir) todo; /* a stack: what is listed next is last */
	struct buf paths;         /* their paths, NUL-terminated, stacked the same way */
	VEC(struct run_active) active;
	struct buf path, text;
	struct arena names; /* read from standard input */
	bool headed, any_heading; /* headings are wanted; one has been written */
	bool streaming;           /* the listing is written while it is read: */
	size_t streamed;          /* so many of its items so far */
};

static void run_json(struct run *r, struct str dir, const struct listing *l, size_t shown)
{
	size_t limit = r->conf->list.limit;
	for (size_t i = 0; i < shown && (!limit || i < limit); i++) {
		buf_clear(&r->text);
		json_item(&r->text, &r->column.cells, dir, l->v[i]);
		out_str(&r->out, buf_view(&r->text));
	}
}

static void run_rows(struct run *r, struct str dir, const struct listing *l, size_t shown)
{
	if (r->conf->list.json)
		run_json(r, dir, l, shown);
	else
		rows_put(&r->rows, l, shown);
}

/* Write the items up to `end`, those of a listing without order, whose rows need nothing of one another. */
static void run_stream(struct run *r, size_t end)
{
	struct listing part = r->listing;
	part.v += r->streamed;
	part.n = end - r->streamed;
	r->streamed = end;
	run_rows(r, (struct str){ buf_cstr(&r->path), r->path.n }, &part, part.n);
}

static void run_say(void *ctx, bool serious, const char *what, struct str path, int num)
{
	struct run *r = ctx;
	struct err e = { .num = num };
	if (r->streaming && r->listing.n) /* it is about the last item, before which the others stand */
		run_stream(r, r->listing.n - 1);
	const struct els_conf *c = r->conf;
	if (c->meant && num == ENOENT && str_eqc(path, c->meant) && (c->list.tree || !c->meant_depth)) {
		char words[128];
		diag_words(&e, words, sizeof(words));
		diag_text(r->diag, ELS_SERIOUS, "%s '%s': %s; %s", what, c->meant, words, c->meant_hint);
		return;
	}
	diag_about(r->diag, serious ? ELS_SERIOUS : ELS_MINOR, what, path, &e);
}

/* ---------------------------------------------------------------- the stack of folders */

static void run_push(struct run *r, struct str dir, const struct item *it, size_t depth)
{
	size_t at = r->paths.n;
	while (dir.n > 1 && dir.p[dir.n - 1] == '/')
		dir.n--;
	if (dir.n && it->name[0] != '/') {
		buf_str(&r->paths, dir);
		if (dir.p[dir.n - 1] != '/')
			buf_char(&r->paths, '/');
	}
	buf_add(&r->paths, it->name, it->len + 1);
	VEC_PUSH(&r->todo) =
		(struct run_dir){ .path = at, .arg = it->flags & ITEM_ARG, .depth = depth };
}

static bool run_is_dots(struct str name)
{
	return str_eqc(name, ".") || str_eqc(name, "..");
}

/* Put the listing's folders on the stack, the first on top. */
static void run_push_dirs(struct run *r, struct str dir, size_t depth)
{
	struct listing *l = &r->listing;
	bool arg = dir.n == 0;
	for (size_t i = l->n; i-- > 0;)
		if (item_is_dir(l->v[i]) && (arg || !run_is_dots(str_base(item_name(l->v[i])))))
			run_push(r, dir, l->v[i], depth);
}

/* Move folders behind the rest, which keeps its order. Returns how many are no folders. */
static size_t run_files_first(struct listing *l)
{
	size_t n = 0;
	for (size_t i = 0; i < l->n; i++) {
		struct item *it = l->v[i];
		if (item_is_dir(it))
			continue;
		l->v[i] = l->v[n];
		l->v[n++] = it;
	}
	return n;
}

/* ---------------------------------------------------------------- one folder */

/* False: the folder is one of those it lies in. */
static bool run_enter(struct run *r, int fd, struct str path)
{
	struct stat_facts s;
	int num = stat_fd(&s, fd, STAT_INO);
	if (num) {
		run_say(r, true, "cannot determine device and inode of", path, num);
		return false;
	}
	for (size_t i = 0; i < r->active.n; i++) {
		if (r->active.p[i].dev == s.dev && r->active.p[i].ino == s.ino) {
			struct err e = { .what = "not listing already-listed directory" };
			diag_path(r->diag, ELS_SERIOUS, path, &e);
			return false;
		}
	}
	VEC_PUSH(&r->active) = (struct run_active){ s.dev, s.ino };
	VEC_PUSH(&r->todo) = (struct run_dir){ .end = true };
	return true;
}

static void run_heading(struct run *r, struct str path)
{
	if (r->any_heading)
		out_char(&r->out, '\n');
	r->any_heading = true;
	buf_clear(&r->text);
	quote_name(&r->text, &r->conf->list.dir_quote, path);
	column_indent(&r->column);
	if (r->conf->list.dired)
		VEC_PUSH(&r->column.subdired) = column_at(&r->column);
	const char *host = r->conf->list.hyperlink, *real = NULL;
	int num;
	if (host)
		real = hyperlink_resolve(&r->listing.text, path.p, &num);
	if (real)
		hyperlink_open(&r->out, host, real);
	out_str(&r->out, buf_view(&r->text));
	if (real)
		hyperlink_close(&r->out);
	if (r->conf->list.dired)
		VEC_PUSH(&r->column.subdired) = column_at(&r->column);
	out_text(&r->out, ":\n");
}

/* A batch of a listing without order: written at once, so that memory stays small. */
static void run_batch(void *ctx, struct listing *l)
{
	struct run *r = ctx;
	run_stream(r, l->n);
	r->streamed = 0;
	listing_clear(l);
}

static void run_folder(struct run *r, struct str path, bool arg, size_t depth)
{
	const struct list_conf *conf = &r->conf->list;
	struct listing *l = &r->listing;
	struct err e;
	int fd = dir_open(AT_FDCWD, path.p, true, &e);
	if (fd < 0) {
		run_say(r, arg, "cannot open directory", path, e.num);
		return;
	}
	if (!conf->recursive || run_enter(r, fd, path)) {
		listing_clear(l);
		bool bare = conf->bare_root && arg && r->conf->n_files <= 1;
		if ((conf->recursive || r->headed) && !conf->json && !bare)
			run_heading(r, path);
		r->streaming = conf->stream;
		collect_dir(&r->collect, l, fd, path, conf->stream ? run_batch : NULL, r);
		r->streaming = false;
		close(fd);
		order_items(conf, l);
		if (conf->recursive && depth + 1 < conf->depth)
			run_push_dirs(r, path, depth + 1);
		if (conf->total_line && !conf->json)
			column_total(&r->column, l);
		run_rows(r, path, l, l->n);
		return;
	}
	close(fd);
}

/* ---------------------------------------------------------------- all of them */

/* Names from standard input, each ended as conf says. */
static void run_collect_stdin(struct run *r)
{
	struct buf text = { 0 };
	ssize_t n = 1;
	while (n > 0 || (n < 0 && errno == EINTR)) {
		buf_reserve(&text, 65536);
		n = read(STDIN_FILENO, text.p + text.n, 65536);
		if (n > 0)
			text.n += (size_t)n;
	}
	if (n < 0)
		run_say(r, true, "cannot read", STR("standard input"), errno);
	struct str rest = buf_view(&text), end = r->conf->names_end;
	while (rest.n) {
		size_t at = str_find(rest, end);
		struct str name = str_sub(rest, 0, at == STR_NONE ? rest.n : at);
		rest = str_sub(rest, name.n + (at == STR_NONE ? 0 : end.n), rest.n);
		if (name.n == 0)
			continue;
		char *path = arena_cstr(&r->names, name);
		collect_arg(&r->collect, &r->listing, path);
	}
	buf_fini(&text);
}

static void run_collect_arguments(struct run *r)
{
	const struct els_conf *c = r->conf;
	struct listing *l = &r->listing;
	for (size_t i = 0; i < c->n_files; i++)
		collect_arg(&r->collect, l, c->files[i]);
	if (c->names_end.n)
		run_collect_stdin(r);
	else if (c->n_files == 0)
		collect_arg(&r->collect, l, ".");
}

static void run_arguments(struct run *r)
{
	const struct els_conf *c = r->conf;
	struct listing *l = &r->listing;
	const bool dirs = !c->list.self, as_given = c->list.dirs_as_given;
	run_collect_arguments(r);
	if (dirs && as_given)
		run_push_dirs(r, (struct str){ NULL, 0 }, 0);
	order_items(&c->list, l);
	if (dirs && !as_given)
		run_push_dirs(r, (struct str){ NULL, 0 }, 0);
	const size_t shown = dirs ? run_files_first(l) : l->n;
	r->headed = true;
	if (shown) {
		run_rows(r, (struct str){ NULL, 0 }, l, shown);
		if (r->todo.n && !c->list.json)
			out_char(&r->out, '\n');
	} else if (c->n_files <= 1 && r->todo.n == 1) {
		r->headed = false;
	}
}

static void run_tree(struct run *r)
{
	struct tree tree;
	struct listing *l = &r->listing;
	run_collect_arguments(r);
	order_items(&r->conf->list, l);
	tree_init(&tree, &r->collect, &r->column);
	for (size_t i = 0; i < l->n; i++)
		tree_put(&tree, l, l->v[i]);
	if (tree.looped && r->diag->status < ELS_SERIOUS)
		r->diag->status = ELS_SERIOUS;
	tree_fini(&tree);
	column_finish(&r->column);
}

static void run_list(struct run *r)
{
	run_arguments(r);
	while (r->todo.n) {
		struct run_dir next = r->todo.p[--r->todo.n];
		if (next.end) {
			r->active.n--;
			continue;
		}
		buf_clear(&r->path);
		buf_text(&r->path, r->paths.p + next.path);
		r->paths.n = next.path;
		struct str path = { buf_cstr(&r->path), r->path.n };
		run_folder(r, path, next.arg, next.depth);
	}
	column_finish(&r->column);
	if (r->conf->list.dired)
		column_dired(&r->column);
}

/* Letters that stayed unknown are explained once; the listing itself is right (spec els Y11). */
static void run_git_problem(struct run *r)
{
	const char *path;
	struct err e;
	if (r->collect.git && git_problem(r->collect.git, &path, &e))
		diag_path(r->diag, 0, str_from(path), &e);
}

static void run_tell_icons(struct run *r)
{
	static const char *const samples[] = { "a.c", "a.png", "a.zip", "a.mp3", "Makefile",
		"README.md" };
	char p[ICON_MAX];
	for (enum list_icons set = LIST_ICONS_NERD; set <= LIST_ICONS_UNICODE; set++) {
		bool nerd = set == LIST_ICONS_NERD;
		out_text(&r->out, nerd ? "nerd:    " : "unicode: ");
		for (size_t i = 0; i < COUNTOF(samples); i++) {
			unsigned n = utf8_encode(p,
				icon_find(set, str_from(samples[i]), DT_REG, false, false));
			out_bytes(&r->out, p, n);
			out_text(&r->out, "  ");
		}
		out_printf(&r->out, " for these, in els.conf: --icons=%s\n", nerd ? "nerd" : "unicode");
	}
}

/* Every option as a comment: a file to begin an els.conf with. */
static void run_tell_config(struct run *r)
{
	struct buf spelling = { 0 };
	const struct opt_table *t = &els_options;
	const char *group = "";
	out_text(&r->out, "# els.conf: options of els, one a line, read where output is a terminal.\n"
			  "# It belongs into ~/.config/ember/els.conf.\n");
	for (size_t i = 0; i < t->n; i++) {
		const struct opt *row = &t->rows[i];
		if (row->flags & OPT_HIDDEN)
			continue;
		if (strcmp(row->group, group) != 0)
			out_printf(&r->out, "\n# %s\n", row->group);
		group = row->group;
		buf_clear(&spelling);
		if (row->name)
			buf_printf(&spelling, "--%s", row->name);
		else
			buf_printf(&spelling, "-%c", row->letter);
		if (row->value)
			buf_printf(&spelling, "=%s", row->initial ? row->initial : row->value);
		out_printf(&r->out, "#%.*s  # %s\n", STR_ARG(buf_view(&spelling)), row->help);
	}
	buf_fini(&spelling);
}

static void run_tell(struct run *r)
{
	const struct els_conf *c = r->conf;
	struct tty_size size;
	unsigned cols = c->terminal && tty_size(STDOUT_FILENO, &size) ? size.cols : 0;
	switch (c->task) {
	case ELS_TELL_ICONS: run_tell_icons(r); break;
	case ELS_TELL_HELP: help_print(&r->out, c->table, OPT_ALL, HELP_BRIEF, cols); break;
	case ELS_TELL_ALL_HELP: help_print(&r->out, c->table, OPT_ALL, HELP_FULL, cols); break;
	case ELS_TELL_CONFIG: run_tell_config(r); break;
	case ELS_TELL_COMPLETION: {
		static void (*const shells[])(struct buf *b, const struct opt_table *t) = { optdoc_bash,
			optdoc_zsh, optdoc_fish };
		buf_clear(&r->text);
		shells[c->shell](&r->text, &els_options);
		out_str(&r->out, buf_view(&r->text));
		break;
	}
	case ELS_TELL_VERSION:
		out_printf(&r->out, "%s (ember) " EMBER_VERSION "\n", c->table->program);
		break;
	case ELS_LIST: break;
	}
}

/* A signal may come between a colour and its end: plain text first, then what it stands for. */
static void run_on_signal(int sig)
{
	int saved = errno;
	ssize_t ignored = write(STDOUT_FILENO, "\033[0m", 4);
	(void)ignored;
	if (sig == SIGTSTP) {
		raise(SIGSTOP);
	} else { /* SA_RESETHAND: the second time it acts */
		raise(sig);
	}
	errno = saved;
}

static void run_watch_signals(void)
{
	static const int signals[] = { SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP };
	for (size_t i = 0; i < COUNTOF(signals); i++) {
		struct sigaction old,
			act = { .sa_handler = run_on_signal,
				.sa_flags = SA_RESTART |
					(signals[i] == SIGTSTP ? 0 : (int)SA_RESETHAND) };
		sigemptyset(&act.sa_mask);
		if (sigaction(signals[i], NULL, &old) == 0 && old.sa_handler != SIG_IGN)
			sigaction(signals[i], &act, NULL);
	}
}

void run(const struct els_conf *c, struct diag *d)
{
	struct run r = { .conf = c, .diag = d };
	out_init(&r.out, STDOUT_FILENO, OUT_CAP);
	diag_bind(d, &r.out);
	if (c->terminal && c->list.colors)
		run_watch_signals();
	column_init(&r.column, &c->list, &r.out);
	rows_init(&r.rows, &r.column);
	collect_init(&r.collect, &c->list, (struct list_report){ run_say, &r });
	listing_init(&r.listing);
	if (c->task == ELS_LIST && c->list.tree)
		run_tree(&r);
	else if (c->task == ELS_LIST)
		run_list(&r);
	else
		run_tell(&r);
	run_git_problem(&r);
	if (out_flush(&r.out) != 0) {
		struct err e = { .num = r.out.err, .what = "write error" };
		char words[128];
		diag_words(&e, words, sizeof(words));
		diag_text(d, ELS_SERIOUS, "%s", words);
	}
	listing_fini(&r.listing);
	collect_fini(&r.collect);
	rows_fini(&r.rows);
	column_fini(&r.column);
	out_fini(&r.out);
	VEC_FREE(&r.todo);
	VEC_FREE(&r.active);
	buf_fini(&r.paths);
	buf_fini(&r.path);
	buf_fini(&r.text);
	arena_fini(&r.names);
}
