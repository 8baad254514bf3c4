#include "ember/compile/val.h"

#include <expat.h>
#include <string.h>

#include "ember/base/buf.h"
#include "ember/base/vec.h"

/* An open dict or array: its children gather in `made` from `first` on. */
struct level {
	enum val_kind kind;
	size_t first;
	struct str key;
	bool has_key;
};

struct reader {
	struct arena *a;
	XML_Parser xml;
	struct err *e;
	VEC(struct val_member) made; /* children of all open levels, innermost last */
	struct level level[VAL_DEPTH_MAX];
	size_t depth;
	struct buf text;
	struct val root;
	uint32_t objects;
	uint32_t nodes;
	bool has_root, failed;
};

static void fail(struct reader *r, const char *what)
{
	if (!r->failed)
		err_line(r->e, (unsigned)XML_GetCurrentLineNumber(r->xml), what);
	r->failed = true;
	XML_StopParser(r->xml, XML_FALSE);
}

static void put(struct reader *r, struct val v)
{
	if (++r->nodes > VAL_NODES_MAX) {
		fail(r, "too many values");
		return;
	}
	if (r->depth == 0) {
		r->root = v;
		r->has_root = true;
		return;
	}
	struct level *l = &r->level[r->depth - 1];
	if (l->kind == VAL_OBJECT && !l->has_key) {
		fail(r, "value without a key");
		return;
	}
	VEC_PUSH(&r->made) = (struct val_member){ .key = l->key, .val = v };
	l->has_key = false;
}

static void open_level(struct reader *r, enum val_kind kind)
{
	if (r->depth == VAL_DEPTH_MAX) {
		fail(r, "nested too deeply");
		return;
	}
	r->level[r->depth++] = (struct level){ .kind = kind, .first = r->made.n };
}

static void close_level(struct reader *r)
{
	struct level *l = &r->level[r->depth - 1];
	size_t n = r->made.n - l->first;
	const struct val_member *from = n ? r->made.p + l->first : NULL;
	struct val v = { .kind = l->kind };
	if (l->kind == VAL_OBJECT) {
		v.id = r->objects++;
		v.n_members = n;
		v.members = ARENA_ARRAY(r->a, struct val_member, n);
		for (size_t i = 0; i < n; i++)
			v.members[i] = from[i];
		val_index(&v, r->a);
	} else {
		v.n_items = n;
		v.items = ARENA_ARRAY(r->a, struct val, n);
		for (size_t i = 0; i < n; i++)
			v.items[i] = from[i].val;
	}
	r->made.n = l->first;
	r->depth--;
	put(r, v);
}

static void XMLCALL on_start(void *ctx, const XML_Char *name, const XML_Char **attrs)
{
	struct reader *r = ctx;
	(void)attrs;
	if (r->failed)
		return;
	buf_clear(&r->text);
	if (strcmp(name, "dict") == 0)
		open_level(r, VAL_OBJECT);
	else if (strcmp(name, "array") == 0)
		open_level(r, VAL_ARRAY);
}

/* Digits before and after a point; what number.h does not offer and strtod would read by locale. */
static double number(struct str s)
{
	double v = 0, unit = 1;
	bool point = false, minus = s.n && s.p[0] == '-';
	for (size_t i = minus; i < s.n; i++) {
		if (s.p[i] == '.') {
			point = true;
		} else if (ascii_digit(s.p[i])) {
			v = v * 10 + (s.p[i] - '0');
			unit *= point ? 10 : 1;
		}
	}
	return (minus ? -v : v) / unit;
}

static void XMLCALL on_end(void *ctx, const XML_Char *name)
{
	struct reader *r = ctx;
	struct val v = { 0 };
	if (r->failed)
		return;
	struct str text = buf_view(&r->text);
	if (strcmp(name, "dict") == 0 || strcmp(name, "array") == 0) {
		close_level(r);
		return;
	}
	if (strcmp(name, "plist") == 0)
		return;
	if (strcmp(name, "key") == 0) {
		struct level *l = r->depth ? &r->level[r->depth - 1] : NULL;
		if (!l || l->kind != VAL_OBJECT) {
			fail(r, "key outside of a dict");
			return;
		}
		l->key = arena_str(r->a, text);
		l->has_key = true;
		return;
	}
	if (strcmp(name, "true") == 0 || strcmp(name, "false") == 0) {
		v.kind = VAL_BOOL;
		v.truth = name[0] == 't';
	} else if (strcmp(name, "integer") == 0 || strcmp(name, "real") == 0) {
		v.kind = VAL_NUMBER;
		v.number = number(str_trim(text));
	} else {
		v.kind = VAL_STRING;
		v.str = arena_str(r->a, text);
	}
	put(r, v);
	buf_clear(&r->text);
}

static void XMLCALL on_text(void *ctx, const XML_Char *p, int n)
{
	struct reader *r = ctx;
	if (n > 0 && r->text.n < VAL_BYTES_MAX)
		buf_add(&r->text, p, (size_t)n);
}

/* A property list has no use for entities of its own; without them nothing can multiply. */
static void XMLCALL on_entity(void *ctx, const XML_Char *name, int is_param, const XML_Char *value,
	int value_n, const XML_Char *base, const XML_Char *sys, const XML_Char *pub,
	const XML_Char *notation)
{
	struct reader *r = ctx;
	(void)name, (void)is_param, (void)value, (void)value_n;
	(void)base, (void)sys, (void)pub, (void)notation;
	fail(r, "entity declarations are not accepted");
}

int plist_read(struct val *out, struct arena *a, struct str text, struct err *e)
{
	int ret = -1;
	struct reader r = { .a = a, .e = e };
	*out = (struct val){ 0 };
	if (text.n > VAL_BYTES_MAX)
		return err_text(e, "file too large");
	r.xml = XML_ParserCreate(NULL);
	if (!r.xml)
		panic_memory();
	XML_SetUserData(r.xml, &r);
	XML_SetElementHandler(r.xml, on_start, on_end);
	XML_SetCharacterDataHandler(r.xml, on_text);
	XML_SetEntityDeclHandler(r.xml, on_entity);
	enum XML_Status status = XML_Parse(r.xml, text.n ? text.p : "", (int)text.n, 1);
	if (r.failed) {
		ret = -1;
	} else if (status != XML_STATUS_OK) {
		err_line(e, (unsigned)XML_GetCurrentLineNumber(r.xml), "invalid XML");
	} else if (!r.has_root) {
		err_text(e, "empty property list");
	} else {
		*out = r.root;
		ret = 0;
	}
	XML_ParserFree(r.xml);
	buf_fini(&r.text);
	VEC_FREE(&r.made);
	return ret;
}

const char *val_xml_version(void)
{
	return XML_ExpatVersion();
}
