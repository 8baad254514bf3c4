#include "reader_own.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "ember/base/mem.h"
#include "ember/os/file.h"
#include "ember/text/safe.h"

#define HEAD 4096            /* bytes that detection looks at */
#define BLOCK ((size_t)64 << 10)
/* Larger files have their lines estimated: the column of numbers can grow in the pager, not in print. */
#define COUNT_PRINT ((uint64_t)16 << 20)
#define COUNT_PAGE ((uint64_t)256 << 10)

void reader_push(struct reader *r, enum reader_kind kind)
{
	uint32_t state = r->lines.n ? r->lines.p[r->lines.n - 1].state : r->start_state;
	bool known = r->tokenised == r->lines.n;
	VEC_PUSH(&r->lines) = (struct reader_line){ .kind = (uint8_t)kind, .state = state,
		.at = r->base + r->split };
	if (known)
		r->tokenised = r->lines.n;
}

/* Not on the stack, each page of which is touched before a function runs. */
static char *reader_block(struct reader *r)
{
	if (!r->block)
		r->block = mem_alloc(BLOCK);
	return r->block;
}

/* Read a block and decode it. 0 at the end or on failure (told in r->err). */
int reader_read(struct reader *r, size_t n)
{
	char *block = reader_block(r);
	r->built = SIZE_MAX; /* its links lie in the text, which may move */
	ssize_t k = file_read(r->fd, block, n < BLOCK ? n : BLOCK);
	if (k > 0) {
		decode_feed(&r->decode, &r->text, (struct str){ block, (size_t)k });
		return 1;
	}
	if (k < 0) {
		r->failed = true;
		err_sys(&r->err, errno, "read");
	}
	decode_end(&r->decode, &r->text);
	r->input_ended = true;
	return 0;
}

/*
 * A FIFO that nobody writes to would hold open(2) up, where the pager's signals do not come in: it is
 * waited for as other input is. All else is read as if it had been opened the usual way.
 */
static int reader_open_path(const char *path)
{
	const int flags = O_RDONLY | O_CLOEXEC | O_NOCTTY;
	int fd = open(path, flags | O_NONBLOCK);
	return fd < 0 && errno == EWOULDBLOCK ? open(path, flags) : fd; /* a lease is being given back */
}

static bool reader_open(struct reader *r)
{
	const bool by_path = !r->source.prepared && r->source.path;
	struct stat sb;
	r->fd = by_path ? reader_open_path(r->source.path) : r->source.prepared ? r->source.fd : STDIN_FILENO;
	if (r->fd < 0 || fstat(r->fd, &sb) != 0) {
		r->failed = r->ended = r->input_ended = true;
		err_sys(&r->err, errno, "open");
		return false;
	}
	if (by_path && !S_ISREG(sb.st_mode) && !S_ISFIFO(sb.st_mode))
		(void)fcntl(r->fd, F_SETFL, fcntl(r->fd, F_GETFL) & ~O_NONBLOCK);
	if (file_is_output(r->fd, STDOUT_FILENO)) {
		r->failed = r->ended = r->input_ended = true;
		err_text(&r->err, "input file is output file");
		return false;
	}
	r->regular = S_ISREG(sb.st_mode);
	r->inode = sb.st_ino;
	r->size = r->regular && sb.st_size > 0 ? (uint64_t)sb.st_size : UINT64_MAX;
	return true;
}

