/* onig: Oniguruma's functions, out of a library that is loaded at the first need. */
#ifndef EMBER_RX_ONIG_H
#define EMBER_RX_ONIG_H

#include <oniguruma.h>
#include <stdbool.h>

/* Every function that rx calls, without its "onig_". */
#define ONIG_FUNCTIONS(X)                                                                          \
	X(initialize)                                                                              \
	X(version)                                                                                 \
	X(copy_syntax)                                                                             \
	X(get_syntax_op2)                                                                          \
	X(set_syntax_op2)                                                                          \
	X(new_deluxe)                                                                              \
	X(free)                                                                                    \
	X(error_code_to_str)                                                                       \
	X(number_of_captures)                                                                      \
	X(new_match_param)                                                                         \
	X(initialize_match_param)                                                                  \
	X(free_match_param)                                                                        \
	X(set_retry_limit_in_match_of_match_param)                                                 \
	X(set_retry_limit_in_search_of_match_param)                                                \
	X(set_match_stack_limit_size_of_match_param)                                               \
	X(search)                                                                                  \
	X(search_with_param)                                                                       \
	X(match)                                                                                   \
	X(match_with_param)

struct onig {
#define ONIG_MEMBER(name) __typeof__(onig_##name) *name;
	ONIG_FUNCTIONS(ONIG_MEMBER)
#undef ONIG_MEMBER
	OnigEncoding utf8, ascii;
	OnigSyntaxType *oniguruma, *ruby, *perl;
};

#define ONIG_MISSING "libonig.so.5 cannot be loaded"

/*
 * The library, loaded and initialised by the first call (any thread). NULL: it is not to be had,
 * which does not change while the process lives.
 */
const struct onig *onig_get(void);

/* It was called and returned NULL. */
bool onig_missing(void);

#endif
