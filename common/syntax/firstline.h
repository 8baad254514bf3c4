/* firstline: which grammar says of a first line that it begins one of its files. */
#ifndef EMBER_SYNTAX_FIRSTLINE_H
#define EMBER_SYNTAX_FIRSTLINE_H

#include "ember/base/str.h"
#include "ember/pack/pack.h"

/* The first of them, in the pack's order; the line is without its end. False: none, or the line is not UTF-8. */
bool firstline_find(const struct pack *pack, struct str line, uint32_t *language);

#endif
