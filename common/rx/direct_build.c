#include "direct_build.h"

#include <stdlib.h>
#include <string.h>

#include "ember/base/panic.h"
#include "ember/base/size.h"

#define CODE_MAX 30000u /* instructions; larger patterns are Oniguruma's */
#define MUST_LEAST 60u  /* instructions that are worth a look at the text before */

uint32_t direct_emit(struct direct_build *b, enum direct_op op, uint32_t a, uint32_t c)
{
	if (b->code.n >= CODE_MAX || a > UINT16_MAX || c > UINT16_MAX)
		b->unfit = true;
	else
		VEC_PUSH(&b->code) = (struct direct_ins){ .op = (uint8_t)op, .a = (uint16_t)a, .b = (uint16_t)c };
	return u32(b->code.n - 1);
}

static void build_set(struct direct_build *b, uint32_t place, struct chars c, unsigned flags)
{
	const uint32_t set = chars_pool_put(b->pool, c);
	if (set > UINT16_MAX)
		b->unfit = true;
	b->code.p[place].set = (uint16_t)set;
	b->code.p[place].flags |= (uint8_t)flags;
}

/* What a class holds, where its tree does not say: Oniguruma is asked about its text. */
static bool take_known(struct direct_build *b, const struct tree *cls, struct chars *out)
{
	struct chars sum = { .ascii = cls->exact && !cls->fold ? cls->ascii : COLS_NONE };
	bool known = false;
	for (const struct tree *k = cls; k; k = k->also) {
		struct chars c;
		if (!k->text.n)
			continue;
		if (!chars_find(b->pool, k->text, k->nocase, &c))
			return false;
		sum = chars_or(b->pool, sum, c);
		known = true;
	}
	*out = sum;
	return known;
}

bool direct_take(struct direct_build *b, uint32_t place, const struct tree *cls)
{
	struct chars c = { .ascii = cls->ascii };
	const bool letter = cls->fold == TREE_FOLD_LETTER, told = cls->exact && !cls->fold && cls->high == cls->high_all;
	if (!letter && !told && take_known(b, cls, &c)) {
		const struct chars_table t = chars_pool_table(b->pool);
		build_set(b, place, c, (c.n ? DIRECT_HIGH : 0u) | (cls->fold ? DIRECT_HIGH | DIRECT_SPECIAL : 0u));
		return !cls->fold || !chars_fold(&t, c);
	}
	if (!cls->exact)
		b->unfit = true;
	build_set(b, place, c, (cls->high ? DIRECT_HIGH : 0u) | (cls->high_all ? DIRECT_HIGH_ALL : 0u) | (letter ? DIRECT_SPECIAL : 0u));
	return cls->fold != TREE_FOLD_CLASS;
}

void direct_guard(struct direct_build *b, uint32_t place, const struct tree *t)
{
	struct tree_edge e = tree_first(t);
	if (!e.empty)
		build_set(b, place, (struct chars){ .ascii = e.cols }, DIRECT_GUARD);
}

/* Is what follows in a sequence as many letters as there are? */
static bool letters_follow(const struct tree *r)
{
	return r && r->op == TREE_REPEAT && r->kid->op == TREE_CLASS && !r->min && r->max == TREE_NO_MAX &&
		r->taste != TREE_LAZY && r->kid->fold == TREE_FOLD_CLASS &&
		(r->kid->ascii.w[1] & DIRECT_LETTERS) == DIRECT_LETTERS;
}

static void build_class(struct direct_build *b, const struct tree *t, bool letters)
{
	uint32_t at = direct_emit(b, DIRECT_SET, 0, 0);
	if (!direct_take(b, at, t) && !letters)
		b->code.p[at].flags |= DIRECT_FOLD;
}

/* As many single bytes as follow one another. Returns the last piece taken. */
static const struct tree *build_text(struct direct_build *b, const struct tree *t)
{
	const uint32_t from = u32(b->texts.n);
	const struct tree *last = t;
	for (int c; t && (c = tree_byte(t)) >= 0; t = t->next) {
		VEC_PUSH(&b->texts) = (char)c;
		last = t;
	}
	direct_emit(b, DIRECT_TEXT, from, u32(b->texts.n) - from);
	return last;
}

