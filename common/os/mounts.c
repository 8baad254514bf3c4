#include "ember/os/mounts.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#define MOUNTS_MAX (16u << 20) /* bytes of the list that are read */

static bool mounts_octal(char c)
{
	return c >= '0' && c <= '7';
}

/* "\040" and the like, in place. */
static struct str mounts_plain(char *p, size_t n)
{
	size_t to = 0;
	for (size_t i = 0; i < n; i++) {
		if (p[i] == '\\' && n - i > 3 && mounts_octal(p[i + 1]) && mounts_octal(p[i + 2]) &&
			mounts_octal(p[i + 3])) {
			p[to++] = (char)((p[i + 1] - '0') * 64 + (p[i + 2] - '0') * 8 + (p[i + 3] - '0'));
			i += 3;
		} else {
			p[to++] = p[i];
		}
	}
	return (struct str){ p, to };
}

/* The next field of the line, unescaped; false at its end. */
static bool mounts_field(char **at, const char *end, struct str *field)
{
	while (*at < end && **at == ' ')
		++*at;
	char *start = *at;
	while (*at < end && **at != ' ')
		++*at;
	*field = mounts_plain(start, (size_t)(*at - start));
	return *at > start;
}

/* id, parent, device, root, point, options, optional fields, "-", type, source, options */
static void mounts_line(struct mounts *m, char *at, const char *end)
{
	struct mount mount = { .point = { NULL, 0 } };
	struct str field;
	for (int i = 0; i < 5; i++)
		if (!mounts_field(&at, end, &mount.point))
			return;
	do {
		if (!mounts_field(&at, end, &field))
			return;
	} while (!str_eqc(field, "-"));
	if (mounts_field(&at, end, &mount.type) && mounts_field(&at, end, &mount.source))
		VEC_PUSH(&m->list) = mount;
}

void mounts_parse(struct mounts *m, char *text, size_t n)
{
	char *at = text, *end = text + n;
	while (at < end) {
		char *stop = at;
		while (stop < end && *stop != '\n')
			stop++;
		mounts_line(m, at, stop);
		at = stop < end ? stop + 1 : end;
	}
}

void mounts_read(struct mounts *m)
{
	ssize_t n = 1;
	int fd = open("/proc/self/mountinfo", O_RDONLY | O_CLOEXEC);
	if (fd < 0)
		return;
	while (m->text.n < MOUNTS_MAX && (n > 0 || errno == EINTR)) {
		buf_reserve(&m->text, 16384);
		n = read(fd, m->text.p + m->text.n, 16384);
		if (n == 0)
			break;
		if (n > 0)
			m->text.n += (size_t)n;
	}
	close(fd);
	mounts_parse(m, m->text.p, m->text.n);
}

void mounts_fini(struct mounts *m)
{
	VEC_FREE(&m->list);
	buf_fini(&m->text);
}

const struct mount *mounts_at(const struct mounts *m, struct str path)
{
	for (size_t i = m->list.n; i-- > 0;)
		if (str_eq(m->list.p[i].point, path))
			return &m->list.p[i];
	return NULL;
}
