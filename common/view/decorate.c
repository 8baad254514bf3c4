#include "ember/view/decorate.h"

#include <stdio.h>
#include <string.h>

#include "ember/base/def.h"
#include "ember/base/number.h"

#define TEXT_LEAST 5 /* cells that must be left for text beside a gutter */
#define CAT_FIELD 6
#define CAT_STOP 8

static const struct {
	const char *name;
	unsigned parts;
} decorate_words[] = {
	{ "changes", DECORATE_CHANGES },
	{ "grid", DECORATE_GRID },
	{ "rule", DECORATE_RULE },
	{ "header", DECORATE_NAME },
	{ "header-filename", DECORATE_NAME },
	{ "header-filesize", DECORATE_SIZE },
	{ "numbers", DECORATE_NUMBERS },
	{ "snip", DECORATE_SNIP },
	{ "default", DECORATE_DEFAULT },
	{ "full", DECORATE_FULL },
	{ "plain", 0 },
	{ "auto", 0 }, /* the caller's standard */
};

static bool decorate_word(struct str word, unsigned standard, unsigned *parts)
{
	for (size_t i = 0; i < COUNTOF(decorate_words); i++) {
		if (!str_eqc(word, decorate_words[i].name))
			continue;
		*parts = str_eqc(word, "auto") ? standard : decorate_words[i].parts;
		return true;
	}
	return false;
}

int decorate_parse(unsigned *parts, unsigned standard, struct str list, struct str *bad)
{
	unsigned edited = *parts, fresh = 0, part;
	bool only_edits = true;
	do {
		struct str word = str_trim(str_cut(&list, ','));
		char sign = word.n && (word.p[0] == '+' || word.p[0] == '-') ? word.p[0] : 0;
		struct str name = str_sub(word, sign != 0, word.n);
		if (!decorate_word(name, standard, &part)) {
			*bad = word;
			return -1;
		}
		if (!sign)
			only_edits = false;
		if (sign == '-') {
			edited &= ~part;
			fresh &= ~part;
		} else {
			edited |= part;
			fresh |= part;
		}
	} while (list.n);
	*parts = only_edits ? edited : fresh;
	return 0;
}

static unsigned decorate_panel(const struct decorate *d)
{
	unsigned cols = 0;
	if (d->cat_numbers && (d->parts & DECORATE_NUMBERS)) {
		unsigned field = d->number_cols > CAT_FIELD ? d->number_cols : CAT_FIELD;
		return (field / CAT_STOP + 1) * CAT_STOP;
	}
	if (d->parts & DECORATE_NUMBERS)
		cols += d->number_cols + 1;
	if (d->marks)
		cols += 2;
	return cols;
}

static bool decorate_bar(const struct decorate *d)
{
	return (d->parts & DECORATE_GRID) && decorate_panel(d) && !d->cat_numbers;
}

unsigned decorate_gutter_cols(const struct decorate *d)
{
	unsigned cols = decorate_panel(d);
	if (decorate_bar(d))
		cols += 2;
	return cols && d->cols >= cols + TEXT_LEAST ? cols : 0;
}

static void decorate_fill(struct marked *m, const char *text, unsigned n, struct look look)
{
	while (n--)
		marked_add(m, str_from(text), look);
}

void decorate_gutter_empty(const struct decorate *d, struct marked *m)
{
	if (decorate_gutter_cols(d) == 0)
		return;
	decorate_fill(m, " ", decorate_panel(d), d->looks->number);
	if (decorate_bar(d))
		marked_add(m, STR("\u2502 "), d->looks->grid);
}

static struct look decorate_linked(const struct decorate *d, struct look look)
{
	look.link = d->link;
	return look;
}

static void decorate_put_mark(const struct decorate *d, struct marked *m, enum decorate_mark mark)
{
	switch (mark) {
	case DECORATE_SAME:
		marked_add(m, STR("  "), d->looks->number);
		return;
	case DECORATE_ADDED:
		marked_add(m, STR("+"), d->looks->added);
		break;
	case DECORATE_MODIFIED:
		marked_add(m, STR("~"), d->looks->modified);
		break;
	case DECORATE_ABOVE:
		marked_add(m, STR("\u203e"), d->looks->removed);
		break;
	case DECORATE_BELOW:
		marked_add(m, STR("_"), d->looks->removed);
		break;
	}
	marked_add(m, STR(" "), d->looks->number);
}

