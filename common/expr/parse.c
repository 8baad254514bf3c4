#include <regex.h>
#include <stdarg.h>
#include <string.h>

#include "ember/base/number.h"
#include "ember/cli/opt.h"
#include "ember/expr/find.h"
#include "ember/expr/gnu_regex.h"
#include "ember/expr/primary.h"
#include "ember/os/pool.h"
#include "parse_own.h"

int find_fail(struct find_parser *p, const char *fmt, ...)
{
	struct buf text = { 0 };
	va_list ap;
	va_start(ap, fmt);
	buf_vprintf(&text, fmt, ap);
	va_end(ap);
	p->line->message = arena_str(p->a, buf_view(&text));
	buf_fini(&text);
	return -1;
}

void find_warn(struct find_parser *p, const char *fmt, ...)
{
	struct buf text = { 0 };
	va_list ap;
	va_start(ap, fmt);
	buf_vprintf(&text, fmt, ap);
	va_end(ap);
	VEC_PUSH(&p->line->warnings) = arena_str(p->a, buf_view(&text));
	buf_fini(&text);
}

/* ---- primaries */

static void parse_check_order(struct find_parser *p, const struct find_primary *row, const char *word)
{
	if (!(row->kind & FIND_GLOBAL)) {
		if (!(row->kind & FIND_POSITION))
			p->seen_test = true;
		return;
	}
	if (p->seen_test && p->warn)
		find_warn(p, "%s counts for the whole line although it stands after %s: %s is clearer as the first word",
			word, p->last, word);
}

/* It would be known before the start points. */
static bool parse_leads(const char *word)
{
	return find_word(word) == FIND_WORD_OPTION || (word[1] && !word[2] && strchr("sxXEfS", word[1])) ||
		(word[1] == 'j' && ascii_digit(word[2]));
}

static int parse_primary(struct find_parser *p, const char *word)
{
	const struct find_primary *row = find_lookup(word + 1);
	struct find_number depth;
	if (!row) {
		const char *close = find_closest(word);
		if (close && strcmp(close, "newerXY") == 0)
			p->line->hint = STR("in -newerXY, X is one of a B c m, Y one of those or t");
		else if (close)
			p->line->hint = arena_printf(p->a, "did you mean -%s?", close);
		return find_fail(p, "unknown predicate `%s'%s", word,
			parse_leads(word) ? ": it stands before the start points" : "");
	}
	int n = find_word_args(word);
	if (p->at < p->argc && strcmp(word, "-depth") == 0 && find_number(&depth, p->argv[p->at])) {
		row = find_lookup(FIND_DEPTH_TEST);
		n = 1;
	}
	int left = p->argc - p->at;
	if (n > left || (n < 0 && left == 0))
		return find_fail(p, "missing argument to `%s'", word);
	char **args = p->argv + p->at;
	if (n > 0)
		p->at += n;
	parse_check_order(p, row, word);
	p->last = word;
	if (row->parse(p, row, args) == 0)
		return 0;
	if (!p->line->message.n)
		find_fail(p, "invalid argument `%s' to `%s'", n ? args[0] : "", word);
	return -1;
}

static int parse_expression(struct find_parser *p)
{
	struct parse_ops ops = { 0 };
	int ret = 0;
	while (ret == 0 && p->at < p->argc) {
		const char *word = p->argv[p->at++];
		if (find_word(word) == FIND_WORD_OTHER) {
			ret = find_fail(p, "paths must precede expression: `%s'", word);
			if (p->last && find_word_args(p->last) == 1)
				p->line->hint = arena_printf(p->a,
					"possible unquoted pattern after predicate `%s'?", p->last);
			break;
		}
		int was = parse_operator(p, &ops, word);
		if (was == 0) {
			parse_join(p, &ops);
			ret = parse_primary(p, word);
			ops.have_operand = true;
		} else if (was < 0) {
			ret = -1;
		}
		ops.word = word;
	}
	if (ret == 0)
		ret = parse_end(p, &ops);
	VEC_FREE(&ops.stack);
	return ret;
}

/* ---- the line */

static int parse_debug(struct find_parser *p)
{
	static const char words[] = "exec opt rates search stat time tree all help";
	if (p->at >= p->argc)
		return find_fail(p, "-D needs a list of debug words");
	struct str rest = str_from(p->argv[p->at++]);
	while (rest.n) {
		struct str one = str_cut(&rest, ',');
		int which = opt_word(words, one, false);
		if (which < 0)
			find_warn(p, "debug word %.*s is not known and passed over", STR_ARG(one));
		else if (str_eqc(one, "help"))
			p->line->debug_help = true;
	}
	return 0;
}

/* "-j4" */
static int parse_threads(struct find_parser *p, const char *digits)
{
	uint64_t n;
	if (!number_u64(str_from(digits), &n) || n == 0)
		return find_fail(p, "-j takes a number of threads in the same word, as in -j4");
	p->line->threads = n < POOL_MAX ? (unsigned)n : POOL_MAX;
	return 0;
}

