/* find_doc: what the man page says on find's language before the lists of its words. */
#ifndef EMBER_CMD_EFIND_FIND_DOC_H
#define EMBER_CMD_EFIND_FIND_DOC_H

#define FIND_DOC \
	"efind reads find's line under the names find, gfind and bfs, after --lang=find, and " \
	"where a word that only find knows stands on it (-name, -type, a parenthesis). Under those " \
	"names and with --lang=find as the first word all of the line is find's; elsewhere what both " \
	"know, such as -E, -s or -x, is fd's unless a word of find's stands before it. The " \
	"start points come first, then an expression of options, tests and actions. It is " \
	"judged for each entry from left to right as far as the answer needs: ! or -not binds " \
	"most, then -a or nothing, then -o, then the comma. Without an action the path is " \
	"printed.\n\n" \
	"Output, order and exit status are those of GNU find: entries in the order of the " \
	"directory, of inode number where it holds more than 10,000. +N is more than N, -N is " \
	"less than N.\n\n" \
	"Where find 4.11 stumbles, efind goes on: an empty start point, on the line or in -files0-from, does not lose " \
	"what -exec COMMAND {} + has gathered; -L dir/ -depth keeps the slash of an empty directory; a line with an " \
	"error creates no file; options such as -daystart may stand alone before -o. Times of birth and sizes in T and " \
	"P are known.\n\n" \
	"Before the start points: -H and -L follow links of the line or all links, -s visits names " \
	"in order, -S bfs visits level after level, -x is -xdev, -X leaves out names that xargs " \
	"would cut, -E means extended regular expressions, -f PATH is a start point whatever it " \
	"looks like, -jN has N threads at work from the start, where find alone " \
	"takes as many as there are processors once a search lasts (output never depends on them). -exclude EXPR " \
	"leaves out what matches and all below it, wherever it stands. -depth followed by a number " \
	"is a test of the depth. Times of birth are those of the file system; where it keeps none, " \
	"tests of them are false.\n"

#endif
