#include <string.h>

#include "ember/cli/help.h"
#include "ember/cli/optdoc.h"
#include "ember/text/utf8.h"

/* The day of the manual's last change of substance; a build's own date would make builds differ. */
#define MAN_DATE "2026-11-22"
#define MAN_COLS 76

/* Text that roff shows as it stands; at_start: a dot or quote here would begin a request. */
static void man_text(struct buf *b, struct str s, bool at_start)
{
	static const struct {
		char from;
		const char *to;
	} escapes[] = { { '\\', "\\e" }, { '-', "\\-" }, { '\'', "\\(aq" }, { '"', "\\(dq" },
		{ '^', "\\(ha" }, { '~', "\\(ti" }, { '`', "\\(ga" } };

	if (at_start && s.n && s.p[0] == '.')
		buf_text(b, "\\&");
	for (size_t i = 0, n; i < s.n; i += n) {
		uint32_t cp = 0;
		n = utf8_decode(str_sub(s, i, s.n), &cp);
		const char *to = NULL;
		for (size_t k = 0; k < COUNTOF(escapes); k++)
			if (s.p[i] == escapes[k].from)
				to = escapes[k].to;
		if (to)
			buf_text(b, to);
		else if (n > 1)
			buf_printf(b, "\\[u%04X]", (unsigned)cp);
		else
			buf_char(b, s.p[i]);
		n += n == 0;
	}
}

/* One paragraph, filled by roff; lines of the source are kept short. */
static void man_fill(struct buf *b, struct str text)
{
	size_t at = 0;
	while (text.n) {
		struct str line, word;
		str_line(&text, &line);
		while (line.n) {
			word = str_cut(&line, ' ');
			if (word.n == 0)
				continue;
			bool wrap = at && at + 1 + word.n > MAN_COLS;
			if (at)
				buf_char(b, wrap ? '\n' : ' ');
			man_text(b, word, at == 0 || wrap);
			at = wrap || !at ? word.n : at + 1 + word.n;
		}
	}
	buf_char(b, '\n');
}

static void man_verbatim(struct buf *b, struct str text)
{
	struct str line;
	buf_text(b, ".RS 4\n.nf\n");
	while (str_line(&text, &line)) {
		man_text(b, str_starts(line, STR("  ")) ? str_sub(line, 2, line.n) : line, true);
		buf_char(b, '\n');
	}
	buf_text(b, ".fi\n.RE\n");
}

/* Take one paragraph (up to an empty line, or a run of lines of one kind) off *rest. */
static bool man_paragraph(struct str *rest, struct str *paragraph, bool *verbatim)
{
	struct str line;
	size_t n = 0;
	while (rest->n && rest->p[0] == '\n')
		*rest = str_sub(*rest, 1, rest->n);
	struct str left = *rest;
	*verbatim = str_starts(left, STR("  "));
	while (left.n && left.p[0] != '\n' && str_starts(left, STR("  ")) == *verbatim) {
		str_line(&left, &line);
		n = rest->n - left.n;
	}
	*paragraph = str_sub(*rest, 0, n);
	*rest = left;
	return n != 0;
}

/* `between` parts paragraphs: .PP in a section, .IP under an option. */
static void man_paragraphs(struct buf *b, struct str text, const char *between)
{
	struct str paragraph;
	bool verbatim;
	for (bool more = false; man_paragraph(&text, &paragraph, &verbatim); more = true) {
		if (more)
			buf_text(b, verbatim ? ".sp\n" : between);
		if (verbatim)
			man_verbatim(b, paragraph);
		else
			man_fill(b, paragraph);
	}
}

static void man_bold(struct buf *b, struct str s)
{
	buf_text(b, "\\fB");
	man_text(b, s, false);
	buf_text(b, "\\fR");
}

static void man_value(struct buf *b, const char *before, const struct opt *row, const char *after)
{
	buf_text(b, before);
	buf_text(b, "\\fI");
	man_text(b, str_from(row->value), false);
	buf_text(b, "\\fR");
	buf_text(b, after);
}

static void man_tag(struct buf *b, const struct opt *row)
{
	struct str name;
	char letter[3] = { '-', row->letter, '\0' };
	if (row->letter)
		man_bold(b, str_from(letter));
	if (row->name) {
		if (row->letter)
			buf_text(b, ", ");
		man_bold(b, STR("--"));
		man_bold(b, str_from(row->name));
	}
	if (row->value && row->arg == OPT_REQUIRED)
		man_value(b, row->name && !(row->flags & OPT_REST) ? "=" : " ", row, "");
	else if (row->value && row->arg == OPT_MAYBE)
		man_value(b, "[=", row, "]");
	for (const char *rest = row->also; opt_each(&rest, &name);) {
		buf_text(b, ", ");
		man_bold(b, STR("--"));
		man_bold(b, name);
	}
	buf_char(b, '\n');
}

static void man_row(struct buf *b, const struct opt *row)
{
	struct buf text = { 0 };
	buf_text(b, ".TP\n");
	man_tag(b, row);
	buf_text(&text, row->help);
	if (row->words) {
		buf_text(&text, ": ");
		help_words(&text, row);
	}
	if (row->initial)
		buf_printf(&text, " [default: %s]", row->initial);
	man_fill(b, buf_view(&text));
	if (row->more) {
		buf_text(b, ".IP\n");
		man_paragraphs(b, str_from(row->more), ".IP\n");
	}
	buf_fini(&text);
}

static void man_title(struct buf *b, const char *macro, struct str title)
{
	buf_printf(b, "%s \"", macro);
	man_text(b, title, false);
	buf_text(b, "\"\n");
}

static void man_head(struct buf *b, const struct opt_table *table, const char *version)
{
	struct str rest = str_from(table->synopsis), line;
	buf_text(b, ".TH ");
	for (const char *c = table->program; *c; c++)
		buf_char(b, ascii_upper(*c));
	buf_printf(b, " 1 " MAN_DATE " \"ember %s\" \"User Commands\"\n.SH NAME\n%s \\- ", version,
		table->program);
	man_text(b, str_from(table->purpose), false);
	buf_text(b, "\n.SH SYNOPSIS\n");
	for (bool more = false; str_line(&rest, &line); more = true) {
		if (more)
			buf_text(b, ".br\n");
		man_bold(b, str_from(table->program));
		buf_char(b, ' ');
		man_text(b, line, false);
		buf_char(b, '\n');
	}
	if (table->description) {
		buf_text(b, ".SH DESCRIPTION\n");
		man_paragraphs(b, str_from(table->description), ".PP\n");
	}
}

void optdoc_man(struct buf *b, const struct opt_table *table, const char *version)
{
	const char *group;
	man_head(b, table, version);
	buf_text(b, ".SH OPTIONS\n");
	for (size_t g = 0; (group = help_group(table, OPT_ALL, g)) != NULL; g++) {
		man_title(b, ".SS", str_from(group));
		for (size_t i = 0; i < table->n; i++)
			if (help_in_group(&table->rows[i], OPT_ALL, group))
				man_row(b, &table->rows[i]);
	}
	for (const struct opt_section *s = table->sections; s && s->title; s++) {
		struct buf title = { 0 }, text = { 0 };
		for (const char *c = s->title; *c; c++)
			buf_char(&title, ascii_upper(*c));
		man_title(b, ".SH", buf_view(&title));
		buf_text(&text, s->text);
		if (table->list)
			table->list(&text, s);
		man_paragraphs(b, buf_view(&text), ".PP\n");
		buf_fini(&text);
		buf_fini(&title);
	}
}
