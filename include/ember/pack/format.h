/*
 * format: the records of a pack, as they lie in the file. Little-endian, sections 8-byte aligned,
 * indices instead of pointers, no fix-ups. Written by common/compile, read by common/pack, which
 * checks each section once (count times size within the file) and hands out checked records.
 * Index 0 means "none" in every field that names a record of another section, so record 0 of
 * those sections is a dummy. A change of any record raises PACK_FORMAT.
 */
#ifndef EMBER_PACK_FORMAT_H
#define EMBER_PACK_FORMAT_H

#include <stdint.h>

#define PACK_MAGIC 0x4b504d45u /* "EMPK" */
#define PACK_FORMAT 10u

/* The sections, in the order of the header's table. The comment names the record. */
enum pack_section {
	PACK_TEXT,       /* bytes: u32 length, that many bytes, NUL, padded to 4; a text is named by its offset, 0 = none */
	PACK_WORDS,      /* u32: lists that other records take ranges of */
	PACK_ATOMS,      /* u32 text: scope atom, "string.quoted.double.c" */
	PACK_TEMPLATES,  /* pack_template */
	PACK_REGEXES,    /* pack_regex */
	PACK_RULES,      /* pack_rule */
	PACK_CAPTURES,   /* pack_capture */
	PACK_SETS,       /* pack_range over PACK_WORDS: rule ids in order, without duplicates, no PACK_INCLUDE */
	PACK_INJECTIONS, /* pack_injection */
	PACK_LANGUAGES,  /* pack_language, sorted by name; 0 is plain text */
	PACK_NAMES,      /* pack_key: language names, aliases, scopes, display names, folded; sorted */
	PACK_FILES,      /* pack_key: exact file names, sorted by bytes */
	PACK_FILES_FOLD, /* pack_key: the same folded to lower case, sorted */
	PACK_EXTENSIONS, /* pack_key: without the leading dot ("c", "d.ts"), case kept, sorted */
	PACK_EXTENSIONS_FOLD,
	PACK_INTERPRETERS, /* pack_key: base names after #!, digits stripped, sorted */
	PACK_GLOBS,      /* pack_key: globs in order of precedence; with a '/' on the whole path, else on the name */
	PACK_FIRST_LINES, /* pack_first: regex on the first line, in order */
	PACK_SUFFIXES,   /* u32 text: suffixes to strip and retry, "~", ".bak" */
	PACK_THEMES,     /* pack_theme, sorted by name */
	PACK_THEME_NAMES, /* pack_key: names, display names, aliases, folded; sorted; id is a theme */
	PACK_NODES,      /* pack_node: theme tries */
	PACK_EDGES,      /* pack_key: children of a node, sorted by text bytes */
	PACK_STYLES,     /* pack_style_rule: of a node, in the order of precedence */
	PACK_NOTICES,    /* pack_notice: licences of what the pack was made of */
	PACK_REPOSITORY, /* pack_key: what "scope#name" of a language means; sorted within a language */
	PACK_CONTEXTS,   /* pack_context: of .sublime-syntax files */
	PACK_ACTIONS,    /* pack_action: what a match of a context does to the stack */
	PACK_MATCHERS,   /* u64: of each regex the automaton (ember/rx/dfa.h), then the program (ember/rx/direct.h) */
	PACK_CHARS,      /* two u64 and two u32 each (ember/rx/chars.h): sets that programs name by number */
	PACK_RANGES,     /* two u32 each: ranges of characters of those sets */
	PACK_SECTIONS
};

struct pack_header {
	uint32_t magic, format;
	uint64_t size;         /* of the whole file */
	uint64_t source_hash;  /* over everything the pack was made of */
	uint32_t onig_version; /* 60908: informative */
	uint32_t sections;     /* PACK_SECTIONS */
	struct {
		uint64_t offset; /* from the start of the file, multiple of 8 */
		uint64_t size;   /* bytes */
	} section[PACK_SECTIONS];
};