void direct_build_seq(struct direct_build *b, const struct tree *t, const struct cols *after)
{
	for (const struct tree *k = t->kid; k && !b->unfit; k = k->next) {
		if (tree_byte(k) >= 0) {
			k = build_text(b, k);
			continue;
		}
		if (k->op == TREE_CLASS && letters_follow(k->next)) { /* then what takes several at once leads to no other end */
			build_class(b, k, true);
			continue;
		}
		struct tree_edge e = { .empty = true };
		if (k->next)
			e = tree_first(k->next);
		direct_build(b, k, k->next ? (e.empty ? NULL : &e.cols) : after);
	}
}

/* ---------------------------------------------------------------- groups */

static void build_group(struct direct_build *b, const struct tree *t, const struct cols *after)
{
	if (b->back && tree_refers(t, t->min)) { /* what it took before is not there in it */
		b->unfit = true;
	} else if (b->calls) { /* its body stands behind the rest */
		b->met[t->min] = true;
		direct_emit(b, DIRECT_CALL, t->min, 0);
	} else {
		direct_emit(b, DIRECT_SAVE, 2u * t->min, 0);
		direct_build_seq(b, t, after);
		direct_emit(b, DIRECT_SAVE, 2u * t->min + 1, 0);
	}
}

static void build_refer(struct direct_build *b, const struct tree *t)
{
	if (t->min > b->groups || (t->op == TREE_CALL && t->min >= DIRECT_CALLED_MAX))
		b->unfit = true;
	else if (t->op == TREE_CALL) /* which may stand where nothing is built, as in (?<name>...){0} */
		b->met[t->min] = true;
	const uint32_t at = direct_emit(b, t->op == TREE_CALL ? DIRECT_CALL : DIRECT_SAME, t->min, 0);
	if (t->op == TREE_BACK && t->nocase)
		b->code.p[at].flags |= DIRECT_FOLD;
}

/* Which groups are called or referred to, before anything is built. */
static void calls_find(struct direct_build *b, const struct tree *t)
{
	if (t->op == TREE_CALL)
		b->calls = true;
	if (t->op == TREE_GROUP && t->min < DIRECT_CALLED_MAX)
		b->all[t->min] = t;
	if (t->op == TREE_BACK)
		b->back = true;
	if (t->op == TREE_BACK && t->min < DIRECT_CALLED_MAX)
		b->referred[t->min] = true;
	for (const struct tree *k = t->kid; k; k = k->next)
		calls_find(b, k);
}

/* Does it refer, or hold a group that is referred to? */
static bool refers_in(const struct direct_build *b, const struct tree *t)
{
	if (t->op == TREE_BACK || (t->op == TREE_GROUP && (t->min >= DIRECT_CALLED_MAX || b->referred[t->min])))
		return true;
	for (const struct tree *k = t->kid; k; k = k->next)
		if (refers_in(b, k))
			return true;
	return false;
}

/* Nothing that is called has to do with references: which of its calls one would mean is Oniguruma's to say. */
static bool calls_apart(const struct direct_build *b, const struct tree *t)
{
	if (t->op == TREE_CALL && (t->min >= DIRECT_CALLED_MAX || !b->all[t->min] || refers_in(b, b->all[t->min])))
		return false;
	for (const struct tree *k = t->kid; k; k = k->next)
		if (!calls_apart(b, k))
			return false;
	return true;
}

/* The bodies of called groups; those may call others. */
static void build_called(struct direct_build *b)
{
	for (bool more = b->calls; more && !b->unfit;) {
		more = false;
		for (unsigned i = 1; i <= b->groups && !b->unfit; i++) {
			if (b->place[i] || !b->met[i])
				continue;
			b->place[i] = direct_here(b);
			direct_build_seq(b, b->all[i], NULL);
			direct_emit(b, DIRECT_RETURN, i, 0);
			more = true;
		}
	}
	for (size_t i = 0; i < b->code.n && !b->unfit; i++)
		if (b->code.p[i].op == DIRECT_CALL)
			b->code.p[i].a = b->place[b->code.p[i].a];
}

static void build_place(struct direct_build *b, const struct tree *t)
{
	static const uint8_t ops[][2] = {
		[TREE_BEGIN] = { DIRECT_BEGIN, DIRECT_TEXT_BEGIN },
		[TREE_G] = { DIRECT_G, DIRECT_G },
		[TREE_WORD] = { DIRECT_WORD, DIRECT_WORD },
		[TREE_NOT_WORD] = { DIRECT_NOT_WORD, DIRECT_NOT_WORD },
		[TREE_EOL] = { DIRECT_EOL, DIRECT_TEXT_EOL },
		[TREE_END] = { DIRECT_END, DIRECT_END },
	};
	const uint32_t at = direct_emit(b, (enum direct_op)ops[t->op][t->strict], 0, 0);
	struct chars word;
	if ((t->op == TREE_WORD || t->op == TREE_NOT_WORD) && chars_find(b->pool, STR("\\w"), false, &word))
		build_set(b, at, word, DIRECT_HIGH);
}

