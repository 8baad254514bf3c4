#include <limits.h>
#include <string.h>

#include "direct_machine.h"
#include "ember/base/mem.h"

#define STEPS_MAX 2000000u /* instructions of one match */
#define WORK_MAX 4000000u  /* of one match, with what loops pass over */
#define STACK_MAX 20000u
#define START_WORK 2u /* instructions in the time of beginning one that ends at once, ... */
#define SLOTS_WORK 16u /* ... and slots cleared in that of one */

static EMBER_COLD void push_grow(struct machine *m)
{
	VEC_RESERVE(&m->run->stack, 64);
	if (m->run->stack.n > STACK_MAX)
		m->unsure = true;
}

static inline void push(struct machine *m, enum entry_kind kind, uint32_t pc, uint32_t pos, uint32_t more)
{
	if (m->run->stack.n == m->run->stack.cap)
		push_grow(m);
	m->run->stack.p[m->run->stack.n++] =
		(struct direct_entry){ (uint16_t)kind, (uint16_t)pc, pos, more, m->call };
}

/* Does the set take the character at pos, which exists? Then *next is behind it. */
static inline bool set_takes(struct machine *m, const struct direct_ins *in, uint32_t pos, uint32_t *next)
{
	const uint8_t c = m->text[pos];
	if (c < 0x80) {
		*next = pos + 1;
		return cols_has(m->d->sets.sets[in->set].ascii, c);
	}
	if (!direct_holds(m, in, pos) || m->unsure)
		return false;
	*next = after_high(m, pos);
	return true;
}

static inline bool run_set(struct machine *m, const struct direct_ins *in)
{
	if (m->pos >= m->n)
		return false;
	if ((in->flags & DIRECT_FOLD) && direct_folds(m, m->d->sets.sets[in->set].ascii, m->pos)) {
		m->unsure = true;
		return false;
	}
	return set_takes(m, in, m->pos, &m->pos);
}

/* Looks at one character, and stays. */
static bool run_peek(struct machine *m, const struct direct_ins *in)
{
	const bool before = in->flags & DIRECT_BEFORE, none = in->flags & DIRECT_NONE;
	if (before ? !m->pos : m->pos >= m->n)
		return none;
	const uint8_t c = m->text[before ? m->pos - 1 : m->pos];
	if (c < 0x80)
		return cols_has(m->d->sets.sets[in->set].ascii, c) != none;
	return direct_holds(m, in, before ? before_char(m, m->pos) : m->pos) != none;
}

static bool run_loop(struct machine *m, const struct direct_ins *in)
{
	const struct cols set = m->d->sets.sets[in->set].ascii;
	const uint32_t most = in->b == DIRECT_NO_MAX ? UINT32_MAX : in->b;
	uint32_t pos = m->pos, least = pos, taken = 0;
	while (taken < most && pos < m->n) {
		uint32_t next = pos + 1;
		if ((in->flags & DIRECT_FOLD) && direct_folds(m, set, pos)) {
			m->unsure = true;
			return false;
		}
		if (m->text[pos] < 0x80) {
			if (!cols_has(set, m->text[pos]))
				break;
		} else if (!set_takes(m, in, pos, &next)) {
			break;
		}
		pos = next;
		if (++taken == in->a)
			least = pos;
	}
	if (m->unsure || taken < in->a)
		return false;
	if (!(in->flags & DIRECT_KEEP) && pos > least)
		push(m, ENTRY_LOOP, m->pc, pos, least);
	spend(m, taken);
	m->pos = pos;
	return true;
}

/* The next alternative of a list. */
static bool run_list(struct machine *m, uint32_t list)
{
	const uint16_t *l = &m->d->lists[list];
	if (!l[0])
		return false;
	if (l[1])
		push(m, ENTRY_SWITCH, 0, m->pos, list + 1);
	m->pc = l[0];
	return true;
}

static inline unsigned next_column(const struct machine *m)
{
	return m->pos < m->n ? cols_of_byte[m->text[m->pos]] : COLS_EDGE;
}

/* From `least` to `most` characters back. */
static bool run_back(struct machine *m, uint32_t least, uint32_t most)
{
	uint32_t near = m->pos, far, i = 0;
	for (; i < least && near; i++)
		near = before_char(m, near);
	if (i < least)
		return false;
	for (far = most == UINT32_MAX ? 0 : near; i < most && far; i++)
		far = before_char(m, far);
	spend(m, i);
	m->pos = near;
	if (near > far)
		push(m, ENTRY_BACK, m->pc, near, far);
	return true;
}

static void run_call(struct machine *m, uint32_t to)
{
	if (m->run->calls.n > STACK_MAX)
		m->unsure = true;
	VEC_PUSH(&m->run->calls) = (struct direct_call){ m->pc, m->pos, m->call };
	m->call = (uint32_t)m->run->calls.n;
	m->pc = to;
}