void decorate_gutter(const struct decorate *d, struct marked *m, uint64_t number, enum decorate_mark mark)
{
	char digits[20];
	if (decorate_gutter_cols(d) == 0)
		return;
	if (number == 0) {
		decorate_gutter_empty(d, m);
		return;
	}
	if (d->parts & DECORATE_NUMBERS) {
		unsigned n = number_put(digits, number);
		unsigned field = d->cat_numbers ? CAT_FIELD : d->number_cols;
		decorate_fill(m, " ", field > n ? field - n : 0, d->looks->number);
		marked_add(m, (struct str){ digits, n }, decorate_linked(d, d->looks->number));
		unsigned used = field > n ? field : n;
		unsigned end = d->cat_numbers ? decorate_panel(d) : used + 1;
		decorate_fill(m, " ", end > used ? end - used : 0, d->looks->number);
	}
	if (d->marks && !d->cat_numbers)
		decorate_put_mark(d, m, mark);
	if (decorate_bar(d))
		marked_add(m, STR("\u2502 "), d->looks->grid);
}

void decorate_line(const struct decorate *d, struct marked *m, enum decorate_edge edge)
{
	static const char *const joints[] = { "\u252c", "\u253c", "\u2534", "\u2500" };
	unsigned panel = decorate_gutter_cols(d) && decorate_bar(d) ? decorate_panel(d) : 0;
	if (edge == DECORATE_FLAT || panel == 0) {
		decorate_fill(m, "\u2500", d->cols, d->looks->grid);
		return;
	}
	decorate_fill(m, "\u2500", panel, d->looks->grid);
	marked_add(m, str_from(joints[edge]), d->looks->grid);
	decorate_fill(m, "\u2500", d->cols > panel + 1 ? d->cols - panel - 1 : 0, d->looks->grid);
}

void decorate_snip(const struct decorate *d, struct marked *m)
{
	const unsigned gutter = decorate_gutter_cols(d);
	unsigned dots = gutter ? decorate_panel(d) : 0, used = gutter;
	if (dots && !decorate_bar(d)) /* as bat does: the blank behind the gutter is not there */
		used = --dots;
	if (dots >= 4) {
		marked_add(m, STR(" ..."), d->looks->grid);
		decorate_fill(m, " ", dots - 4, d->looks->grid);
	} else {
		decorate_fill(m, " ", dots, d->looks->grid);
	}
	if (gutter && decorate_bar(d))
		marked_add(m, STR("\u2502 "), d->looks->grid);
	unsigned room = d->cols > used ? d->cols - used : 0;
	if (room < 2) {
		marked_add(m, str_sub(STR("8<"), 0, room), d->looks->grid);
		return;
	}
	unsigned left = (room - 1) / 4; /* "─ " takes two cells, on both sides */
	decorate_fill(m, "\u2500 ", left, d->looks->grid);
	marked_add(m, STR("8<"), d->looks->grid);
	decorate_fill(m, " \u2500", (room - 2 * left - 2) / 2, d->looks->grid);
}

void decorate_name(const struct decorate *d, struct marked *m, struct str name, struct str tag)
{
	struct look plain = { 0 };
	if (name.n) {
		marked_add(m, STR("File: "), plain);
		marked_add(m, name, decorate_linked(d, d->looks->name));
	} else {
		marked_add(m, STR("STDIN"), d->looks->name);
	}
	if (tag.n) {
		marked_add(m, STR("   "), plain);
		marked_add(m, tag, d->looks->modified);
	}
}

void decorate_size(const struct decorate *d, struct marked *m, uint64_t bytes)
{
	static const char units[] = "KMGTPE";
	char text[32];
	marked_add(m, STR("Size: "), (struct look){ 0 });
	if (bytes == UINT64_MAX) {
		snprintf(text, sizeof(text), "-");
	} else if (bytes < 1024) {
		snprintf(text, sizeof(text), "%u B", (unsigned)bytes);
	} else {
		unsigned bits = 10;
		while (bits < 60 && bytes >> bits >= 1024)
			bits += 10;
		snprintf(text, sizeof(text), "%.1f %ciB", (double)bytes / (double)(UINT64_C(1) << bits), units[bits / 10 - 1]);
	}
	marked_add(m, str_from(text), d->looks->name);
}
