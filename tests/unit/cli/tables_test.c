/* The three programs' own tables: every row is complete, unique in its dialects, and documented. */
#include <string.h>

#include "ember/base/out.h"
#include "ember/cli/help.h"
#include "ember/cli/optdoc.h"
#include "lib/test.h"

static const struct opt_table *const tables[] = { &ecat_options, &els_options, &efind_options };

/* "ecat --color" for messages. */
static const char *row_name(const struct opt_table *t, const struct opt *row)
{
	static char text[128];
	snprintf(text, sizeof(text), "%s row %d: -%c --%s", t->program, row->id,
		row->letter ? row->letter : ' ', row->name ? row->name : "");
	return text;
}

static bool name_ok(struct str name)
{
	for (size_t i = 0; i < name.n; i++)
		if (!ascii_alnum(name.p[i]) && name.p[i] != '-' && name.p[i] != '_')
			return false;
	return name.n >= 2 && name.p[0] != '-';
}

/* A full stop behind a word; "." and ".." are names here. */
static bool ends_sentence(struct str help)
{
	return help.n > 1 && help.p[help.n - 1] == '.' && ascii_alnum(help.p[help.n - 2]);
}

static void check_words(const struct opt_table *t, const struct opt *row)
{
	struct str group;
	for (const char *rest = row->words; opt_each(&rest, &group);)
		while (group.n) {
			struct str word = str_cut(&group, '|');
			CHECK(word.n > 0, "%s: an empty word", row_name(t, row));
			CHECK(opt_word(row->words, word, false) >= 0, "%s: word '%.*s'",
				row_name(t, row), STR_ARG(word));
		}
}

TEST(rows_are_complete)
{
	for (size_t k = 0; k < COUNTOF(tables); k++) {
		const struct opt_table *t = tables[k];
		CHECK(t->program && t->purpose && t->synopsis && t->n > 0, "table %zu has a head",
			k);
		for (size_t i = 0; i < t->n; i++) {
			const struct opt *row = &t->rows[i];
			const char *who = row_name(t, row);
			struct str name;
			CHECK(row->id > 0, "%s: id", who);
			CHECK(row->letter || row->name, "%s: a spelling", who);
			CHECK(!row->also || row->name, "%s: further names without a first", who);
			CHECK(row->dialects && !(row->dialects & ~(unsigned)OPT_ALL),
				"%s: dialects", who);
			CHECK(row->help && row->help[0], "%s: help", who);
			CHECK(!row->help || !ends_sentence(str_from(row->help)),
				"%s: full stop in help", who);
			CHECK(!row->help || !strchr(row->help, '\n'), "%s: help is one line", who);
			CHECK((row->flags & OPT_HIDDEN) || row->group, "%s: group", who);
			CHECK((row->arg == OPT_PLAIN) == !row->value,
				"%s: value name iff it takes one", who);
			CHECK(row->arg != OPT_PLAIN || (!row->words && !row->offer),
				"%s: words without a value", who);
			CHECK(row->arg != OPT_MAYBE || row->name,
				"%s: an optional value needs a long name", who);
			CHECK(!(row->flags & OPT_REST) || row->arg == OPT_REQUIRED, "%s: OPT_REST",
				who);
			CHECK(!row->letter ||
					(row->letter > ' ' && row->letter < 0x7f &&
						row->letter != '-'),
				"%s: letter", who);
			CHECK(!row->name || name_ok(str_from(row->name)), "%s: long name", who);
			for (const char *rest = row->also; opt_each(&rest, &name);)
				CHECK(name_ok(name), "%s: '%.*s'", who, STR_ARG(name));
			CHECK(opt_row(t, row->id) == row, "%s: the id is unique", who);
			check_words(t, row);
		}
	}
}

static bool has_name(const struct opt *row, struct str name)
{
	struct str also;
	for (const char *rest = row->also; opt_each(&rest, &also);)
		if (str_eq(also, name))
			return true;
	return row->name && str_eqc(name, row->name);
}

