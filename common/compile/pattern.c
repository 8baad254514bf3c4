#include "ember/compile/pattern.h"

#include "ember/pack/format.h"

uint32_t pattern_text(struct buf *out, struct str source, bool ends)
{
	uint32_t flags = 0;
	size_t from = out->n;
	for (size_t i = 0; i < source.n; i++) {
		char c = source.p[i];
		if (c != '\\' || i + 1 == source.n) {
			buf_char(out, c);
			continue;
		}
		char next = source.p[++i];
		if (next == 'z') {
			buf_text(out, "$(?!\\n)(?<!\\n)");
			continue;
		}
		if (next == 'G')
			flags |= PACK_REGEX_G;
		if (next == 'A')
			flags |= PACK_REGEX_A;
		buf_char(out, c);
		buf_char(out, next);
	}
	/* Purely textual, as in the reference: "\\1" is taken as a reference too. */
	for (size_t i = from; ends && i + 1 < out->n; i++)
		if (out->p[i] == '\\' && ascii_digit(out->p[i + 1]))
			flags |= PACK_REGEX_BACKREF;
	return flags;
}

/* Length of the piece "$N", "${N:/downcase}", "${N:/upcase}" at the start of s; 0 = none. */
static size_t piece(struct str s)
{
	bool brace = s.n > 1 && s.p[1] == '{';
	size_t i = 1 + brace, digits = i;
	if (s.n < 2 || s.p[0] != '$')
		return 0;
	while (i < s.n && ascii_digit(s.p[i]))
		i++;
	if (i == digits)
		return 0;
	if (!brace)
		return i;
	struct str rest = str_sub(s, i, s.n);
	if (str_starts(rest, STR(":/downcase}")))
		return i + sizeof(":/downcase}") - 1;
	return str_starts(rest, STR(":/upcase}")) ? i + sizeof(":/upcase}") - 1 : 0;
}

bool pattern_template(struct str name)
{
	for (size_t i = 0; i < name.n; i++)
		if (piece(str_sub(name, i, name.n)))
			return true;
	return false;
}
