#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "ember/git/ask.h"

#define STARTS_MAX 16 /* of one repository's git cat-file: it ends at a damaged object */

void ask_objects_end(struct ask *a)
{
	if (a->talks)
		command_end(&a->objects, &a->command);
	a->talks = false;
}

/* It ended, or what it says is not understood: the reason is what it told, else `why`. */
static int objects_broken(struct ask *a, const char *why)
{
	char before[sizeof(a->command.why)];
	memcpy(before, a->command.why, sizeof(before));
	a->command.why[0] = '\0';
	ask_objects_end(a);
	if (a->command.why[0] == '\0')
		snprintf(a->command.why, sizeof(a->command.why), "%s", before[0] ? before : why);
	return -1;
}

static int objects_start(struct ask *a)
{
	static const char *const args[] = { "cat-file", "--batch", NULL };
	if (a->talks)
		return 0;
	if (a->starts++ == STARTS_MAX)
		return command_fail(&a->command, "too many of its objects cannot be read");
	if (command_start(&a->objects, &a->command, args, true) != 0)
		return -1;
	a->talks = true;
	return 0;
}

/* git writes ids in lower case, and so a capital is none of its. */
static int objects_digit(char c)
{
	return c >= 'A' && c <= 'F' ? -1 : ascii_hex(c);
}

bool ask_id(const struct ask *a, struct str text, unsigned char *id)
{
	if (text.n < 2 * (size_t)a->id_n)
		return false;
	for (size_t i = 0; i < a->id_n; i++) {
		int high = objects_digit(text.p[2 * i]), low = objects_digit(text.p[2 * i + 1]);
		if (high < 0 || low < 0)
			return false;
		id[i] = (unsigned char)(high << 4 | low);
	}
	return true;
}

/* "ID TYPE SIZE"; false: it is not that. */
static bool objects_head(const struct ask *a, struct str line, struct ask_object *out, uint64_t *size)
{
	struct str id = str_cut(&line, ' '), type = str_cut(&line, ' ');
	if (!ask_id(a, id, out->id) || type.n == 0 || type.n >= sizeof(out->type) || line.n == 0 || line.n > 18)
		return false;
	memcpy(out->type, type.p, type.n);
	out->type[type.n] = '\0';
	*size = 0;
	for (size_t i = 0; i < line.n; i++) {
		if (!ascii_digit(line.p[i]))
			return false;
		*size = *size * 10 + (uint64_t)(line.p[i] - '0');
	}
	return true;
}

/* Pass over an object that is not wanted, with the line's end behind it. */
static int objects_skip(struct ask *a, uint64_t left)
{
	struct str piece;
	for (left++; left; left -= piece.n)
		if (command_bytes(&a->objects, &a->command, left < 65536 ? (size_t)left : 65536, &piece) != 1)
			return objects_broken(a, "git has ended");
	return command_fail(&a->command, "too large to be read");
}

int ask_object(struct ask *a, struct str name, size_t max, struct ask_object *out)
{
	struct str line;
	uint64_t size;
	if (str_chr(name, '\n') != STR_NONE || name.n == 0 || name.n > 4096)
		return command_fail(&a->command, "no such object");
	if (objects_start(a) != 0)
		return -1;
	if (command_say(&a->objects, &a->command, name) != 0 ||
		command_say(&a->objects, &a->command, STR("\n")) != 0 ||
		command_record(&a->objects, &a->command, '\n', &line) != 1)
		return objects_broken(a, "git has ended");
	if (str_ends(line, STR(" missing")))
		return 0;
	if (str_ends(line, STR(" ambiguous")))
		return command_fail(&a->command, "its name stands for several objects");
	if (!objects_head(a, line, out, &size))
		return objects_broken(a, "an answer of git is not understood");
	if (size > max)
		return objects_skip(a, size);
	if (command_bytes(&a->objects, &a->command, (size_t)size + 1, &out->bytes) != 1)
		return objects_broken(a, "git has ended");
	out->bytes.n--; /* a line's end behind it */
	return 1;
}

void ask_digits(const struct ask *a, const unsigned char *id, char *text)
{
	static const char digits[] = "0123456789abcdef";
	for (size_t i = 0; i < a->id_n; i++) {
		*text++ = digits[id[i] >> 4];
		*text++ = digits[id[i] & 15];
	}
	*text = '\0';
}

int ask_object_id(struct ask *a, const unsigned char *id, size_t max, struct ask_object *out)
{
	char name[2 * GIT_PLUGIN_ID_MAX + 1];
	ask_digits(a, id, name);
	int got = ask_object(a, str_from(name), max, out);
	return got == 0 ? command_fail(&a->command, "an object is missing") : got;
}

bool ask_tree_next(const struct ask *a, struct str *rest, const char **name, uint32_t *mode, const unsigned char **id)
{
	size_t blank = str_chr(*rest, ' '), nul = str_chr(*rest, '\0');
	if (rest->n == 0)
		return false;
	bool good = blank != STR_NONE && blank <= 6 && nul != STR_NONE && nul > blank && rest->n - nul - 1 >= a->id_n;
	*mode = 0;
	for (size_t i = 0; good && i < blank; i++) {
		good = rest->p[i] >= '0' && rest->p[i] <= '7';
		*mode = *mode * 8 + (uint32_t)(rest->p[i] - '0');
	}
	if (!good) {
		*mode = ASK_DAMAGED;
		return true;
	}
	*name = rest->p + blank + 1;
	*id = (const unsigned char *)rest->p + nul + 1;
	*rest = str_sub(*rest, nul + 1 + a->id_n, rest->n);
	return true;
}
