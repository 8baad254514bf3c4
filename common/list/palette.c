#include "ember/list/palette.h"

#include <string.h>

#include "ember/base/def.h"
#include "ember/base/number.h"
#include "ember/term/lscolors.h"

#define PALETTE_ICON_MAX 4 /* cells */

struct palette_row {
	const char *code;  /* of EZA_COLORS */
	const char *names; /* of --colors, separated by blanks; a name may stand in several rows */
	const char *initial;
};

/*
 * What the rows' colours are where there are 256: the sixteen are the terminal's own, and its yellow, green and cyan are
 * often too pale to be read on white. These stand out from white and from black alike.
 */
static const struct {
	const char *of16, *of256;
} palette_deep[] = {
	{ "2", "38;5;244" },  /* grey */
	{ "31", "38;5;167" }, /* red */
	{ "32", "38;5;65" },  /* green */
	{ "33", "38;5;136" }, /* amber */
	{ "34", "38;5;68" },  /* blue */
	{ "35", "38;5;133" }, /* purple */
	{ "36", "38;5;31" },  /* cyan */
};

static const struct palette_row palette_rows[PALETTE_COUNT] = {
	[PALETTE_UR] = { "ur", "permission.read", "33" },
	[PALETTE_UW] = { "uw", "permission.write", "31" },
	[PALETTE_UX] = { "ux", "permission.exec", "32" },
	[PALETTE_UE] = { "ue", "permission.exec", "32" },
	[PALETTE_GR] = { "gr", "permission.read", "33" },
	[PALETTE_GW] = { "gw", "permission.write", "31" },
	[PALETTE_GX] = { "gx", "permission.exec", "32" },
	[PALETTE_TR] = { "tr", "permission.read", "33" },
	[PALETTE_TW] = { "tw", "permission.write", "31" },
	[PALETTE_TX] = { "tx", "permission.exec", "32" },
	[PALETTE_SU] = { "su", "permission.exec-sticky", "35" },
	[PALETTE_SF] = { "sf", "permission.exec-sticky", "35" },
	[PALETTE_XA] = { "xa", "permission.acl", "35" },
	[PALETTE_NB] = { "nb", "size size.small sn", "32" },
	[PALETTE_NK] = { "nk", "size size.small sn", "32" },
	[PALETTE_NM] = { "nm", "size size.medium sn", "33" },
	[PALETTE_NG] = { "ng", "size size.large sn", "31" },
	[PALETTE_NT] = { "nt", "size size.large sn", "35" },
	[PALETTE_UB] = { "ub", "size size.small sb", "32" },
	[PALETTE_UK] = { "uk", "size size.small sb", "32" },
	[PALETTE_UM] = { "um", "size size.medium sb", "33" },
	[PALETTE_UG] = { "ug", "size size.large sb", "31" },
	[PALETTE_UT] = { "ut", "size size.large sb", "35" },
	[PALETTE_DF] = { "df", "device.major", "33" },
	[PALETTE_DS] = { "ds", "device.minor", "33" },
	[PALETTE_UU] = { "uu", "user", "33" },
	[PALETTE_UROOT] = { "uR", "user.root user", "33" },
	[PALETTE_UN] = { "un", "user.other user", "" },
	[PALETTE_GU] = { "gu", "group", "33" },
	[PALETTE_GROOT] = { "gR", "group.root group", "33" },
	[PALETTE_GN] = { "gn", "group.other group", "" },
	[PALETTE_LC] = { "lc", "links", "2" },
	[PALETTE_LM] = { "lm", "links.several", "31" },
	[PALETTE_GA] = { "ga", "git-status.new-in-index git-status.new-in-workdir", "32" },
	[PALETTE_GM] = { "gm", "git-status.modified", "34" },
	[PALETTE_GD] = { "gd", "git-status.deleted", "31" },
	[PALETTE_GV] = { "gv", "git-status.renamed", "33" },
	[PALETTE_GT] = { "gt", "git-status.typechange", "35" },
	[PALETTE_GI] = { "gi", "git-status.ignored git-status.default git-status.unmodified", "2" },
	[PALETTE_GC] = { "gc", "git-status.conflicted", "31" },
	[PALETTE_REPO_MAIN] = { "Gm", "repo.main", "32" },
	[PALETTE_REPO_OTHER] = { "Go", "repo.other", "33" },
	[PALETTE_REPO_CLEAN] = { "Gc", "repo.clean", "32" },
	[PALETTE_REPO_DIRTY] = { "Gd", "repo.dirty", "33" },
	[PALETTE_XX] = { "xx", "permission.no-access punctuation", "2" },
	[PALETTE_HOUR] = { NULL, "da date date.hour date.hour-old", "36" },
	[PALETTE_DAY] = { NULL, "da date date.day date.day-old", "34" },
	[PALETTE_OLDER] = { NULL, "da date date.older", "34" },
	[PALETTE_IN] = { "in", "inode", "35" },
	[PALETTE_BL] = { "bl", "blocks", "36" },
	[PALETTE_HD] = { "hd", "header", "4" },
	[PALETTE_OC] = { "oc", "octal permission.octal", "35" },
	[PALETTE_FF] = { "ff", "flags attributes", "36" },
	[PALETTE_CONTEXT] = { "Sn", "context permission.context", "" },
	[PALETTE_EDGE] = { NULL, "tree-edge te", "2" },
	[PALETTE_MOUNT] = { "mp", "mount", "34" },
	[PALETTE_LINK_PATH] = { "lp", "link-path", "" },
};

