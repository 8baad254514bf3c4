/* ansi: sequences are taken whole, and no control byte of the input reaches a row. */
#include <stdint.h>

#include "ember/base/panic.h"
#include "ember/text/ansi.h"
#include "ember/text/safe.h"
#include "ember/text/width.h"
#include "ember/view/ansi_in.h"
#include "ember/view/wrap.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	if (size < 2 || size > 4096)
		return 0;
	struct str text = { (const char *)data + 2, size - 2 };
	struct wrap_conf c = { .cols = data[0] % 60, .mode = (enum wrap_mode)(data[1] % 3), .tabs = 1 + data[1] % 9,
		.left = data[1] >> 5, .show_bytes = data[0] & 64, .show_tabs = data[0] & 128 };
	struct marked m = { 0 };
	struct links links = { 0 };
	struct look look = { 0 }, skipped = { 0 };
	struct wrap w = { 0 };
	struct buf plain = { 0 };
	ansi_strip(&plain, text);
	ansi_in_line(&m, &links, text, &look);
	ansi_in_skip(text, &skipped);
	REQUIRE(look_same(look, skipped));
	for (size_t i = 0; i < links.of.n; i++)
		REQUIRE(safe_clean(links.of.p[i], 0));
	wrap_line(&w, &c, NULL, &m, NULL);
	for (size_t i = 0; i < w.rows.n; i++) {
		struct row row = wrap_row_at(&w, i, links.of.p, links.of.n);
		REQUIRE(safe_clean(row.text, 0));
		REQUIRE(row.from <= row.to && row.to <= m.text.n);
		REQUIRE(row.n_runs == 0 || row.runs[row.n_runs - 1].end == row.text.n);
	}
	wrap_fini(&w);
	marked_fini(&m);
	buf_fini(&plain);
	VEC_FREE(&links.of);
	return 0;
}
