#include "ember/walk/ignore_global.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "ember/os/env.h"
#include "ignore_file.h"

static int ignore_slurp(const char *path, struct buf *b, struct err *e)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
	if (fd < 0)
		return err_sys(e, errno, NULL);
	int num = ignore_fill(fd, b);
	close(fd);
	return num ? err_sys(e, num, NULL) : 0;
}

int ignore_open(struct ignore **out, const char *path, struct err *e)
{
	struct buf b = { 0 };
	int ret = ignore_slurp(path, &b, e);
	if (ret == 0)
		*out = ignore_parse(buf_view(&b));
	buf_fini(&b);
	return ret;
}

/* ---------------------------------------------------------------- git's config */

/* The value behind '=': quotes, escapes, comments; blanks at both ends go. */
static void ignore_config_value(struct str s, struct buf *out)
{
	bool quoted = false;
	size_t keep = 0;
	s = str_trim(s);
	buf_clear(out);
	for (size_t i = 0; i < s.n; i++) {
		char c = s.p[i];
		if (c == '"') {
			quoted = !quoted;
			keep = out->n;
			continue;
		}
		if (!quoted && (c == '#' || c == ';'))
			break;
		if (c == '\\' && i + 1 < s.n) {
			c = s.p[++i];
			c = c == 'n' ? '\n' : c == 't' ? '\t' : c == 'b' ? '\b' : c;
		}
		buf_char(out, c);
		if (quoted || !ascii_space(c))
			keep = out->n;
	}
	out->n = keep;
}

/* "[core]" opens the section; "[core "x"]" is another one. */
static bool ignore_core_section(struct str line)
{
	size_t end = str_chr(line, ']');
	return end != STR_NONE && str_eq_nocase(str_trim(str_sub(line, 1, end)), STR("core"));
}

bool ignore_git_config(struct str text, struct buf *value)
{
	bool core = false, found = false;
	struct str line;
	while (str_line(&text, &line)) {
		line = str_trim(line);
		if (line.n && line.p[0] == '[') {
			core = ignore_core_section(line);
			size_t end = str_chr(line, ']');
			line = end == STR_NONE ? (struct str){ 0 }
					       : str_trim(str_sub(line, end + 1, line.n));
		}
		if (!core)
			continue;
		struct str rest = line;
		struct str key = str_trim(str_cut(&rest, '='));
		if (key.n == line.n || !str_eq_nocase(key, STR("excludesfile")))
			continue;
		ignore_config_value(rest, value);
		found = true;
	}
	return found;
}

static bool ignore_config_file(const char *folder, const char *name, struct buf *value)
{
	struct buf path = { 0 }, text = { 0 };
	bool found = false;
	if (folder) {
		buf_printf(&path, "%s/%s", folder, name);
		if (ignore_slurp(buf_cstr(&path), &text, NULL) == 0)
			found = ignore_git_config(buf_view(&text), value);
	}
	buf_fini(&path);
	buf_fini(&text);
	return found;
}

/*
 * The user's core.excludesFile (I6): from `home`/.gitconfig, else `config`/git/config, else the
 * default `config`/git/ignore. Either folder may be NULL. NULL when there is no such file or rule.
 */
static struct ignore *ignore_git_global(const char *home, const char *config)
{
	struct buf value = { 0 }, path = { 0 };
	struct ignore *ig = NULL;
	if (ignore_config_file(home, ".gitconfig", &value) ||
		ignore_config_file(config, "git/config", &value)) {
		struct str v = buf_view(&value);
		if (home && str_starts(v, STR("~/"))) {
			buf_text(&path, home);
			v = str_sub(v, 1, v.n);
		}
		buf_str(&path, v);
	} else if (config) {
		buf_printf(&path, "%s/git/ignore", config);
	}
	if (path.n && ignore_open(&ig, buf_cstr(&path), NULL) != 0)
		ig = NULL;
	buf_fini(&value);
	buf_fini(&path);
	return ig;
}

/* The user's own rules for fd and efind, of the first file that has any (I8); NULL = none. */
static struct ignore *ignore_user_rules(struct arena *a)
{
	static const char *const names[] = { "efind/ignore", "fd/ignore" };
	struct ignore *found = NULL;
	for (size_t i = 0; i < COUNTOF(names) && !found; i++) {
		const char *path = env_path(a, ENV_CONFIG, names[i]);
		if (path && ignore_open(&found, path, NULL) != 0)
			found = NULL;
	}
	return found;
}

void ignore_users(struct ignore_conf *c, struct arena *a, struct ignore *owned[2])
{
	c->home = env_path(a, ENV_HOME, "");
	c->ceilings = str_from(env_get("GIT_CEILING_DIRECTORIES"));
	if (c->vcs)
		c->git_global = owned[0] = ignore_git_global(c->home, env_path(a, ENV_CONFIG, ""));
	if (c->global)
		c->own_global = owned[1] = ignore_user_rules(a);
}