TEST(spellings_are_unique_per_dialect)
{
	for (size_t k = 0; k < COUNTOF(tables); k++) {
		const struct opt_table *t = tables[k];
		for (size_t i = 0; i < t->n; i++)
			for (size_t j = 0; j < i; j++) {
				const struct opt *a = &t->rows[i], *b = &t->rows[j];
				if (!(a->dialects & b->dialects))
					continue;
				CHECK(!a->letter || a->letter != b->letter, "%s and row %d",
					row_name(t, a), b->id);
				struct str name = str_from(a->name);
				const char *rest = a->also;
				do {
					CHECK(name.n == 0 || !has_name(b, name), "%s and row %d",
						row_name(t, a), b->id);
				} while (opt_each(&rest, &name));
			}
	}
}

static struct str help_of(const struct opt_table *t, enum help_kind kind)
{
	static struct buf b;
	struct out o;
	out_init(&o, -1, 1 << 20);
	help_print(&o, t, OPT_ALL, kind, 80);
	buf_clear(&b);
	buf_add(&b, o.p, o.n);
	out_fini(&o);
	return buf_view(&b);
}

static void check_in(const struct opt_table *t, const struct opt *row, const char *where,
	struct str text, const char *fmt_name)
{
	CHECK(str_find(text, str_from(fmt_name)) != STR_NONE, "%s: '%s' is not in %s",
		row_name(t, row), fmt_name, where);
}

/* The man page writes every dash of a name as "\-". */
static const char *man_name(const char *name)
{
	static char text[128];
	size_t n = 0;
	for (const char *c = name; *c && n < sizeof(text) - 3; c++) {
		if (*c == '-')
			text[n++] = '\\';
		text[n++] = *c;
	}
	text[n] = '\0';
	return text;
}

TEST(every_visible_row_is_documented)
{
	for (size_t k = 0; k < COUNTOF(tables); k++) {
		const struct opt_table *t = tables[k];
		struct buf man = { 0 }, bash = { 0 }, zsh = { 0 }, fish = { 0 };
		optdoc_man(&man, t, "0");
		optdoc_bash(&bash, t);
		optdoc_zsh(&zsh, t);
		optdoc_fish(&fish, t);
		struct str help = help_of(t, HELP_FULL);
		for (size_t i = 0; i < t->n; i++) {
			const struct opt *row = &t->rows[i];
			char text[128];
			if (row->flags & OPT_HIDDEN)
				continue;
			if (row->name) {
				snprintf(text, sizeof(text), "--%s", row->name);
				check_in(t, row, "the help", help, text);
				check_in(t, row, "the bash completion", buf_view(&bash), text);
				check_in(t, row, "the zsh completion", buf_view(&zsh), text);
				check_in(t, row, "the man page", buf_view(&man),
					man_name(row->name));
				snprintf(text, sizeof(text), "-l '%s'", row->name);
				check_in(t, row, "the fish completion", buf_view(&fish), text);
			} else {
				snprintf(text, sizeof(text), "  -%c", row->letter);
				check_in(t, row, "the help", help, text);
				snprintf(text, sizeof(text), "\\fB\\-%s",
					man_name((char[]){ row->letter, '\0' }));
				check_in(t, row, "the man page", buf_view(&man), text);
			}
		}
		buf_fini(&man);
		buf_fini(&bash);
		buf_fini(&zsh);
		buf_fini(&fish);
	}
}

TEST(short_help_fits_a_screen)
{
	for (size_t k = 0; k < COUNTOF(tables); k++) {
		struct str rest = help_of(tables[k], HELP_BRIEF), line;
		size_t n = 0;
		while (str_line(&rest, &line))
			n++;
		CHECK(n > 5 && n <= 24, "%s -h has %zu lines", tables[k]->program, n);
	}
}
