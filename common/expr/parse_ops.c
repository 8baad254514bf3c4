/* find's operators: a stack of those that wait for their right side. */
#include <string.h>

#include "parse_own.h"

enum { PARSE_OPEN, PARSE_COMMA, PARSE_OR, PARSE_AND, PARSE_NOT, PARSE_EXCLUDE }; /* by strength */

/* Its operand leaves the expression, in which it stands as always true. */
static void parse_exclude(struct find_parser *p)
{
	const struct expr_node *top = &p->b.nodes.p[p->b.stack.p[p->b.stack.n - 1]];
	if (top->flags & (EXPR_ACTS | EXPR_STEERS))
		p->refused = "-exclude takes tests only: an action cannot say what is left out";
	expr_move(&p->b, &p->exclude);
	find_leaf_true(p);
}

static void parse_reduce(struct find_parser *p, struct parse_ops *ops, unsigned least)
{
	static const enum expr_op op[] = { [PARSE_COMMA] = EXPR_COMMA, [PARSE_OR] = EXPR_OR,
		[PARSE_AND] = EXPR_AND, [PARSE_NOT] = EXPR_NOT };
	while (ops->stack.n && ops->stack.p[ops->stack.n - 1].strength >= least &&
		ops->stack.p[ops->stack.n - 1].strength != PARSE_OPEN)
	{
		unsigned strength = ops->stack.p[--ops->stack.n].strength;
		if (strength == PARSE_EXCLUDE)
			parse_exclude(p);
		else
			expr_operator(&p->b, op[strength]);
	}
}

static void parse_push(struct parse_ops *ops, unsigned strength, const char *word)
{
	VEC_PUSH(&ops->stack) = (struct parse_waiting){ (unsigned char)strength, word };
	ops->have_operand = false;
}

void parse_join(struct find_parser *p, struct parse_ops *ops)
{
	if (!ops->have_operand)
		return;
	parse_reduce(p, ops, PARSE_AND);
	parse_push(ops, PARSE_AND, "-a");
}

static int parse_binary(struct find_parser *p, struct parse_ops *ops, unsigned strength, const char *word)
{
	if (!ops->have_operand) {
		if (ops->stack.n && ops->stack.p[ops->stack.n - 1].strength != PARSE_OPEN)
			return find_fail(p, "nothing stands between '%s' and '%s'",
				ops->stack.p[ops->stack.n - 1].word, word);
		return find_fail(p, "nothing stands before '%s'", word);
	}
	parse_reduce(p, ops, strength);
	parse_push(ops, strength, word);
	return 0;
}

static int parse_close(struct find_parser *p, struct parse_ops *ops)
{
	if (!ops->have_operand && ops->stack.n) {
		const struct parse_waiting *top = &ops->stack.p[ops->stack.n - 1];
		if (top->strength == PARSE_OPEN)
			return find_fail(p, "nothing stands between '(' and ')'");
		return find_fail(p, "nothing stands between '%s' and ')'", top->word);
	}
	parse_reduce(p, ops, PARSE_COMMA);
	if (!ops->stack.n)
		return find_fail(p, "a ')' has no '(' before it");
	ops->stack.n--;
	ops->have_operand = true;
	return 0;
}

int parse_end(struct find_parser *p, struct parse_ops *ops)
{
	if (ops->stack.n && !ops->have_operand) {
		const struct parse_waiting *top = &ops->stack.p[ops->stack.n - 1];
		if (top->strength == PARSE_OPEN)
			return find_fail(p, "a '(' has no ')' after it, and nothing stands after '%s'", ops->word);
		return find_fail(p, "nothing stands after '%s'", top->word);
	}
	parse_reduce(p, ops, PARSE_COMMA);
	if (ops->stack.n)
		return find_fail(p, "a '(' has no ')' after it");
	return 0;
}

int parse_operator(struct find_parser *p, struct parse_ops *ops, const char *word)
{
	static const struct { const char *word; unsigned char strength; } words[] = {
		{ "(", PARSE_OPEN }, { "!", PARSE_NOT }, { "-not", PARSE_NOT }, { "-a", PARSE_AND },
		{ "-and", PARSE_AND }, { "-o", PARSE_OR }, { "-or", PARSE_OR }, { ",", PARSE_COMMA },
		{ "-exclude", PARSE_EXCLUDE },
	};
	const char *typed = word;
	if (word[0] == '-' && word[1] && !word[2] && strchr("()!,", word[1])) {
		find_warn(p, "the dash of '%s' says nothing: write '%s'", word, word + 1);
		word++;
	}
	if (strcmp(word, ")") == 0)
		return parse_close(p, ops) == 0 ? 1 : -1;
	for (size_t i = 0; i < COUNTOF(words); i++) {
		if (strcmp(word, words[i].word) != 0)
			continue;
		unsigned strength = words[i].strength;
		if (strength != PARSE_OPEN && strength < PARSE_NOT)
			return parse_binary(p, ops, strength, typed) == 0 ? 1 : -1;
		parse_join(p, ops);
		parse_push(ops, strength, typed);
		return 1;
	}
	return 0;
}
