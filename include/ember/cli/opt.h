/* opt: the one table of options of a program, and the parser that reads argv by it. */
#ifndef EMBER_CLI_OPT_H
#define EMBER_CLI_OPT_H

#include <stdbool.h>
#include <stddef.h>

#include "ember/base/buf.h"
#include "ember/base/str.h"

/* Dialects: whose option a row is; a parser is started with the mask that counts. */
enum {
	OPT_GNU = 1 << 0,
	OPT_BAT = 1 << 1,
	OPT_LSD = 1 << 2,
	OPT_EZA = 1 << 3,
	OPT_FD = 1 << 4,
	OPT_FIND = 1 << 5,
	OPT_LESS = 1 << 6,
	OPT_OWN = 1 << 7,
	OPT_ALL = (1 << 8) - 1,
};

enum opt_arg {
	OPT_PLAIN,    /* no value */
	OPT_REQUIRED, /* --x=v, --x v, -xv, -x v (and -x=v with OPT_SHORT_EQUALS) */
	OPT_MAYBE,    /* --x or --x=v only; its letter never takes one. value "[=WHEN]" is written WHEN */
};

enum {
	OPT_HIDDEN = 1 << 0,  /* not in help, man and completions; no abbreviations, no suggestion */
	OPT_REPEATS = 1 << 1, /* may be given several times, values add up */
	OPT_REST = 1 << 2,    /* takes all following arguments up to ";" (fd's -x); see opt_parser.rest.
	                       * An attached value (-xCMD, --exec=CMD) is the whole command */
	OPT_FIRST = 1 << 3,   /* counts only as argv[1] */
	OPT_BRIEF = 1 << 4,   /* shown in the short help (-h) too */
	OPT_LIST = 1 << 5,    /* a value may be more than one of the words: the program takes it apart */
	OPT_COMMAS = 1 << 6,  /* with OPT_LIST: words with commas between them, which a shell may complete one by one */
};

/* What a shell may offer as the value. */
enum opt_offer { OPT_OFFER_NONE, OPT_OFFER_FILE, OPT_OFFER_DIR, OPT_OFFER_COMMAND, OPT_OFFER_LANGUAGE, OPT_OFFER_THEME, OPT_OFFER_USER };

struct opt {
	int id;            /* of the program's own enum, > 0, one row an id */
	char letter;       /* 0 = none */
	const char *name;  /* long name without dashes, NULL = none */
	const char *also;  /* further long names, separated by blanks, or NULL */
	enum opt_arg arg;
	const char *value; /* how the value is called in help: "WHEN"; NULL with OPT_PLAIN */
	const char *words; /* the valid words, separated by blanks, or NULL = any text; synonyms are
	                    * joined to their word with '|': "always|yes|force never|no auto|tty" */
	unsigned dialects; /* origin(s); a row counts if (dialects & parser's mask) */
	unsigned flags;
	enum opt_offer offer;
	const char *group; /* heading in help: "Layout" */
	const char *help;  /* one line, lower case start, no full stop */
	const char *more;  /* further sentences for the long help and man page, or NULL */
	const char *initial; /* the default, for help; NULL = off / none */
};

/* A section of the man page beyond NAME, SYNOPSIS, DESCRIPTION, OPTIONS: plain text, paragraphs
 * separated by an empty line; a line that starts with two blanks is shown as it stands. */
struct opt_section {
	const char *title;
	const char *text;
};

struct opt_table {
	const char *program;  /* "ecat" */
	const char *purpose;  /* one line for NAME and the head of help */
	const char *synopsis; /* lines, each without the program's name: "[OPTION]... [FILE]..." */
	const char *description; /* paragraphs */
	const struct opt *rows;
	size_t n;
	const struct opt_section *sections; /* ends with title NULL; NULL = none */
	/* Appends to the text of a section what the program's own tables hold; NULL = nothing. */
	void (*list)(struct buf *b, const struct opt_section *section);
	const char *operands; /* what completes operands: "file" or "dir" */
	/* For completions: with this option and word first, "--lang=find", the line is that of the
	 * program that the word names; NULL = none. */
	const char *foreign;
};

