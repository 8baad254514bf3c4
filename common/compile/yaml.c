#include "ember/compile/yaml.h"

#include <yaml.h>

#include "ember/base/size.h"
#include "ember/base/vec.h"

/* An open sequence or mapping; what is in it so far lies on `maker.pending` from `from` on. */
struct level {
	struct val head;
	size_t from;
	bool has_key; /* of a mapping: the last pending member waits for its value */
};

struct maker {
	struct arena *a;
	struct err *e;
	yaml_parser_t parser;
	uint32_t objects;
	size_t nodes;
	VEC(struct level) levels;
	VEC(struct val_member) pending; /* sequence items have no key */
	struct val root;
	bool done; /* the first document is complete */
};

static unsigned line_of(const yaml_event_t *ev)
{
	return (unsigned)ev->start_mark.line + 1;
}

static bool is_null(const yaml_event_t *ev, struct str s)
{
	return ev->data.scalar.style == YAML_PLAIN_SCALAR_STYLE &&
		(s.n == 0 || str_eqc(s, "~") || str_eqc(s, "null"));
}

/* A complete value goes to the innermost open level, or is the document. */
static void put(struct maker *m, struct val v)
{
	if (!m->levels.n) {
		m->root = v;
		m->done = true;
		return;
	}
	struct level *l = &m->levels.p[m->levels.n - 1];
	if (l->head.kind == VAL_OBJECT) {
		m->pending.p[m->pending.n - 1].val = v;
		l->has_key = false;
	} else {
		VEC_PUSH(&m->pending) = (struct val_member){ .val = v };
	}
}

/* In a mapping, is a key due? */
static bool wants_key(const struct maker *m)
{
	const struct level *l = m->levels.n ? &m->levels.p[m->levels.n - 1] : NULL;
	return l && l->head.kind == VAL_OBJECT && !l->has_key;
}

static void scalar(struct maker *m, const yaml_event_t *ev)
{
	struct str s = { (const char *)ev->data.scalar.value, ev->data.scalar.length };
	if (wants_key(m)) {
		struct val_member member = { .key = arena_str(m->a, s) };
		VEC_PUSH(&m->pending) = member;
		m->levels.p[m->levels.n - 1].has_key = true;
		return;
	}
	struct val v = { .kind = VAL_STRING, .line = line_of(ev) };
	if (is_null(ev, s))
		v.kind = VAL_NULL;
	else
		v.str = arena_str(m->a, s);
	put(m, v);
}

static int open_level(struct maker *m, const yaml_event_t *ev, enum val_kind kind)
{
	if (wants_key(m))
		return err_line(m->e, line_of(ev), "a key must be a plain text");
	if (m->levels.n >= VAL_DEPTH_MAX)
		return err_line(m->e, line_of(ev), "nested too deeply");
	VEC_PUSH(&m->levels) = (struct level){
		.head = { .kind = kind, .line = line_of(ev) },
		.from = m->pending.n,
	};
	return 0;
}

static void close_level(struct maker *m)
{
	struct level l = m->levels.p[--m->levels.n];
	size_t n = m->pending.n - l.from;
	/* Nothing may be pending at all, and then there is no array to point into. */
	const struct val_member *p = n ? m->pending.p + l.from : NULL;
	struct val v = l.head;
	if (v.kind == VAL_OBJECT) {
		v.n_members = n;
		v.members = ARENA_ARRAY(m->a, struct val_member, n);
		for (size_t i = 0; i < n; i++)
			v.members[i] = p[i];
		v.id = m->objects++;
		val_index(&v, m->a);
	} else {
		v.n_items = n;
		v.items = ARENA_ARRAY(m->a, struct val, n);
		for (size_t i = 0; i < n; i++)
			v.items[i] = p[i].val;
	}
	m->pending.n = l.from;
	put(m, v);
}

static int event(struct maker *m, const yaml_event_t *ev)
{
	switch (ev->type) {
	case YAML_ALIAS_EVENT:
		return err_line(m->e, line_of(ev), "aliases are not supported");
	case YAML_SCALAR_EVENT:
		scalar(m, ev);
		break;
	case YAML_SEQUENCE_START_EVENT:
	case YAML_MAPPING_START_EVENT:
		if (open_level(m, ev,
			    ev->type == YAML_MAPPING_START_EVENT ? VAL_OBJECT : VAL_ARRAY) != 0)
			return -1;
		break;
	case YAML_SEQUENCE_END_EVENT:
	case YAML_MAPPING_END_EVENT:
		close_level(m);
		return 0;
	case YAML_STREAM_END_EVENT:
	case YAML_DOCUMENT_END_EVENT:
		m->done = true;
		return 0;
	default:
		return 0;
	}
	if (++m->nodes > YAML_NODES_MAX)
		return err_line(m->e, line_of(ev), "too many values");
	return 0;
}

static int read_events(struct maker *m)
{
	while (!m->done) {
		yaml_event_t ev;
		if (!yaml_parser_parse(&m->parser, &ev)) {
			if (m->parser.error == YAML_MEMORY_ERROR)
				panic_memory();
			return err_line(m->e, (unsigned)m->parser.problem_mark.line + 1, "invalid YAML");
		}
		int r = event(m, &ev);
		yaml_event_delete(&ev);
		if (r != 0)
			return -1;
	}
	return 0;
}

int yaml_read(struct val *out, struct arena *a, struct str text, struct err *e)
{
	struct maker m = { .a = a, .e = e };
	*out = (struct val){ 0 };
	if (text.n > VAL_BYTES_MAX)
		return err_text(e, "file too large");
	if (!yaml_parser_initialize(&m.parser))
		panic_memory();
	yaml_parser_set_input_string(
		&m.parser, (const unsigned char *)(text.n ? text.p : ""), text.n);
	int r = read_events(&m);
	yaml_parser_delete(&m.parser);
	VEC_FREE(&m.levels);
	VEC_FREE(&m.pending);
	if (r == 0)
		*out = m.root;
	return r;
}
