#include "ember/style/scope.h"

#include "ember/base/arena.h"
#include "ember/base/idmap.h"
#include "ember/base/map.h"
#include "ember/base/mem.h"
#include "ember/base/panic.h"
#include "ember/base/slots.h"
#include "ember/base/vec.h"

#define SCOPES_PATH_MAX (1u << 20) /* bytes of one path text */

struct scope_node {
	uint32_t parent, atom, depth;
	uint16_t style;
	uint64_t bits; /* theme_bits of all names; none where there is no theme */
};

/* What the theme says of an atom's name. */
struct scope_atom {
	uint64_t bits; /* theme_bits */
	uint32_t node; /* theme_node */
};

struct scopes {
	const struct pack *pack;
	struct theme theme;
	bool styled;
	VEC(struct scope_atom) atoms; /* the pack's that were pushed ... */
	struct idmap known;           /* ... their indexes, from 1 */
	struct styles styles;
	VEC(struct scope_node) nodes; /* 0: the empty stack */
	struct slots slots;           /* (parent, atom) to node */
	uint32_t first;        /* id of the first atom that is not the pack's */
	VEC(struct str) names; /* of those atoms */
	struct map ids;        /* their ids by name */
	struct arena text;
};

static struct str scope_atom_name(const struct scopes *s, uint32_t atom)
{
	if (atom < s->first)
		return pack_atom(s->pack, atom);
	return atom - s->first < s->names.n ? s->names.p[atom - s->first] : STR("");
}

static struct str scope_name_at(const void *ctx, uint32_t at)
{
	return scopes_name(ctx, at);
}

static uint32_t scope_outer(const void *ctx, uint32_t at)
{
	return scopes_parent(ctx, at);
}

static uint64_t scope_bits(const void *ctx, uint32_t at)
{
	const struct scopes *s = ctx;
	return s->nodes.p[at].bits;
}

static uint32_t *scope_slot(const struct scopes *s, uint32_t parent, uint32_t atom)
{
	uint64_t h = ((uint64_t)parent << 32 | atom) * 0x9e3779b97f4a7c15u;
	uint32_t i = slots_first(&s->slots, h);
	for (; s->slots.p[i]; i = slots_next(&s->slots, i)) {
		const struct scope_node *n = &s->nodes.p[s->slots.p[i]];
		if (n->parent == parent && n->atom == atom)
			break;
	}
	return &s->slots.p[i];
}

struct scopes *scopes_new(const struct pack *p, const struct theme *theme)
{
	struct scopes *s = mem_zero(1, sizeof(*s));
	s->pack = p;
	s->first = pack_count(p, PACK_ATOMS);
	s->styled = theme != NULL;
	if (theme)
		s->theme = *theme;
	styles_init(&s->styles, s->theme.base);
	scopes_reset(s);
	return s;
}

void scopes_free(struct scopes *s)
{
	if (!s)
		return;
	VEC_FREE(&s->nodes);
	VEC_FREE(&s->atoms);
	idmap_fini(&s->known);
	VEC_FREE(&s->names);
	slots_fini(&s->slots);
	map_fini(&s->ids);
	arena_fini(&s->text);
	styles_fini(&s->styles);
	free(s);
}

void scopes_reset(struct scopes *s)
{
	s->nodes.n = 0;
	VEC_PUSH(&s->nodes) = (struct scope_node){ 0 };
	slots_clear(&s->slots);
	s->names.n = 0;
	map_fini(&s->ids);
	arena_fini(&s->text);
}

static struct scope_atom scope_atom(struct scopes *s, uint32_t atom)
{
	const uint32_t known = idmap_get(&s->known, atom);
	if (known)
		return s->atoms.p[known - 1];
	const struct str name = scope_atom_name(s, atom);
	const struct scope_atom a = { theme_bits(name), theme_node(&s->theme, name) };
	if (atom < s->first) { /* the others' names come and go */
		VEC_PUSH(&s->atoms) = a;
		idmap_put(&s->known, atom, u32(s->atoms.n));
	}
	return a;
}

/* The style of a new stack: its parent's, with what the theme says of the innermost scope. */
static uint16_t scope_resolve(struct scopes *s, uint32_t parent, uint32_t node, uint32_t at)
{
	const struct theme_path path = { s, scope_name_at, scope_outer, scope_bits };
	struct style st = *styles_at(&s->styles, s->nodes.p[parent].style);
	unsigned set = node ? theme_rule(&s->theme, &path, node, at, &st) : 0;
	if (!set)
		return s->nodes.p[parent].style;
	st.set = (uint8_t)(st.set | set);
	return styles_id(&s->styles, st);
}

uint32_t scopes_push(struct scopes *s, uint32_t stack, uint32_t atom)
{
	REQUIRE(stack < s->nodes.n);
	if (slots_room(&s->slots, s->nodes.n, 512))
		for (uint32_t i = 1; i < s->nodes.n; i++)
			*scope_slot(s, s->nodes.p[i].parent, s->nodes.p[i].atom) = i;
	uint32_t *slot = scope_slot(s, stack, atom);
	if (*slot)
		return *slot;
	uint32_t id = u32(s->nodes.n);
	*slot = id;
	uint32_t depth = s->nodes.p[stack].depth + 1;
	VEC_PUSH(&s->nodes) = (struct scope_node){ stack, atom, depth, 0, 0 };
	if (s->styled) {
		const struct scope_atom a = scope_atom(s, atom);
		s->nodes.p[id].bits = s->nodes.p[stack].bits | a.bits;
		s->nodes.p[id].style = scope_resolve(s, stack, a.node, id);
	}
	return id;
}

uint32_t scopes_atom(struct scopes *s, struct str name)
{
	uint64_t id;
	if (map_get(&s->ids, name, &id))
		return (uint32_t)id;
	name = arena_str(&s->text, name);
	id = s->first + s->names.n;
	VEC_PUSH(&s->names) = name;
	map_put(&s->ids, name, id);
	return u32(id);
}

uint32_t scopes_count(const struct scopes *s)
{
	return u32(s->nodes.n);
}

uint16_t scopes_style(const struct scopes *s, uint32_t stack)
{
	return s->nodes.p[stack].style;
}

const struct styles *scopes_styles(const struct scopes *s)
{
	return &s->styles;
}

uint32_t scopes_parent(const struct scopes *s, uint32_t stack)
{
	return s->nodes.p[stack].parent;
}

uint32_t scopes_depth(const struct scopes *s, uint32_t stack)
{
	return s->nodes.p[stack].depth;
}

struct str scopes_name(const struct scopes *s, uint32_t stack)
{
	return stack ? scope_atom_name(s, s->nodes.p[stack].atom) : STR("");
}

/* Written from the innermost backwards: the length is summed up first. */
void scopes_path(const struct scopes *s, uint32_t stack, struct buf *b)
{
	size_t n = 0;
	for (uint32_t at = stack; at; at = scopes_parent(s, at))
		n += scopes_name(s, at).n + (scopes_parent(s, at) != 0);
	if (n > SCOPES_PATH_MAX)
		return;
	buf_fill(b, ' ', n);
	char *p = b->p + b->n;
	for (uint32_t at = stack; at; at = scopes_parent(s, at)) {
		struct str name = scopes_name(s, at);
		p -= name.n;
		if (name.n)
			memcpy(p, name.p, name.n);
		p -= scopes_parent(s, at) != 0;
	}
}
