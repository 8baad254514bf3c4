#include "styled.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "ember/base/out.h"
#include "ember/cli/opt.h"
#include "ember/git/git.h"
#include "ember/view/changes.h"
#include "ember/view/copy.h"

static void run_failed(struct diag *d, const char *what, int num)
{
	struct err e = { .num = num };
	char words[128];
	diag_words(&e, words, sizeof(words));
	diag_text(d, 1, "%s: %s", what, words);
}

static void run_tell(struct ecat_conf *c, struct diag *d, struct out *out)
{
	if (!told_show(c, d, out))
		told_write(c, d, out);
	if (out_flush(out) != 0)
		run_failed(d, "write error", out->err);
}

/* An input of which nothing is wanted. */
static enum copy_end run_nothing(int fd, struct err *e)
{
	struct stat sb;
	if (fstat(fd, &sb) != 0 || !S_ISDIR(sb.st_mode))
		return COPY_DONE;
	err_sys(e, EISDIR, "read");
	return COPY_INPUT;
}

/* One input of the plain path; false: output failed, the run is over. */
static bool run_copy(struct copy *copy, struct diag *d, char *name, bool all)
{
	struct err e;
	bool is_stdin = strcmp(name, "-") == 0;
	struct str path = str_from(name);
	int fd = is_stdin ? STDIN_FILENO : open(name, O_RDONLY | O_CLOEXEC | O_NOCTTY);
	if (fd < 0) {
		err_sys(&e, errno, "open");
		diag_path(d, 1, path, &e);
		return true;
	}
	enum copy_end end = all ? copy_input(copy, fd, &e) : run_nothing(fd, &e);
	if (end == COPY_SELF)
		err_text(&e, "input file is output file");
	if (end == COPY_INPUT || end == COPY_SELF)
		diag_path(d, 1, path, &e);
	if (!is_stdin && close(fd) != 0 && end == COPY_DONE) {
		err_sys(&e, errno, "close");
		diag_path(d, 1, path, &e);
	}
	return end != COPY_OUTPUT;
}

/*
 * -d: the lines of an input that differ from git's version; false: there are none.
 */
static bool run_changed(const struct ecat_conf *c, struct git *git, const char *name, struct range_set *lines)
{
	struct arena a = { 0 };
	struct git_changes changes;
	struct err e;
	lines->of.n = 0;
	if (strcmp(name, "-") != 0 && git_changes(git, &a, changes_path(&a, name), c->diff_base, &changes, &e) > 0)
		changes_ranges(lines, &changes, c->diff_context);
	arena_fini(&a);
	return lines->of.n != 0;
}

/* cat's way: bytes, with nothing opened but the inputs. */
static void run_plain(const struct ecat_conf *c, struct diag *d, struct out *out)
{
	char dash[] = "-";
	char *only_stdin[] = { dash };
	struct nonprint format;
	struct copy copy;
	struct git *git = c->diff ? git_new(NULL) : NULL;
	struct range_set changed = { 0 };
	const bool formatted = nonprint_needed(&c->format);
	if (formatted)
		nonprint_init(&format, &c->format);
	copy_init(&copy, out, formatted ? &format : NULL, c->lines.of.n ? &c->lines : NULL);
	char **files = c->n_files ? c->files : only_stdin;
	size_t n = c->n_files ? c->n_files : 1;
	for (size_t i = 0; i < n; i++) {
		if (formatted && i)
			nonprint_next_input(&format, out);
		bool all = true;
		if (git) {
			all = run_changed(c, git, files[i], &changed);
			copy.lines = &changed;
		}
		if (!run_copy(&copy, d, files[i], all))
			break;
	}
	range_fini(&changed);
	git_free(git);
	if (formatted)
		nonprint_end(&format, out);
	out_flush(out);
	copy_fini(&copy);
}

/* A person types at a terminal, and that is all: the lines go back as they are. */
static bool run_echoes(const struct ecat_conf *c)
{
	return c->n_files <= 1 && c->tty && conf_typed(c);
}

void run(struct ecat_conf *c, struct arena *a, struct diag *d)
{
	struct out out;
	out_init(&out, STDOUT_FILENO, NONPRINT_OUT);
	diag_bind(d, &out);
	if (c->task != ECAT_VIEW) {
		run_tell(c, d, &out);
	} else if (c->closed & 1u << STDOUT_FILENO) {
		run_failed(d, "standard output", EBADF);
	} else {
		const bool whole = c->diff && !c->n_files && (!c->as_bat || isatty(STDIN_FILENO));
		if (whole)
			changed_files(c, a, d);
		if (whole && !c->n_files)
			; /* no file has changed */
		else if ((!c->styled && !c->filtered) || run_echoes(c)) {
			run_plain(c, d, &out);
		} else {
			conf_looks(c);
			styled_run(c, d, &out, NULL);
		}
		if (out.err || close(STDOUT_FILENO) != 0)
			run_failed(d, "write error", out.err ? out.err : errno);
	}
	diag_bind(d, NULL);
	out_fini(&out);
}
