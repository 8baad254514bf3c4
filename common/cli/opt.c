#include "ember/cli/opt.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "ember/base/buf.h"
#include "ember/base/panic.h"
#include "ember/cli/suggest.h"
#include "ember/text/safe.h"

/* What a long name on the line was resolved to. */
struct opt_match {
	const struct opt *row; /* NULL = no name has this prefix */
	struct str name;       /* the full name */
	bool exact, several;
};

void opt_start(struct opt_parser *p, const struct opt_table *table, unsigned dialects,
	unsigned first, unsigned flags, int argc, char **argv)
{
	*p = (struct opt_parser){ .table = table,
		.dialects = dialects,
		.first = first & dialects,
		.flags = flags,
		.argc = argc,
		.argv = argv,
		.at = 1 };
}

unsigned opt_permute(void)
{
	return getenv("POSIXLY_CORRECT") ? 0 : OPT_PERMUTE;
}

bool opt_each(const char **rest, struct str *word)
{
	const char *c = *rest;
	if (!c)
		return false;
	c += strspn(c, " ");
	*word = (struct str){ c, strcspn(c, " ") };
	*rest = c + word->n;
	return word->n != 0;
}

const struct opt *opt_row(const struct opt_table *table, int id)
{
	for (size_t i = 0; i < table->n; i++)
		if (table->rows[i].id == id)
			return &table->rows[i];
	panic("no option row has this id");
}

/* ---- messages ---- */

static enum opt_event opt_bad(struct opt_parser *p, enum opt_fault fault, struct buf *text)
{
	/* A cut between the bytes of a character would be an invalid one. */
	size_t n = text->n;
	if (n >= sizeof(p->message)) {
		n = sizeof(p->message) - 4;
		while (n && ((unsigned char)text->p[n] & 0xc0) == 0x80)
			n--;
		text->n = n;
		buf_text(text, "...");
		n = text->n;
	}
	memcpy(p->message, text->p, n);
	p->message[n] = '\0';
	p->fault = fault;
	p->value = NULL;
	buf_fini(text);
	return OPT_BAD;
}

static enum opt_event opt_bad_long(
	struct opt_parser *p, enum opt_fault fault, const char *after, struct str name)
{
	struct buf b = { 0 };
	buf_text(&b, "option '--");
	safe_add(&b, name, 0);
	buf_text(&b, after);
	return opt_bad(p, fault, &b);
}

static enum opt_event opt_bad_letter(
	struct opt_parser *p, enum opt_fault fault, const char *before, char *at)
{
	struct buf b = { 0 };
	size_t n = 1;
	/* A letter beyond ASCII is named whole, or its bytes would read as bad UTF-8. */
	while ((unsigned char)at[0] >= 0xc0 && n < 4 && ((unsigned char)at[n] & 0xc0) == 0x80)
		n++;
	buf_text(&b, before);
	safe_add(&b, (struct str){ at, n }, 0);
	buf_char(&b, '\'');
	if (fault == OPT_UNKNOWN && p->bundle && n > 1)
		p->bundle = at[n] ? at + n : NULL;
	return opt_bad(p, fault, &b);
}

/* ---- finding rows ---- */

static bool opt_counts(const struct opt_parser *p, const struct opt *row, unsigned mask)
{
	/* `at` already stands behind the argument that is being read. */
	return (row->dialects & mask) && (!(row->flags & OPT_FIRST) || p->at == 2);
}

static void opt_try(const struct opt_parser *p, const struct opt *row, struct str typed,
	struct str name, struct opt_match *m)
{
	if (m->exact || !str_starts(name, typed))
		return;
	if (name.n == typed.n) {
		*m = (struct opt_match){ .row = row, .name = name, .exact = true };
	} else if ((p->flags & OPT_ABBREVIATE) && !(row->flags & OPT_HIDDEN) && typed.n) {
		if (m->row && m->row != row)
			m->several = true;
		if (!m->row)
			*m = (struct opt_match){ .row = row, .name = name };
	}
}

