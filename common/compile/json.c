#include "ember/compile/val.h"

#include <jansson.h>

#include "ember/base/buf.h"
#include "ember/compile/relax.h"

struct maker {
	struct arena *a;
	uint32_t objects;
};

static struct str copy(struct maker *m, const char *p, size_t n)
{
	return arena_str(m->a, (struct str){ p, n });
}

/* Recursion is bounded: relax() refuses what is nested deeper than VAL_DEPTH_MAX. */
static void make(struct maker *m, struct val *v, const json_t *j)
{
	switch (json_typeof(j)) {
	case JSON_OBJECT: {
		const char *key;
		size_t key_n, i = 0;
		json_t *member;
		v->kind = VAL_OBJECT;
		v->n_members = json_object_size(j);
		v->members = ARENA_ARRAY(m->a, struct val_member, v->n_members);
		json_object_keylen_foreach((json_t *)(uintptr_t)j, key, key_n, member)
		{
			v->members[i].key = copy(m, key, key_n);
			make(m, &v->members[i++].val, member);
		}
		v->id = m->objects++;
		val_index(v, m->a);
		break;
	}
	case JSON_ARRAY:
		v->kind = VAL_ARRAY;
		v->n_items = json_array_size(j);
		v->items = ARENA_ARRAY(m->a, struct val, v->n_items);
		for (size_t i = 0; i < v->n_items; i++)
			make(m, &v->items[i], json_array_get(j, i));
		break;
	case JSON_STRING:
		v->kind = VAL_STRING;
		v->str = copy(m, json_string_value(j), json_string_length(j));
		break;
	case JSON_INTEGER:
	case JSON_REAL:
		v->kind = VAL_NUMBER;
		v->number = json_number_value(j);
		break;
	case JSON_TRUE:
	case JSON_FALSE:
		v->kind = VAL_BOOL;
		v->truth = json_is_true(j);
		break;
	case JSON_NULL:
		v->kind = VAL_NULL;
		break;
	}
}

int json_read(struct val *out, struct arena *a, struct str text, struct err *e)
{
	struct buf strict = { 0 };
	struct maker m = { .a = a };
	json_error_t why;
	if (text.n > VAL_BYTES_MAX)
		return err_text(e, "file too large");
	*out = (struct val){ 0 };
	if (relax(&strict, text, e) != 0) {
		buf_fini(&strict);
		return -1;
	}
	json_t *root = json_loadb(strict.n ? strict.p : "", strict.n, JSON_DECODE_ANY | JSON_ALLOW_NUL, &why);
	buf_fini(&strict);
	if (!root)
		return err_line(e, why.line > 0 ? (unsigned)why.line : 0, "invalid JSON");
	make(&m, out, root);
	json_decref(root);
	return 0;
}

const char *val_json_version(void)
{
	return JANSSON_VERSION;
}
