/*
 * Any text under any keys: the frame stays within the screen, its rows are safe text, runs rise.
 * Input: rows, columns and options in three bytes, the text up to a NUL, then key bytes.
 */
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "ember/base/panic.h"
#include "ember/term/keys.h"
#include "ember/text/safe.h"
#include "ember/text/width.h"
#include "lib/page_rig.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { TEXT_MAX = 4096, KEYS_MAX = 400, PATTERN_KEYS_MAX = 40 };

static void check_row(const struct row *row, unsigned cols)
{
	uint32_t last = 0;
	REQUIRE(row->cols <= (cols ? cols : 1));
	REQUIRE(safe_clean(row->text, 0));
	for (size_t i = 0; i < row->n_runs; i++) {
		REQUIRE(row->runs[i].end >= last);
		last = row->runs[i].end;
	}
}

static void check_frame(struct rig *r, unsigned rows, unsigned cols)
{
	page_frame(r->page, &r->frame);
	REQUIRE(r->frame.n == (rows > 1 ? rows - 1 : 0));
	for (size_t i = 0; i < r->frame.n; i++)
		check_row(&r->frame.rows[i], cols);
	check_row(&r->frame.status, cols);
	REQUIRE(r->frame.cursor <= cols);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	if (size < 3)
		return 0;
	unsigned rows = data[0] % 12, cols = data[1] % 40;
	const uint8_t *text = data + 3, *nul = memchr(text, 0, size - 3);
	size_t n = nul ? (size_t)(nul - text) : size - 3;
	const uint8_t *keys = nul ? nul + 1 : text + n, *end = data + size;
	struct rig r = { 0 };
	rig_doc(&r, STR("a"), (struct str){ (const char *)text, n < TEXT_MAX ? n : TEXT_MAX });
	rig_doc(&r, STR("b"), STR("second\nfile\n"));
	r.texts[0].share = data[2] >> 4;
	r.conf.layout.wrap = (enum doc_wrap)(data[2] % 3);
	r.conf.layout.numbers = data[2] & 8;
	rig_open(&r, rows, cols);
	check_frame(&r, rows, cols);
	struct keys decoder = { 0 };
	uint32_t key;
	for (int i = 0; keys < end && i < KEYS_MAX; i++) {
		uint8_t byte = *keys++;
		if (byte == 0xfe && keys < end) {
			cols = *keys++ % 40;
			page_resize(r.page, rows, cols);
			rig_run(&r);
		} else if (byte == 3) {
			page_interrupt(r.page);
		} else if (keys_feed(&decoder, byte, &key)) {
			rig_key(&r, key);
		}
		check_frame(&r, rows, cols);
	}
	rig_close(&r);
	return 0;
}