/* The first block, its encoding, and what is no text. */
static bool reader_head(struct reader *r)
{
	char *block = reader_block(r);
	size_t n = 0;
	ssize_t k;
	do { /* a first line that comes in pieces still decides the language */
		k = file_read(r->fd, block + n, BLOCK - n);
		if (k > 0)
			n += (size_t)k;
	} while (k > 0 && n < HEAD && (r->regular || file_ready(r->fd)));
	if (k < 0) {
		r->failed = r->input_ended = true;
		err_sys(&r->err, errno, "read");
		if (n == 0) {
			r->ended = true;
			return false;
		}
	}
	struct decode_guess g = decode_sniff((struct str){ block, n }, k == 0);
	const char *encoding = r->conf->encoding;
	if (r->conf->format.nonprinting || r->conf->pictures) /* the notation is of the bytes as they are */
		g = (struct decode_guess){ .binary = g.binary };
	r->decode.encoding = g.encoding;
	r->binary = g.binary;
	if (encoding && decode_open(&r->decode, encoding) == 0) {
		r->binary = false;
		if (r->decode.encoding != g.encoding)
			g.mark = 0;
	}
	r->head = n;
	decode_feed(&r->decode, &r->text, str_sub((struct str){ block, n }, g.mark, n));
	if (k == 0) {
		decode_end(&r->decode, &r->text);
		r->input_ended = true;
		r->size = r->regular ? n : r->size;
	}
	return true;
}

/* The last bytes of a regular file, for its modelines. */
static struct str reader_last(void *ctx)
{
	struct reader *r = ctx;
	struct str text = buf_view(&r->text);
	if (!r->regular || r->decode.encoding != DECODE_UTF8)
		return STR("");
	if (r->input_ended)
		return str_sub(text, text.n > HEAD ? text.n - HEAD : 0, text.n);
	char *block = arena_bytes(&r->arena, HEAD);
	ssize_t n = r->size == UINT64_MAX ? 0 : pread(r->fd, block, HEAD, (off_t)(r->size > HEAD ? r->size - HEAD : 0));
	return (struct str){ block, n > 0 ? (size_t)n : 0 };
}

struct detect_file reader_file(const struct reader_source *source, struct arena *a)
{
	char block[PATH_MAX];
	const char *path = source->named ? source->named : source->path;
	struct detect_file f = { .path = str_from(path), .pipe = !path };
	if (source->path && !source->named) {
		ssize_t n = readlink(source->path, block, sizeof(block));
		f.target = arena_str(a, (struct str){ block, n > 0 ? (size_t)n : 0 });
		f.full = arena_str(a, str_from(realpath(source->path, block)));
	}
	return f;
}

uint32_t reader_language(const struct reader_conf *conf, const struct detect_file *f)
{
	bool known;
	if (conf->has_language)
		return conf->language;
	uint32_t language = detect_language_known(conf->registry, f, conf->rules, &known);
	return !known && conf->has_fallback ? conf->fallback : language;
}

static void reader_detect(struct reader *r)
{
	const struct reader_conf *c = r->conf;
	struct str head = str_sub(buf_view(&r->text), 0, HEAD);
	struct detect_file f = { 0 };
	const bool coloured = !c->has_language && str_find(head, STR("\x1b[")) != STR_NONE;
	if (!c->has_language || c->hyperlink)
		f = reader_file(&r->source, &r->arena);
	r->full = f.full;
	f.head = head;
	f.last = reader_last;
	f.ctx = r;
	r->language = coloured ? 0 : reader_language(c, &f);
	r->strips = c->strip == READER_ALWAYS || (c->strip == READER_AUTO && r->language);
	r->sanitizes = c->sanitize == READER_ALWAYS || (c->sanitize == READER_AUTO && r->language);
	struct str name = registry_language(c->registry, r->language).name;
	r->overstrikes = !c->format.nonprinting &&
		(c->man || str_eqc(name, "man") || str_eqc(name, "manpage") || str_eqc(name, "help"));
	if (r->language == 0 || (r->binary && !c->show_binary) || !c->theme)
		return;
	if (!r->tokens)
		r->tokens = r->own_tokens = tokens_new(c->registry, c->theme);
	tokens_begin(r->tokens, r->language);
}

static uint64_t reader_count_in(struct str s, bool *open)
{
	uint64_t n = 0;
	for (struct str rest = s, line; str_line(&rest, &line);)
		n++;
	if (s.n) { /* str_line gives an unfinished line too */
		*open = s.p[s.n - 1] != '\n';
		n -= *open;
	}
	return n;
}