/* Each program's cmd/<program>/opts.c defines one of these. */
extern const struct opt_table ecat_options, els_options, efind_options;

enum {
	OPT_PERMUTE = 1 << 0,      /* options may follow operands */
	OPT_ABBREVIATE = 1 << 1,   /* unique prefixes of long names count */
	OPT_SHORT_EQUALS = 1 << 2, /* -o=v means value v (clap's rule) */
};

enum opt_event { OPT_END, OPT_OPTION, OPT_OPERAND, OPT_BAD };

/*
 * What is wrong with the argument; `message` already says it in getopt's words. OPT_BAD_WORD is
 * set by opt_value only: the parser itself does not look into values.
 */
enum opt_fault { OPT_UNKNOWN, OPT_AMBIGUOUS, OPT_NO_VALUE, OPT_NEEDLESS_VALUE, OPT_BAD_WORD };

struct opt_parser {
	const struct opt_table *table;
	unsigned dialects; /* rows that count */
	unsigned first;    /* rows whose names and abbreviations are tried first (spec els R4, ecat N6) */
	unsigned flags;
	int argc;
	char **argv;
	/* Set by opt_next: */
	const struct opt *row; /* OPT_OPTION */
	char *value;           /* OPT_OPTION: value or NULL; OPT_OPERAND: the operand; the needless value */
	char **rest;           /* OPT_REST rows: first argument of the command */
	int n_rest;
	bool by_letter;        /* the option was given by its letter; of OPT_BAD too */
	char letter;           /* by_letter: which one, known or not */
	bool after_dashes;     /* operand after "--" */
	enum opt_fault fault;  /* OPT_BAD */
	char message[256];     /* OPT_BAD: one line, safe for a terminal */
	/* Private: */
	int at;          /* argv index of what comes next */
	char *bundle;    /* rest of a bundle of letters, or NULL */
	char *attached[1];
	bool operands_only;
};

/*
 * Start over argv[1..argc). argv is not changed and is borrowed until the parser is dropped.
 * Values are not copied. A row in `first` wins with its letter and long names over one that is
 * not: a prefix is resolved among the rows of `first`, and only if none of their names has it,
 * among the others. A prefix that fits several names of one row is not ambiguous.
 * Threads: a parser is used by one thread; tables are const.
 */
void opt_start(struct opt_parser *p, const struct opt_table *table, unsigned dialects,
	unsigned first, unsigned flags, int argc, char **argv);

/*
 * The next thing on the line. After OPT_BAD the parser may go on: with the next letter of a
 * bundle, else with the next argument.
 */
enum opt_event opt_next(struct opt_parser *p);

/* OPT_PERMUTE, or 0 when POSIXLY_CORRECT is in the environment: for `flags` above. */
unsigned opt_permute(void);

/*
 * Which of the blank-separated `words` is `value`: exact, else (abbreviate) the word with that
 * prefix. Synonyms joined with '|' share one index; a prefix of several synonyms of one word is
 * not ambiguous. Returns the index, -1 = none, -2 = several.
 */
int opt_word(const char *words, struct str value, bool abbreviate);

/*
 * opt_word of the row's words and value that opt_next just gave. When it is none or several:
 * fault = OPT_BAD_WORD and `message` names value, option and the words that count.
 */
int opt_value(struct opt_parser *p, bool abbreviate);

/* The row with that id; never NULL for an id of the table. */
const struct opt *opt_row(const struct opt_table *table, int id);

/*
 * Take the next blank-separated word off *rest (words, further long names): false at the end.
 * *rest starts as the row's text; a NULL text has no words.
 */
bool opt_each(const char **rest, struct str *word);

#endif
