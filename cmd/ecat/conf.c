#include "ecat.h"

#include <string.h>

#include "ember/cli/opt.h"

static void conf_format(struct ecat_conf *c, int id)
{
	struct nonprint_conf *f = &c->format;
	switch (id) {
	case ECAT_SHOW_ALL:
		f->nonprinting = f->ends = f->tabs = true;
		break;
	case ECAT_NUMBER_NONBLANK:
		f->number_nonblank = true;
		break;
	case ECAT_E:
		f->nonprinting = f->ends = true;
		break;
	case ECAT_SHOW_ENDS:
		f->ends = true;
		break;
	case ECAT_NUMBER:
		f->number = true;
		break;
	case ECAT_SQUEEZE:
		f->squeeze = true;
		break;
	case ECAT_T:
		f->nonprinting = f->tabs = true;
		break;
	case ECAT_SHOW_TABS:
		f->tabs = true;
		break;
	case ECAT_SHOW_NONPRINTING:
		f->nonprinting = true;
		break;
	default:
		break;
	}
}

/* 1: this option ends the reading of the line (--help, --version). */
static int conf_option(struct ecat_conf *c, struct diag *d, const struct opt_parser *p)
{
	struct err e;
	switch (p->row->id) {
	case ECAT_BRIEF_HELP:
		c->task = ECAT_TELL_BRIEF;
		return 1;
	case ECAT_HELP:
		c->task = ECAT_TELL_HELP;
		return 1;
	case ECAT_VERSION:
		c->task = ECAT_TELL_VERSION;
		return 1;
	case ECAT_LINE_RANGE:
		if (range_add(&c->lines, str_from(p->value), &e) == 0)
			return 0;
		diag_text(d, 1, "--line-range: '%s': %s", p->value, e.what);
		return -1;
	default:
		conf_format(c, p->row->id);
		return 0;
	}
}

int conf_read(struct ecat_conf *c, struct arena *a, struct diag *d, int argc, char **argv)
{
	struct opt_parser p;
	*c = (struct ecat_conf){ .as_cat = strcmp(d->program, "cat") == 0 };
	c->files = ARENA_ARRAY(a, char *, argc > 0 ? (size_t)argc : 1);
	opt_start(&p, &ecat_options, OPT_ALL, OPT_GNU, opt_permute() | OPT_ABBREVIATE, argc, argv);
	for (;;) {
		int done = 0;
		switch (opt_next(&p)) {
		case OPT_OPERAND:
			c->files[c->n_files++] = p.value;
			break;
		case OPT_OPTION:
			done = conf_option(c, d, &p);
			break;
		case OPT_BAD:
			diag_usage(d, 1, "%s", p.message);
			return -1;
		case OPT_END:
			return 0;
		}
		if (done)
			return done > 0 ? 0 : -1;
	}
}

void conf_fini(struct ecat_conf *c)
{
	range_fini(&c->lines);
}
