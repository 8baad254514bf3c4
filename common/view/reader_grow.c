#include "reader_own.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

/* May what was appended simply be read on, behind lines that are whole? */
static bool grow_goes_on(const struct reader *r)
{
	return r->read_to > 0 && r->framed && !r->binary && !r->want && r->decode.encoding == DECODE_UTF8 &&
		!r->decode.n_held && r->text.n && r->text.p[r->text.n - 1] == '\n';
}

/* The bottom of the frame gives way to lines: at least one, for something was appended. */
static void grow_open(struct reader *r)
{
	size_t lines = r->lines.n;
	if (lines && r->lines.p[lines - 1].kind == READER_BOTTOM)
		r->lines.n--;
	if (r->tokenised > r->lines.n)
		r->tokenised = r->lines.n;
	r->ended = r->input_ended = false;
	r->built = SIZE_MAX;
	r->version++;
	(void)reader_fetch(r, lines + 1);
}

int reader_grow(struct reader *r)
{
	struct stat sb;
	if (!r->ended || r->failed || !r->regular || r->source.prepared || !r->source.path || r->awaits_marks ||
		r->conf->diff || stat(r->source.path, &sb) != 0 || !S_ISREG(sb.st_mode))
		return 0;
	if (sb.st_ino != r->inode || sb.st_size < r->read_to)
		return -1;
	if (sb.st_size == r->read_to)
		return 0;
	if (!grow_goes_on(r))
		return -1;
	int fd = open(r->source.path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
	if (fd < 0)
		return 0;
	if (fstat(fd, &sb) != 0 || sb.st_ino != r->inode || lseek(fd, r->read_to, SEEK_SET) < 0) {
		close(fd);
		return -1;
	}
	r->fd = fd;
	r->size = (uint64_t)sb.st_size;
	grow_open(r);
	return 1;
}
