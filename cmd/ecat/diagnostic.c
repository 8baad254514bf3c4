#include <stdio.h>
#include <sys/utsname.h>
#include <unistd.h>

#include "about.h"
#include "ember/base/def.h"
#include "ember/git/git.h"
#include "ember/os/env.h"
#include "ember/os/spawn.h"
#include "ember/pack/user.h"
#include "ember/rx/rx.h"
#include "ember/syntax/token.h"
#include "ember/term/caps.h"
#include "ember/term/tty.h"
#include "ember/text/safe.h"
#include "ember/text/width.h"
#include "packs.h"

/* What section 9 of the specification names, and nothing else: a report holds no secrets. */
static const char *const diagnostic_variables[] = {
	"EMBER_OPTS", "BAT_OPTS", "EMBER_PAGER", "BAT_PAGER", "PAGER", "EMBER_PAGING", "BAT_PAGING", "EMBER_STYLE",
	"BAT_STYLE", "EMBER_THEME", "EMBER_THEME_DARK", "EMBER_THEME_LIGHT", "BAT_THEME", "BAT_THEME_DARK",
	"BAT_THEME_LIGHT", "EMBER_TABS", "BAT_TABS", "BAT_WIDTH", "EMBER_CONFIG", "BAT_CONFIG_PATH", "BAT_CONFIG_DIR",
	"EMBER_CACHE", "BAT_CACHE_PATH", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR", "HOME", "NO_COLOR",
	"CLICOLOR_FORCE", "COLORTERM", "COLORFGBG", "TERM", "COLUMNS", "LINES", "FZF_PREVIEW_COLUMNS", "LESS",
	"LESSOPEN", "LESSCLOSE", "LESSSECURE", "LESSCHARSET", "VISUAL", "EDITOR", "SHELL", "MAN_PN",
	"GIT_PAGER_IN_USE", "GIT_DIR", "LANG", "LC_ALL", "LC_CTYPE", "POSIXLY_CORRECT", "TMPDIR",
	"EMBER_SYNTAX_ENGINE",
};

static void diagnostic_row(struct out *out, const char *name, struct str value)
{
	struct buf b = { 0 };
	safe_add(&b, value, 0);
	out_printf(out, "  %-18s %.*s\n", name, STR_ARG(buf_view(&b)));
	buf_fini(&b);
}

static void diagnostic_text(struct out *out, const char *name, const char *value)
{
	diagnostic_row(out, name, str_from(value ? value : "unknown"));
}

static void diagnostic_number(struct out *out, const char *name, uint64_t n)
{
	out_printf(out, "  %-18s %llu\n", name, (unsigned long long)n);
}

static void diagnostic_path(struct out *out, const char *name, const char *path)
{
	struct buf b = { 0 };
	buf_text(&b, path ? path : "none");
	if (path && access(path, F_OK) != 0)
		buf_text(&b, " (not there)");
	else if (path && access(path, R_OK) != 0)
		buf_text(&b, " (not readable)");
	diagnostic_row(out, name, buf_view(&b));
	buf_fini(&b);
}

static uint32_t diagnostic_records(const struct pack *p, enum pack_section s)
{
	uint32_t n = pack_count(p, s);
	return n ? n - 1 : 0; /* the first one is a dummy */
}

static void diagnostic_pack(const struct ecat_conf *c, struct diag *d, struct out *out)
{
	static const char *const engines[] = { "automaton", "plain", "check (both)" };
	struct packs p;
	char hash[24];
	packs_open(&p, c, d);
	const struct pack *pack = &p.registry.pack;
	uint32_t grammars = 0, own = 0;
	for (uint32_t i = 1; i < pack_count(pack, PACK_LANGUAGES); i++) {
		grammars += pack_language(pack, i)->root != 0;
		own += pack_language(pack, i)->licence == PACK_USER;
	}
	snprintf(hash, sizeof(hash), "%016llx", (unsigned long long)pack_hash(pack));
	out_text(out, "Highlighting\n");
	diagnostic_text(out, "engine", engines[tokens_engine_named(str_from(env_get("EMBER_SYNTAX_ENGINE")))]);
	diagnostic_text(out, "pack", p.own.data ? "built in, with your files" : "built in");
	diagnostic_number(out, "format", PACK_FORMAT);
	diagnostic_text(out, "hash", hash);
	diagnostic_number(out, "languages", pack_count(pack, PACK_LANGUAGES));
	diagnostic_number(out, "grammars", grammars);
	diagnostic_number(out, "of them yours", own);
	diagnostic_number(out, "themes", diagnostic_records(pack, PACK_THEMES));
	diagnostic_number(out, "regexes", diagnostic_records(pack, PACK_REGEXES));
	diagnostic_number(out, "rules", diagnostic_records(pack, PACK_RULES));
	packs_close(&p);
}

