/* when: any format and any time make a date; the same ones make the same. */
#include <locale.h>
#include <stdint.h>
#include <string.h>

#include "ember/base/arena.h"
#include "ember/base/panic.h"
#include "ember/list/when.h"

#define PUT_MAX (1 << 22) /* bytes: no format asks for more than its width cap a conversion */

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct stat_time t = { 0 };
	if (size < 10 || size > 2048)
		return 0;
	setlocale(LC_ALL, data[9] & 1 ? "C" : "C.UTF-8");
	memcpy(&t.sec, data, 8);
	t.sec >>= data[9] >> 2; /* some of them near, some beyond the calendar */
	t.nsec = data[8] * 3906250U;
	struct arena a = { 0 };
	struct str text = { (const char *)data + 10, size - 10 }, recent = text, old;
	old = str_cut(&recent, '\n');
	struct when w;
	when_init(&w, arena_cstr(&a, old), arena_cstr(&a, recent));
	struct buf one = { 0 }, two = { 0 };
	when_put(&w, &one, t);
	when_put(&w, &two, t);
	REQUIRE(one.n < PUT_MAX && str_eq(buf_view(&one), buf_view(&two)));
	buf_clear(&one);
	when_relative(&w, &one, t);
	REQUIRE(one.n > 0 && one.n < 64);
	when_width(&w);
	when_fini(&w);
	when_init(&w, NULL, NULL);
	when_put(&w, &one, t);
	when_fini(&w);
	buf_fini(&one);
	buf_fini(&two);
	arena_fini(&a);
	return 0;
}
