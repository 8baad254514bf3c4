#include "ember/term/ask.h"

#include <errno.h>
#include <poll.h>
#include <string.h>
#include <unistd.h>

#include "ember/base/number.h"
#include "ember/base/out.h"
#include "ember/base/str.h"
#include "ember/os/clock.h"

static const char ask_questions[] = "\033]11;?\033\\\033[c";

/* One to four hexadecimal digits, scaled to a byte; -1 when that is not what it is. */
static int ask_channel(struct str s)
{
	if (!s.n || s.n > 4)
		return -1;
	unsigned v = 0, most = 0;
	for (size_t i = 0; i < s.n; i++) {
		int digit = ascii_hex(s.p[i]);
		if (digit < 0)
			return -1;
		v = v * 16 + (unsigned)digit;
		most = most * 16 + 15;
	}
	return (int)(v * 255 / most);
}

/* "rgb:1e1e/1e1e/1e1e", "rgba:…/…/…/…" or "#1e1e1e" */
static bool ask_color(struct str s, uint32_t *rgb)
{
	struct str part[4] = { { 0 } };
	size_t n = 0;
	if (str_starts(s, STR("#")) && s.n > 1 && (s.n - 1) % 3 == 0) {
		size_t each = (s.n - 1) / 3;
		for (; n < 3; n++)
			part[n] = str_sub(s, 1 + n * each, 1 + (n + 1) * each);
	} else if (str_starts(s, STR("rgb:")) || str_starts(s, STR("rgba:"))) {
		struct str rest = str_sub(s, str_chr(s, ':') + 1, s.n);
		while (rest.n && n < 4)
			part[n++] = str_cut(&rest, '/');
	}
	if (n < 3)
		return false;
	int r = ask_channel(part[0]), g = ask_channel(part[1]), b = ask_channel(part[2]);
	if (r < 0 || g < 0 || b < 0)
		return false;
	*rgb = (uint32_t)r << 16 | (uint32_t)g << 8 | (uint32_t)b;
	return true;
}

static void ask_give_back(struct ask *a)
{
	buf_add(&a->typed, a->part, a->n_part);
	a->n_part = 0;
}

/* "ESC ] 11 ; color" and its end are in `part`. */
static void ask_take_osc(struct ask *a, size_t end)
{
	struct str body = { a->part + 2, a->n_part - 2 - end };
	struct str head = STR("11;");
	if (str_starts(body, head))
		a->has_color = ask_color(str_sub(body, head.n, body.n), &a->rgb) || a->has_color;
	a->n_part = 0;
}

static void ask_byte(struct ask *a, char c)
{
	if (!a->n_part && c != '\033') {
		buf_char(&a->typed, c);
		return;
	}
	/* No answer of ours is so long: forget its middle, wait for its end. */
	if (a->n_part == sizeof(a->part))
		a->n_part = 2;
	a->part[a->n_part++] = c;
	if (a->n_part == 2 && c != '[' && c != ']') {
		ask_give_back(a);
	} else if (a->n_part > 2 && a->part[1] == ']') {
		if (c == '\007')
			ask_take_osc(a, 1);
		else if (c == '\\' && a->part[a->n_part - 2] == '\033')
			ask_take_osc(a, 2);
	} else if (a->n_part > 2 && c >= 0x40 && c < 0x7f) {
		if (c == 'c' && a->part[2] == '?') {
			a->state = a->has_color ? ASK_ANSWERED : ASK_NO_ANSWER;
			a->n_part = 0;
		} else {
			ask_give_back(a);
		}
	}
}

enum ask_state ask_feed(struct ask *a, const char *p, size_t n)
{
	for (size_t i = 0; i < n; i++)
		ask_byte(a, p[i]);
	return a->state;
}

int ask_begin(struct ask *a, int fd, struct err *e)
{
	*a = (struct ask){ .asked_ms = clock_monotonic_ms() };
	if (tty_raw(&a->mode, fd, e) != 0)
		return -1;
	int failed = out_write_all(fd, ask_questions, sizeof(ask_questions) - 1);
	if (!failed)
		return 0;
	tty_cooked(&a->mode);
	return err_sys(e, failed, "terminal");
}

bool ask_wait(struct ask *a, unsigned timeout_ms, uint32_t *rgb)
{
	int64_t until = a->asked_ms + timeout_ms;
	struct pollfd fd = { a->mode.fd, POLLIN, 0 };
	char p[256];
	while (a->state == ASK_WAITING) {
		int64_t left = until - clock_monotonic_ms();
		int ready = poll(&fd, 1, left > 0 ? (int)left : 0);
		if (ready < 0 && errno == EINTR && left > 0)
			continue;
		ssize_t n = ready > 0 ? read(fd.fd, p, sizeof(p)) : 0;
		if (n <= 0)
			break;
		ask_feed(a, p, (size_t)n);
	}
	if (a->has_color)
		*rgb = a->rgb;
	return a->has_color;
}

void ask_end(struct ask *a)
{
	tty_cooked(&a->mode);
}

void ask_fini(struct ask *a)
{
	buf_fini(&a->typed);
}

bool ask_is_light(uint32_t rgb)
{
	/* Rec. 709 luma in thousandths of 255 */
	unsigned luma = (rgb >> 16 & 0xff) * 213 + (rgb >> 8 & 0xff) * 715 + (rgb & 0xff) * 72;
	return luma > 127500;
}

int ask_colorfgbg(const char *value)
{
	struct str s = str_from(value);
	size_t at = str_rchr(s, ';');
	uint64_t index;
	if (at == STR_NONE || !number_u64(str_sub(s, at + 1, s.n), &index) || index > 255)
		return -1;
	return index == 7 || (index >= 9 && index <= 15);
}
