#include "ember/tools/pack_user.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "ember/base/out.h"
#include "ember/cli/diag.h"
#include "ember/compile/check.h"
#include "ember/compile/overlay.h"
#include "ember/os/file.h"
#include "ember/os/sandbox.h"
#include "ember/pack/user.h"
#include "ember/rx/rx.h"

enum {
	PAGE = 4096,
	SECONDS_MAX = 20,          /* of processor time, for all files */
	TOTAL_MAX = 32 << 20,      /* bytes of all files */
	PATTERN_SHOWN = 200,       /* bytes of one that is invalid */
};

struct job {
	struct diag diag;
	struct arena arena;
	struct pack base;
	struct overlay overlay;
	struct user_files files;
	const struct user_file *at; /* the theme being read */
	const char *blame;          /* the file it includes that is to blame, or NULL */
	size_t total;
};

/* The pack within a mapped file: the whole of it, or at the first page that begins one that is whole. */
static int find_pack(struct pack *p, const char *data, size_t size, struct err *e)
{
	for (size_t at = 0; at < size && size - at >= sizeof(struct pack_header); at += PAGE) {
		struct pack_header h;
		memcpy(&h, data + at, sizeof(h));
		if (h.magic == PACK_MAGIC && h.size <= size - at && pack_open(p, data + at, h.size, e) == 0)
			return 0;
	}
	return err_text(e, "holds no pack of this version");
}

static int open_base(struct job *j, const char *path)
{
	struct err e = { 0 };
	struct stat sb;
	int fd = open(path, O_RDONLY | O_CLOEXEC), ret = -1;
	void *data = MAP_FAILED;
	if (fd >= 0 && fstat(fd, &sb) == 0 && sb.st_size > 0)
		data = mmap(NULL, (size_t)sb.st_size, PROT_READ, MAP_PRIVATE, fd, 0);
	if (data == MAP_FAILED)
		err_sys(&e, errno, NULL);
	else
		ret = find_pack(&j->base, data, (size_t)sb.st_size, &e);
	if (ret != 0)
		diag_path(&j->diag, 1, str_from(path), &e);
	if (fd >= 0)
		close(fd);
	return ret;
}

static int read_file(struct job *j, const char *path, struct str *text, struct err *e)
{
	if (file_slurp(text, &j->arena, path, VAL_BYTES_MAX, e) != 0)
		return -1;
	j->total += text->n;
	return j->total <= TOTAL_MAX ? 0 : err_text(e, "the files are too large together");
}

/* Append an absolute path's parts without "." and "..", each with its slash; false above the root. */
static bool add_parts(struct buf *b, struct str path)
{
	while (path.n) {
		struct str part = str_cut(&path, '/');
		if (!part.n || str_eqc(part, "."))
			continue;
		if (!str_eqc(part, "..")) {
			buf_char(b, '/');
			buf_str(b, part);
			continue;
		}
		size_t slash = str_rchr(buf_view(b), '/');
		if (slash == STR_NONE)
			return false;
		b->n = slash;
	}
	return true;
}

/* `path` as seen from `folder`; false when it leads out of `top`. */
static bool within(struct job *j, const char *top, struct str folder, struct str path, struct str *out)
{
	struct buf full = { 0 }, root = { 0 };
	bool good = !str_starts(path, STR("/")) && add_parts(&root, str_from(top)) && add_parts(&full, folder) &&
		add_parts(&full, path);
	*out = arena_str(&j->arena, buf_view(&full));
	good = good && str_starts(*out, buf_view(&root)) && out->n > root.n && out->p[root.n] == '/';
	buf_fini(&full);
	buf_fini(&root);
	return good;
}

/* What a theme includes is watched for changes like any theme, so it must be one of them. */
static int load(void *ctx, struct str path, struct val *out, struct err *e)
{
	struct job *j = ctx;
	struct str outer = str_from(j->blame ? j->blame : j->at->path), full, text;
	size_t slash = str_rchr(outer, '/');
	struct str folder = str_sub(outer, 0, slash == STR_NONE ? 0 : slash);
	struct user_file f = { .kind = USER_THEME };
	if (!within(j, j->at->top, folder, path, &full))
		return err_text(e, "includes a file outside of the folder of themes");
	f.path = full.p;
	if (user_file_stem(&f).n == str_base(full).n)
		return err_text(e, "includes a file that is no theme by its name");
	j->blame = full.p;
	if (read_file(j, full.p, &text, e) != 0)
		return -1;
	return val_read(out, &j->arena, text, e);
}

