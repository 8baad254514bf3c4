#include "ember/syntax/inject.h"

#define INJECT_KNOWN (UINT64_C(1) << 63)
#define INJECT_OPS 64u /* operands of a selector at a time */

void inject_init(struct inject *in, const struct pack *p, const struct scopes *s, uint32_t language)
{
	in->pack = p;
	in->scopes = s;
	in->list = pack_injections(p, pack_language(p, language)->injections, &in->n);
	in->memo.n = 0;
}

void inject_fini(struct inject *in)
{
	VEC_FREE(&in->memo);
	in->n = 0;
}

/* `want` is the scope, or begins it and ends before a dot. An empty scope is never meant. */
static bool inject_scope(struct str scope, struct str want)
{
	return scope.n && str_starts(scope, want) && (scope.n == want.n || scope.p[want.n] == '.');
}

/* The texts occur in this order among the scopes: looked for from the innermost outwards. */
static bool inject_path(const struct inject *in, uint32_t at, uint32_t scope)
{
	struct pack_range range = { at + 1, pack_word(in->pack, at) };
	uint32_t n;
	const uint32_t *text = pack_words(in->pack, range, &n);
	if (n != range.n)
		return false;
	for (; n; n--) {
		struct str want = pack_text(in->pack, text[n - 1]);
		while (scope && !inject_scope(scopes_name(in->scopes, scope), want))
			scope = scopes_parent(in->scopes, scope);
		if (!scope)
			return false;
		scope = scopes_parent(in->scopes, scope);
	}
	return true;
}

/* The selector's postfix operators, on a stack of answers. A malformed one never applies. */
static bool inject_selector(const struct inject *in, struct pack_range selector, uint32_t scope)
{
	bool stack[INJECT_OPS];
	uint32_t n = 0, words;
	const uint32_t *w = pack_words(in->pack, selector, &words);
	for (uint32_t i = 0; i + 1 < words; i += 2) {
		uint32_t need = w[i] == PACK_SEL_PATH ? 0 : w[i] == PACK_SEL_NOT ? 1 : 2;
		if (n < need || n >= INJECT_OPS)
			return false;
		switch (w[i]) {
		case PACK_SEL_PATH:
			stack[n++] = inject_path(in, w[i + 1], scope);
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

/* Does a path of the selector speak of the scope? */
static bool inject_speaks(const struct inject *in, struct pack_range selector, struct str scope)
{
	uint32_t words;
	const uint32_t *w = pack_words(in->pack, selector, &words);
	for (uint32_t i = 0; i + 1 < words; i += 2) {
		if (w[i] != PACK_SEL_PATH)
			continue;
		struct pack_range range = { w[i + 1] + 1, pack_word(in->pack, w[i + 1]) };
		uint32_t n;
		const uint32_t *text = pack_words(in->pack, range, &n);
		for (uint32_t k = 0; k < n; k++)
			if (inject_scope(scope, pack_text(in->pack, text[k])))
				return true;
	}
	return false;
}

static bool inject_spoken_of(const struct inject *in, struct str scope)
{
	for (uint32_t k = 0; k < in->n && k < INJECT_MASKED; k++)
		if (inject_speaks(in, in->list[k].selector, scope))
			return true;
	return false;
}

static uint64_t inject_answers(const struct inject *in, uint32_t scope)
{
	uint64_t bits = INJECT_KNOWN;
	for (uint32_t k = 0; k < in->n && k < INJECT_MASKED; k++)
		if (inject_selector(in, in->list[k].selector, scope))
			bits |= UINT64_C(1) << k;
	return bits;
}

/*
 * A scope that no selector speaks of answers as what is below it: a file that nests ever deeper does not
 * have its whole stack looked through at each step.
 */
static void inject_learn(struct inject *in, uint32_t scope)
{
	uint32_t at = scope;
	while (at && !(in->memo.p[at] & INJECT_KNOWN) &&
		!inject_spoken_of(in, scopes_name(in->scopes, at)))
		at = scopes_parent(in->scopes, at);
	if (!(in->memo.p[at] & INJECT_KNOWN))
		in->memo.p[at] = inject_answers(in, at);
	uint64_t bits = in->memo.p[at];
	for (uint32_t up = scope; up != at; up = scopes_parent(in->scopes, up))
		in->memo.p[up] = bits;
}

uint64_t inject_mask(struct inject *in, uint32_t scope)
{
	while (in->memo.n <= scope)
		VEC_PUSH(&in->memo) = 0;
	if (!(in->memo.p[scope] & INJECT_KNOWN))
		inject_learn(in, scope);
	return in->memo.p[scope] & ~INJECT_KNOWN;
}

bool inject_applies(const struct inject *in, uint64_t mask, uint32_t i, uint32_t scope)
{
	return i < INJECT_MASKED ? mask >> i & 1 : inject_selector(in, in->list[i].selector, scope);
}
