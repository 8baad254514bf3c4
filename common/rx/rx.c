#include "ember/rx/rx.h"

#include <limits.h>
#include <stdio.h>

#include "ember/base/mem.h"
#include "ember/base/panic.h"
#include "onig.h"

#define RX_SEARCH_RETRIES 20u /* times the retries of one match, all starting places together */

struct rx {
	const struct onig *o;
	regex_t *reg;
	OnigSyntaxType syntax; /* the compiled regex points at it */
};

struct rx_limit {
	unsigned long retries;
	unsigned stack;
	OnigMatchParam *param; /* made for the first search */
};

int rx_start(struct err *e)
{
	return onig_get() ? 0 : err_text(e, ONIG_MISSING);
}

bool rx_missing(void)
{
	return onig_missing();
}

const char *rx_version(void)
{
	const struct onig *o = onig_get();
	return o ? o->version() : NULL;
}

/* What Rust's regex syntax needs and Perl's does not have, or has with another meaning. */
static void rx_rust_syntax(const struct onig *o, OnigSyntaxType *s)
{
	unsigned op2 = o->get_syntax_op2(s);
	op2 &= ~(unsigned)(ONIG_SYN_OP2_PLUS_POSSESSIVE_REPEAT |
		ONIG_SYN_OP2_PLUS_POSSESSIVE_INTERVAL | ONIG_SYN_OP2_QMARK_PERL_SUBEXP_CALL);
	op2 |= (unsigned)(ONIG_SYN_OP2_CCLASS_SET_OP | ONIG_SYN_OP2_ESC_U_HEX4 |
		ONIG_SYN_OP2_QMARK_CAPITAL_P_NAME);
	o->set_syntax_op2(s, op2);
}

static void rx_setup(struct rx *rx, OnigCompileInfo *ci, enum rx_dialect dialect, unsigned flags)
{
	const struct onig *o = rx->o;
	OnigSyntaxType *from = o->oniguruma;
	if (dialect == RX_SEARCH)
		from = o->ruby;
	else if (dialect != RX_GRAMMAR)
		from = o->perl;
	o->copy_syntax(&rx->syntax, from);
	if (dialect == RX_RUST)
		rx_rust_syntax(o, &rx->syntax);

	ci->num_of_elements = 5;
	ci->pattern_enc = o->utf8;
	ci->target_enc = ci->pattern_enc;
	ci->syntax = &rx->syntax;
	ci->option = dialect == RX_GRAMMAR ? ONIG_OPTION_CAPTURE_GROUP : ONIG_OPTION_NONE;
	if (flags & RX_IGNORE_CASE)
		ci->option |= ONIG_OPTION_IGNORECASE;
	if (flags & RX_DOT_ALL)
		ci->option |= ONIG_OPTION_MULTILINE;
	if ((flags & RX_NO_GROUPS) && dialect != RX_GRAMMAR)
		ci->option |= ONIG_OPTION_DONT_CAPTURE_GROUP;
	/* Zero: one letter folds to one letter, as in Rust. Per regex, not for the process. */
	ci->case_fold_flag = dialect == RX_GRAMMAR || dialect == RX_SEARCH ? ONIGENC_CASE_FOLD_MIN
									   : 0;
}

static struct rx *rx_refuse(const char *what, char *why, struct err *e)
{
	if (why)
		snprintf(why, RX_WHY_MAX, "%s", what);
	err_text(e, what);
	return NULL;
}

struct rx *rx_new(
	struct str pattern, enum rx_dialect dialect, unsigned flags, char *why, struct err *e)
{
	OnigCompileInfo ci;
	OnigErrorInfo info = { 0 };
	const OnigUChar *p = (const OnigUChar *)(pattern.n ? pattern.p : "");

	if (pattern.n > RX_PATTERN_MAX)
		return rx_refuse("pattern too long", why, e);
	if (rx_start(NULL) != 0)
		return rx_refuse(ONIG_MISSING, why, e);
	struct rx *rx = mem_alloc(sizeof(*rx));
	rx->o = onig_get();
	rx_setup(rx, &ci, dialect, flags);
	int r = rx->o->new_deluxe(&rx->reg, p, p + pattern.n, &ci, &info);
	if (r == ONIG_NORMAL)
		return rx;
	if (r == ONIGERR_MEMORY)
		panic_memory();
	if (why) {
		_Static_assert(
			RX_WHY_MAX > ONIG_MAX_ERROR_MESSAGE_LEN, "room for Oniguruma's words");
		rx->o->error_code_to_str((OnigUChar *)why, r, &info);
	}
	free(rx);
	err_text(e, "invalid pattern");
	return NULL;
}

