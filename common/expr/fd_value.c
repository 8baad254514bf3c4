#include "ember/base/number.h"
#include "ember/base/size.h"
#include "ember/expr/fd.h"
#include "ember/os/ids.h"

bool fd_type(struct str word, unsigned *types)
{
	static const struct {
		const char *word;
		unsigned bit;
	} rows[] = {
		{ "f", FD_FILE }, { "file", FD_FILE }, { "d", FD_DIR }, { "dir", FD_DIR }, { "directory", FD_DIR },
		{ "l", FD_LINK }, { "symlink", FD_LINK }, { "s", FD_SOCKET }, { "socket", FD_SOCKET },
		{ "p", FD_PIPE }, { "pipe", FD_PIPE }, { "c", FD_CHAR }, { "char-device", FD_CHAR },
		{ "b", FD_BLOCK }, { "block-device", FD_BLOCK }, { "x", FD_EXECUTABLE },
		{ "executable", FD_EXECUTABLE }, { "e", FD_EMPTY }, { "empty", FD_EMPTY },
	};
	for (size_t i = 0; i < COUNTOF(rows); i++) {
		if (str_eqc(word, rows[i].word)) {
			*types |= rows[i].bit;
			return true;
		}
	}
	return false;
}

bool fd_size(struct str text, struct fd_size *out)
{
	static const char powers[] = "kmgt";
	struct fd_size s = { 0 };
	size_t n = 0;
	if (text.n && (text.p[0] == '+' || text.p[0] == '-')) {
		s.sign = text.p[0];
		text = str_sub(text, 1, text.n);
	}
	while (n < text.n && ascii_digit(text.p[n]))
		n++;
	if (!number_u64(str_sub(text, 0, n), &s.bytes))
		return false;
	struct str unit = str_sub(text, n, text.n);
	if (!str_eq_nocase(unit, STR("b"))) {
		const char *power = unit.n ? strchr(powers, ascii_lower(unit.p[0])) : NULL;
		struct str rest = str_sub(unit, 1, unit.n);
		if (!power || !*power)
			return false;
		uint64_t step = 1000;
		if (rest.n && ascii_lower(rest.p[0]) == 'i') {
			step = 1024;
			rest = str_sub(rest, 1, rest.n);
		}
		if (rest.n && !str_eq_nocase(rest, STR("b")))
			return false;
		for (const char *c = powers; c <= power; c++)
			if (__builtin_mul_overflow(s.bytes, step, &s.bytes))
				return false;
	}
	*out = s;
	return true;
}

/* One side of "user:group": a name or a number, '!' before it negates. Nothing at all = no condition. */
static bool fd_owner_side(struct str text, bool *by, bool *negated, uint32_t *id,
	bool (*find)(const char *name, uint32_t *id))
{
	uint64_t n;
	char name[256];
	*by = text.n > 0;
	if (!text.n)
		return true;
	if (text.p[0] == '!') {
		*negated = true;
		text = str_sub(text, 1, text.n);
	}
	if (number_plus_u64(text, &n) && n <= UINT32_MAX) {
		*id = (uint32_t)n;
		return true;
	}
	if (text.n >= sizeof(name))
		return false;
	memcpy(name, text.p, text.n);
	name[text.n] = '\0';
	return find(name, id);
}

enum fd_owner_fault fd_owner(struct str text, struct fd_owner *out)
{
	struct fd_owner o = { 0 };
	struct str group = text;
	struct str user = str_cut(&group, ':');
	if (str_chr(group, ':') != STR_NONE)
		return FD_OWNER_SYNTAX;
	if (!fd_owner_side(user, &o.by_user, &o.not_user, &o.uid, ids_find_user))
		return FD_OWNER_USER;
	if (!fd_owner_side(group, &o.by_group, &o.not_group, &o.gid, ids_find_group))
		return FD_OWNER_GROUP;
	*out = o;
	return FD_OWNER_OK;
}
