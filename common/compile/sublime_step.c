#include "ember/base/number.h"
#include "ember/base/size.h"
#include "ember/compile/pattern.h"
#include "ember/rx/rx.h"
#include "sublime_own.h"

enum {
	POP_MAX = 10000,
	CAPTURE_MAX = 999, /* group numbers above are left out */
};

static const struct {
	const char *key;
	enum pack_do kind;
	bool set;
} actions[] = {
	{ "push", PACK_DO_STACK, false },
	{ "set", PACK_DO_STACK, true },
	{ "embed", PACK_DO_EMBED, false },
	{ "branch", PACK_DO_BRANCH, false },
	{ "fail", PACK_DO_FAIL, false },
};

const struct val *step_targets(const struct val *item)
{
	for (size_t i = 0; i < COUNTOF(actions); i++) {
		const struct val *v = val_get(item, str_from(actions[i].key));
		if (v && actions[i].kind != PACK_DO_FAIL)
			return v;
	}
	return NULL;
}

bool step_one(const struct val *v)
{
	return v->kind != VAL_ARRAY || v->n_items == 0 || v->items[0].kind == VAL_OBJECT;
}

bool sublime_bool(const struct val *v)
{
	return v->kind == VAL_STRING && !str_eq_nocase(v->str, STR("false"));
}

static bool number(struct str s, uint32_t *out)
{
	uint64_t v;
	if (!number_u64(s, &v) || v > UINT32_MAX)
		return false;
	*out = (uint32_t)v;
	return true;
}

/* The pattern with a letter for each back reference, as the match that pushed would fill it. */
static void filled(struct buf *out, struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] == '\\' && i + 1 < s.n && ascii_digit(s.p[i + 1])) {
			while (i + 1 < s.n && ascii_digit(s.p[i + 1]))
				i++;
			buf_char(out, 'x');
		} else {
			buf_char(out, s.p[i]);
			if (s.p[i] == '\\' && i + 1 < s.n)
				buf_char(out, s.p[++i]);
		}
	}
}

static uint32_t regex_flags(struct str s, bool filled_in)
{
	uint32_t flags = 0;
	for (size_t i = 0; i + 1 < s.n; i++) {
		if (s.p[i] != '\\')
			continue;
		char c = s.p[++i];
		if (c == 'G')
			flags |= PACK_REGEX_G;
		if (filled_in && ascii_digit(c))
			flags |= PACK_REGEX_BACKREF;
	}
	return flags;
}

/*
 * A pattern with its variables filled in. Unlike TextMate's, \A and \z keep their meaning: they
 * stand for the ends of each line.
 */
static int regex_bind(struct binder *b, uint32_t syntax, const struct val *v, bool filled_in, uint32_t *id)
{
	struct str text;
	if (v->kind != VAL_STRING && v->kind != VAL_NULL)
		return err_line(b->e, v->line, "a pattern must be a text");
	if (table_expand(b, syntax, v, &text) != 0)
		return -1;
	if (!text.n)
		text = STR("(?:)");
	uint32_t flags = regex_flags(text, filled_in);
	size_t before = b->w->section[PACK_REGEXES].n;
	*id = writer_regex(b->w, text, flags);
	if (b->w->section[PACK_REGEXES].n == before)
		return 0;
	struct buf check = { 0 };
	if (flags & PACK_REGEX_BACKREF)
		filled(&check, text);
	else
		buf_str(&check, text);
	struct rx *rx = rx_new(buf_view(&check), RX_GRAMMAR, 0, NULL, NULL);
	buf_fini(&check);
	rx_free(rx);
	return rx ? 0 : err_line(b->e, v->line, "invalid pattern");
}

static uint32_t template_bind(struct binder *b, const struct val *item, const char *key)
{
	return writer_template(b->w, str_trim(val_str(item, key)));
}

/* captures or escape_captures: scopes by group number. */
static struct pack_range captures_bind(struct binder *b, const struct val *v)
{
	struct pack_range range = { 0, 0 };
	uint32_t group;
	for (size_t i = 0; v && i < v->n_members; i++)
		if (number(v->members[i].key, &group) && group <= CAPTURE_MAX && group >= range.n)
			range.n = group + 1;
	struct pack_capture *list = ARENA_ARRAY(b->a, struct pack_capture, range.n);
	for (size_t i = 0; range.n && i < v->n_members; i++) {
		const struct val_member *m = &v->members[i];
		if (!number(m->key, &group) || group > CAPTURE_MAX || m->val.kind != VAL_STRING)
			continue;
		list[group].used = 1;
		list[group].name = writer_template(b->w, str_trim(m->val.str));
	}
	for (uint32_t i = 0; i < range.n; i++) {
		uint32_t at = WRITER_ADD(b->w, PACK_CAPTURES, &list[i]);
		if (i == 0)
			range.first = at;
	}
	return range;
}

/* The patterns of with_prototype on top of those that hold. The same list counts once. */
static uint32_t graft_add(struct binder *b, uint32_t below, const struct val *list, uint32_t syntax)
{
	bool added;
	for (uint32_t at = below; at; at = b->grafts.p[at].below)
		if (b->grafts.p[at].list == list)
			return below;
	uint64_t *at = map_at(&b->graft_at, sublime_key(b, list, below, syntax), &added);
	if (added) {
		*at = b->grafts.n;
		VEC_PUSH(&b->grafts) = (struct graft){ below, list, syntax, b->file };
	}
	return (uint32_t)*at;
}

