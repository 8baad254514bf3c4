#include "ember/syntax/token.h"

#include "ember/base/mem.h"
#include "ember/syntax/engine.h"
#include "ember/text/utf8.h"

struct tokens *tokens_new(const struct registry *r, const struct theme *theme)
{
	struct tokens *t = mem_zero(1, sizeof(*t));
	t->reg = r;
	t->pack = &r->pack;
	t->limit = TOKENS_LINE_DEFAULT;
	t->scopes = scopes_new(t->pack, theme);
	patterns_init(&t->patterns, t->pack);
	return t;
}

void tokens_free(struct tokens *t)
{
	if (!t)
		return;
	scopes_free(t->scopes);
	patterns_fini(&t->patterns);
	states_fini(&t->states);
	inject_fini(&t->inject);
	contexts_fini(&t->contexts);
	idmap_fini(&t->by_rule);
	map_fini(&t->finder_ids);
	VEC_FREE(&t->shared);
	buf_fini(&t->line);
	buf_fini(&t->name);
	VEC_FREE(&t->out);
	VEC_FREE(&t->locals);
	VEC_FREE(&t->whiles);
	VEC_FREE(&t->groups);
	VEC_FREE(&t->spans);
	VEC_FREE(&t->span_scopes);
	free(t);
}

void tokens_limit(struct tokens *t, uint32_t bytes)
{
	t->limit = !bytes ? TOKENS_LINE_DEFAULT : bytes < TOKENS_LINE_MAX ? bytes : TOKENS_LINE_MAX;
}

void tokens_engine(struct tokens *t, enum tokens_engine e)
{
	t->engine = e;
	t->patterns.line_ms = e == TOKENS_AUTOMATON ? PATTERNS_LINE_MS : PATTERNS_PLAIN_MS;
}

enum tokens_engine tokens_engine_named(struct str name)
{
	return str_eqc(name, "plain") ? TOKENS_PLAIN
		: str_eqc(name, "check") ? TOKENS_CHECK
					 : TOKENS_AUTOMATON;
}

const struct tokens_missed *tokens_missed(const struct tokens *t)
{
	return &t->missed;
}

void tokens_begin(struct tokens *t, uint32_t language)
{
	t->language = language;
	t->root = pack_language(t->pack, language)->root;
	t->context = t->root ? 0 : pack_language(t->pack, language)->context;
	t->branches = t->context && contexts_branch(t->pack);
	t->state = NULL;
	scopes_reset(t->scopes);
	states_reset(&t->states);
	patterns_reset(&t->patterns);
	contexts_reset(&t->contexts);
	t->injected = NULL;
	memset(t->named, 0, sizeof(t->named));
	inject_init(&t->inject, t->pack, t->scopes, language);
}

/* The state before the first line: the root rule, whose name is the language's scope. */
static const struct state *tokens_root(struct tokens *t)
{
	if (t->context)
		return contexts_root(t, t->context);
	uint32_t scope = engine_name(t, 0, pack_rule(t->pack, t->root)->name,
		(struct engine_text){ 0 }, &(struct engine_hit){ 0 });
	return states_push(&t->states,
		&(struct state){ .rule = t->root,
			.name = scope,
			.content = scope,
			.enter = -1,
			.anchor = -1 });
}

void engine_copy(struct tokens *t, struct str line)
{
	buf_clear(&t->line);
	buf_str(&t->line, line);
	buf_char(&t->line, '\n');
	for (size_t at = 0; at < line.n;) {
		at += utf8_bad(str_sub(line, at, line.n));
		if (at < line.n)
			t->line.p[at++] = 0x1a;
	}
}

static void tokens_span(struct tokens *t, uint32_t end, uint32_t scope, uint16_t flags)
{
	struct span s = { end, scopes_style(t->scopes, scope), flags };
	struct span *last = t->spans.n ? &t->spans.p[t->spans.n - 1] : NULL;
	bool join = last && last->flags == flags &&
		(t->want_scopes ? t->span_scopes.p[t->span_scopes.n - 1] == scope
				: last->style == s.style);
	if (join) {
		last->end = end;
		return;
	}
	VEC_PUSH(&t->spans) = s;
	if (t->want_scopes)
		VEC_PUSH(&t->span_scopes) = scope;
}

/* Spans from tokens: what begins at the LF is dropped, what reaches over it is cut (spec 1.8). */
static void tokens_spans(struct tokens *t, size_t n, size_t full, uint32_t rest)
{
	uint32_t begin = t->out.n > 1 ? t->out.p[t->out.n - 2].end : 0;
	if (t->out.n && begin == n)
		t->out.n--;
	for (size_t i = 0; i < t->out.n; i++) {
		uint32_t end = t->out.p[i].end < n ? t->out.p[i].end : (uint32_t)n;
		tokens_span(t, end, t->out.p[i].scope, 0);
	}
	begin = t->spans.n ? t->spans.p[t->spans.n - 1].end : 0;
	if (!t->spans.n || begin < n)
		tokens_span(t, (uint32_t)n, rest, t->stopped ? SPAN_PLAIN : 0);
	t->spans.p[t->spans.n - 1].end = (uint32_t)full;
}

static bool tokens_full(const struct tokens *t)
{
	return t->states.list.n > TOKENS_STATES_MAX || scopes_count(t->scopes) > TOKENS_SCOPES_MAX ||
		t->patterns.ends.n > TOKENS_STATES_MAX;
}

const struct span *tokens_line(struct tokens *t, struct str line, size_t *n)
{
	struct str text = line;
	const bool first = !t->state;

	t->spans.n = t->span_scopes.n = t->out.n = 0;
	t->last = 0;
	t->stopped = false;
	patterns_line(&t->patterns);
	if (text.n && text.p[text.n - 1] == '\r')
		text.n--;
	if (!t->root && !t->context) {
		tokens_span(t, u32(line.n), 0, 0);
	} else if (text.n > t->limit || tokens_full(t)) {
		const struct state *st = first ? tokens_root(t) : t->state;
		tokens_span(t, u32(line.n), st->content, SPAN_PLAIN);
		states_keep(&t->states, t->state);
	} else {
		const struct state *st = first ? tokens_root(t) : t->state;
		engine_copy(t, text);
		t->budget = ENGINE_BUDGET + ENGINE_BUDGET_BYTE * (uint32_t)text.n;
		st = t->context ? contexts_line(t, st)
				: engine_line(t, (struct engine_text){ buf_view(&t->line), ++t->texts }, first, st);
		tokens_spans(t, text.n, line.n, st->content);
		t->state = states_keep(&t->states, st);
	}
	*n = t->spans.n;
	return t->spans.p;
}

void tokens_ahead(
	struct tokens *t, bool (*line)(void *ctx, size_t i, struct str *line), void *ctx)
{
	t->ahead = line;
	t->ahead_ctx = ctx;
}

bool tokens_branches(const struct tokens *t)
{
	return t->branches;
}

const struct style *tokens_style(const struct tokens *t, uint16_t style)
{
	return styles_at(scopes_styles(t->scopes), style);
}

uint32_t tokens_state(const struct tokens *t)
{
	return t->state ? t->state->id : 0;
}

void tokens_restore(struct tokens *t, uint32_t state)
{
	t->state = states_at(&t->states, state);
}

void tokens_want_scopes(struct tokens *t, bool on)
{
	t->want_scopes = on;
}

const uint32_t *tokens_scopes(const struct tokens *t)
{
	return t->span_scopes.p;
}

void tokens_scope_path(const struct tokens *t, uint32_t scope, struct buf *b)
{
	scopes_path(t->scopes, scope, b);
}
