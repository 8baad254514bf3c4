#include "direct_machine.h"

static bool is_word(uint8_t c)
{
	return (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z') || c == '_';
}

/* Is the character at `pos` of \w, which may be the instruction's set? */
static bool word_at(struct machine *m, const struct direct_ins *in, uint32_t pos)
{
	if (m->text[pos] < 0x80)
		return is_word(m->text[pos]);
	if (!(in->flags & DIRECT_HIGH))
		m->unsure = true;
	return !m->unsure && direct_holds(m, in, pos);
}

static bool at_word(struct machine *m, const struct direct_ins *in)
{
	const bool before = m->pos && word_at(m, in, before_char(m, m->pos));
	const bool after = m->pos < m->n && word_at(m, in, m->pos);
	return (before != after) == (in->op == DIRECT_WORD);
}

bool direct_at_place(struct machine *m, const struct direct_ins *in)
{
	switch ((enum direct_op)in->op) {
	case DIRECT_BEGIN:
		return m->pos == 0 || (m->pos < m->n && m->text[m->pos - 1] == '\n');
	case DIRECT_TEXT_BEGIN:
		return m->pos == 0 && !(m->options & RX_NOT_A);
	case DIRECT_G:
		return m->pos == m->at && !(m->options & RX_NOT_G);
	case DIRECT_EOL:
		return m->pos == m->n || m->text[m->pos] == '\n';
	case DIRECT_TEXT_EOL:
		return m->pos == m->n || (m->text[m->pos] == '\n' && m->pos + 1 == m->n);
	case DIRECT_END:
		return m->pos == m->n;
	default:
		return at_word(m, in);
	}
}