/* What ember-pack is linked with it says itself: a line a library. */
static void diagnostic_compiler(struct arena *a, struct out *out)
{
	struct err e;
	struct buf text = { 0 };
	int status;
	const char *program = env_part(a, "ember-pack", &e);
	if (program) {
		char *argv[] = { arena_cstr(a, str_from(program)), arena_cstr(a, STR("versions")), NULL };
		struct spawn s = { .argv = argv, .cwd = -1, .in = SPAWN_NULL, .out = -1, .err = -1 };
		if (spawn_capture(&s, &text, NULL, 4096, &status, &e) != 0 || !spawn_ok(status))
			text.n = 0;
	}
	struct str rest = buf_view(&text), line;
	while (str_line(&rest, &line)) {
		struct str name = str_cut(&line, ' ');
		diagnostic_row(out, arena_cstr(a, name), line);
	}
	if (!text.n)
		diagnostic_text(out, "ember-pack", program ? "does not run" : "not installed");
	buf_fini(&text);
}

static void diagnostic_libraries(struct arena *a, struct out *out)
{
	struct git *g = git_new(NULL);
	const char *regex = rx_version();
	out_text(out, "\nLibraries\n");
	diagnostic_text(out, "oniguruma", regex ? regex : "not to be had");
	diagnostic_text(out, "utf8proc", width_version());
	diagnostic_text(out, "curses", caps_version());
	const char *version = git_library_version(g);
	diagnostic_text(out, "libgit2", version ? version : "not to be had");
	diagnostic_compiler(a, out);
	git_free(g);
}

static void diagnostic_terminal(const struct ecat_conf *c, struct out *out)
{
	static const char *const depths[] = { "none", "mono", "16", "256", "truecolor" };
	const struct color_env env = color_env();
	struct tty_size size;
	struct caps caps;
	caps_read(&caps, NULL);
	out_text(out, "\nTerminal\n");
	diagnostic_text(out, "output", c->tty ? "terminal" : "not a terminal");
	diagnostic_text(out, "colours", depths[color_depth(&env, 0)]);
	diagnostic_text(out, "terminfo", caps.known ? "knows it" : "does not know it");
	if (tty_size(STDOUT_FILENO, &size) || tty_size(STDERR_FILENO, &size))
		out_printf(out, "  %-18s %u columns, %u rows\n", "size", size.cols, size.rows);
}

static void diagnostic_files(struct arena *a, struct out *out)
{
	const char *folders[USER_FOLDERS], *bats = env_get("BAT_CONFIG_PATH"), *own = env_get("EMBER_CONFIG");
	size_t n = user_folders(a, folders);
	struct user_files files = { .a = a };
	size_t kinds[2] = { 0 };
	for (size_t i = 0; i < n; i++)
		user_files_find(&files, folders[i]);
	for (size_t i = 0; i < files.all.n; i++)
		kinds[files.all.p[i].kind]++;
	out_text(out, "\nFiles\n");
	diagnostic_path(out, "system config", "/etc/ember/ecat.conf");
	diagnostic_path(out, "config", own ? own : env_path(a, ENV_CONFIG, "ember/ecat.conf"));
	diagnostic_path(out, "bat's config", bats ? bats : n ? arena_printf(a, "%s/config", folders[n - 1]).p : NULL);
	for (size_t i = 0; i < n; i++)
		diagnostic_path(out, "folder", folders[i]);
	diagnostic_path(out, "cache", cache_folder(a));
	diagnostic_number(out, "syntax files", kinds[USER_SYNTAX]);
	diagnostic_number(out, "theme files", kinds[USER_THEME]);
	user_files_fini(&files);
}

void diagnostic_tell(const struct ecat_conf *c, struct diag *d, struct out *out)
{
	struct arena a = { 0 };
	struct utsname u;
	out_text(out, "ecat (ember) " EMBER_VERSION "\n");
	if (uname(&u) == 0)
		out_printf(out, "%s %s %s\n", u.sysname, u.release, u.machine);
	out_char(out, '\n');
	diagnostic_pack(c, d, out);
	diagnostic_libraries(&a, out);
	diagnostic_terminal(c, out);
	diagnostic_files(&a, out);
	out_text(out, "\nEnvironment\n");
	for (size_t i = 0; i < COUNTOF(diagnostic_variables); i++) {
		const char *value = env_get(diagnostic_variables[i]);
		if (value)
			diagnostic_text(out, diagnostic_variables[i], value);
	}
	arena_fini(&a);
}
