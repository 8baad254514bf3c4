#include "ember/list/cell.h"

#include <dirent.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <wchar.h>

#include "ember/base/number.h"
#include "ember/list/cell_text.h"
#include "ember/list/column.h"
#include "ember/list/more.h"

#define CELL_DAY 86400

void cells_init(struct cells *c, const struct list_conf *conf)
{
	*c = (struct cells){ .conf = conf, .uid = geteuid(), .gid = getegid() };
	when_init(&c->when, conf->time_old, conf->time_recent);
	scale_init(&c->scale, conf, c->when.now.sec);
}

void cells_fini(struct cells *c)
{
	ids_free(c->ids);
	when_fini(&c->when);
	buf_fini(&c->text);
	buf_fini(&c->tint);
	buf_fini(&c->piece);
	cells_forget(c);
}

bool cell_is_right(const struct list_conf *conf, enum list_column column)
{
	switch (column) {
	case LIST_COL_INODE:
	case LIST_COL_LINKS:
	case LIST_COL_SIZE:
	case LIST_COL_BLOCKS: return true;
	case LIST_COL_USER:
	case LIST_COL_GROUP:
	case LIST_COL_AUTHOR: return conf->numeric;
	default: return false;
	}
}

const char *cell_title(const struct list_conf *conf, enum list_column column)
{
	static const char *const times[] = { "Date Modified", "Date Accessed", "Date Changed",
		"Date Created" };
	switch (column) {
	case LIST_COL_INODE: return "inode";
	case LIST_COL_OCTAL: return "Octal";
	case LIST_COL_PERMISSION: return "Permissions";
	case LIST_COL_LINKS: return "Links";
	case LIST_COL_USER: return "User";
	case LIST_COL_GROUP: return "Group";
	case LIST_COL_AUTHOR: return "Author";
	case LIST_COL_CONTEXT: return "Context";
	case LIST_COL_SIZE: return "Size";
	case LIST_COL_BLOCKS: return "Blocks";
	case LIST_COL_FLAGS: return "Flags";
	case LIST_COL_DATE: return times[conf->time];
	case LIST_COL_MODIFIED: return times[LIST_MODIFIED];
	case LIST_COL_ACCESSED: return times[LIST_ACCESSED];
	case LIST_COL_CHANGED: return times[LIST_CHANGED];
	case LIST_COL_BORN: return times[LIST_BORN];
	case LIST_COL_XATTR: return "Attributes";
	case LIST_COL_GIT: return "Git";
	case LIST_COL_REPO: return "Repo";
	case LIST_COL_ICON: return "";
	case LIST_COL_NAME: return "Name";
	case LIST_COLUMNS: break;
	}
	return "";
}

/* ---------------------------------------------------------------- owners */

/* Bytes of the longest head that is at most `cols` cells wide. */
static size_t cell_cut(struct str s, size_t cols)
{
	size_t at = 0, used = 0;
	while (at < s.n) {
		mbstate_t state = { 0 };
		wchar_t wc = 0;
		size_t n = mbrtowc(&wc, s.p + at, s.n - at, &state);
		if (n == 0 || n > s.n - at)
			n = 1;
		int width = wcwidth(wc);
		used += width > 0 ? (size_t)width : 0;
		if (used > cols)
			break;
		at += n;
	}
	return at;
}

static unsigned cell_name(struct cells *c, enum palette_key key, struct str name, uint32_t id, bool paint)
{
	const struct list_conf *conf = c->conf;
	struct buf *shown = &c->piece;
	if (!name.n)
		return cell_number(c, key, id, paint);
	buf_clear(shown);
	cell_foreign(shown, name);
	unsigned cols = (unsigned)column_owner_cols(buf_view(shown));
	if (conf->owner_max && cols > conf->owner_max) {
		struct str marker = str_from(conf->owner_marker);
		shown->n = cell_cut(buf_view(shown), conf->owner_max);
		cell_foreign(shown, marker);
		cols = (unsigned)column_owner_cols(buf_view(shown));
	}
	cell_paint(c, cell_sgr(c, key), buf_view(shown), paint);
	return cols;
}

static unsigned cell_user(struct cells *c, const struct item *it, bool paint)
{
	uint32_t id = it->facts->uid;
	enum palette_key key = id == c->uid ? PALETTE_UU : id == 0 ? PALETTE_UROOT : PALETTE_UN;
	return cell_name(c, key, c->conf->numeric ? STR("") : ids_user(c->ids, id), id, paint);
}

static unsigned cell_group(struct cells *c, const struct item *it, bool paint)
{
	uint32_t id = it->facts->gid;
	enum palette_key key = id == c->gid ? PALETTE_GU : id == 0 ? PALETTE_GROOT : PALETTE_GN;
	struct str name = c->conf->numeric ? STR("") : ids_group(c->ids, id);
	if (c->conf->smart_group && !c->conf->numeric &&
		str_eq(name, ids_user(c->ids, it->facts->uid)))
		return 0;
	return cell_name(c, key, name, id, paint);
}

