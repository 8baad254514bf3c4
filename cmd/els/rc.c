#include "choices.h"

#include <string.h>

#include "ember/cli/rcfile.h"
#include "ember/os/env.h"

#define RC_SYSTEM "/etc/ember/els.conf"

/* What the command line says about configuration files, before anything else counts. */
struct rc_wish {
	bool gnu, none;
	const char *file;
};

static struct rc_wish rc_scan(const struct els_conf *c, const struct choices *o, int argc, char **argv)
{
	struct rc_wish w = { .file = NULL };
	struct opt_parser p;
	enum opt_event e;
	opt_start(&p, c->table, OPT_ALL, o->persona == PERSONA_ELS ? OPT_GNU : 0,
		opt_permute() | OPT_ABBREVIATE, argc, argv);
	while ((e = opt_next(&p)) != OPT_END && e != OPT_BAD) {
		if (e != OPT_OPTION)
			continue;
		w.gnu |= p.row->id == ELS_GNU;
		if (p.row->id == ELS_NO_CONFIG)
			w = (struct rc_wish){ .gnu = w.gnu, .none = true };
		if (p.row->id == ELS_CONFIG)
			w = (struct rc_wish){ .gnu = w.gnu, .file = p.value };
	}
	return w;
}

/* One line of the file: what is wrong with it is told, and the run goes on without it. */
static void rc_line(struct els_conf *c, struct choices *o, struct arena *a, struct diag *d, const struct rcfile *f,
	const struct rcfile_line *line)
{
	struct opt_parser p;
	if (line->what) {
		diag_warn(d, "%s:%u: %s", f->path, line->line, line->what);
		return;
	}
	int status = d->status;
	opt_start(&p, &els_options, OPT_ALL, OPT_GNU, OPT_PERMUTE | OPT_ABBREVIATE, line->argc,
		line->argv);
	for (;;) {
		switch (opt_next(&p)) {
		case OPT_END: return;
		case OPT_OPERAND:
			diag_warn(d, "%s:%u: not an option: '%s'", f->path, line->line, p.value);
			return;
		case OPT_BAD: diag_warn(d, "%s:%u: %s", f->path, line->line, p.message); return;
		case OPT_OPTION:
			if (conf_option(c, o, a, d, &p) != 0) {
				diag_warn(d, "%s:%u: line left out", f->path, line->line);
				d->status = status;
				return;
			}
			c->task = ELS_LIST;
			break;
		}
	}
}

static void rc_file(struct els_conf *c, struct choices *o, struct arena *a, struct diag *d,
	const char *path, bool asked)
{
	struct rcfile f;
	struct err e = { 0 };
	int got = path ? rcfile_read(&f, a, path, &e) : 1;
	if (got == 1 && asked)
		diag_warn(d, "%s: no such file", path);
	if (got < 0) {
		char words[128];
		diag_words(&e, words, sizeof(words));
		diag_warn(d, "%s: %s", path, words);
	}
	if (got == 0 && f.shared)
		diag_warn(d, "%s: ignored, others may write to it", path);
	for (size_t i = 0; got == 0 && !f.shared && i < f.n; i++)
		rc_line(c, o, a, d, &f, &f.lines[i]);
}

void conf_files(struct els_conf *c, struct choices *o, struct arena *a, struct diag *d, int argc,
	char **argv)
{
	struct rc_wish w = rc_scan(c, o, argc, argv);
	const char *dir = env_get("EMBER_CONFIG_DIR"), *own = env_get("EMBER_CONFIG");
	if (w.file) {
		rc_file(c, o, a, d, w.file, true);
		return;
	}
	if (!c->terminal || w.gnu || w.none)
		return;
	if (!own && dir)
		own = arena_printf(a, "%s/els.conf%c", dir, 0).p;
	else if (!own)
		own = env_path(a, ENV_CONFIG, "ember/els.conf");
	rc_file(c, o, a, d, RC_SYSTEM, false);
	rc_file(c, o, a, d, own, false);
}