struct pack_range {
	uint32_t first, n;
};

/* A name or contentName. Spec syntax.md 1.3. */
struct pack_template {
	uint32_t text;  /* the whole, for templates with $1, ${1:/downcase}; else 0 */
	uint32_t first; /* in PACK_WORDS: atom ids, for literal ones */
	uint32_t n;
};

enum {
	PACK_REGEX_G = 1 << 0,       /* has \G: result depends on the anchor */
	PACK_REGEX_A = 1 << 1,       /* has \A: result depends on "first line" */
	PACK_REGEX_BACKREF = 1 << 2, /* end/while text with \N to be filled from the begin match */
	PACK_REGEX_REFERS = 1 << 3,    /* has references, calls, \K: its groups must be captured */
	PACK_REGEX_WIDE_FOLD = 1 << 4, /* (?i) by way of characters past ASCII, on ASCII text too */
	PACK_REGEX_FAR_G = 1 << 5,     /* a look-behind reaches a \G that lies before the match */
};

struct pack_regex {
	uint32_t text;  /* as Oniguruma gets it, \z already rewritten (1.2); back references unresolved */
	uint32_t flags;
	uint32_t first[4]; /* columns (ember/rx/cols.h) of the byte that a match may begin at */
	struct pack_range automaton; /* in PACK_MATCHERS, u64 */
	struct pack_range program;   /* there too, u32; none: the regex is Oniguruma's to match */
};

/* PACK_STEP is a match of a context: `end` is its action. The other kinds are TextMate's. */
enum pack_kind { PACK_MATCH = 1, PACK_INCLUDE, PACK_BEGIN_END, PACK_BEGIN_WHILE, PACK_STEP };

enum {
	PACK_RULE_END_LAST = 1 << 0, /* applyEndPatternLast */
};

struct pack_rule {
	uint8_t kind, flags;
	uint16_t pad;
	uint32_t name, content;     /* templates; 0 = pushes nothing */
	uint32_t begin;             /* regex of match or begin; 0 for PACK_INCLUDE */
	uint32_t end;               /* regex of end or while; a missing end is U+FFFF, as in the reference.
	                               PACK_STEP: action, 0 = none */
	struct pack_range captures; /* in PACK_CAPTURES: of match or begin, index = group */
	struct pack_range end_captures;
	uint32_t set;               /* children, flattened, without the end pattern (PACK_MATCH: itself;
	                               PACK_STEP: none) */
};

struct pack_capture {
	uint32_t used;          /* 0: no rule for this group */
	uint32_t name, content; /* templates */
	uint32_t rule;          /* to re-tokenize the group's text with, or 0 */
};

enum {
	PACK_CONTEXT_BACKREF = 1 << 0, /* some of its patterns are filled from the match that pushed it */
};

#define PACK_CLEAR_ALL UINT32_MAX

/* Spec syntax.md, section 3. Its patterns are a set of rules of the kind PACK_STEP, in order. */
struct pack_context {
	uint32_t flags;
	uint32_t scope;         /* template: the syntax's scope, in its main context only */
	uint32_t meta, content; /* templates: meta_scope, meta_content_scope */
	uint32_t clear;         /* atoms of the enclosing scopes that are hidden */
	uint32_t set;           /* in PACK_SETS */
	uint32_t language;      /* text: name or scope of a language whose root stands here; 0 = none */
};

enum pack_do { PACK_DO_STACK = 1, PACK_DO_EMBED, PACK_DO_BRANCH, PACK_DO_FAIL };

enum {
	PACK_ACTION_V2 = 1 << 0,  /* the file says version: 2 */
	PACK_ACTION_SET = 1 << 1, /* written as set, which differs in what scopes the match gets */
};

