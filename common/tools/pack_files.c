#include "ember/tools/pack_data.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "ember/base/sort.h"

enum { FILE_MAX = 64 << 20 }; /* a pack is the largest */

void data_die(const char *path, const struct err *e)
{
	fprintf(stderr, "ember-pack: %s: ", path);
	if (e->line)
		fprintf(stderr, "line %u: ", e->line);
	if (e->what)
		fputs(e->what, stderr);
	if (e->num) {
		char text[128];
		fprintf(stderr, "%s%s", e->what ? ": " : "", strerror_r(e->num, text, sizeof(text)));
	}
	fputc('\n', stderr);
	exit(1);
}

const char *data_path(struct pack_build *b, const char *folder, struct str name, const char *ext)
{
	return arena_printf(&b->arena, "%s%s%.*s%s", folder, folder[0] ? "/" : "", STR_ARG(name), ext).p;
}

/* FNV-1a, 64 bits: the same on every machine, unlike str_hash. */
static void hash(struct pack_build *b, struct str s)
{
	if (!b->hash)
		b->hash = 0xcbf29ce484222325u;
	for (size_t i = 0; i < s.n; i++)
		b->hash = (b->hash ^ (unsigned char)s.p[i]) * 0x100000001b3u;
}

static int read_all(struct pack_build *b, int fd, struct str *out, struct err *e)
{
	struct stat sb;
	if (fstat(fd, &sb) != 0)
		return err_sys(e, errno, "stat");
	if (!S_ISREG(sb.st_mode) || sb.st_size > FILE_MAX)
		return err_text(e, "no regular file, or too large");
	size_t size = (size_t)sb.st_size, n = 0;
	char *p = arena_bytes(&b->arena, size + 1);
	while (n < size) {
		ssize_t got = read(fd, p + n, size - n);
		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0)
			return err_sys(e, errno, "read");
		if (got == 0)
			break;
		n += (size_t)got;
	}
	p[n] = 0;
	*out = (struct str){ p, n };
	return 0;
}

struct str data_file(struct pack_build *b, const char *path, bool optional)
{
	struct str out = { 0 };
	struct err e = { 0 };
	const char *full = data_path(b, b->themes, str_from(path), "");
	int fd = open(full, O_RDONLY | O_CLOEXEC);
	if (fd < 0) {
		if (optional && errno == ENOENT)
			return out;
		err_sys(&e, errno, NULL);
		data_die(full, &e);
	}
	if (read_all(b, fd, &out, &e) != 0)
		data_die(full, &e);
	close(fd);
	hash(b, str_from(path));
	hash(b, out);
	return out;
}

static int by_bytes(const void *a, const void *b, void *ctx)
{
	(void)ctx;
	return str_cmp(*(const struct str *)a, *(const struct str *)b);
}

struct str *data_folder(struct pack_build *b, const char *path, const char *ext, size_t *n)
{
	VEC(struct str) names = { 0 };
	const char *full = data_path(b, b->themes, str_from(path), "");
	DIR *d = opendir(full);
	*n = 0;
	if (!d) {
		struct err e = { 0 };
		if (errno == ENOENT)
			return NULL;
		err_sys(&e, errno, NULL);
		data_die(full, &e);
	}
	for (struct dirent *entry; (entry = readdir(d));) {
		struct str name = str_from(entry->d_name);
		if (name.p[0] != '.' && str_ends(name, str_from(ext)))
			VEC_PUSH(&names) = arena_str(&b->arena, name);
	}
	closedir(d);
	struct str *out = ARENA_ARRAY(&b->arena, struct str, names.n);
	for (size_t i = 0; i < names.n; i++)
		out[i] = names.p[i];
	*n = names.n;
	VEC_FREE(&names);
	sort_stable(out, *n, sizeof(*out), by_bytes, NULL);
	return out;
}

void data_value(struct pack_build *b, const char *path, struct val *out)
{
	struct err e = { 0 };
	if (val_read(out, &b->arena, data_file(b, path, false), &e) != 0)
		data_die(data_path(b, b->themes, str_from(path), ""), &e);
}
