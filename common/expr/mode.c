#include "ember/expr/mode.h"

#include <sys/stat.h>

#define MODE_ALL 07777u
#define MODE_SET_ID ((unsigned)(S_ISUID | S_ISGID))

/* "u", "go", "": the bits that a clause may touch; 0 when no letter was given. */
static const char *mode_who(const char *c, unsigned *who)
{
	*who = 0;
	for (;; c++) {
		switch (*c) {
		case 'u':
			*who |= S_ISUID | S_IRWXU;
			break;
		case 'g':
			*who |= S_ISGID | S_IRWXG;
			break;
		case 'o':
			*who |= S_ISVTX | S_IRWXO;
			break;
		case 'a':
			*who |= MODE_ALL;
			break;
		default:
			return c;
		}
	}
}

/* The three bits of one class of users in all three places. */
static unsigned mode_spread(unsigned bits)
{
	unsigned all = 0;
	if (bits & 0444)
		all |= 0444;
	if (bits & 0222)
		all |= 0222;
	if (bits & 0111)
		all |= 0111;
	return all;
}

/* What stands after an operator. `*digits` is set when it is a number. */
static const char *mode_what(const char *c, unsigned mode, bool dir, unsigned *what, bool *digits)
{
	static const struct { char letter; unsigned bits; } letters[] = { { 'r', 0444 }, { 'w', 0222 },
		{ 'x', 0111 }, { 's', MODE_SET_ID }, { 't', S_ISVTX } };
	*what = 0;
	*digits = *c >= '0' && *c <= '7';
	if (*digits) {
		for (; *c >= '0' && *c <= '7' && *what <= MODE_ALL; c++)
			*what = *what * 8 + (unsigned)(*c - '0');
		return *what > MODE_ALL ? NULL : c;
	}
	if (*c == 'u' || *c == 'g' || *c == 'o') {
		*what = mode_spread(mode & (*c == 'u' ? S_IRWXU : *c == 'g' ? S_IRWXG : S_IRWXO));
		return c + 1;
	}
	for (;; c++) {
		size_t i = 0;
		if (*c == 'X') {
			*what |= dir || (mode & 0111) ? 0111u : 0;
			continue;
		}
		while (i < sizeof(letters) / sizeof(*letters) && letters[i].letter != *c)
			i++;
		if (i == sizeof(letters) / sizeof(*letters))
			return c;
		*what |= letters[i].bits;
	}
}

static bool mode_symbolic(unsigned *out, const char *c, bool dir)
{
	unsigned mode = 0;
	for (;; c++) {
		unsigned who;
		c = mode_who(c, &who);
		if (*c != '+' && *c != '-' && *c != '=')
			return false;
		while (*c == '+' || *c == '-' || *c == '=') {
			char op = *c++;
			unsigned what;
			bool digits;
			c = mode_what(c, mode, dir, &what, &digits);
			if (!c || (digits && (who || (*c && *c != ','))))
				return false;
			what &= who ? who : MODE_ALL;
			if (op == '=') /* a directory keeps set-ID bits that the clause does not name */
				mode = (mode & ((who ? ~who : 0) | (dir && !digits ? MODE_SET_ID & ~what : 0))) | what;
			else
				mode = op == '+' ? mode | what : mode & ~what;
		}
		if (*c == '\0')
			break;
		if (*c != ',')
			return false;
	}
	*out = mode & MODE_ALL;
	return true;
}

bool mode_parse(unsigned *file, unsigned *dir, const char *text)
{
	if (*text >= '0' && *text <= '7') {
		unsigned mode = 0;
		for (; *text >= '0' && *text <= '7' && mode <= MODE_ALL; text++)
			mode = mode * 8 + (unsigned)(*text - '0');
		*file = *dir = mode;
		return *text == '\0' && mode <= MODE_ALL;
	}
	return mode_symbolic(file, text, false) && mode_symbolic(dir, text, true);
}
