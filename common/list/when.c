#include "ember/list/when.h"

#include <langinfo.h>
#include <stdio.h>
#include <string.h>

#include "ember/base/def.h"
#include "ember/list/date_format.h"
#include "ember/text/quote.h"

#define WHEN_TEXT_MAX 1000 /* bytes of a date; of one that takes more the seconds are shown, as by GNU ls */

void when_init(struct when *w, const char *old, const char *recent)
{
	*w = (struct when){ .old = old, .recent = recent, .now = clock_now() };
}

void when_fini(struct when *w)
{
	buf_fini(&w->scratch);
	buf_fini(&w->kept);
}

/* Month names of one width, so that the columns behind them line up: not where one does not print, as with GNU ls. */
static void when_months(struct when *w)
{
	static const nl_item items[] = { ABMON_1, ABMON_2, ABMON_3, ABMON_4, ABMON_5, ABMON_6,
		ABMON_7, ABMON_8, ABMON_9, ABMON_10, ABMON_11, ABMON_12 };
	size_t cols[12], widest = 0;
	for (int i = 0; i < 12; i++) {
		snprintf(w->months[i], 20, "%s", nl_langinfo(items[i]));
		cols[i] = quote_print_cols(str_from(w->months[i]));
		if (cols[i] > widest)
			widest = cols[i];
	}
	for (int i = 0; i < 12 && widest <= 12; i++) {
		const size_t n = strlen(w->months[i]), gap = widest - cols[i];
		const bool right = ascii_digit(w->months[i][0]); /* numbers end where the others do */
		memmove(w->months[i] + (right ? gap : 0), w->months[i], n);
		memset(w->months[i] + (right ? 0 : n), ' ', gap);
		w->months[i][n + gap] = 0;
	}
	w->has_months = true;
}

static void when_two(struct buf *b, int v, char pad)
{
	buf_char(b, (char)(v < 10 ? pad : '0' + v / 10 % 10));
	buf_char(b, (char)('0' + v % 10));
}

/* "Jan  2 15:04" and "Jan  2  2006". */
static void when_posix(struct when *w, struct buf *b, const struct tm *tm, bool recent)
{
	if (!w->has_months)
		when_months(w);
	buf_text(b, w->months[tm->tm_mon]);
	buf_char(b, ' ');
	when_two(b, tm->tm_mday, ' ');
	buf_char(b, ' ');
	if (recent) {
		when_two(b, tm->tm_hour, '0');
		buf_char(b, ':');
		when_two(b, tm->tm_min, '0');
	} else {
		date_format(b, STR(" %Y"), tm, (struct stat_time){ 0, 0 });
	}
}

/* Many files are of the same minute, and of one the text is known. */
static void when_posix_kept(struct when *w, struct buf *b, const struct tm *tm, bool recent)
{
	if (!w->local.filled || !w->kept.n || w->kept_minute != w->local.minute || w->kept_recent != recent) {
		buf_clear(&w->kept);
		when_posix(w, &w->kept, tm, recent);
		w->kept_minute = w->local.minute;
		w->kept_recent = recent;
	}
	buf_str(b, buf_view(&w->kept));
}

/* Where "%b" stands first, which is where months line up. */
static size_t when_month_at(struct str f)
{
	for (size_t i = 0; i + 1 < f.n; i++) {
		if (f.p[i] == '%' && f.p[i + 1] == 'b')
			return i;
		i += f.p[i] == '%' && f.p[i + 1] == '%';
	}
	return STR_NONE;
}

static void when_format(struct when *w, struct buf *b, struct str f, const struct tm *tm, struct stat_time t)
{
	const size_t at = when_month_at(f);
	if (at != STR_NONE) {
		if (!w->has_months)
			when_months(w);
		buf_clear(&w->scratch);
		buf_str(&w->scratch, str_sub(f, 0, at));
		buf_text(&w->scratch, w->months[tm->tm_mon]);
		buf_str(&w->scratch, str_sub(f, at + 2, f.n));
		f = buf_view(&w->scratch);
	}
	date_format(b, f, tm, t);
}

static bool when_before(struct stat_time a, struct stat_time b)
{
	return a.sec != b.sec ? a.sec < b.sec : a.nsec < b.nsec;
}

static void when_seconds(struct when *w, struct buf *b, int64_t sec)
{
	char number[32];
	const int n = snprintf(number, sizeof(number), "%lld", (long long)sec);
	const unsigned width = when_width(w);
	if ((unsigned)n < width)
		buf_fill(b, ' ', width - (unsigned)n);
	buf_text(b, number);
}

void when_put(struct when *w, struct buf *b, struct stat_time t)
{
	struct tm tm;
	if (!clock_local(&w->local, t.sec, &tm)) {
		when_seconds(w, b, t.sec);
		return;
	}
	if (when_before(w->now, t)) /* written since we looked at the clock? */
		w->now = clock_now();
	struct stat_time half = { w->now.sec - WHEN_RECENT, w->now.nsec };
	bool recent = when_before(half, t) && when_before(t, w->now);
	const char *format = recent ? w->recent : w->old;
	if (!format) {
		when_posix_kept(w, b, &tm, recent);
		return;
	}
	const size_t from = b->n;
	when_format(w, b, str_from(format), &tm, t);
	if (b->n - from > WHEN_TEXT_MAX) {
		b->n = from;
		when_seconds(w, b, t.sec);
	}
}

void when_relative(struct when *w, struct buf *b, struct stat_time t)
{
	static const struct {
		int64_t seconds;
		const char *one, *many;
	} units[] = { { 31557600, "year", "years" }, { 2629800, "month", "months" },
		{ 604800, "week", "weeks" }, { 86400, "day", "days" }, { 3600, "h", "h" },
		{ 60, "min", "min" } };
	if (when_before(w->now, t))
		w->now = clock_now();
	bool future = when_before(w->now, t);
	uint64_t age = future ? (uint64_t)t.sec - (uint64_t)w->now.sec
			      : (uint64_t)w->now.sec - (uint64_t)t.sec;
	for (size_t i = 0; i < COUNTOF(units); i++) {
		uint64_t n = age / (uint64_t)units[i].seconds;
		if (n == 0)
			continue;
		buf_printf(b, "%s%llu %s%s", future ? "in " : "", (unsigned long long)n,
			n == 1 ? units[i].one : units[i].many, future ? "" : " ago");
		return;
	}
	buf_text(b, "now");
}

unsigned when_width(struct when *w)
{
	struct tm tm;
	struct buf text = { 0 };
	if (!clock_local(&w->local, 0, &tm))
		return 0;
	if (w->old)
		when_format(w, &text, str_from(w->old), &tm, (struct stat_time){ 0, 0 });
	else
		when_posix(w, &text, &tm, false);
	const size_t cols = text.n > WHEN_TEXT_MAX ? 0 : quote_print_cols(buf_view(&text));
	buf_fini(&text);
	return cols == QUOTE_NO_COLS ? 0 : (unsigned)cols;
}
