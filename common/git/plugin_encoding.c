/*
 * The attribute working-tree-encoding, which libgit2 does not know: a filter that turns such a file into the UTF-8 that
 * is stored. What cannot be turned is stored as it is, as git does where it need not store it.
 */
#include <git2.h>
#include <git2/sys/filter.h>
#include <iconv.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

static int encoding_check(git_filter *self, void **payload, const git_filter_source *source, const char **values)
{
	(void)self;
	const char *name = values[0];
	if (git_filter_source_mode(source) != GIT_FILTER_TO_ODB || !GIT_ATTR_HAS_VALUE(name) || strcasecmp(name, "utf-8") == 0 ||
		strcasecmp(name, "utf8") == 0)
		return GIT_PASSTHROUGH;
	*payload = strdup(name);
	return *payload ? 0 : -1;
}

static void encoding_cleanup(git_filter *self, void *payload)
{
	(void)self;
	free(payload);
}

/* git wants a mark of the bytes' order where the name leaves it open, and none where it tells it. */
static int encoding_fits(const char *name, const git_buf *from)
{
	const unsigned char *p = (const unsigned char *)from->ptr;
	int marked = from->size >= 2 && ((p[0] == 0xff && p[1] == 0xfe) || (p[0] == 0xfe && p[1] == 0xff));
	if (from->size >= 4 && memcmp(p, "\0\0\xfe\xff", 4) == 0)
		marked = 1;
	if (strncasecmp(name, "utf-16", 6) != 0 && strncasecmp(name, "utf-32", 6) != 0)
		return 1;
	return name[6] ? !marked : marked;
}

/* *to is the caller's to free. */
static int encoding_turn(iconv_t how, const git_buf *from, char **to, size_t *n)
{
	size_t left = from->size, room = left * 4 + 16;
	char *in = from->ptr, *out = *to = malloc(room);
	if (!out)
		return -1;
	size_t bad = iconv(how, &in, &left, &out, &room);
	*n = (size_t)(out - *to);
	return bad == (size_t)-1 || left ? -1 : 0;
}

static int encoding_apply(git_filter *self, void **payload, git_buf *to, const git_buf *from,
	const git_filter_source *source)
{
	char *text = NULL;
	size_t n = 0;
	int code = GIT_PASSTHROUGH;
	(void)self, (void)source;
	if (!encoding_fits(*payload, from))
		return GIT_PASSTHROUGH;
	iconv_t how = iconv_open("UTF-8", *payload);
	if (how == (iconv_t)-1)
		return GIT_PASSTHROUGH;
	if (from->size && encoding_turn(how, from, &text, &n) == 0)
		code = git_buf_set(to, text, n);
	free(text);
	iconv_close(how);
	return code;
}

int plugin_encoding_start(void);

int plugin_encoding_start(void)
{
	static const git_filter filter = { .version = GIT_FILTER_VERSION,
		.attributes = "working-tree-encoding",
		.check = encoding_check,
		.apply = encoding_apply,
		.cleanup = encoding_cleanup };
	/* Before those of line ends and of ident, which see what is stored: such filters run from the last to the first. */
	int code = git_filter_register("ember-encoding", (git_filter *)(uintptr_t)&filter, GIT_FILTER_DRIVER_PRIORITY - 50);
	return code == GIT_EEXISTS ? 0 : code;
}