void rx_free(struct rx *rx)
{
	if (!rx)
		return;
	rx->o->free(rx->reg);
	free(rx);
}

int rx_groups(const struct rx *rx)
{
	return rx->o->number_of_captures(rx->reg);
}

struct rx_limit *rx_limit_new(unsigned long retries, unsigned stack)
{
	struct rx_limit *l = mem_alloc(sizeof(*l));
	*l = (struct rx_limit){ .retries = retries, .stack = stack };
	return l;
}

static OnigMatchParam *rx_limit_param(struct rx_limit *l, const struct onig *o)
{
	if (l->param)
		return l->param;
	l->param = o->new_match_param();
	if (!l->param)
		panic_memory();
	o->initialize_match_param(l->param);
	if (l->retries) {
		o->set_retry_limit_in_match_of_match_param(l->param, l->retries);
		o->set_retry_limit_in_search_of_match_param(
			l->param, l->retries * RX_SEARCH_RETRIES);
	}
	if (l->stack)
		o->set_match_stack_limit_size_of_match_param(l->param, l->stack);
	return l->param;
}

void rx_limit_free(struct rx_limit *l)
{
	if (!l)
		return;
	if (l->param)
		onig_get()->free_match_param(l->param);
	free(l);
}

void rx_match_fini(struct rx_match *m)
{
	free(m->beg);
	free(m->end);
	*m = (struct rx_match){ 0 };
}

static OnigOptionType rx_options(unsigned options)
{
	OnigOptionType o = ONIG_OPTION_NONE;
	if (options & RX_NOT_A)
		o |= ONIG_OPTION_NOT_BEGIN_STRING;
	if (options & RX_NOT_Z)
		o |= ONIG_OPTION_NOT_END_STRING;
	if (options & RX_NOT_G)
		o |= ONIG_OPTION_NOT_BEGIN_POSITION;
	return o;
}

/* Oniguruma's region over the caller's arrays, so that nothing is copied and they grow in place. */
static OnigRegion rx_region(const struct rx_match *m)
{
	return (OnigRegion){ .allocated = m->cap, .num_regs = m->n, .beg = m->beg, .end = m->end };
}

static int rx_result(int r, const OnigRegion *region, struct rx_match *m)
{
	if (m) {
		m->n = region->num_regs;
		m->cap = region->allocated;
		m->beg = region->beg;
		m->end = region->end;
	}
	if (r >= 0)
		return r;
	if (r == ONIGERR_MEMORY)
		panic_memory();
	return r == ONIG_MISMATCH ? RX_NONE : RX_LIMIT;
}

int rx_search(const struct rx *rx, struct rx_limit *l, struct str text, size_t from, size_t to,
	unsigned options, struct rx_match *m)
{
	const OnigUChar *p = (const OnigUChar *)(text.n ? text.p : "");
	OnigRegion region = { 0 };
	OnigMatchParam *param = l ? rx_limit_param(l, rx->o) : NULL;

	REQUIRE(text.n <= INT_MAX && from <= to && to <= text.n);
	if (m)
		region = rx_region(m);
	OnigRegion *want = m ? &region : NULL;
	int r = param
		? rx->o->search_with_param(rx->reg, p, p + text.n, p + from, p + to, want,
			  rx_options(options), param)
		: rx->o->search(rx->reg, p, p + text.n, p + from, p + to, want, rx_options(options));
	return rx_result(r, &region, m);
}

int rx_match_at(const struct rx *rx, struct rx_limit *l, struct str text, size_t at,
	unsigned options, struct rx_match *m)
{
	const OnigUChar *p = (const OnigUChar *)(text.n ? text.p : "");
	OnigRegion region = { 0 };
	OnigMatchParam *param = l ? rx_limit_param(l, rx->o) : NULL;

	REQUIRE(text.n <= INT_MAX && at <= text.n);
	if (m)
		region = rx_region(m);
	OnigRegion *want = m ? &region : NULL;
	int r = param ? rx->o->match_with_param(
				rx->reg, p, p + text.n, p + at, want, rx_options(options), param)
		      : rx->o->match(rx->reg, p, p + text.n, p + at, want, rx_options(options));
	int got = rx_result(r, &region, m);
	return got >= 0 ? (int)at : got;
}