/* The flags of bfs. 1: it was one, and is dealt with; 0: it is none; -1: failed. */
static int parse_flag(struct find_parser *p, const char *arg)
{
	static const char orders[] = "dfs bfs ids eds";
	struct find_line *line = p->line;
	bool takes = strcmp(arg, "-f") == 0 || strcmp(arg, "-S") == 0;
	const char *value = takes && p->at + 1 < p->argc ? p->argv[p->at + 1] : NULL;
	if (arg[0] != '-' || !arg[1] || arg[2] || !strchr("sxXEfS", arg[1]))
		return 0;
	if (takes && !value)
		return find_fail(p, "missing argument to `%s'", arg);
	p->at += takes ? 2 : 1;
	switch (arg[1]) {
	case 's':
		line->sorted = true;
		break;
	case 'x':
		line->xdev = true;
		break;
	case 'X':
		line->xargs_safe = true;
		break;
	case 'E':
		p->regex_syntax = RE_SYNTAX_POSIX_EXTENDED;
		break;
	case 'S':
		if (opt_word(orders, str_from(value), false) < 0)
			return find_fail(p, "-S takes dfs, bfs, ids or eds, not '%s'", value);
		line->breadth = strcmp(value, "dfs") != 0;
		break;
	default:
		break;
	}
	return 1;
}

static int parse_leading(struct find_parser *p)
{
	int was;
	while (p->at < p->argc) {
		const char *arg = p->argv[p->at];
		if (strcmp(arg, "-H") == 0)
			p->line->follow = WALK_ROOTS;
		else if (strcmp(arg, "-L") == 0)
			p->line->follow = WALK_LOGICAL;
		else if (strcmp(arg, "-P") == 0)
			p->line->follow = WALK_PHYSICAL;
		else if (strcmp(arg, "--") == 0)
			return p->at++, 0;
		else if (strcmp(arg, "-D") == 0) {
			p->at++;
			if (parse_debug(p) != 0)
				return -1;
			continue;
		} else if ((was = parse_flag(p, arg)) != 0) {
			if (was < 0)
				return -1;
			continue;
		} else if (arg[1] == 'j' && arg[0] == '-') {
			if (parse_threads(p, arg + 2) != 0)
				return -1;
		} else if (strncmp(arg, "-O", 2) == 0) {
			if (find_word(arg) != FIND_WORD_OPTION)
				return find_fail(p, arg[2] ? "-O takes a decimal level, as in -O2"
					: "-O takes its level in the same word, as in -O2");
		} else {
			return 0;
		}
		p->at++;
	}
	return 0;
}

static bool parse_starts_expression(const char *arg)
{
	return (arg[0] == '-' && arg[1]) || ((arg[0] == '(' || arg[0] == '!') && !arg[1]);
}

static void parse_roots(struct find_parser *p)
{
	struct find_line *line = p->line;
	line->roots = ARENA_ARRAY(p->a, char *, (size_t)p->argc + 1);
	for (int i = 1; i < p->at; i++) /* -f PATH */
		if (i + 1 < p->at && strcmp(p->argv[i], "-f") == 0)
			line->roots[line->n_roots++] = p->argv[++i];
	while (p->at < p->argc && !parse_starts_expression(p->argv[p->at]))
		line->roots[line->n_roots++] = p->argv[p->at++];
	if (line->n_roots == 0)
		line->roots[0] = arena_cstr(p->a, STR("."));
}

static int parse_checks(struct find_parser *p, bool any)
{
	struct find_line *line = p->line;
	uint8_t flags = any ? p->b.nodes.p[p->b.stack.p[0]].flags : 0;
	if (p->deletes && p->prunes && !p->explicit_post)
		return find_fail(p, "-delete works from the leaves up, where -prune cannot keep anything out; say -depth too if that is meant");
	if (p->refused)
		return find_fail(p, "%s", p->refused);
	if (p->limits && !(flags & EXPR_ACTS))
		return find_fail(p, "-limit counts an action, and there is none: say -print -limit N");
	if (line->files0 && line->n_roots)
		return find_fail(p, "-files0-from gives the start points, so `%s' cannot be one",
			line->roots[0]);
	if (!(flags & EXPR_ACTS)) {
		static const char *const none[] = { NULL };
		const struct find_primary *print = find_lookup("print");
		if (print->parse(p, print, (char **)(uintptr_t)none) != 0)
			return -1;
		if (any)
			expr_operator(&p->b, EXPR_AND);
	}
	if (line->n_roots == 0 && !line->files0)
		line->n_roots = 1;
	return 0;
}

int find_parse(struct find_line *line, struct arena *a, const struct find_world *world, int argc,
	char **argv)
{
	*line = (struct find_line){ .max_depth = WALK_DEEP, .posix = world->posix };
	struct find_parser p = { .line = line, .a = a, .argc = argc, .argv = argv, .at = 1,
		.warn = world->warn && !world->posix, .regex_syntax = FIND_SYNTAX_EMACS };
	p.now = (find_ns)world->now_sec * FIND_NS + world->now_nsec;
	p.day = p.now - 86400 * (find_ns)FIND_NS;
	int ret = parse_leading(&p);
	if (ret == 0) {
		parse_roots(&p);
		ret = parse_expression(&p);
	}
	if (ret == 0 && !line->help && !line->version)
		ret = parse_checks(&p, p.b.stack.n > 0);
	while (ret == 0 && p.exclude.stack.n > 1)
		expr_operator(&p.exclude, EXPR_OR);
	if (ret == 0) {
		expr_finish(&line->expr, a, &p.b);
		if (p.exclude.nodes.n)
			expr_finish(&line->exclude, a, &p.exclude);
	}
	VEC_FREE(&p.b.nodes);
	VEC_FREE(&p.b.stack);
	VEC_FREE(&p.exclude.nodes);
	VEC_FREE(&p.exclude.stack);
	return ret;
}

void find_line_fini(struct find_line *line)
{
	for (size_t i = 0; i < line->regexes.n; i++)
		gnu_regex_free(line->regexes.p[i]);
	VEC_FREE(&line->regexes);
	VEC_FREE(&line->warnings);
	VEC_FREE(&line->files);
	VEC_FREE(&line->refs);
	VEC_FREE(&line->execs);
}
