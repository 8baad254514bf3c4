#include "direct_machine.h"

EMBER_COLD bool direct_astray(struct machine *m)
{
	m->unsure = true;
	return false;
}

bool direct_arrived(struct machine *m)
{
	for (size_t i = m->run->stack.n; i; i--) {
		const struct direct_entry *e = &m->run->stack.p[i - 1];
		if (e->kind != ENTRY_MARK && e->kind != ENTRY_NOT)
			continue;
		spend(m, m->run->stack.n - i);
		return e->pos == m->pos;
	}
	return direct_astray(m);
}

bool direct_turned(struct machine *m, uint32_t loop)
{
	for (size_t i = m->run->stack.n; i; i--) {
		const struct direct_entry *e = &m->run->stack.p[i - 1];
		if (e->kind != ENTRY_TURN || e->pc != loop || e->call != m->call)
			continue;
		spend(m, m->run->stack.n - i);
		return e->pos == m->pos;
	}
	return direct_astray(m);
}

uint32_t direct_cut(struct machine *m)
{
	struct direct_entry *e = m->run->stack.p;
	size_t at = m->run->stack.n;
	while (at && e[at - 1].kind != ENTRY_MARK)
		at--;
	if (!at) {
		direct_astray(m);
		return m->pos;
	}
	const uint32_t pos = e[at - 1].pos;
	size_t to = at - 1;
	spend(m, 2 * (m->run->stack.n - to));
	const uint64_t cut = ++m->run->cuts;
	for (size_t i = at; i < m->run->stack.n; i++)
		if (e[i].kind == ENTRY_SAVED && m->saved[e[i].pc] != cut) {
			m->saved[e[i].pc] = cut;
			e[to++] = e[i];
		}
	m->run->stack.n = to;
	return pos;
}

void direct_refuted(struct machine *m)
{
	while (m->run->stack.n) {
		const struct direct_entry e = m->run->stack.p[--m->run->stack.n];
		if (e.kind == ENTRY_SAVED)
			m->slots[e.pc] = (int)e.pos;
		if (e.kind == ENTRY_NOT)
			return;
	}
}