static bool run_same(struct machine *m, const struct direct_ins *in)
{
	const unsigned group = in->a;
	const int beg = m->slots[2 * group], end = m->slots[2 * group + 1];
	if (beg < 0 || end < beg || m->n - m->pos < (uint32_t)(end - beg))
		return false;
	spend(m, (size_t)(end - beg) / LOOP_WORK);
	const bool same = in->flags & DIRECT_FOLD ? direct_same_folded(m, m->pos, (uint32_t)beg, (size_t)(end - beg))
						  : memcmp(m->text + m->pos, m->text + beg, (size_t)(end - beg)) == 0;
	if (!same)
		return false;
	m->pos += (uint32_t)(end - beg);
	return true;
}

/* Take up the last choice. False: there is none. */
static bool run_retry(struct machine *m)
{
	while (m->run->stack.n) {
		struct direct_entry *e = &m->run->stack.p[m->run->stack.n - 1];
		m->call = e->call;
		switch ((enum entry_kind)e->kind) {
		case ENTRY_BACK:
			m->pos = e->pos = before_char(m, e->pos);
			m->pc = e->pc;
			if (e->pos <= e->more)
				m->run->stack.n--;
			return true;
		case ENTRY_LOOP:
			do
				e->pos--;
			while ((m->text[e->pos] & 0xc0) == 0x80 && e->pos > e->more);
			m->pos = e->pos;
			m->pc = e->pc;
			if (e->pos <= e->more)
				m->run->stack.n--;
			return true;
		case ENTRY_SWITCH:
			m->pos = e->pos;
			m->pc = m->d->lists[e->more++];
			if (!m->d->lists[e->more])
				m->run->stack.n--;
			return true;
		case ENTRY_SAVED:
			m->slots[e->pc] = (int)e->pos;
			m->run->stack.n--;
			break;
		case ENTRY_MARK:
		case ENTRY_TURN:
			m->run->stack.n--;
			break;
		case ENTRY_CHOICE:
		case ENTRY_NOT:
			m->pos = e->pos;
			m->pc = e->pc;
			m->run->stack.n--;
			return true;
		}
	}
	return false;
}

static inline bool run_text(struct machine *m, const struct direct_ins *in)
{
	const char *want = m->d->texts + in->a;
	if (m->n - m->pos < in->b)
		return false;
	for (uint32_t i = 0; i < in->b; i++)
		if (m->text[m->pos + i] != (uint8_t)want[i])
			return false;
	m->pos += in->b;
	return true;
}

static inline void run_split(struct machine *m, const struct direct_ins *in)
{
	if ((in->flags & DIRECT_GUARD) && !cols_has(m->d->sets.sets[in->set].ascii, next_column(m))) {
		m->pc = in->b;
		return;
	}
	push(m, ENTRY_CHOICE, in->b, m->pos, 0);
	m->pc = in->a;
}

static inline void run_save(struct machine *m, uint32_t slot, uint32_t pos)
{
	push(m, ENTRY_SAVED, slot, (uint32_t)m->slots[slot], 0);
	m->slots[slot] = (int)pos;
}

static bool run_return(struct machine *m, uint32_t group)
{
	if (!m->call)
		return direct_astray(m);
	const struct direct_call c = m->run->calls.p[m->call - 1];
	run_save(m, 2 * group, c.start);
	run_save(m, 2 * group + 1, m->pos);
	m->pc = c.back;
	m->call = c.outer;
	return true;
}

/* One instruction. False: it failed. */
static bool run_one(struct machine *m, const struct direct_ins *in)
{
	switch ((enum direct_op)in->op) {
	case DIRECT_SET:
		return run_set(m, in);
	case DIRECT_TEXT:
		return run_text(m, in);
	case DIRECT_SPLIT:
		run_split(m, in);
		return true;
	case DIRECT_JUMP:
		m->pc = in->a;
		return true;
	case DIRECT_SAVE:
		run_save(m, in->a, m->pos);
		return true;
	case DIRECT_TURN:
		push(m, ENTRY_TURN, in->a, m->pos, 0);
		return true;
	case DIRECT_TURNED:
		if (direct_turned(m, in->a))
			m->pc = in->b;
		return true;
	case DIRECT_LOOP:
		return run_loop(m, in);
	case DIRECT_SWITCH:
		return run_list(m, m->d->tables[in->a].list[next_column(m)]);
	case DIRECT_BACK:
		return run_back(m, in->a, in->b == DIRECT_NO_MAX ? UINT32_MAX : in->b);
	case DIRECT_ARRIVED:
		return direct_arrived(m);
	case DIRECT_CALL:
		run_call(m, in->a);
		return true;
	case DIRECT_RETURN:
		return run_return(m, in->a);
	case DIRECT_SAME:
		return run_same(m, in);
	case DIRECT_PEEK:
		return run_peek(m, in);
	case DIRECT_MARK:
		push(m, ENTRY_MARK, 0, m->pos, 0);
		return true;
	case DIRECT_CUT:
		direct_cut(m);
		return true;
	case DIRECT_LOOKED:
		m->pos = direct_cut(m);
		return true;
	case DIRECT_NOT:
		push(m, ENTRY_NOT, in->a, m->pos, 0);
		return true;
	case DIRECT_REFUTED:
		direct_refuted(m);
		return false;
	case DIRECT_FAIL:
	case DIRECT_MATCH:
	case DIRECT_OPS:
		return false;
	default:
		return direct_at_place(m, in);
	}
}

