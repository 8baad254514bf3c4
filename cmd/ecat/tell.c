#include "about.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "ember/base/panic.h"
#include "ember/cli/optdoc.h"
#include "ember/os/env.h"
#include "ember/style/theme.h"
#include "packs.h"

static void tell_languages(const struct ecat_conf *c, struct diag *d, struct out *out)
{
	struct packs p;
	packs_open(&p, c, d);
	const struct registry r = p.registry;
	for (uint32_t i = 1; i < registry_count(&r); i++) {
		struct language l = registry_language(&r, i);
		struct str ext;
		if (l.hidden)
			continue;
		out_str(out, l.display.n ? l.display : l.name);
		for (uint32_t k = 0; registry_extension(&r, i, k, &ext); k++) {
			out_char(out, k ? ',' : ':');
			out_str(out, ext);
		}
		out_char(out, '\n');
	}
	packs_close(&p);
}

static void tell_themes(const struct ecat_conf *c, struct diag *d, struct out *out)
{
	struct packs p;
	struct theme theme;
	packs_open(&p, c, d);
	for (uint32_t i = 0; theme_at(&theme, &p.registry.pack, i); i++) {
		out_str(out, theme.name);
		out_char(out, '\n');
	}
	packs_close(&p);
}

static void tell_completion(const struct ecat_conf *c, struct out *out)
{
	struct buf b = { 0 };
	if (strcmp(c->shell, "bash") == 0)
		optdoc_bash(&b, &ecat_options);
	else if (strcmp(c->shell, "fish") == 0)
		optdoc_fish(&b, &ecat_options);
	else
		optdoc_zsh(&b, &ecat_options);
	out_str(out, buf_view(&b));
	buf_fini(&b);
}

/* ---- a sample configuration file */

static const char tell_sample[] =
	"# Options of ecat, one a line, as on the command line. They count for what is shown on a\n"
	"# terminal or coloured on request; into a pipe or a file the bytes go unchanged.\n"
	"\n"
	"# Colours: ecat --list-themes lists them.\n"
	"#--theme=nord\n"
	"\n"
	"# What stands round the text.\n"
	"#--style=numbers,changes,header\n"
	"\n"
	"# Cells between tab stops.\n"
	"#--tabs=4\n"
	"\n"
	"# Break long lines between words.\n"
	"#--wrap=word\n"
	"\n"
	"# No pager.\n"
	"#--paging=never\n"
	"\n"
	"# Languages of files that are not known by their name.\n"
	"#--map-syntax='*.conf:ini'\n";

/* Make the folders that `path` lies in. */
static void tell_folders(char *path)
{
	for (char *slash = strchr(path + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
		*slash = '\0';
		(void)mkdir(path, 0777);
		*slash = '/';
	}
}

/* Ask on the terminal whether an existing file may go; without a terminal it stays. */
static bool tell_may_replace(const char *path, struct out *out)
{
	char answer[16];
	if (access(path, F_OK) != 0)
		return true;
	if (!isatty(STDIN_FILENO))
		return false;
	out_printf(out, "%s exists. Overwrite? (y/N): ", path);
	out_flush(out);
	ssize_t n = read(STDIN_FILENO, answer, sizeof(answer));
	return n > 0 && (answer[0] == 'y' || answer[0] == 'Y');
}

static void tell_generate(struct diag *d, struct out *out)
{
	struct arena a = { 0 };
	struct err e;
	const char *given = env_get("EMBER_CONFIG");
	const char *path = given ? given : env_path(&a, ENV_CONFIG, "ember/ecat.conf");
	int fd = -1;
	if (!path) {
		diag_text(d, 1, "--generate-config-file: there is no home folder");
	} else if (!tell_may_replace(path, out)) {
		diag_text(d, 1, "--generate-config-file: '%s' exists and stays as it is", path);
	} else {
		tell_folders(arena_cstr(&a, str_from(path)));
		fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
		int num = fd < 0 ? errno : out_write_all(fd, tell_sample, sizeof(tell_sample) - 1);
		if (fd >= 0 && close(fd) != 0 && !num)
			num = errno;
		if (num) {
			err_sys(&e, num, "write");
			diag_path(d, 1, str_from(path), &e);
		} else {
			out_printf(out, "A sample was written to %s\n", path);
		}
	}
	arena_fini(&a);
}

void tell(struct ecat_conf *c, struct diag *d, struct out *out)
{
	switch (c->task) {
	case ECAT_TELL_LANGUAGES:
		tell_languages(c, d, out);
		break;
	case ECAT_TELL_THEMES:
		tell_themes(c, d, out);
		break;
	case ECAT_TELL_COMPLETION:
		tell_completion(c, out);
		break;
	case ECAT_TELL_GENERATE:
		tell_generate(d, out);
		break;
	default:
		if (!about_tell(c, d, out))
			panic("not a thing to tell");
	}
}
