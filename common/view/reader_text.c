#include "reader_own.h"

#include <string.h>

#include "ember/base/size.h"
#include "ember/text/ansi.h"
#include "ember/text/safe.h"
#include "ember/text/utf8.h"
#include "ember/view/overstrike.h"
#include "ember/view/picture.h"

/* Characters that are not seen become U+FFFD; the length of the text changes. */
static void text_sanitize(struct buf *to, struct str s)
{
	uint32_t cp;
	for (unsigned n; s.n; s = str_sub(s, n, s.n)) {
		n = utf8_decode(s, &cp);
		if (n == 0 || (cp != '\t' && safe_hidden(cp)))
			buf_text(to, "\xef\xbf\xbd");
		else
			buf_add(to, s.p, n);
		n += n == 0;
	}
}

static void text_stripped(struct reader *r, struct str raw)
{
	buf_clear(&r->scratch);
	ansi_strip(&r->scratch, raw);
	if (!r->sanitizes) {
		marked_add(&r->plain, buf_view(&r->scratch), (struct look){ 0 });
		return;
	}
	text_sanitize(&r->plain.text, buf_view(&r->scratch));
	runs_end(&r->plain.runs, u32(r->plain.text.n));
}

struct marked *reader_plain(struct reader *r, const struct reader_line *l)
{
	struct str raw = reader_raw(r, l);
	struct look look = r->looks.p[l->sgr];
	marked_clear(&r->plain);
	r->links.of.n = 0;
	if (r->conf->pictures) {
		struct picture p = { .caret = r->conf->caret, .tabs = r->conf->tabs, .look = r->conf->looks->notation };
		picture_line(&r->plain, &p, raw, l->flags & READER_CR, l->flags & READER_LF);
		return &r->plain;
	}
	if (r->strips || r->sanitizes)
		text_stripped(r, raw);
	else if (r->conf->raw || r->conf->format.nonprinting) /* -v shows sequences, not what they do */
		marked_add(&r->plain, raw, (struct look){ 0 });
	else
		ansi_in_line(&r->plain, &r->links, raw, &look);
	if (!r->overstrikes || str_chr(raw, '\b') == STR_NONE)
		return &r->plain;
	marked_clear(&r->struck);
	overstrike_line(&r->struck, &r->plain);
	return &r->struck;
}

static bool text_needs_plain(const struct reader *r, const struct reader_line *l, struct str raw)
{
	return l->sgr != 0 || str_chr(raw, '\x1b') != STR_NONE || r->sanitizes || r->conf->pictures ||
		(r->overstrikes && str_chr(raw, '\b') != STR_NONE);
}

struct str reader_text(struct reader *r, size_t line)
{
	const struct reader_line *l = &r->lines.p[line];
	if (l->kind != READER_TEXT)
		return (struct str){ 0 };
	struct str raw = reader_raw(r, l);
	if (!text_needs_plain(r, l, raw))
		return raw;
	r->built = SIZE_MAX;
	return buf_view(&reader_plain(r, l)->text);
}