void direct_build(struct direct_build *b, const struct tree *t, const struct cols *after)
{
	if (b->unfit)
		return;
	switch ((enum tree_op)t->op) {
	case TREE_CLASS:
		if (tree_byte(t) >= 0) {
			struct tree one = *t;
			one.next = NULL;
			build_text(b, &one);
		} else {
			build_class(b, t, false);
		}
		break;
	case TREE_SEQ:
		direct_build_seq(b, t, after);
		break;
	case TREE_ALT:
		direct_build_alt(b, t, after);
		break;
	case TREE_REPEAT:
		direct_build_repeat(b, t, after);
		break;
	case TREE_GROUP:
		build_group(b, t, after);
		break;
	case TREE_CALL:
	case TREE_BACK:
		build_refer(b, t);
		break;
	case TREE_ATOMIC:
		direct_emit(b, DIRECT_MARK, 0, 0);
		direct_build_seq(b, t, NULL);
		direct_emit(b, DIRECT_CUT, 0, 0);
		break;
	case TREE_ANY:
		b->unfit = true;
		break;
	case TREE_DEAD:
		direct_emit(b, DIRECT_FAIL, 0, 0);
		break;
	case TREE_AHEAD:
	case TREE_NOT_AHEAD:
	case TREE_BEHIND:
	case TREE_NOT_BEHIND:
		direct_build_look(b, t);
		break;
	default:
		build_place(b, t);
	}
}

/* A text that a long program, or one that calls itself, is not run without: it goes to the end of the texts. */
static void build_must(struct direct_build *b, const struct tree *t)
{
	if (b->code.n < MUST_LEAST && !b->calls)
		return;
	const struct tree_must must = tree_find_must(t);
	for (unsigned i = 0; i < must.n; i++)
		VEC_PUSH(&b->texts) = must.text[i];
	b->must = must.n;
}

/* Head, code, tables, lists, texts, to a full word. */
static void build_lay(const struct direct_build *b, const struct tree *t, struct buf *out)
{
	const struct tree_edge e = tree_first(t);
	const struct direct_head head = { e.empty ? cols_or(e.cols, e.cond) : e.cols, (uint16_t)b->groups, tree_fixed(t), (uint16_t)b->must, (uint16_t)b->code.n,
		(uint16_t)b->tables.n, (uint16_t)b->lists.n, (uint16_t)b->texts.n };
	buf_add(out, &head, sizeof(head));
	buf_add(out, b->code.p, b->code.n * sizeof(*b->code.p));
	buf_add(out, b->tables.p, b->tables.n * sizeof(*b->tables.p));
	buf_add(out, b->lists.p, b->lists.n * sizeof(*b->lists.p));
	buf_add(out, b->texts.p, b->texts.n);
	buf_fill(out, 0, -out->n % sizeof(uint32_t));
}

bool direct_write(struct buf *out, struct chars_pool *pool, struct str pattern)
{
	struct arena a = { 0 };
	struct tree_facts facts;
	const struct tree *t = tree_parse_exact(&a, pattern, &facts);
	struct direct_build b = { .pool = pool, .groups = facts.groups };
	calls_find(&b, t);
	b.unfit = !facts.whole || facts.odd || (b.calls && ((b.back && !calls_apart(&b, t)) || facts.groups >= DIRECT_CALLED_MAX));
	direct_emit(&b, DIRECT_FAIL, 0, 0); /* place 0 ends lists */
	direct_build(&b, t, NULL);
	direct_emit(&b, DIRECT_MATCH, 0, 0);
	build_called(&b);
	build_must(&b, t);
	if (b.tables.n > UINT16_MAX || b.lists.n > UINT16_MAX || b.texts.n > UINT16_MAX)
		b.unfit = true;
	if (!b.unfit)
		build_lay(&b, t, out);
	VEC_FREE(&b.code);
	VEC_FREE(&b.tables);
	VEC_FREE(&b.lists);
	VEC_FREE(&b.texts);
	arena_fini(&a);
	return !b.unfit;
}
