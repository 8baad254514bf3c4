#include "ember/compile/val.h"

#include "ember/base/sort.h"

enum { INDEX_MIN = 12 };

static int by_key(const void *a, const void *b, void *ctx)
{
	const struct val_member *m = ctx;
	return str_cmp(m[*(const uint32_t *)a].key, m[*(const uint32_t *)b].key);
}

void val_index(struct val *v, struct arena *a)
{
	v->order = NULL;
	if (v->n_members < INDEX_MIN)
		return;
	v->order = ARENA_ARRAY(a, uint32_t, v->n_members);
	for (uint32_t i = 0; i < v->n_members; i++)
		v->order[i] = i;
	sort_stable(v->order, v->n_members, sizeof(*v->order), by_key, v->members);
}

const struct val *val_get(const struct val *v, struct str key)
{
	if (!v || v->kind != VAL_OBJECT)
		return NULL;
	if (!v->order) {
		for (size_t i = v->n_members; i-- > 0;)
			if (str_eq(v->members[i].key, key))
				return &v->members[i].val;
		return NULL;
	}
	size_t lo = 0, hi = v->n_members; /* the first member after key */
	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;
		if (str_cmp(key, v->members[v->order[mid]].key) < 0)
			hi = mid;
		else
			lo = mid + 1;
	}
	const struct val_member *m = lo ? &v->members[v->order[lo - 1]] : NULL;
	return m && str_eq(m->key, key) ? &m->val : NULL;
}

static const struct val *get_kind(const struct val *v, const char *key, enum val_kind kind)
{
	const struct val *m = val_get(v, str_from(key));
	return m && m->kind == kind ? m : NULL;
}

const struct val *val_array(const struct val *v, const char *key)
{
	return get_kind(v, key, VAL_ARRAY);
}

const struct val *val_object(const struct val *v, const char *key)
{
	return get_kind(v, key, VAL_OBJECT);
}

struct str val_str(const struct val *v, const char *key)
{
	const struct val *m = get_kind(v, key, VAL_STRING);
	return m ? m->str : STR("");
}

bool val_truthy(const struct val *v)
{
	if (!v)
		return false;
	switch (v->kind) {
	case VAL_NULL:
		return false;
	case VAL_BOOL:
		return v->truth;
	case VAL_NUMBER:
		return v->number < 0 || v->number > 0;
	case VAL_STRING:
		return v->str.n > 0;
	case VAL_ARRAY:
	case VAL_OBJECT:
		return true;
	}
	return false;
}

int val_read(struct val *out, struct arena *a, struct str text, struct err *e)
{
	struct str body = str_trim(text);
	if (str_starts(body, STR("\xef\xbb\xbf")))
		body = str_trim(str_sub(body, 3, body.n));
	if (!body.n)
		return err_text(e, "the file is empty");
	if (body.p[0] == '<')
		return plist_read(out, a, text, e);
	return json_read(out, a, text, e);
}