/* How many lines there are, counted or estimated, so that numbers stay in their column. */
static uint64_t reader_guess_lines(const struct reader *r)
{
	char block[BLOCK];
	bool open = false;
	struct str seen = buf_view(&r->text);
	uint64_t n = reader_count_in(seen, &open);
	if (!r->regular || r->input_ended || r->size == UINT64_MAX)
		return n + open;
	if (r->size > (r->streams ? COUNT_PRINT : COUNT_PAGE))
		return n ? r->size / (seen.n / n + 1) : 1;
	off_t at = lseek(r->fd, 0, SEEK_CUR);
	for (ssize_t k; at >= 0 && (k = pread(r->fd, block, sizeof(block), at)) > 0; at += k)
		n += reader_count_in((struct str){ block, (size_t)k }, &open);
	return n + open;
}

static void reader_frame(struct reader *r)
{
	const struct reader_conf *c = r->conf;
	r->frame = (struct decorate){ .parts = c->parts, .number_cols = 4, .looks = c->looks, .marks = r->frame.marks,
		.cat_numbers = c->format.number || c->format.number_nonblank };
	if (c->parts & DECORATE_NUMBERS) {
		uint64_t before = r->number + (r->frame.cat_numbers ? r->source.number : 0);
		uint64_t last = r->want ? range_last(r->want) : UINT64_MAX;
		uint64_t lines = last < 10000 ? last : before + reader_guess_lines(r);
		if (last < lines)
			lines = last;
		r->number_end = 10000;
		while (lines >= r->number_end && r->frame.number_cols < 18) {
			r->number_end *= 10;
			r->frame.number_cols++;
		}
	}
}

static void reader_header(struct reader *r)
{
	const unsigned parts = r->conf->parts;
	if (!r->source.first && (parts & DECORATE_RULE) && !(parts & DECORATE_GRID))
		reader_push(r, READER_RULE);
	else if (!r->source.first && (parts & (DECORATE_NAME | DECORATE_SIZE)) && !(parts & DECORATE_GRID))
		reader_push(r, READER_BLANK);
	if (parts & DECORATE_GRID)
		reader_push(r, READER_TOP);
	if (parts & DECORATE_NAME)
		reader_push(r, READER_NAME);
	if (parts & DECORATE_SIZE)
		reader_push(r, READER_SIZE);
	bool empty = r->input_ended && r->text.n == 0;
	if ((parts & DECORATE_GRID) && (parts & (DECORATE_NAME | DECORATE_SIZE)) && !empty)
		reader_push(r, READER_MIDDLE);
}

/* -n and -b number all inputs as one: those before it are read to their ends, the first of them first. */
static void reader_count_on(struct reader *r)
{
	const struct nonprint_conf *f = &r->conf->format;
	VEC(struct reader *) todo = { 0 };
	if (!r->source.before || !(f->number || f->number_nonblank))
		return;
	for (struct reader *b = r->source.before; b && !b->counted; b = b->source.before)
		VEC_PUSH(&todo) = b;
	while (todo.n) {
		struct reader *b = todo.p[--todo.n];
		b->counted = true;
		while (reader_fetch(b, SIZE_MAX) == DOC_MORE)
			;
	}
	VEC_FREE(&todo);
	r->source.number = r->source.before->source.number + r->source.before->shown;
}

enum doc_state reader_start(struct reader *r)
{
	reader_count_on(r);
	if (r->fd < 0 && !reader_open(r))
		return DOC_END;
	if (!r->regular && !file_ready(r->fd))
		return DOC_WAIT;
	r->started = true;
	if (!reader_head(r))
		return DOC_END;
	reader_detect(r);
	reader_git_start(r);
	const bool empty = r->input_ended && r->text.n == 0, named = r->conf->parts & (DECORATE_NAME | DECORATE_SIZE);
	bool nothing = !reader_git_ranges(r) || (empty && (r->conf->quiet_empty || !named));
	if (nothing) {
		r->ended = r->input_ended = true;
		return DOC_END;
	}
	reader_skip_to_tail(r);
	reader_frame(r);
	reader_header(r);
	r->framed = true;
	if (r->binary && !r->conf->show_binary) {
		reader_push(r, READER_NOTICE);
		r->text.n = 0;
		r->input_ended = true;
	}
	return DOC_MORE;
}
