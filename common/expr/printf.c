/* -printf: the pieces of a format, put out for each entry. */
#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "ember/base/number.h"
#include "ember/expr/find.h"
#include "ember/expr/format.h"
#include "ember/expr/primary.h"
#include "ember/os/ids.h"
#include "ember/os/stat.h"

struct format_run {
	struct expr_run *run;
	const struct find_file *file;
	const struct statx *sx; /* NULL when no directive needs it */
};

static void put_padded(const struct format_run *f, const struct format_piece *p, struct str s)
{
	struct out *o = f->file->out;
	size_t fill = p->width > s.n ? p->width - s.n : 0;
	if (!(p->flags & FORMAT_LEFT))
		out_fill(o, ' ', fill);
	out_str(o, s);
	if (p->flags & FORMAT_LEFT)
		out_fill(o, ' ', fill);
}

/* Text of ours. */
static void put_text(const struct format_run *f, const struct format_piece *p, struct str s)
{
	if (p->has_precision)
		s = str_sub(s, 0, p->precision);
	put_padded(f, p, s);
}

/* Text that a stranger chose. */
static void put_foreign(const struct format_run *f, const struct format_piece *p, struct str s)
{
	if (!f->file->tty) {
		put_text(f, p, s);
		return;
	}
	struct buf *b = &f->run->find->scratch2;
	buf_clear(b);
	find_clean_name(b, s);
	put_text(f, p, buf_view(b));
}

static void put_number(const struct format_run *f, const struct format_piece *p, uint64_t v)
{
	char digits[20];
	put_text(f, p, (struct str){ digits, number_put(digits, v) });
}

/* %d and %m are the two that follow printf's rules for integers. */
static void put_integer(const struct format_run *f, const struct format_piece *p, unsigned v, bool octal)
{
	char digits[24], sign = 0;
	int n = snprintf(digits, sizeof(digits), octal ? "%o" : "%u", v);
	size_t len = n > 0 ? (size_t)n : 0, zeros = 0;
	struct out *o = f->file->out;
	if (p->has_precision && p->precision == 0 && v == 0)
		len = 0;
	if (p->has_precision && p->precision > len)
		zeros = p->precision - len;
	if (octal && (p->flags & FORMAT_ALT) && !zeros && !(len && digits[0] == '0'))
		zeros = 1;
	if (!octal && (p->flags & (FORMAT_PLUS | FORMAT_BLANK)))
		sign = p->flags & FORMAT_PLUS ? '+' : ' ';
	size_t used = len + zeros + (sign != 0), fill = p->width > used ? p->width - used : 0;
	if (fill && (p->flags & FORMAT_ZERO) && !(p->flags & FORMAT_LEFT) && !p->has_precision) {
		zeros += fill;
		fill = 0;
	}
	if (!(p->flags & FORMAT_LEFT))
		out_fill(o, ' ', fill);
	if (sign)
		out_char(o, sign);
	out_fill(o, '0', zeros);
	out_bytes(o, digits, len);
	if (p->flags & FORMAT_LEFT)
		out_fill(o, ' ', fill);
}

/* %S: how much of the size is on the disk; as printf's %g, with all its flags. */
static void put_sparse(const struct format_run *f, const struct format_piece *p)
{
	char text[64], *body = text;
	struct out *o = f->file->out;
	double size = (double)f->sx->stx_size, on_disk = 512.0 * (double)f->sx->stx_blocks;
	double ratio = size > 0 ? on_disk / size : on_disk > 0 ? HUGE_VAL : 1.0;
	int precision = !p->has_precision ? 6 : p->precision > 30 ? 30 : (int)p->precision;
	int n = p->flags & FORMAT_ALT ? snprintf(text, sizeof(text), "%+#.*g", precision, ratio)
		: snprintf(text, sizeof(text), "%+.*g", precision, ratio);
	if (!(p->flags & FORMAT_PLUS))
		text[0] = ' ';
	body += !(p->flags & (FORMAT_PLUS | FORMAT_BLANK));
	struct str s = { body, (size_t)(text + n - body) };
	if (!(p->flags & FORMAT_ZERO) || (p->flags & FORMAT_LEFT) || ratio > 1e300) {
		put_padded(f, p, s);
		return;
	}
	if (body == text)
		out_char(o, text[0]);
	out_fill(o, '0', p->width > s.n ? p->width - s.n : 0);
	out_text(o, text + 1);
}

