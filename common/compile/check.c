#include "ember/compile/check.h"

#include "ember/base/buf.h"
#include "ember/base/vec.h"
#include "ember/compile/pattern.h"
#include "ember/rx/rx.h"

/* An end's back references are filled in when it begins: here with a letter each. */
static void check_fill(struct buf *out, struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] != '\\' || i + 1 == s.n || !ascii_digit(s.p[i + 1])) {
			buf_char(out, s.p[i]);
			continue;
		}
		while (i + 1 < s.n && ascii_digit(s.p[i + 1]))
			i++;
		buf_char(out, 'x');
	}
}

static bool check_pattern(struct str source, bool ends, char *why)
{
	struct buf text = { 0 }, filled = { 0 };
	uint32_t flags = pattern_text(&text, source, ends);
	if (flags & PACK_REGEX_BACKREF)
		check_fill(&filled, buf_view(&text));
	else
		buf_str(&filled, buf_view(&text));
	struct rx *rx = rx_new(buf_view(&filled), RX_GRAMMAR, 0, why, NULL);
	buf_fini(&text);
	buf_fini(&filled);
	rx_free(rx);
	return rx != NULL;
}

/* Those of one rule. */
static bool check_rule(const struct val *rule, struct str *pattern, char *why)
{
	static const char *const keys[] = { "match", "begin", "end", "while" };
	for (size_t i = 0; i < COUNTOF(keys); i++) {
		*pattern = val_str(rule, keys[i]);
		if (pattern->n && !check_pattern(*pattern, i >= 2, why))
			return false;
	}
	return true;
}

bool check_grammar(const struct val *root, struct str *pattern, char *why)
{
	VEC(const struct val *) todo = { 0 };
	bool good = true;
	if (rx_start(NULL) != 0)
		return false;
	VEC_PUSH(&todo) = root;
	while (good && todo.n) {
		const struct val *v = todo.p[--todo.n];
		for (size_t i = v->kind == VAL_ARRAY ? v->n_items : 0; i--;)
			VEC_PUSH(&todo) = &v->items[i];
		for (size_t i = v->kind == VAL_OBJECT ? v->n_members : 0; i--;)
			VEC_PUSH(&todo) = &v->members[i].val;
		good = v->kind != VAL_OBJECT || check_rule(v, pattern, why);
	}
	VEC_FREE(&todo);
	return !good;
}