/* Keys of eza that say nothing about what is shown here: known, without effect. */
static const char palette_unused[] = "cc bO sp im vi mu lo cr do co tm cm bu sc ic Su Sr St Sl";

void palette_init(struct palette *p, bool deep)
{
	*p = (struct palette){ .icon_width = 0 };
	for (size_t i = 0; i < PALETTE_COUNT; i++) {
		p->sgr[i] = str_from(palette_rows[i].initial);
		for (size_t k = 0; deep && k < COUNTOF(palette_deep); k++)
			if (str_eqc(p->sgr[i], palette_deep[k].of16))
				p->sgr[i] = str_from(palette_deep[k].of256);
	}
}

static bool palette_has_word(const char *words, struct str word)
{
	struct str rest = str_from(words);
	while (rest.n)
		if (str_eq(str_cut(&rest, ' '), word))
			return true;
	return false;
}

static bool palette_sgr(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (!ascii_digit(s.p[i]) && s.p[i] != ';')
			return false;
	return true;
}

static bool palette_set(struct palette *p, struct str key, struct str value)
{
	bool known = false;
	for (size_t i = 0; i < PALETTE_COUNT; i++) {
		const struct palette_row *row = &palette_rows[i];
		if ((row->code && str_eqc(key, row->code)) || palette_has_word(row->names, key)) {
			p->sgr[i] = value;
			known = true;
		}
	}
	return known;
}

/* A key of LS_COLORS, or a pattern for names: the files' colours are another table. */
static bool palette_is_file(struct str key)
{
	if (key.n && str_chr(key, '*') != STR_NONE)
		return true;
	for (size_t i = 0; key.n == 2 && LSCOLORS_KEYS[i]; i += 2)
		if (memcmp(&LSCOLORS_KEYS[i], key.p, 2) == 0)
			return true;
	return false;
}

static bool palette_pair(struct palette *p, struct str key, struct str value, struct buf *files)
{
	uint64_t cells;
	if (str_eqc(key, "arrow")) {
		p->arrow = value;
		return true;
	}
	if (str_eqc(key, "icon-width")) {
		if (!number_u64(value, &cells) || cells < 1 || cells > PALETTE_ICON_MAX)
			return false;
		p->icon_width = (unsigned)cells;
		return true;
	}
	if (!palette_sgr(value))
		return false;
	if (palette_set(p, key, value) || palette_has_word(palette_unused, key))
		return true;
	if (!palette_is_file(key))
		return false;
	buf_char(files, ':');
	buf_str(files, key);
	buf_char(files, '=');
	buf_str(files, value);
	return true;
}

unsigned palette_read(struct palette *p, struct str text, struct buf *files, struct str *bad)
{
	unsigned wrong = 0;
	while (text.n) {
		struct str pair = str_cut(&text, ':'), value = pair;
		struct str key = str_cut(&value, '=');
		if (pair.n == 0)
			continue;
		if (str_eqc(pair, "reset")) {
			for (size_t i = 0; i < PALETTE_COUNT; i++)
				p->sgr[i] = STR("");
			continue;
		}
		if (key.n < pair.n && palette_pair(p, key, value, files))
			continue;
		if (wrong++ == 0 && bad)
			*bad = pair;
	}
	return wrong;
}