struct pack_action {
	uint32_t kind, flags;
	uint32_t pop;               /* frames that are popped first */
	uint32_t point;             /* text: the branch point's name (branch, fail) */
	uint32_t escape;            /* regex (embed) */
	uint32_t scope;             /* template: embed_scope */
	struct pack_range contexts; /* in PACK_WORDS: pushed, the last on top; of a branch: alternatives */
	struct pack_range captures; /* in PACK_CAPTURES: escape_captures */
};

/* Selectors in postfix order, two words each: operator and argument. */
enum pack_selector { PACK_SEL_PATH = 1, PACK_SEL_AND, PACK_SEL_OR, PACK_SEL_NOT };
/* PACK_SEL_PATH: argument is an index in PACK_WORDS: count, then that many texts (scope prefixes). */

struct pack_injection {
	struct pack_range selector; /* in PACK_WORDS: pairs; n counts words */
	int32_t priority;           /* -1 = L:, 0, 1 = R:; already sorted within a language */
	uint32_t rule;
};

/* Whose a language is. PACK_USER: read from the user's own folders. */
enum pack_licence { PACK_PERMISSIVE, PACK_COPYLEFT, PACK_UNSTATED, PACK_OWN, PACK_USER };

struct pack_language {
	uint32_t name, display;       /* texts: "shellscript", "Shell" */
	uint32_t scope;               /* text: "source.shell" */
	uint32_t root;                /* rule; 0 = no highlighting (plain text) */
	struct pack_range aliases;    /* in PACK_WORDS: texts */
	struct pack_range extensions; /* in PACK_WORDS: texts, for listings */
	struct pack_range injections; /* in PACK_INJECTIONS */
	struct pack_range repository; /* in PACK_REPOSITORY */
	uint32_t licence;
	uint32_t hidden;              /* an injection-only grammar, or a syntax that says so */
	uint32_t context;             /* of a .sublime-syntax file: its main context, and root is 0 */
};

/* The sections of them are sorted by the text's bytes, all but PACK_GLOBS. */
struct pack_key {
	uint32_t head; /* pack_head of the text: most searches need look at no other */
	uint32_t text;
	uint32_t id; /* language, theme, rule or node; in PACK_FILES also PACK_UNNAMED */
};

/* A file name that says nothing, whatever extension it looks like: the first line decides. */
#define PACK_UNNAMED UINT32_MAX

struct pack_first {
	uint32_t regex;
	uint32_t language;
};

enum { PACK_THEME_DARK, PACK_THEME_LIGHT };

/* Colours of a theme outside its scopes; 0xRRGGBBAA, and a bit in `has`. */
enum pack_ui { PACK_UI_FG, PACK_UI_BG, PACK_UI_LINE_NUMBER, PACK_UI_LINE_HIGHLIGHT, PACK_UI_ADDED, PACK_UI_MODIFIED, PACK_UI_REMOVED, PACK_UI_COLORS };

struct pack_theme {
	uint32_t name, display; /* texts */
	uint32_t type;
	uint32_t root;          /* node; its main rule is the default style */
	uint32_t palette;       /* 1: alpha 00 names a palette colour, alpha 01 the terminal's default (.tmTheme) */
	uint32_t has;
	uint32_t ui[PACK_UI_COLORS];
};

struct pack_node {
	struct pack_range edges;  /* in PACK_EDGES, by one dotted part: "string" */
	struct pack_range styles; /* in PACK_STYLES: parents' rules and the main rule, best first */
};

enum { PACK_FONT_ITALIC = 1, PACK_FONT_BOLD = 2, PACK_FONT_UNDERLINE = 4, PACK_FONT_STRIKE = 8 };
enum { PACK_STYLE_FG = 1, PACK_STYLE_BG = 2, PACK_STYLE_FONT = 4 };

struct pack_style_rule {
	struct pack_range parents; /* in PACK_WORDS: texts, nearest first; the text ">" binds to the next */
	uint32_t set;              /* which fields below are set */
	uint32_t fg, bg;           /* 0xRRGGBBAA */
	uint32_t font;
};

struct pack_notice {
	uint32_t what, licence, text; /* texts */
};

#endif