struct contexts {
	VEC(uint32_t) ids;
};

static int target_bind(struct binder *b, uint32_t syntax, const struct val *ref, uint32_t graft,
	struct contexts *out)
{
	struct target t;
	uint32_t id;
	if (table_find(b, syntax, ref, &t) != 0)
		return -1;
	if (t.missing)
		return 0;
	if (context_bind(b, &t, graft, &id) != 0)
		return -1;
	VEC_PUSH(&out->ids) = id;
	return 0;
}

static int targets_bind(struct binder *b, uint32_t syntax, const struct val *v, uint32_t graft,
	struct pack_range *out)
{
	struct contexts c = { 0 };
	int r = 0;
	if (step_one(v))
		r = target_bind(b, syntax, v, graft, &c);
	for (size_t i = 0; !step_one(v) && r == 0 && i < v->n_items; i++)
		r = target_bind(b, syntax, &v->items[i], graft, &c);
	*out = writer_words(b->w, c.ids.p, c.ids.n);
	VEC_FREE(&c.ids);
	return r;
}

static int embed_bind(struct binder *b, uint32_t syntax, const struct val *item, struct pack_action *a)
{
	const struct val *escape = val_get(item, STR("escape"));
	if (!escape)
		return err_line(b->e, item->line, "embed without escape");
	a->scope = template_bind(b, item, "embed_scope");
	a->captures = captures_bind(b, val_object(item, "escape_captures"));
	return regex_bind(b, syntax, escape, true, &a->escape);
}

static int pop_bind(struct binder *b, const struct val *item, uint32_t *pop)
{
	const struct val *v = val_get(item, STR("pop"));
	*pop = 0;
	if (!v || v->kind == VAL_NULL || !sublime_bool(v))
		return v && v->kind == VAL_ARRAY ? err_line(b->e, v->line, "pop must be a number") : 0;
	if (number(v->str, pop))
		return *pop <= POP_MAX ? 0 : err_line(b->e, v->line, "pop must be a number");
	if (!str_eq_nocase(v->str, STR("true")))
		return err_line(b->e, v->line, "pop must be a number");
	*pop = 1;
	return 0;
}

/* push, set, embed, branch or fail: the fields of *a. */
static int action_bind(struct binder *b, uint32_t syntax, const struct val *item, uint32_t graft,
	struct pack_action *a)
{
	const struct val *v = NULL, *more = val_array(item, "with_prototype");
	for (size_t i = 0; i < COUNTOF(actions); i++) {
		const struct val *found = val_get(item, str_from(actions[i].key));
		if (!found)
			continue;
		if (v)
			return err_line(b->e, item->line, "more than one action");
		v = found;
		a->kind = actions[i].kind;
		a->flags |= actions[i].set ? PACK_ACTION_SET : 0;
		a->pop += actions[i].set;
	}
	if (!v)
		return 0;
	if (a->kind == PACK_DO_FAIL) {
		a->point = writer_text(b->w, v->kind == VAL_STRING ? v->str : STR(""));
		return a->point ? 0 : err_line(b->e, v->line, "fail names no branch point");
	}
	if (a->kind == PACK_DO_BRANCH) {
		a->point = writer_text(b->w, val_str(item, "branch_point"));
		if (!a->point || step_one(v))
			return err_line(b->e, item->line, "a branch needs branch_point and a list");
	}
	if (more)
		graft = graft_add(b, graft, more, syntax);
	if (targets_bind(b, syntax, v, graft, &a->contexts) != 0)
		return -1;
	return a->kind == PACK_DO_EMBED ? embed_bind(b, syntax, item, a) : 0;
}

int step_bind(struct binder *b, uint32_t syntax, const struct val *item, uint32_t graft, uint32_t *rule)
{
	bool added;
	uint64_t *at = map_at(&b->bound, sublime_key(b, item, syntax, graft), &added);
	if (!added) {
		*rule = (uint32_t)*at;
		return 0;
	}
	if (++b->rules > SUBLIME_RULES_MAX)
		return err_line(b->e, item->line, "too many patterns");
	struct pack_rule r = { .kind = PACK_STEP };
	struct pack_action a = { .kind = PACK_DO_STACK };
	*at = *rule = WRITER_ADD(b->w, PACK_RULES, &r);
	if (b->set->all.p[syntax].v2)
		a.flags = PACK_ACTION_V2;
	if (pop_bind(b, item, &a.pop) != 0)
		return -1;
	bool pops = a.pop > 0;
	if (action_bind(b, syntax, item, graft, &a) != 0 ||
		regex_bind(b, syntax, val_get(item, STR("match")), pops, &r.begin) != 0)
		return -1;
	r.name = template_bind(b, item, "scope");
	r.captures = captures_bind(b, val_object(item, "captures"));
	if (a.kind == PACK_DO_FAIL || a.pop || a.contexts.n)
		r.end = WRITER_ADD(b->w, PACK_ACTIONS, &a);
	*(struct pack_rule *)writer_at(b->w, PACK_RULES, *rule, sizeof(r)) = r;
	return 0;
}
