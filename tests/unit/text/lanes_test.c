#include "ember/text/lanes.h"

#include <stdbool.h>
#include <string.h>

#include "lib/test.h"

TEST(lanes_know_their_set)
{
	for (unsigned kind = 0; kind < 16; kind++) {
		const bool controls = kind & 1, tab = kind & 2, cr = kind & 4, keep = kind & 8;
		struct lanes_set s = lanes_set_of('\n');
		if (controls)
			lanes_set_controls(&s);
		if (tab)
			lanes_set_add(&s, '\t');
		if (cr)
			lanes_set_add(&s, '\r');
		if (keep)
			lanes_set_keep(&s, '\t');
		for (unsigned from = 0; from < 256; from += LANES) {
			unsigned char in[LANES];
			char out[LANES];
			for (unsigned i = 0; i < LANES; i++)
				in[i] = (unsigned char)(from + i);
			unsigned got = lanes_move(&s, out, in);
			CHECK(memcmp(in, out, LANES) == 0, "moved");
			for (unsigned i = 0; i < LANES; i++) {
				unsigned c = from + i;
				bool want = c == '\n' || (tab && c == '\t') || (cr && c == '\r') ||
					(controls && (c < 32 || c >= 127) && !(keep && c == '\t'));
				CHECK((got >> i & 1) == want, "set %u, byte %u", kind, c);
			}
		}
	}
}
