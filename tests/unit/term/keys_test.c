/* keys: bytes as terminals send them, and the keys they stand for. */
#include "ember/term/keys.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lib/test.h"

#define MAX 16

static size_t feed(struct keys *k, struct str bytes, uint32_t *got)
{
	size_t n = 0;
	for (size_t i = 0; i < bytes.n; i++)
		if (keys_feed(k, (unsigned char)bytes.p[i], &got[n]) && n + 1 < MAX)
			n++;
	return n;
}

TEST(one_key_each)
{
	static const struct {
		struct str bytes;
		uint32_t want;
	} rows[] = {
		{ STR_INIT("a"), 'a' },
		{ STR_INIT("\r"), '\r' },
		{ STR_INIT("\003"), 3 },
		{ STR_INIT("\177"), 127 },
		{ STR_INIT("\xc3\xa9"), 0xe9 },
		{ STR_INIT("\xf0\x9f\x94\xa5"), 0x1f525 },
		{ STR_INIT("\033[A"), KEYS_UP },
		{ STR_INIT("\033OA"), KEYS_UP },
		{ STR_INIT("\033[B"), KEYS_DOWN },
		{ STR_INIT("\033[5~"), KEYS_PAGE_UP },
		{ STR_INIT("\033[6~"), KEYS_PAGE_DOWN },
		{ STR_INIT("\033[H"), KEYS_HOME },
		{ STR_INIT("\033[1~"), KEYS_HOME },
		{ STR_INIT("\033[4~"), KEYS_END },
		{ STR_INIT("\033[3~"), KEYS_DELETE },
		{ STR_INIT("\033[Z"), KEYS_BACK_TAB },
		{ STR_INIT("\033[1;5C"), KEYS_RIGHT | KEYS_CTRL },
		{ STR_INIT("\033[1;3D"), KEYS_LEFT | KEYS_META },
		{ STR_INIT("\033[1;2A"), KEYS_UP | KEYS_SHIFT },
		{ STR_INIT("\033[6;5~"), KEYS_PAGE_DOWN | KEYS_CTRL },
		{ STR_INIT("\033OP"), KEYS_FUNCTION + 1 },
		{ STR_INIT("\033[15~"), KEYS_FUNCTION + 5 },
		{ STR_INIT("\033[17~"), KEYS_FUNCTION + 6 },
		{ STR_INIT("\033[24~"), KEYS_FUNCTION + 12 },
		{ STR_INIT("\033[[C"), KEYS_FUNCTION + 3 },
		{ STR_INIT("\033v"), 'v' | KEYS_META },
		{ STR_INIT("\033\xc3\xa9"), 0xe9 | KEYS_META },
		{ STR_INIT("\033\033[A"), KEYS_UP | KEYS_META },
		{ STR_INIT("\033OM"), '\r' },
		{ STR_INIT("\033Oq"), '1' },
		{ STR_INIT("\033[97;3u"), 'a' | KEYS_META },
		{ STR_INIT("\033[99;5u"), 3 },
		{ STR_INIT("\033[<64;10;20M"), KEYS_WHEEL_UP },
		{ STR_INIT("\033[<65;10;20M"), KEYS_WHEEL_DOWN },
		{ STR_INIT("\033[M\x60!!"), KEYS_WHEEL_UP },
		{ STR_INIT("\033[99~"), KEYS_UNKNOWN },
		{ STR_INIT("\033[1;5R"), (KEYS_FUNCTION + 3) | KEYS_CTRL },
	};
	for (size_t i = 0; i < COUNTOF(rows); i++) {
		struct keys k = { 0 };
		uint32_t got[MAX] = { 0 };
		size_t n = feed(&k, rows[i].bytes, got);
		CHECK(n == 1, "row %zu: %zu keys", i, n);
		CHECK(got[0] == rows[i].want, "row %zu: got %x, want %x", i, got[0], rows[i].want);
		CHECK(!keys_pending(&k), "row %zu: something stays open", i);
	}
}