/* Run the program. Returns as direct_match_at. */
static int machine_run(struct machine *m)
{
	const uint64_t left = m->work_end > m->run->work ? m->work_end - m->run->work : 1;
	const unsigned most = left < STEPS_MAX ? (unsigned)left : STEPS_MAX;
	unsigned steps = 0;
	int found = RX_LIMIT;
	while (steps++ < most) {
		const struct direct_ins *in = &m->d->code[m->pc++];
		if (in->op == DIRECT_MATCH) {
			found = (int)m->at;
			break;
		}
		if (!run_one(m, in) && (m->unsure || !run_retry(m))) {
			found = m->unsure ? DIRECT_UNSURE : RX_NONE;
			break;
		}
		if (m->unsure) {
			found = DIRECT_UNSURE;
			break;
		}
	}
	m->run->work += steps;
	return m->spent ? RX_LIMIT : found;
}

/* Room for the groups, none of which took part yet. */
static void match_clear(struct rx_match *m, int groups)
{
	if (m->cap < groups) {
		m->beg = mem_resize(m->beg, sizeof(int) * (size_t)groups);
		m->end = mem_resize(m->end, sizeof(int) * (size_t)groups);
		m->cap = groups;
	}
	m->n = groups;
}

static void match_fill(struct rx_match *out, const int *slots)
{
	for (int i = 0; i < out->n; i++) {
		bool took = slots[2 * i] >= 0 && slots[2 * i + 1] >= 0;
		out->beg[i] = took ? slots[2 * i] : -1;
		out->end[i] = took ? slots[2 * i + 1] : -1;
	}
}

/* Of programs that are one text, as those of marks and operators are: there is nothing to go back to. */
static int match_text(const struct direct *d, struct str text, size_t at, struct rx_match *out)
{
	const struct direct_ins *in = &d->code[1];
	if (text.n - at < in->b || memcmp(text.p + at, d->texts + in->a, in->b) != 0)
		return RX_NONE;
	match_clear(out, 1);
	out->beg[0] = (int)at;
	out->end[0] = (int)(at + in->b);
	return (int)at;
}

static bool is_text(const struct direct *d)
{
	return d->head.code == 3 && d->code[1].op == DIRECT_TEXT && d->code[2].op == DIRECT_MATCH && !d->head.groups;
}

int direct_match_at(const struct direct *d, struct direct_run *r, struct str text, size_t at,
	unsigned options, struct rx_match *out)
{
	if (text.n > INT_MAX)
		return DIRECT_UNSURE;
	if (is_text(d)) {
		r->work += START_WORK + 2;
		return match_text(d, text, at, out);
	}
	const size_t n_slots = 2 * ((size_t)d->head.groups + 1);
	while (r->slots.n < n_slots) {
		VEC_PUSH(&r->slots) = -1;
		VEC_PUSH(&r->saved) = 0;
	}
	int *slots = r->slots.p;
	memset(slots, 0xff, n_slots * sizeof(*slots)); /* -1 each */
	struct machine m = { d, r, (const uint8_t *)text.p, (uint32_t)text.n, (uint32_t)at, options, slots, r->saved.p, 1,
		(uint32_t)at, 0, r->work + WORK_MAX, false, false };
	r->work += START_WORK + n_slots / SLOTS_WORK;
	if (r->most && r->most < m.work_end)
		m.work_end = r->most;
	r->stack.n = r->calls.n = 0;
	const int found = machine_run(&m);
	if (found >= 0) {
		slots[0] = found;
		slots[1] = (int)m.pos;
		match_clear(out, (int)d->head.groups + 1);
		match_fill(out, slots);
	}
	return found;
}

void direct_run_fini(struct direct_run *r)
{
	VEC_FREE(&r->stack);
	VEC_FREE(&r->calls);
	VEC_FREE(&r->slots);
	VEC_FREE(&r->saved);
}
