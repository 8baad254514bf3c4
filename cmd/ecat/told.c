#include "styled.h"

#include <string.h>
#include <unistd.h>

#include "ember/base/buf.h"
#include "ember/base/out.h"
#include "ember/cli/help.h"
#include "ember/os/env.h"
#include "ember/style/theme.h"
#include "lessopen.h"
#include "packs.h"

#define OUT_SIZE 16384

void told_write(struct ecat_conf *c, struct diag *d, struct out *out)
{
	switch (c->task) {
	case ECAT_TELL_BRIEF:
	case ECAT_TELL_HELP:
		help_print(out, &ecat_options, OPT_ALL, c->task == ECAT_TELL_BRIEF ? HELP_BRIEF : HELP_FULL, c->width);
		break;
	case ECAT_TELL_VERSION:
		out_text(out, "ecat (ember) " EMBER_VERSION "\n");
		break;
	case ECAT_TELL_TOKENS:
		styled_dump(c, d, out);
		break;
	default:
		tell(c, d, out);
		break;
	}
}

/* ---- themes, each with a piece of text in its colours */

static const char told_sample[] = "/* Count the lines of a text. */\n"
				  "#define LIMIT 1000u\n"
				  "\n"
				  "size_t count(const char *text)\n"
				  "{\n"
				  "\tsize_t lines = 0;\n"
				  "\tfor (const char *p = text; *p && lines < LIMIT; p++)\n"
				  "\t\tlines += *p == '\\n';\n"
				  "\treturn printf(\"%zu lines\\n\", lines), lines;\n"
				  "}\n";

static void told_theme(const struct ecat_conf *c, const struct registry *registry, const struct theme *theme, int fd,
	struct out *out)
{
	const struct doc_layout layout = { .cols = c->width, .wrap = DOC_CHOP };
	const struct reader_source source = { .prepared = true, .fd = fd, .first = true };
	const struct looks_frame looks = looks_frame(theme);
	struct reader_conf conf = { .registry = registry, .theme = theme, .looks = &looks, .italic = c->italic,
		.tabs = 4, .max_highlight = c->max_highlight };
	struct language l;
	conf.has_language = registry_find(registry, STR("c"), &l);
	conf.language = conf.has_language ? l.id : 0;
	out_printf(out, "Theme: %.*s\n\n", STR_ARG(theme->name));
	if (lseek(fd, 0, SEEK_SET) == 0) {
		struct reader *r = reader_new(&conf, &source, NULL);
		reader_print(r, out, &layout, c->depth);
		reader_free(r);
	}
	out_char(out, '\n');
}

static void told_themes(const struct ecat_conf *c, struct diag *d, struct out *out)
{
	struct packs p;
	struct theme theme;
	int fd = lessopen_memory(str_from(told_sample));
	packs_open(&p, c, d);
	for (uint32_t i = 0; fd >= 0 && theme_at(&theme, &p.registry.pack, i); i++)
		told_theme(c, &p.registry, &theme, fd, out);
	if (fd >= 0)
		close(fd);
	packs_close(&p);
}

/* ---- as a document */

static int told_add(void *ctx, const char *p, size_t n)
{
	buf_add(ctx, p, n);
	return 0;
}

/* What the document is called; NULL: it is told a line at a time, terminal or not. */
static const char *told_name(enum ecat_task task)
{
	switch (task) {
	case ECAT_TELL_BRIEF:
		return "ecat -h";
	case ECAT_TELL_HELP:
		return "ecat --help";
	case ECAT_TELL_LANGUAGES:
		return "ecat --list-languages";
	case ECAT_TELL_THEMES:
		return "ecat --list-themes";
	case ECAT_TELL_ACKNOWLEDGEMENTS:
		return "ecat --acknowledgements";
	default:
		return NULL;
	}
}

bool told_show(struct ecat_conf *c, struct diag *d, struct out *out)
{
	const char *name = told_name(c->task);
	struct buf text = { 0 };
	struct out to;
	if (!c->tty || !name)
		return false;
	conf_looks(c);
	out_init_sink(&to, told_add, &text, OUT_SIZE);
	if (c->task == ECAT_TELL_THEMES && c->depth >= COLOR_16)
		told_themes(c, d, &to);
	else
		told_write(c, d, &to);
	out_flush(&to);
	out_fini(&to);
	int fd = lessopen_memory(buf_view(&text));
	buf_fini(&text);
	if (fd < 0)
		return false;
	if (c->task == ECAT_TELL_BRIEF || c->task == ECAT_TELL_HELP)
		c->language = "help";
	if (!c->theme)
		c->theme = env_get("EMBER_THEME") ? env_get("EMBER_THEME") : env_get("BAT_THEME");
	c->parts = 0;
	c->n_files = 0;
	c->names.of.n = 0;
	VEC_PUSH(&c->names.of) = name;
	styled_run(c, d, out, &fd);
	close(fd);
	return true;
}