/* ---------------------------------------------------------------- sizes */

unsigned cell_size(char *p, const struct list_conf *conf, uint64_t bytes)
{
	unsigned n = human_put(p, bytes, 1, &conf->size_unit);
	if (!conf->size_words)
		return n;
	char letter = n && ascii_alpha(p[n - 1]) ? p[--n] : 0;
	unsigned words = (unsigned)strlen(conf->size_words);
	memcpy(p + n, conf->size_words, words);
	n += words;
	if (letter)
		p[n++] = letter;
	if (!letter || words)
		p[n++] = 'B';
	return n;
}

static unsigned cell_magnitude(uint64_t bytes, const struct human *h)
{
	unsigned class = 0;
	for (uint64_t unit = h->si ? 1000 : 1024; class < 4 && bytes >= unit; bytes /= unit)
		class++;
	return class;
}

static unsigned cell_bytes(struct cells *c, const struct item *it, bool paint)
{
	const struct list_conf *conf = c->conf;
	const struct item_facts *f = it->facts;
	char p[HUMAN_MAX + 8];
	unsigned n = cell_size(p, conf, f->size), digits = n;
	while (digits && (ascii_alpha(p[digits - 1]) || p[digits - 1] == ' '))
		digits--;
	unsigned class = cell_magnitude(f->size, &conf->size_unit);
	struct str number = cell_sgr(c, PALETTE_NB + class), unit = cell_sgr(c, PALETTE_UB + class);
	if (paint && scale_size(&c->scale, &c->tint, number, f->size))
		number = unit = buf_view(&c->tint);
	cell_paint(c, number, (struct str){ p, digits }, paint);
	if (n > digits)
		cell_paint(c, unit, (struct str){ p + digits, n - digits }, paint);
	bool over = f->more && f->more->total && f->size == UINT64_MAX; /* sums end there */
	if (over || (f->more && f->more->partial)) {
		cell_paint(c, cell_sgr(c, PALETTE_XX), over ? STR("+") : STR("?"), paint);
		n++;
	}
	if (conf->size_unit.group || conf->size_unit.scale)
		n += (unsigned)column_owner_cols((struct str){ p, digits }) - digits;
	return n;
}

static unsigned cell_device(struct cells *c, const struct item *it, bool paint)
{
	char p[64];
	unsigned n = number_put(p, it->facts->rdev_major);
	cell_plain(c, PALETTE_DF, (struct str){ p, n }, paint);
	buf_char(&c->text, ',');
	unsigned minor = number_put(p, it->facts->rdev_minor), gap = 1;
	if (minor < c->minor)
		gap += c->minor - minor;
	buf_fill(&c->text, ' ', gap);
	cell_plain(c, PALETTE_DS, (struct str){ p, minor }, paint);
	return n + 1 + gap + minor;
}

static unsigned cell_any_size(struct cells *c, const struct item *it, bool paint)
{
	const struct item_facts *f = it->facts;
	if (S_ISCHR(f->mode) || S_ISBLK(f->mode))
		return cell_device(c, it, paint);
	if (S_ISDIR(f->mode) && f->more && f->more->counted)
		return cell_number(c, PALETTE_NB, f->more->count, paint);
	if (!S_ISREG(f->mode) && c->conf->bare_dirs && !(f->more && f->more->total))
		return cell_none(c, paint);
	return cell_bytes(c, it, paint);
}

static unsigned cell_blocks(struct cells *c, const struct item *it, bool paint)
{
	char p[HUMAN_MAX];
	if (!S_ISREG(it->facts->mode) && c->conf->bare_dirs)
		return cell_none(c, paint);
	unsigned n = human_put(p, it->facts->blocks, 512, &c->conf->block_unit);
	return cell_plain(c, PALETTE_BL, (struct str){ p, n }, paint);
}

/* ---------------------------------------------------------------- dates */

struct stat_time cell_time(const struct item *it, enum list_column column, bool *known)
{
	const struct item_more *more = it->facts->more;
	if (column != LIST_COL_DATE && more) {
		*known = column != LIST_COL_BORN || more->has_born;
		return more->time[column - LIST_COL_MODIFIED];
	}
	*known = (it->flags & ITEM_TIME_KNOWN) != 0;
	return (struct stat_time){ it->facts->sec, it->facts->nsec };
}

static unsigned cell_date(struct cells *c, const struct item *it, enum list_column column, bool paint)
{
	bool known;
	const struct stat_time t = cell_time(it, column, &known);
	struct buf *date = &c->piece;
	if (!known)
		return cell_none(c, paint);
	buf_clear(date);
	if (c->conf->relative_dates)
		when_relative(&c->when, date, t);
	else
		when_put(&c->when, date, t);
	int64_t age = c->when.now.sec - t.sec;
	struct str sgr = cell_sgr(c,
		age < 3600           ? PALETTE_HOUR
			: age < CELL_DAY ? PALETTE_DAY
					 : PALETTE_OLDER);
	if (paint && scale_age(&c->scale, &c->tint, sgr, t.sec))
		sgr = buf_view(&c->tint);
	cell_paint(c, sgr, buf_view(date), paint);
	return (unsigned)column_owner_cols(buf_view(date));
}

