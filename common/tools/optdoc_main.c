/* ember-optdoc: writes a program's man page or completion script from its table of options. */
#include <string.h>
#include <unistd.h>

#include "ember/base/out.h"
#include "ember/cli/diag.h"
#include "ember/cli/optdoc.h"

static void write_man(struct buf *b, const struct opt_table *table)
{
	optdoc_man(b, table, EMBER_VERSION);
}

int main(int argc, char **argv)
{
	static const struct {
		const char *name;
		void (*write)(struct buf *b, const struct opt_table *table);
	} kinds[] = { { "man", write_man }, { "bash", optdoc_bash }, { "zsh", optdoc_zsh },
		{ "fish", optdoc_fish } };
	static const struct opt_table *const tables[] = { &ecat_options, &els_options,
		&efind_options };
	struct diag d;
	struct buf b = { 0 };

	diag_init(&d, argv[0]);
	for (size_t k = 0; argc == 3 && k < COUNTOF(kinds); k++)
		for (size_t t = 0; t < COUNTOF(tables); t++)
			if (strcmp(argv[1], kinds[k].name) == 0 &&
			        strcmp(argv[2], tables[t]->program) == 0)
				kinds[k].write(&b, tables[t]);
	if (b.n == 0) {
		diag_text(&d, 2, "usage: ember-optdoc man|bash|zsh|fish PROGRAM");
		return d.status;
	}
	int num = out_write_all(STDOUT_FILENO, b.p, b.n);
	if (num)
		diag_path(&d, 1, STR("standard output"), &(struct err){ .num = num });
	buf_fini(&b);
	return d.status;
}
