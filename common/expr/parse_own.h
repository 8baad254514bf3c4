/* parse_own: the operators of find's language, on their way into the expression. */
#ifndef EMBER_EXPR_PARSE_OWN_H
#define EMBER_EXPR_PARSE_OWN_H

#include <stdbool.h>

#include "ember/base/vec.h"
#include "ember/expr/primary.h"

struct parse_waiting {
	unsigned char strength;
	const char *word; /* as typed, for messages */
};

struct parse_ops {
	VEC(struct parse_waiting) stack;
	bool have_operand; /* the last thing read ends an operand */
	const char *word;  /* it, as typed */
};

/* 1: it was an operator and is dealt with; 0: it is none; -1: failed. */
int parse_operator(struct find_parser *p, struct parse_ops *ops, const char *word);
/* Before an operand, "(" or "!": two operands side by side are joined by `and`. */
void parse_join(struct find_parser *p, struct parse_ops *ops);
int parse_end(struct find_parser *p, struct parse_ops *ops);

#endif