static struct opt_match opt_find_in(const struct opt_parser *p, struct str typed, unsigned mask)
{
	struct opt_match m = { 0 };
	for (size_t i = 0; i < p->table->n; i++) {
		const struct opt *row = &p->table->rows[i];
		if (!opt_counts(p, row, mask))
			continue;
		if (row->name)
			opt_try(p, row, typed, str_from(row->name), &m);
		struct str name;
		for (const char *rest = row->also; opt_each(&rest, &name);)
			opt_try(p, row, typed, name, &m);
	}
	return m;
}

static struct opt_match opt_find(const struct opt_parser *p, struct str typed, unsigned *mask)
{
	struct opt_match m = { 0 };
	*mask = p->first;
	if (p->first)
		m = opt_find_in(p, typed, p->first);
	if (!m.row) {
		*mask = p->dialects;
		m = opt_find_in(p, typed, p->dialects);
	}
	return m;
}

static const struct opt *opt_find_letter(const struct opt_parser *p, char letter)
{
	const struct opt *found = NULL;
	for (size_t i = 0; i < p->table->n; i++) {
		const struct opt *row = &p->table->rows[i];
		if (row->letter != letter || !opt_counts(p, row, p->dialects))
			continue;
		if (row->dialects & p->first)
			return row;
		if (!found)
			found = row;
	}
	return found;
}

/* ---- values ---- */

/* All arguments up to ";"; false when there is none. */
static bool opt_take_rest(struct opt_parser *p, char *attached)
{
	if (attached) {
		p->attached[0] = attached;
		p->rest = p->attached;
		p->n_rest = 1;
		return true;
	}
	int end = p->at;
	while (end < p->argc && strcmp(p->argv[end], ";") != 0)
		end++;
	p->rest = p->argv + p->at;
	p->n_rest = end - p->at;
	p->at = end < p->argc ? end + 1 : end;
	return p->n_rest > 0;
}

/* The value of a row that takes one: `attached`, or what follows. False when there is none. */
static bool opt_take(struct opt_parser *p, char *attached)
{
	if (p->row->flags & OPT_REST)
		return opt_take_rest(p, attached);
	if (!attached && p->at < p->argc)
		attached = p->argv[p->at++];
	p->value = attached;
	return attached != NULL;
}

/* ---- the line ---- */

static enum opt_event opt_ambiguous(
	struct opt_parser *p, const char *arg, struct str typed, unsigned mask)
{
	struct buf b = { 0 };
	buf_text(&b, "option '");
	safe_add(&b, str_from(arg), 0);
	buf_text(&b, "' is ambiguous; possibilities:");
	for (size_t i = 0; i < p->table->n; i++) {
		const struct opt *row = &p->table->rows[i];
		if (!opt_counts(p, row, mask) || (row->flags & OPT_HIDDEN))
			continue;
		struct str name = str_from(row->name);
		const char *rest = row->also;
		do {
			if (name.n && str_starts(name, typed))
				buf_printf(&b, " '--%.*s'", STR_ARG(name));
		} while (opt_each(&rest, &name));
	}
	return opt_bad(p, OPT_AMBIGUOUS, &b);
}

/* The name is that of a row that counts only as argv[1]. */
static bool opt_too_late(const struct opt_parser *p, struct str typed)
{
	for (size_t i = 0; i < p->table->n; i++) {
		const struct opt *row = &p->table->rows[i];
		if ((row->flags & OPT_FIRST) && (row->dialects & p->dialects) &&
			str_eq(str_from(row->name), typed))
			return true;
	}
	return false;
}

static enum opt_event opt_unknown(struct opt_parser *p, const char *arg, struct str typed)
{
	struct buf b = { 0 };
	struct str meant;
	buf_text(&b, "unrecognized option '");
	safe_add(&b, str_from(arg), 0);
	buf_char(&b, '\'');
	if (opt_too_late(p, typed))
		buf_text(&b, "; it counts only as the first argument");
	else if (suggest_option(p->table, p->dialects, typed, &meant))
		buf_printf(&b, "; did you mean '--%.*s'?", STR_ARG(meant));
	return opt_bad(p, OPT_UNKNOWN, &b);
}

