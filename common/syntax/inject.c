#include "ember/syntax/inject.h"

#include <string.h>

#define INJECT_OPS 64u /* operands of a selector at a time */

#define INJECT_NEVER UINT32_MAX /* texts of a malformed path */

/* The texts of path `at`, outermost first. A path without any is met by every stack. */
static const uint32_t *inject_texts(const struct inject *in, uint32_t at, uint32_t *n)
{
	struct pack_range range = { at + 1, pack_word(in->pack, at) };
	const uint32_t *text = pack_words(in->pack, range, n);
	if (*n != range.n || *n > UINT8_MAX)
		*n = INJECT_NEVER;
	return text;
}

static bool inject_path_met(const struct inject *in, uint32_t path, const uint8_t *met)
{
	uint32_t n;
	inject_texts(in, in->paths.p[path], &n);
	return met[path] == n;
}

/*
 * The selector's postfix operators, on a stack of answers; its paths are numbered from `path` on. A
 * malformed one never applies.
 */
static bool inject_selector(const struct inject *in, uint32_t injection, const uint8_t *met)
{
	bool stack[INJECT_OPS];
	uint32_t n = 0, words, path = in->first.p[injection];
	const uint32_t *w = pack_words(in->pack, in->list[injection].selector, &words);
	for (uint32_t i = 0; i + 1 < words; i += 2) {
		uint32_t need = w[i] == PACK_SEL_PATH ? 0 : w[i] == PACK_SEL_NOT ? 1 : 2;
		if (n < need || n >= INJECT_OPS)
			return false;
		switch (w[i]) {
		case PACK_SEL_PATH:
			stack[n++] = inject_path_met(in, path++, met);
			break;
		case PACK_SEL_NOT:
			stack[n - 1] = !stack[n - 1];
			break;
		case PACK_SEL_AND:
			n--;
			stack[n - 1] = stack[n - 1] && stack[n];
			break;
		case PACK_SEL_OR:
			n--;
			stack[n - 1] = stack[n - 1] || stack[n];
			break;
		default:
			return false;
		}
	}
	return n == 1 && stack[0];
}

/* The number of what in->now holds, with its answers when it is new. */
static uint32_t inject_intern(struct inject *in)
{
	const size_t n = in->paths.n;
	for (uint32_t i = 0; i < in->masks.n; i++)
		if (!n || memcmp(in->met.p + i * n, in->now.p, n) == 0)
			return i;
	uint64_t bits = 0;
	for (uint32_t k = 0; k < in->n && k < INJECT_MASKED; k++)
		if (inject_selector(in, k, in->now.p))
			bits |= UINT64_C(1) << k;
	for (size_t i = 0; i < n; i++)
		VEC_PUSH(&in->met) = in->now.p[i];
	VEC_PUSH(&in->masks) = bits;
	return (uint32_t)in->masks.n - 1;
}

void inject_init(struct inject *in, const struct pack *p, const struct scopes *s, uint32_t language)
{
	in->pack = p;
	in->scopes = s;
	in->list = pack_injections(p, pack_language(p, language)->injections, &in->n);
	in->memo.n = in->first.n = in->paths.n = in->met.n = in->masks.n = in->now.n = 0;
	for (uint32_t k = 0; k < in->n; k++) {
		uint32_t words;
		const uint32_t *w = pack_words(p, in->list[k].selector, &words);
		VEC_PUSH(&in->first) = (uint32_t)in->paths.n;
		for (uint32_t i = 0; i + 1 < words; i += 2)
			if (w[i] == PACK_SEL_PATH)
				VEC_PUSH(&in->paths) = w[i + 1];
	}
	for (size_t i = 0; i < in->paths.n; i++)
		VEC_PUSH(&in->now) = 0;
	const uint32_t none = inject_intern(in);
	VEC_PUSH(&in->memo) = none + 1; /* of no scope at all */
}

void inject_fini(struct inject *in)
{
	VEC_FREE(&in->memo);
	VEC_FREE(&in->first);
	VEC_FREE(&in->paths);
	VEC_FREE(&in->met);
	VEC_FREE(&in->masks);
	VEC_FREE(&in->now);
	VEC_FREE(&in->above);
	in->n = 0;
}

/* `want` is the scope, or begins it and ends before a dot. An empty scope is never meant. */
static bool inject_scope(struct str scope, struct str want)
{
	return scope.n && str_starts(scope, want) && (scope.n == want.n || scope.p[want.n] == '.');
}

/* One scope more upon a stack that is known as `below`. */
static uint32_t inject_step(struct inject *in, uint32_t below, struct str scope)
{
	for (uint32_t i = 0; i < in->paths.n; i++) {
		uint32_t n;
		const uint32_t *text = inject_texts(in, in->paths.p[i], &n);
		uint8_t met = in->met.p[below * in->paths.n + i];
		if (met < n && n != INJECT_NEVER && inject_scope(scope, pack_text(in->pack, text[met])))
			met++;
		in->now.p[i] = met;
	}
	return inject_intern(in);
}

/* What is known of the stack; scopes above the last known one are learned first. */
static uint32_t inject_known(struct inject *in, uint32_t scope)
{
	while (in->memo.n <= scope)
		VEC_PUSH(&in->memo) = 0;
	in->above.n = 0;
	for (; !in->memo.p[scope]; scope = scopes_parent(in->scopes, scope))
		VEC_PUSH(&in->above) = scope;
	uint32_t known = in->memo.p[scope] - 1;
	while (in->above.n) {
		scope = in->above.p[--in->above.n];
		known = inject_step(in, known, scopes_name(in->scopes, scope));
		in->memo.p[scope] = known + 1;
	}
	return known;
}

uint64_t inject_mask(struct inject *in, uint32_t scope)
{
	const uint32_t known = inject_known(in, scope);
	return in->masks.p[known];
}

bool inject_applies(struct inject *in, uint64_t mask, uint32_t i, uint32_t scope)
{
	if (i < INJECT_MASKED)
		return mask >> i & 1;
	const uint32_t known = inject_known(in, scope);
	return inject_selector(in, i, in->met.p + known * in->paths.n);
}