/* "Sun Nov 22 16:47:40.0220294730 2026": always English, the fraction as find writes it. */
static size_t time_as_ctime(char *to, size_t cap, const struct statx_timestamp *t)
{
	static const char days[] = "SunMonTueWedThuFriSat", months[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
	struct tm tm;
	time_t sec = t->tv_sec;
	int n;
	if (localtime_r(&sec, &tm))
		n = snprintf(to, cap, "%.3s %.3s %2d %02d:%02d:%02d.%09u0 %lld", days + 3 * tm.tm_wday,
			months + 3 * tm.tm_mon, tm.tm_mday, tm.tm_hour, tm.tm_min, tm.tm_sec, t->tv_nsec,
			tm.tm_year + 1900LL);
	else
		n = snprintf(to, cap, "%lld.%09u0", (long long)sec, t->tv_nsec);
	return n > 0 ? (size_t)n : 0;
}

/* A strftime format chosen at run time is the point here: the letter is the user's. */
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
static size_t time_part(char *to, size_t cap, const char *letter, const struct tm *tm)
{
	return strftime(to, cap, letter, tm);
}
#pragma GCC diagnostic pop

/* %Ak and its kin: seconds carry a fraction of ten digits, the last always 0. */
static size_t time_as_letter(char *to, size_t cap, const struct statx_timestamp *t, char letter)
{
	struct tm tm;
	time_t sec = t->tv_sec;
	char format[3] = { '%', letter, '\0' };
	size_t n;
	if (letter == '@' || !localtime_r(&sec, &tm)) {
		int k = snprintf(to, cap, "%lld.%09u0", (long long)sec, t->tv_nsec);
		return k > 0 ? (size_t)k : 0;
	}
	n = letter == '+' ? time_part(to, cap, "%F+%T", &tm) : time_part(to, cap, format, &tm);
	if (!strchr("STX+", letter))
		return n;
	/* Behind the seconds, which the locale's %X may follow with AM or PM. */
	size_t at = n;
	while (at > 0 && !ascii_digit(to[at - 1]))
		at--;
	char fraction[16];
	int k = snprintf(fraction, sizeof(fraction), ".%09u0", t->tv_nsec);
	if (k <= 0 || n + (size_t)k >= cap)
		return n;
	memmove(to + at + k, to + at, n - at);
	memcpy(to + at, fraction, (size_t)k);
	return n + (size_t)k;
}

static void put_time(const struct format_run *f, const struct format_piece *p)
{
	const struct statx *sx = f->sx;
	const struct statx_timestamp *t;
	char text[512];
	size_t n;
	switch (p->kind) {
	case 'a': case 'A':
		t = &sx->stx_atime;
		break;
	case 'c': case 'C':
		t = &sx->stx_ctime;
		break;
	case 'B':
		if (!(sx->stx_mask & STATX_BTIME)) {
			put_text(f, p, STR(""));
			return;
		}
		t = &sx->stx_btime;
		break;
	default:
		t = &sx->stx_mtime;
		break;
	}
	n = p->sub ? time_as_letter(text, sizeof(text), t, p->sub) : time_as_ctime(text, sizeof(text), t);
	put_text(f, p, (struct str){ text, n });
}

/* What stands before the last component, as GNU find cuts it. */
static struct str folder_part(const struct entry *e)
{
	struct str s = e->path;
	if (e->base > 0)
		return str_sub(s, 0, e->base - 1);
	bool rooted = s.n && s.p[0] == '/'; /* nothing but slashes */
	bool letter = s.n > 1 && s.p[1] == '/'; /* "d/", ".//": of one byte, GNU find takes a slash off here too */
	if (rooted || letter)
		return str_sub(s, 0, s.n - 1);
	return STR("."); /* trailing slashes are part of the last component */
}

static struct str below_root(const struct format_run *f)
{
	const struct entry *e = f->run->entry;
	struct str s = str_sub(e->path, f->run->find->root.n, e->path.n);
	return s.n && s.p[0] == '/' ? str_sub(s, 1, s.n) : s;
}

static char type_letter(unsigned char type)
{
	switch (type) {
	case DT_BLK:
		return 'b';
	case DT_CHR:
		return 'c';
	case DT_DIR:
		return 'd';
	case DT_FIFO:
		return 'p';
	case DT_LNK:
		return 'l';
	case DT_REG:
		return 'f';
	case DT_SOCK:
		return 's';
	default:
		return 'U';
	}
}

static void put_type(const struct format_run *f, const struct format_piece *p)
{
	struct entry *e = f->run->entry;
	char letter = type_letter(entry_type(e));
	if (p->kind == 'Y' && (letter == 'l' || e->follow)) {
		struct statx sx;
		int num = entry_statx(e, true, STATX_TYPE, &sx);
		letter = num == ENOENT || num == ENOTDIR ? 'N' : num == ELOOP ? 'L' : num ? '?'
			: type_letter(entry_type_of_mode(sx.stx_mode));
	}
	put_text(f, p, (struct str){ &letter, 1 });
}

static void put_link(const struct format_run *f, const struct format_piece *p)
{
	struct entry *e = f->run->entry;
	struct buf *b = &f->run->find->scratch;
	buf_clear(b);
	if (entry_type(e) == DT_LNK) {
		int num = find_link_text(e, b);
		if (num) {
			find_report(f->run, num, NULL);
			buf_clear(b);
		}
	}
	put_foreign(f, p, buf_view(b));
}

static void put_context(const struct format_run *f, const struct format_piece *p)
{
	struct buf *b = &f->run->find->scratch;
	buf_clear(b);
	int num = find_context(f->run->entry, b);
	if (num)
		find_report(f->run, num, "getfilecon failed");
	put_foreign(f, p, buf_view(b));
}

/* %g and %u: the name, or the number of who has none. */
static void put_owner(const struct format_run *f, const struct format_piece *p)
{
	struct find_state *s = f->run->find;
	bool group = p->kind == 'g';
	uint32_t id = group ? f->sx->stx_gid : f->sx->stx_uid;
	if (!s->ids)
		s->ids = ids_new();
	struct str name = group ? ids_group(s->ids, id) : ids_user(s->ids, id);
	if (name.n)
		put_foreign(f, p, name);
	else
		put_number(f, p, id);
}

static void put_names(const struct format_run *f, const struct format_piece *p)
{
	const struct entry *e = f->run->entry;
	switch (p->kind) {
	case 'p':
		put_foreign(f, p, e->path);
		break;
	case 'f':
		put_foreign(f, p, find_base_name(e));
		break;
	case 'h':
		put_foreign(f, p, folder_part(e));
		break;
	case 'H':
		put_foreign(f, p, f->run->find->root);
		break;
	case 'P':
		put_foreign(f, p, below_root(f));
		break;
	case 'l':
		put_link(f, p);
		break;
	case 'y': case 'Y':
		put_type(f, p);
		break;
	case 'd':
		put_integer(f, p, e->depth, false);
		break;
	default:
		put_context(f, p);
		break;
	}
}

static void put_facts(const struct format_run *f, const struct format_piece *p)
{
	const struct statx *sx = f->sx;
	char mode[11];
	switch (p->kind) {
	case 'b':
		put_number(f, p, sx->stx_blocks);
		break;
	case 'D':
		put_number(f, p, stat_dev(sx));
		break;
	case 'F':
		put_text(f, p, find_fstype(f->run->find, stat_dev(sx)));
		break;
	case 'g': case 'u':
		put_owner(f, p);
		break;
	case 'G':
		put_number(f, p, sx->stx_gid);
		break;
	case 'U':
		put_number(f, p, sx->stx_uid);
		break;
	case 'i':
		put_number(f, p, sx->stx_ino);
		break;
	case 'k':
		put_number(f, p, sx->stx_blocks / 2 + sx->stx_blocks % 2);
		break;
	case 'm':
		put_integer(f, p, sx->stx_mode & 07777u, true);
		break;
	case 'M':
		find_mode_text(sx->stx_mode, mode);
		put_text(f, p, str_from(mode));
		break;
	case 'n':
		put_number(f, p, sx->stx_nlink);
		break;
	case 's':
		put_number(f, p, sx->stx_size);
		break;
	case 'S':
		put_sparse(f, p);
		break;
	default:
		put_time(f, p);
		break;
	}
}

bool find_format_put(const struct find_format *format, struct expr_run *run, const struct find_file *file)
{
	struct format_run f = { .run = run, .file = file };
	if (format->needs) {
		f.sx = find_stat(run, format->needs);
		if (!f.sx)
			return false;
	}
	for (size_t i = 0; i < format->n; i++) {
		const struct format_piece *p = &format->pieces[i];
		if (!p->kind)
			out_str(file->out, p->text);
		else if (p->kind == FORMAT_END)
			out_flush(file->out);
		else if (format_needs(p))
			put_facts(&f, p);
		else
			put_names(&f, p);
	}
	return true;
}