static enum opt_event opt_long(struct opt_parser *p, char *arg)
{
	char *equals = strchr(arg, '=');
	char *attached = equals ? equals + 1 : NULL;
	struct str typed = { arg + 2, equals ? (size_t)(equals - arg - 2) : strlen(arg + 2) };
	unsigned mask;
	struct opt_match m = opt_find(p, typed, &mask);

	if (!m.row)
		return opt_unknown(p, arg, typed);
	if (m.several)
		return opt_ambiguous(p, arg, typed, mask);
	p->row = m.row;
	if (m.row->arg == OPT_PLAIN && attached) {
		opt_bad_long(p, OPT_NEEDLESS_VALUE, "' doesn't allow an argument", m.name);
		p->value = attached;
		return OPT_BAD;
	}
	if (m.row->arg == OPT_REQUIRED && !opt_take(p, attached))
		return opt_bad_long(p, OPT_NO_VALUE, "' requires an argument", m.name);
	if (m.row->arg == OPT_MAYBE)
		p->value = attached;
	return OPT_OPTION;
}

static enum opt_event opt_letter(struct opt_parser *p)
{
	char *at = p->bundle++;
	if (!*p->bundle)
		p->bundle = NULL;
	p->row = opt_find_letter(p, *at);
	p->by_letter = true;
	p->letter = *at;
	if (!p->row)
		return opt_bad_letter(p, OPT_UNKNOWN, "invalid option -- '", at);
	char *attached = p->bundle;
	const bool equals = attached && *attached == '=' && (p->flags & OPT_SHORT_EQUALS);
	if (p->row->arg != OPT_REQUIRED && !(p->row->arg == OPT_MAYBE && equals))
		return OPT_OPTION;
	p->bundle = NULL;
	if (equals)
		attached++;
	if (!opt_take(p, attached))
		return opt_bad_letter(p, OPT_NO_VALUE, "option requires an argument -- '", at);
	return OPT_OPTION;
}

enum opt_event opt_next(struct opt_parser *p)
{
	p->row = NULL;
	p->value = NULL;
	p->rest = NULL;
	p->n_rest = 0;
	p->by_letter = false;
	if (p->bundle)
		return opt_letter(p);
	if (p->at >= p->argc)
		return OPT_END;
	char *arg = p->argv[p->at++];
	if (!p->operands_only && arg[0] == '-' && arg[1]) {
		if (arg[1] != '-') {
			p->bundle = arg + 1;
			return opt_letter(p);
		}
		if (arg[2])
			return opt_long(p, arg);
		p->operands_only = p->after_dashes = true;
		return opt_next(p);
	}
	if (!(p->flags & OPT_PERMUTE))
		p->operands_only = true;
	p->value = arg;
	return OPT_OPERAND;
}

/* ---- words ---- */

int opt_word(const char *words, struct str value, bool abbreviate)
{
	int found = -1, index = 0;
	struct str group;

	for (const char *rest = words; opt_each(&rest, &group); index++) {
		while (group.n) {
			struct str word = str_cut(&group, '|');
			if (str_eq(word, value))
				return index;
			if (abbreviate && value.n && str_starts(word, value) && found != index)
				found = found == -1 ? index : -2;
		}
	}
	return found;
}

int opt_value(struct opt_parser *p, bool abbreviate)
{
	struct str value = str_from(p->value), group;
	int index = opt_word(p->row->words, value, abbreviate);
	if (index >= 0)
		return index;

	char *kept = p->value;
	struct buf b = { 0 };
	buf_text(&b, index == -1 ? "invalid argument '" : "ambiguous argument '");
	safe_add(&b, value, 0);
	buf_text(&b, "' for '");
	if (p->by_letter || !p->row->name)
		buf_printf(&b, "-%c", p->row->letter);
	else
		buf_printf(&b, "--%s", p->row->name);
	buf_text(&b, "'; valid:");
	for (const char *rest = p->row->words; opt_each(&rest, &group);) {
		struct str word = str_cut(&group, '|');
		buf_printf(&b, " '%.*s'", STR_ARG(word));
	}
	opt_bad(p, OPT_BAD_WORD, &b);
	p->value = kept;
	return index;
}
