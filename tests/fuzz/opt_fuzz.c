/* opt: NUL-separated words as argv over a table with every kind of row; first byte = parser flags.
 */
#include <stdint.h>
#include <string.h>

#include "ember/base/panic.h"
#include "ember/cli/opt.h"
#include "ember/text/safe.h"

static const struct opt rows[] = {
	{ .id = 1, .letter = 'a', .name = "all", .dialects = OPT_GNU, .help = "x" },
	{ .id = 2,
	        .letter = 'b',
	        .name = "all-but",
	        .also = "butter bread",
	        .dialects = OPT_GNU,
	        .help = "x" },
	{ .id = 3,
	        .letter = 'c',
	        .name = "color",
	        .arg = OPT_MAYBE,
	        .value = "W",
	        .words = "always|yes never auto",
	        .dialects = OPT_BAT,
	        .help = "x" },
	{ .id = 4,
	        .letter = 'w',
	        .name = "width",
	        .arg = OPT_REQUIRED,
	        .value = "N",
	        .dialects = OPT_OWN,
	        .help = "x" },
	{ .id = 5,
	        .letter = 'x',
	        .name = "exec",
	        .arg = OPT_REQUIRED,
	        .value = "C",
	        .flags = OPT_REST,
	        .dialects = OPT_FD,
	        .help = "x" },
	{ .id = 6, .name = "first", .flags = OPT_FIRST, .dialects = OPT_OWN, .help = "x" },
	{ .id = 7, .name = "alto", .flags = OPT_HIDDEN, .dialects = OPT_OWN, .help = "x" },
};
static const struct opt_table table = {
	.program = "fuzz", .purpose = "x", .synopsis = "x", .rows = rows, .n = COUNTOF(rows)
};

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char text[4097], prog[] = "fuzz", *argv[66] = { prog };
	struct opt_parser p;
	int argc = 1, events = 0;
	if (size < 2 || size > sizeof(text))
		return 0;
	memcpy(text, data + 1, size - 1);
	text[size - 1] = '\0';
	for (size_t i = 0; i < size && argc < 65; i += strlen(text + i) + 1)
		argv[argc++] = text + i;

	opt_start(&p, &table, OPT_ALL, data[0] & 8 ? OPT_GNU : 0, data[0] & 7, argc, argv);
	for (enum opt_event e; (e = opt_next(&p)) != OPT_END; events++) {
		/* A bundle gives at most one event a byte. */
		REQUIRE(events <= 5000);
		if (e == OPT_OPTION && p.row->words && p.value && opt_value(&p, true) < 0)
			e = OPT_BAD;
		if (e == OPT_BAD) {
			REQUIRE(memchr(p.message, '\0', sizeof(p.message)) && p.message[0]);
			REQUIRE(safe_clean(str_from(p.message), 0));
		}
		for (int i = 0; i < p.n_rest; i++)
			REQUIRE(strlen(p.rest[i]) < sizeof(text));
		if (e == OPT_OPTION && p.row->arg == OPT_REQUIRED)
			REQUIRE(p.value || p.n_rest > 0);
		if (e == OPT_OPTION && p.row->arg == OPT_PLAIN)
			REQUIRE(!p.value);
	}
	return 0;
}
