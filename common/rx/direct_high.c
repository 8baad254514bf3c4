#include "direct_machine.h"

#include "ember/text/utf8.h"

#define HIGH_WORK 6u /* instructions that a character past ASCII is looked for among ranges in the time of */

/* The character past ASCII at `pos`; what is malformed is no character. */
static uint32_t high_at(const struct machine *m, uint32_t pos)
{
	uint32_t code = 0;
	utf8_decode((struct str){ (const char *)m->text + pos, m->n - pos }, &code);
	return code;
}

bool direct_holds(struct machine *m, const struct direct_ins *in, uint32_t pos)
{
	const struct chars c = m->d->sets.sets[in->set];
	if (!(in->flags & DIRECT_HIGH))
		return false;
	if (in->flags & DIRECT_HIGH_ALL)
		return true;
	m->run->work += HIGH_WORK;
	const uint32_t code = high_at(m, pos);
	m->unsure = m->unsure || (in->flags & DIRECT_SPECIAL ? chars_special(code) : !c.n);
	return c.n && chars_has(&m->d->sets, c, code);
}

bool direct_folds(const struct machine *m, struct cols set, uint32_t pos)
{
	const uint8_t c = m->text[pos] | 32u, after = pos + 1 < m->n ? m->text[pos + 1] : 0;
	if (c < 'a' || c > 'z')
		return false;
	if ((c == 'k' || c == 's') && !cols_has(set, m->text[pos]))
		return true;
	if (after == 0xca || after == 0xcc) /* of the marks that letters are put together with */
		return true;
	return (c == 's' && ((after | 32) == 's' || (after | 32) == 't')) ||
		(c == 'f' && ((after | 32) == 'f' || (after | 32) == 'i' || (after | 32) == 'l'));
}

bool direct_same_folded(struct machine *m, uint32_t a, uint32_t b, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		const uint8_t x = m->text[a + i], y = m->text[b + i];
		if ((x | y) >= 0x80) {
			m->unsure = true;
			return false;
		}
		if (ascii_lower((char)x) != ascii_lower((char)y))
			return false;
	}
	return true;
}
