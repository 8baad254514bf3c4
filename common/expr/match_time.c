/* Tests of times: -mtime, -mmin, -newer, -used and their kin. */
#include <errno.h>
#include <locale.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "ember/expr/find.h"
#include "ember/expr/primary.h"

#define TIME_DAY 86400
#define TIME_FAR ((find_ns)1 << 62) /* periods */

enum time_which { TIME_A, TIME_B, TIME_C, TIME_M };

static const unsigned time_masks[] = { [TIME_A] = STATX_ATIME, [TIME_B] = STATX_BTIME, [TIME_C] = STATX_CTIME,
	[TIME_M] = STATX_MTIME };

static find_ns time_ns(const struct statx_timestamp *t)
{
	return t->tv_sec * (find_ns)FIND_NS + t->tv_nsec;
}

/* False when the file system keeps no such time. */
static bool time_of(const struct statx *sx, enum time_which which, find_ns *out)
{
	switch (which) {
	case TIME_A:
		*out = time_ns(&sx->stx_atime);
		return true;
	case TIME_C:
		*out = time_ns(&sx->stx_ctime);
		return true;
	case TIME_M:
		*out = time_ns(&sx->stx_mtime);
		return true;
	default:
		*out = time_ns(&sx->stx_btime);
		return (sx->stx_mask & STATX_BTIME) != 0;
	}
}

/* ---- periods: -mtime N is "0 < time - origin <= one period" */

struct time_test {
	enum time_which which;
	enum find_sign sign;
	find_ns origin, period;
};

static bool time_judge(const struct time_test *t, find_ns when)
{
	switch (t->sign) {
	case FIND_MORE:
		return when < t->origin;
	case FIND_LESS:
		return when > t->origin;
	default:
		return when > t->origin && when - t->origin <= t->period;
	}
}

static bool time_eval(struct expr_run *run, const struct expr_step *step)
{
	const struct time_test *t = step->arg;
	const struct statx *sx = find_stat(run, time_masks[t->which]);
	find_ns when;
	return sx && time_of(sx, t->which, &when) && time_judge(t, when);
}

/*
 * What GNU find takes beyond plain numbers, because strtod(3) does: blanks, a second sign, exponents,
 * hexadecimal, infinity. Its point is a point, whatever the locale.
 */
static bool time_odd(const char *text, find_ns period, find_ns *out)
{
	locale_t c = newlocale(LC_ALL_MASK, "C", (locale_t)0);
	char *end;
	if (!c)
		return false;
	errno = 0;
	double v = strtod_l(text, &end, c);
	bool ok = end != text && !*end && !isnan(v) && !(isinf(v) && errno == ERANGE);
	freelocale(c);
	if (!ok) /* not a number has no nanoseconds */
		return false;
	long double ns = (long double)v * (long double)period, far = (long double)TIME_FAR * (long double)period;
	*out = ns > far ? TIME_FAR * period : ns < -far ? -TIME_FAR * period : (find_ns)ns;
	return true;
}

/* [+-]N or N.F periods, in nanoseconds. */
static bool time_number(const char *text, find_ns period, enum find_sign *sign, find_ns *out)
{
	*sign = *text == '+' ? FIND_MORE : *text == '-' ? FIND_LESS : FIND_EXACT;
	text += *text == '+' || *text == '-';
	const char *start = text;
	find_ns whole = 0, part = 0, scale = 1;
	size_t digits = 0;
	for (; ascii_digit(*text); text++, digits++) {
		if (whole < TIME_FAR) /* beyond it no file's time lies: more digits change nothing */
			whole = whole * 10 + (*text - '0');
	}
	if (*text == '.') {
		for (text++; ascii_digit(*text); text++, digits++) {
			if (scale < (find_ns)1000000000) {
				part = part * 10 + (*text - '0');
				scale *= 10;
			}
		}
	}
	*out = whole * period + part * period / scale;
	return (digits > 0 && *text == '\0') || time_odd(start, period, out);
}

enum { TIME_MINUTES = 8, TIME_SINCE = 16 };

static int period_parse(struct find_parser *p, const struct find_primary *self, char **args)
{
	struct time_test *t = ARENA_NEW(p->a, struct time_test);
	bool minutes = self->variant & TIME_MINUTES;
	find_ns ago;
	t->which = self->variant & 3;
	t->period = (minutes ? 60 : TIME_DAY) * (find_ns)FIND_NS;
	if (!time_number(args[0], t->period, &t->sign, &ago))
		return -1;
	t->origin = p->day;
	if (minutes)
		t->origin += TIME_DAY * (find_ns)FIND_NS;
	else if (t->sign == FIND_LESS) /* the period that is under way counts as less than one */
		t->origin += (TIME_DAY - 1) * (find_ns)FIND_NS;
	t->origin -= ago;
	expr_leaf(&p->b, &self->row, t);
	return 0;
}

/* ---- -used: days from the change of status to the last access */

static bool used_eval(struct expr_run *run, const struct expr_step *step)
{
	const struct time_test *t = step->arg;
	const struct statx *sx = find_stat(run, STATX_ATIME | STATX_CTIME);
	if (!sx)
		return false;
	find_ns delta = time_ns(&sx->stx_atime) - time_ns(&sx->stx_ctime);
	if (delta < 0)
		return false;
	switch (t->sign) {
	case FIND_MORE:
		return delta > t->origin;
	case FIND_LESS:
		return delta < t->origin;
	default:
		return delta < t->origin && delta >= t->origin - t->period;
	}
}

