#include "ember/base/vec.h"
#include "ember/compile/pattern.h"
#include "ember/pack/format.h"

/*
 * Grammar, over tokens word , | - ( ):
 *   selector    = [L: | R:] conjunction { "," ... }
 *   conjunction = { operand }                          all must hold
 *   operand     = "-" operand | "(" disjunction ")" | word { word }
 *   disjunction = conjunction { ("|" | ",") conjunction }
 * An empty conjunction holds always. The parser keeps its own stack: one frame a "(".
 */
enum { NESTING_MAX = 64 };

struct frame {
	bool any;       /* the disjunction has a finished alternative */
	bool conj;      /* the conjunction has an operand */
	unsigned nots;  /* "-" before the operand that comes next */
};

struct parser {
	struct pack_writer *w;
	struct str in;
	size_t at;
	struct str token; /* empty = end */
	VEC(uint32_t) out;
	struct frame frame[NESTING_MAX];
	size_t depth; /* index of the current frame */
};

static bool word_start(char c)
{
	return ascii_alnum(c) || c == '_' || c == '.' || c == ':';
}

static bool is_priority(struct str t)
{
	return t.n == 2 && t.p[1] == ':' && (t.p[0] == 'L' || t.p[0] == 'R');
}

static bool is_word(struct str t)
{
	return t.n && word_start(t.p[0]);
}

static void advance(struct parser *p)
{
	struct str in = p->in;
	for (; p->at < in.n; p->at++) {
		char c = in.p[p->at];
		size_t from = p->at;
		struct str two = str_sub(in, from, from + 2);
		if (is_priority(two)) {
			p->at += 2;
			p->token = two;
			return;
		}
		if (word_start(c)) {
			while (p->at < in.n && (word_start(in.p[p->at]) || in.p[p->at] == '-'))
				p->at++;
			p->token = str_sub(in, from, p->at);
			return;
		}
		if (c == ',' || c == '|' || c == '-' || c == '(' || c == ')') {
			p->token = str_sub(in, from, ++p->at);
			return;
		}
	}
	p->token = STR("");
}

static void emit(struct parser *p, enum pack_selector op, uint32_t arg)
{
	VEC_PUSH(&p->out) = op;
	VEC_PUSH(&p->out) = arg;
}

/* An operand is complete: its negations, then the conjunction it belongs to. */
static void operand(struct parser *p)
{
	struct frame *f = &p->frame[p->depth];
	for (; f->nots; f->nots--)
		emit(p, PACK_SEL_NOT, 0);
	if (f->conj)
		emit(p, PACK_SEL_AND, 0);
	f->conj = true;
}

static void path(struct parser *p)
{
	VEC(uint32_t) words = { 0 };
	VEC_PUSH(&words) = 0;
	do {
		VEC_PUSH(&words) = writer_text(p->w, p->token);
		advance(p);
	} while (is_word(p->token));
	words.p[0] = (uint32_t)words.n - 1;
	emit(p, PACK_SEL_PATH, writer_words(p->w, words.p, words.n).first);
	VEC_FREE(&words);
	operand(p);
}

/* Without operands it holds always; "-" before nothing is an operand that never does. */
static void close_conjunction(struct parser *p)
{
	struct frame *f = &p->frame[p->depth];
	if (!f->conj || f->nots) {
		uint32_t none = 0;
		emit(p, PACK_SEL_PATH, writer_words(p->w, &none, 1).first);
		operand(p);
	}
	if (f->any)
		emit(p, PACK_SEL_OR, 0);
	f->any = true;
	f->conj = false;
}

static void close_group(struct parser *p)
{
	close_conjunction(p);
	p->depth--;
	operand(p);
}

/* One selector up to a comma at the top or the end. */
static void selector(struct parser *p)
{
	p->depth = 0;
	p->frame[0] = (struct frame){ 0 };
	while (p->token.n) {
		char c = p->token.p[0];
		if (is_word(p->token)) {
			path(p);
		} else if (c == '-') {
			p->frame[p->depth].nots++;
			advance(p);
		} else if (c == '(' && p->depth + 1 < NESTING_MAX) {
			p->frame[++p->depth] = (struct frame){ 0 };
			advance(p);
		} else if (c == ')' && p->depth) {
			close_group(p);
			advance(p);
		} else if ((c == '|' || c == ',') && p->depth) {
			close_conjunction(p);
			while (p->token.n && (p->token.p[0] == '|' || p->token.p[0] == ','))
				advance(p);
		} else {
			break;
		}
	}
	while (p->depth) /* "(" without ")" */
		close_group(p);
	close_conjunction(p);
}

size_t pattern_selectors(struct pack_writer *w, struct str text, struct pattern_selector *out, size_t max)
{
	struct parser p = { .w = w, .in = text };
	size_t n = 0;
	for (advance(&p); p.token.n && n < max;) {
		int priority = 0;
		p.out.n = 0;
		if (p.token.n == 2 && p.token.p[1] == ':') { /* an unknown letter counts as none */
			priority = p.token.p[0] == 'L' ? -1 : p.token.p[0] == 'R';
			advance(&p);
		}
		selector(&p);
		out[n++] = (struct pattern_selector){ priority, writer_words(w, p.out.p, p.out.n) };
		if (!str_eqc(p.token, ","))
			break;
		advance(&p);
	}
	VEC_FREE(&p.out);
	return n;
}
