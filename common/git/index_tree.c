#include "ember/git/index.h"

struct index_node {
	struct str name;
	bool known; /* the entry count is not negative: an id follows */
	uint32_t children;
	const unsigned char *id;
};

static bool index_digits(struct str *s, char end, uint32_t *value)
{
	uint64_t v = 0;
	size_t i = 0;
	for (; i < s->n && ascii_digit(s->p[i]) && v <= UINT32_MAX; i++)
		v = v * 10 + (uint64_t)(s->p[i] - '0');
	if (i == 0 || i >= s->n || s->p[i] != end || v > UINT32_MAX)
		return false;
	*s = str_sub(*s, i + 1, s->n);
	*value = (uint32_t)v;
	return true;
}

static bool index_node(struct str *rest, unsigned hash_size, struct index_node *out)
{
	uint32_t entries;
	size_t nul = str_chr(*rest, '\0');
	if (nul == STR_NONE)
		return false;
	*out = (struct index_node){ .name = str_sub(*rest, 0, nul), .known = true };
	*rest = str_sub(*rest, nul + 1, rest->n);
	if (rest->n && rest->p[0] == '-') {
		out->known = false;
		*rest = str_sub(*rest, 1, rest->n);
	}
	if (!index_digits(rest, ' ', &entries) || !index_digits(rest, '\n', &out->children))
		return false;
	if (out->known) {
		if (rest->n < hash_size)
			return false;
		out->id = (const unsigned char *)rest->p;
		*rest = str_sub(*rest, hash_size, rest->n);
	}
	return true;
}

/* Pass over `n` subtrees with all that is below them. */
static bool index_skip(struct str *rest, unsigned hash_size, uint64_t n)
{
	struct index_node node;
	for (; n; n--) {
		if (!index_node(rest, hash_size, &node))
			return false;
		n += node.children;
	}
	return true;
}

const unsigned char *index_tree(const struct index *x, struct str folder)
{
	struct str rest = { (const char *)x->p + x->tree, x->tree_n };
	struct index_node node;
	if (x->tree_n == 0 || !index_node(&rest, x->hash_size, &node))
		return NULL;
	while (folder.n) {
		struct str name = str_cut(&folder, '/');
		uint32_t left = node.children;
		bool found = false;
		for (; left && !found; left--) {
			if (!index_node(&rest, x->hash_size, &node))
				return NULL;
			found = str_eq(node.name, name);
			if (!found && !index_skip(&rest, x->hash_size, node.children))
				return NULL;
		}
		if (!found)
			return NULL;
	}
	return node.known ? node.id : NULL;
}
