#include <dirent.h>
#include <string.h>
#include <sys/stat.h>

#include "ember/list/cell_text.h"
#include "ember/list/more.h"

static char cell_type(uint8_t type)
{
	switch (type) {
	case DT_REG: return '-';
	case DT_DIR: return 'd';
	case DT_LNK: return 'l';
	case DT_FIFO: return 'p';
	case DT_SOCK: return 's';
	case DT_CHR: return 'c';
	case DT_BLK: return 'b';
	default: return '?';
	}
}

static char cell_letter_of(const struct list_conf *conf, uint8_t type)
{
	if (conf->dot_files && (type == DT_REG || type == DT_FIFO))
		return type == DT_REG ? '.' : '|';
	return cell_type(type);
}

static char cell_execute(uint32_t mode, uint32_t execute, uint32_t special, char both, char only)
{
	if (mode & special)
		return mode & execute ? both : only;
	return mode & execute ? 'x' : '-';
}

unsigned cell_mode(char *p, const struct item *it)
{
	memset(p, '?', 10);
	p[0] = cell_type(it->type);
	if (!it->facts)
		return 10;
	uint32_t m = it->facts->mode;
	p[1] = m & S_IRUSR ? 'r' : '-';
	p[2] = m & S_IWUSR ? 'w' : '-';
	p[3] = cell_execute(m, S_IXUSR, S_ISUID, 's', 'S');
	p[4] = m & S_IRGRP ? 'r' : '-';
	p[5] = m & S_IWGRP ? 'w' : '-';
	p[6] = cell_execute(m, S_IXGRP, S_ISGID, 's', 'S');
	p[7] = m & S_IROTH ? 'r' : '-';
	p[8] = m & S_IWOTH ? 'w' : '-';
	p[9] = cell_execute(m, S_IXOTH, S_ISVTX, 't', 'T');
	return 10;
}

static struct str cell_mode_sgr(const struct cells *c, const struct item *it, unsigned at, char letter)
{
	static const enum palette_key keys[] = { PALETTE_UR, PALETTE_UW, PALETTE_UX, PALETTE_GR,
		PALETTE_GW, PALETTE_GX, PALETTE_TR, PALETTE_TW, PALETTE_TX };
	if (letter == '-' || letter == '?' || letter == '.')
		return cell_sgr(c, PALETTE_XX);
	if (at == 0) {
		static const struct {
			char letter;
			enum lscolors_key key;
		} types[] = { { 'd', LSCOLORS_DI }, { 'l', LSCOLORS_LN }, { 'p', LSCOLORS_PI },
			{ 's', LSCOLORS_SO }, { 'c', LSCOLORS_CD }, { 'b', LSCOLORS_BD } };
		for (size_t i = 0; c->conf->colors && i < COUNTOF(types); i++)
			if (types[i].letter == letter)
				return c->conf->colors->key[types[i].key].text;
		return STR("");
	}
	if (strchr("sStT", letter))
		return cell_sgr(c, it->type == DT_REG ? PALETTE_SU : PALETTE_SF);
	if (at == 3 && it->type == DT_REG)
		return cell_sgr(c, PALETTE_UE);
	return cell_sgr(c, keys[at - 1]);
}

unsigned cell_octal(struct cells *c, const struct item *it, bool paint)
{
	char p[4];
	if (!it->facts)
		return cell_plain(c, PALETTE_XX, STR("????"), paint);
	for (unsigned i = 0; i < 4; i++)
		p[i] = (char)('0' + (it->facts->mode >> (9 - 3 * i) & 7));
	return cell_plain(c, PALETTE_OC, (struct str){ p, 4 }, paint);
}

unsigned cell_flags(struct cells *c, const struct item *it, bool paint)
{
	char p[MORE_FLAGS];
	const struct item_more *more = it->facts ? it->facts->more : NULL;
	if (!more)
		return cell_unknown(c, paint);
	return cell_plain(c, PALETTE_FF, (struct str){ p, more_flags(p, more->attributes) }, paint);
}

unsigned cell_permission(struct cells *c, const struct item *it, bool paint)
{
	char p[11] = { cell_letter_of(c->conf, it->type) };
	if (c->conf->permission == LIST_OCTAL && c->conf->dot_files)
		cell_plain(c, PALETTE_XX, (struct str){ p, 1 }, false);
	if (c->conf->permission == LIST_OCTAL)
		return cell_octal(c, it, paint) + c->conf->dot_files;
	if (c->conf->permission == LIST_ATTRIBUTES)
		return cell_flags(c, it, paint);
	unsigned n = cell_mode(p, it);
	p[0] = cell_letter_of(c->conf, it->type);
	if (c->any_acl)
		p[n++] = it->facts ? (it->facts->acl ? it->facts->acl : ' ') : '?';
	struct str last = { NULL, 0 };
	unsigned from = 0; /* characters of one colour are painted together */
	for (unsigned i = 0; i < n; i++) {
		struct str sgr = i < 10 ? cell_mode_sgr(c, it, i, p[i]) : cell_sgr(c, PALETTE_XA);
		if (i && (sgr.p != last.p || sgr.n != last.n)) {
			cell_paint(c, last, (struct str){ p + from, i - from }, paint);
			from = i;
		}
		last = sgr;
	}
	cell_paint(c, last, (struct str){ p + from, n - from }, paint);
	return n;
}