static int take_grammar(
	struct job *j, const struct user_file *f, struct str stem, struct str text, bool sure, struct err *e)
{
	const size_t before = j->overlay.grammars.all.n;
	char why[RX_WHY_MAX];
	struct str pattern;
	if (overlay_grammar(&j->overlay, stem, text, sure, e) != 0)
		return -1;
	if (before == j->overlay.grammars.all.n || !check_grammar(&j->overlay.grammars.all.p[before].root, &pattern, why))
		return 0;
	struct buf path = { 0 };
	diag_quote(&path, str_from(f->path), false);
	if (pattern.n > PATTERN_SHOWN)
		pattern.n = PATTERN_SHOWN;
	diag_text(&j->diag, 0, "%.*s: invalid pattern \"%.*s\": %s", STR_ARG(buf_view(&path)), STR_ARG(pattern), why);
	buf_fini(&path);
	return 0;
}

static void take(struct job *j, const struct user_file *f)
{
	struct theme_loader loader = { load, j };
	struct str stem = user_file_stem(f), text, path = str_from(f->path);
	struct err e = { 0 };
	bool sure = !str_ends(path, STR(".json")) && !str_ends(path, STR(".jsonc"));
	int ret = read_file(j, f->path, &text, &e);
	j->at = f;
	j->blame = NULL;
	sure |= str_ends(path, STR(".tmLanguage.json"));
	if (ret == 0 && f->kind == USER_THEME)
		ret = overlay_theme(&j->overlay, stem, text, sure, &loader, &e);
	else if (ret == 0 && str_ends(path, STR(".sublime-syntax")))
		ret = overlay_syntax(&j->overlay, path, text, &e);
	else if (ret == 0)
		ret = take_grammar(j, f, stem, text, sure, &e);
	if (ret != 0)
		diag_path(&j->diag, 0, str_from(j->blame ? j->blame : f->path), &e);
}

static int write_pack(struct job *j)
{
	struct buf out = { 0 };
	struct err e = { 0 };
	overlay_finish(&j->overlay, &out, user_files_key(&j->files, pack_hash(&j->base)));
	for (size_t i = 0; i < j->overlay.syntaxes.all.n; i++) {
		const struct sublime *s = &j->overlay.syntaxes.all.p[i];
		if (!s->context)
			diag_path(&j->diag, 0, s->error_path, &s->error);
	}
	int num = out_write_all(STDOUT_FILENO, out.p, out.n);
	buf_fini(&out);
	if (!num)
		return 0;
	err_sys(&e, num, NULL);
	diag_text(&j->diag, 1, "write error: %s", strerrordesc_np(num));
	return -1;
}

static void limit(void)
{
	const struct rlimit cpu = { SECONDS_MAX, SECONDS_MAX }, core = { 0, 0 };
	(void)setrlimit(RLIMIT_CPU, &cpu);
	(void)setrlimit(RLIMIT_CORE, &core);
	(void)sandbox_enter(0, NULL);
}

int pack_user(const char *base, char *const *folders, size_t n)
{
	struct job j = { .files = { .a = &j.arena } };
	diag_init(&j.diag, "ember-pack");
	if (open_base(&j, base) != 0)
		return 1;
	limit(); /* only now: in a sandbox another process's /proc entry does not open */
	overlay_init(&j.overlay, &j.base);
	for (size_t i = 0; i < n; i++)
		user_files_find(&j.files, folders[i]);
	if (j.files.capped)
		diag_text(&j.diag, 0, "there are too many files, some are left out");
	for (size_t i = 0; i < j.files.all.n; i++)
		take(&j, &j.files.all.p[i]);
	write_pack(&j);
	overlay_fini(&j.overlay);
	user_files_fini(&j.files);
	arena_fini(&j.arena);
	return j.diag.status;
}