/* Replies are not typed: nothing of them comes out, and the key behind them does. */
TEST(replies_are_swallowed)
{
	static const struct str rows[] = {
		STR_INIT("\033]11;rgb:1e1e/1e1e/1e1e\033\\q"),
		STR_INIT("\033]11;rgb:1e1e/1e1e/1e1e\007q"),
		STR_INIT("\033[?62;4cq"),
		STR_INIT("\033[>0;276;0cq"),
		STR_INIT("\033[12;40Rq"),
		STR_INIT("\033[?2026;2$yq"),
		STR_INIT("\033P1+r524742=8\033\\q"),
		STR_INIT("\033[Iq"),
		STR_INIT("\033[<0;3;4Mq"),
		STR_INIT("\033[<0;3;4mq"),
		STR_INIT("\033[M !!q"),
		STR_INIT("\033[200~q"),
	};
	for (size_t i = 0; i < COUNTOF(rows); i++) {
		struct keys k = { 0 };
		uint32_t got[MAX] = { 0 };
		size_t n = feed(&k, rows[i], got);
		CHECK(n == 1 && got[0] == 'q', "row %zu: %zu keys, first %x", i, n, got[0]);
	}
}

TEST(endless_string_reply_ends)
{
	struct keys k = { 0 };
	uint32_t key;
	bool got = false;
	feed(&k, STR("\033]"), &key);
	for (int i = 0; i < 5000 && !got; i++)
		got = keys_feed(&k, 'x', &key);
	CHECK(got && key == 'x', "still swallowing");
}

TEST(lone_escape_is_flushed)
{
	struct keys k = { 0 };
	uint32_t key = 0;
	CHECK(!keys_feed(&k, KEYS_ESC, &key) && keys_pending(&k), "waits");
	CHECK(keys_flush(&k, &key) && key == KEYS_ESC, "got %x", key);
	CHECK(!keys_flush(&k, &key), "once");
	uint32_t got[MAX];
	feed(&k, STR("\033["), got);
	CHECK(keys_flush(&k, &key) && key == ('[' | KEYS_META), "got %x", key);
	CHECK(!keys_pending(&k), "nothing left");
}

TEST(bad_bytes_become_one_key_each)
{
	struct keys k = { 0 };
	uint32_t got[MAX] = { 0 };
	size_t n = feed(&k, STR("\xff\x80" "a"), got);
	CHECK(n == 3 && got[0] == 0xfffd && got[1] == 0xfffd && got[2] == 'a', "%zu: %x %x %x", n, got[0],
		got[1], got[2]);
}

/* A sequence too long to be one ends as an unknown key; the decoder goes on. */
TEST(overlong_sequence)
{
	struct keys k = { 0 };
	uint32_t key = 0;
	bool got = feed(&k, STR("\033["), &key) > 0;
	for (int i = 0; i < KEYS_PART_MAX && !got; i++)
		got = keys_feed(&k, '1', &key);
	CHECK(got && key == KEYS_UNKNOWN, "got %x", key);
	CHECK(keys_feed(&k, 'j', &key) && key == 'j', "goes on");
}

TEST(names)
{
	static const struct {
		uint32_t key;
		const char *want;
	} rows[] = {
		{ 'a', "a" },
		{ 3, "^C" },
		{ ' ', "SPACE" },
		{ 127, "^?" },
		{ 'v' | KEYS_META, "ESC-v" },
		{ KEYS_UP | KEYS_CTRL, "C-Up" },
		{ KEYS_FUNCTION + 12, "F12" },
		{ 0xe9, "\xc3\xa9" },
		{ KEYS_UNKNOWN, "that key" },
	};
	for (size_t i = 0; i < COUNTOF(rows); i++) {
		char name[32];
		keys_name(name, rows[i].key);
		CHECK(strcmp(name, rows[i].want) == 0, "row %zu: %s", i, name);
	}
}