static int used_parse(struct find_parser *p, const struct find_primary *self, char **args)
{
	struct time_test *t = ARENA_NEW(p->a, struct time_test);
	t->period = TIME_DAY * (find_ns)FIND_NS;
	if (!time_number(args[0], t->period, &t->sign, &t->origin))
		return find_fail(p, "-used takes a number of days, not '%s'", args[0]);
	expr_leaf(&p->b, &self->row, t);
	return 0;
}

/* ---- -newer and -newerXY */

struct newer_test {
	enum time_which which, of;
	const struct find_ref *ref; /* NULL: `than` stands */
	find_ns than;
};

static bool newer_eval(struct expr_run *run, const struct expr_step *step)
{
	const struct newer_test *t = step->arg;
	const struct statx *sx = find_stat(run, time_masks[t->which]);
	find_ns when, than = t->than;
	if (!sx || !time_of(sx, t->which, &when) || (t->ref && !time_of(&t->ref->sx, t->of, &than)))
		return false;
	return when > than;
}

static enum time_which time_letter(char c)
{
	return c == 'a' ? TIME_A : c == 'B' ? TIME_B : c == 'c' ? TIME_C : TIME_M;
}

static int newer_parse(struct find_parser *p, const struct find_primary *self, char **args)
{
	struct newer_test *t = ARENA_NEW(p->a, struct newer_test);
	const char *xy = strcmp(self->row.name, "newerXY") == 0 ? p->last + strlen("-newer") : NULL;
	t->which = xy ? time_letter(xy[0]) : self->variant & 3;
	t->of = xy ? time_letter(xy[1]) : TIME_M;
	if ((xy && xy[1] == 't') || (self->variant & TIME_SINCE)) {
		if (!find_date(&t->than, args[0], p->now))
			return find_fail(p, "'%s' is no date or time", args[0]);
	} else {
		t->ref = find_ref_new(p, args[0], time_masks[t->of]);
	}
	expr_leaf(&p->b, &self->row, t);
	return 0;
}

/* ---- rows */

#define TIME_FLAGS(n, a, ev, fl, pf, var, h)                                                 \
	{                                                                                    \
		.row = { .name = n, .cost = EXPR_COST_STAT, .needs = EXPR_NEED_STAT,         \
			.flags = EXPR_REPORTS | EXPR_AHEAD | (fl), .eval = ev },             \
		.args = a, .help = h, .parse = pf, .variant = var                            \
	}
#define TIME_ROW(n, a, ev, pf, var, h) TIME_FLAGS(n, a, ev, 0, pf, var, h)
/* The time of change of status: that of one name less, too. */
#define TIME_STATUS(n, a, ev, pf, var, h) TIME_FLAGS(n, a, ev, EXPR_LINKED, pf, var, h)

static const struct find_primary time_rows[] = {
	TIME_ROW("atime", "N", time_eval, period_parse, TIME_A, "read N days ago (24 hours each, fraction dropped)"),
	TIME_STATUS("ctime", "N", time_eval, period_parse, TIME_C, "status changed N days ago"),
	TIME_ROW("mtime", "N", time_eval, period_parse, TIME_M, "contents changed N days ago"),
	TIME_ROW("amin", "N", time_eval, period_parse, TIME_A | TIME_MINUTES, "read N minutes ago"),
	TIME_STATUS("cmin", "N", time_eval, period_parse, TIME_C | TIME_MINUTES, "status changed N minutes ago"),
	TIME_ROW("mmin", "N", time_eval, period_parse, TIME_M | TIME_MINUTES, "contents changed N minutes ago"),
	TIME_ROW("newer", "FILE", newer_eval, newer_parse, TIME_M, "contents changed later than FILE's"),
	TIME_ROW("anewer", "FILE", newer_eval, newer_parse, TIME_A, "read later than FILE's contents changed"),
	TIME_STATUS("cnewer", "FILE", newer_eval, newer_parse, TIME_C,
		"status changed later than FILE's contents"),
	TIME_ROW("mnewer", "FILE", newer_eval, newer_parse, TIME_M, "as -newer"),
	TIME_ROW("Bnewer", "FILE", newer_eval, newer_parse, TIME_B, "made later than FILE's contents changed"),
	TIME_ROW("since", "TIME", newer_eval, newer_parse, TIME_M | TIME_SINCE, "contents changed later than TIME"),
	TIME_ROW("msince", "TIME", newer_eval, newer_parse, TIME_M | TIME_SINCE, "as -since"),
	TIME_ROW("asince", "TIME", newer_eval, newer_parse, TIME_A | TIME_SINCE, "read later than TIME"),
	TIME_STATUS("csince", "TIME", newer_eval, newer_parse, TIME_C | TIME_SINCE, "status changed later than TIME"),
	TIME_ROW("Bsince", "TIME", newer_eval, newer_parse, TIME_B | TIME_SINCE, "made later than TIME"),
	TIME_ROW("Btime", "N", time_eval, period_parse, TIME_B, "made N days ago"),
	TIME_ROW("Bmin", "N", time_eval, period_parse, TIME_B | TIME_MINUTES, "made N minutes ago"),
	TIME_STATUS("newerXY", "REFERENCE", newer_eval, newer_parse, 0,
		"time X of it is later than time Y of REFERENCE; X, Y of a B c m; Y t: a date"),
	TIME_STATUS("used", "N", used_eval, used_parse, 0, "read N days after its status changed"),
};

const struct find_primaries find_time_rows = { time_rows, COUNTOF(time_rows) };