/* ---------------------------------------------------------------- git */

struct str cell_git_sgr(const struct palette *p, char letter)
{
	static const char letters[] = "N?MDRTU";
	static const enum palette_key keys[] = { PALETTE_GA, PALETTE_GA, PALETTE_GM, PALETTE_GD,
		PALETTE_GV, PALETTE_GT, PALETTE_GC };
	const char *at = letter ? strchr(letters, letter) : NULL;
	return p->sgr[at ? keys[at - letters] : PALETTE_GI];
}

char cell_letter(const struct list_conf *conf, char letter)
{
	if (!letter)
		return ' ';
	if (!conf->lsd_letters)
		return letter;
	return letter == '-' ? '.' : letter == 'U' ? 'C' : letter;
}

static unsigned cell_git(struct cells *c, const struct item *it, bool paint)
{
	char letters[2] = { it->git.index, it->git.worktree };
	for (unsigned i = 0; i < 2; i++) {
		char letter = cell_letter(c->conf, letters[i]);
		if (paint && letters[i])
			cell_paint(c, cell_git_sgr(c->conf->palette, letters[i]), (struct str){ &letter, 1 }, true);
		else
			buf_char(&c->text, letter);
	}
	return 2;
}

static unsigned cell_repo(struct cells *c, const struct item *it, bool paint)
{
	const struct item_more *more = it->facts ? it->facts->more : NULL;
	if (!more || !more->branch)
		return cell_none(c, paint);
	unsigned cols = 0;
	if (c->conf->repo_status) {
		const char *mark = !more->clean_known ? "~" : more->clean ? "|" : "+";
		cols = 2;
		cell_plain(c, more->clean ? PALETTE_REPO_CLEAN : PALETTE_REPO_DIRTY, str_from(mark), paint);
		buf_char(&c->text, ' ');
	}
	struct str branch = str_from(more->branch);
	bool main = str_eqc(branch, "main") || str_eqc(branch, "master");
	return cols + cell_name(c, main ? PALETTE_REPO_MAIN : PALETTE_REPO_OTHER, branch, 0, paint);
}

/* ---------------------------------------------------------------- all of them */

static unsigned cell_context(struct cells *c, const struct item *it, bool paint)
{
	struct str context = column_context(it);
	return cell_name(c, PALETTE_CONTEXT, context, 0, paint);
}

static unsigned cell_xattr(struct cells *c, const struct item *it, bool paint)
{
	const struct item_more *more = it->facts->more;
	if (!more || more->xattrs_failed)
		return cell_unknown(c, paint);
	return more->n_attrs ? cell_number(c, PALETTE_XA, more->n_attrs, paint) : cell_none(c, paint);
}

unsigned cell_make(struct cells *c, const struct item *it, enum list_column column, bool paint)
{
	buf_clear(&c->text);
	paint &= c->conf->palette != NULL;
	if (!c->ids && !c->conf->numeric)
		c->ids = ids_new();
	switch (column) {
	case LIST_COL_PERMISSION: return cell_permission(c, it, paint);
	case LIST_COL_OCTAL: return cell_octal(c, it, paint);
	case LIST_COL_FLAGS: return cell_flags(c, it, paint);
	case LIST_COL_GIT: return cell_git(c, it, paint);
	case LIST_COL_REPO: return cell_repo(c, it, paint);
	default: break;
	}
	if (!it->facts)
		return cell_unknown(c, paint);
	switch (column) {
	case LIST_COL_INODE: return cell_number(c, PALETTE_IN, it->facts->ino, paint);
	case LIST_COL_LINKS:
		return cell_number(c,
			it->facts->nlink > 1 && it->type != DT_DIR ? PALETTE_LM : PALETTE_LC,
			it->facts->nlink, paint);
	case LIST_COL_USER:
	case LIST_COL_AUTHOR: return cell_user(c, it, paint);
	case LIST_COL_GROUP: return cell_group(c, it, paint);
	case LIST_COL_CONTEXT: return cell_context(c, it, paint);
	case LIST_COL_SIZE: return cell_any_size(c, it, paint);
	case LIST_COL_BLOCKS: return cell_blocks(c, it, paint);
	case LIST_COL_XATTR: return cell_xattr(c, it, paint);
	case LIST_COL_DATE:
	case LIST_COL_MODIFIED:
	case LIST_COL_ACCESSED:
	case LIST_COL_CHANGED:
	case LIST_COL_BORN: return cell_date(c, it, column, paint);
	default: return 0;
	}
}
