#include "ember/expr/exec.h"

#include <string.h>
#include <unistd.h>

#include "ember/base/size.h"

extern char **environ;

#define EXEC_RESERVE 2048 /* left free, as POSIX asks of xargs, bytes */

static size_t exec_cost(const char *arg)
{
	return size_add(strlen(arg), 1 + sizeof(char *));
}

size_t exec_room(void)
{
	long max = sysconf(_SC_ARG_MAX);
	size_t room = max > 0 ? (size_t)max : 131072;
	size_t used = EXEC_RESERVE + 2 * sizeof(char *);
	for (char **v = environ; v && *v; v++)
		used = size_add(used, exec_cost(*v));
	return used < room ? room - used : 0;
}

static void exec_push(struct exec_batch *b, char *arg)
{
	VEC_PUSH(&b->argv) = arg;
	b->bytes = size_add(b->bytes, strlen(arg) + 1 + b->per_arg);
}

void exec_batch_init(struct exec_batch *b, char *const *head, size_t n_head, char *const *tail,
	size_t n_tail, size_t max_paths, size_t max_bytes)
{
	*b = (struct exec_batch){ .tail = tail, .n_head = n_head, .n_tail = n_tail,
		.max_paths = max_paths, .max_bytes = max_bytes ? max_bytes : exec_room(),
		.per_arg = max_bytes ? 0 : sizeof(char *) };
	arena_init(&b->arena);
	for (size_t i = 0; i < n_head; i++)
		exec_push(b, head[i]);
	for (size_t i = 0; i < n_tail; i++)
		b->bytes = size_add(b->bytes, strlen(tail[i]) + 1 + b->per_arg);
	b->head_bytes = b->bytes;
}

void exec_batch_fini(struct exec_batch *b)
{
	VEC_FREE(&b->argv);
	arena_fini(&b->arena);
}

bool exec_batch_add(struct exec_batch *b, struct str path)
{
	size_t cost = size_add(path.n, 1 + b->per_arg);
	bool full = (b->max_paths && b->n_paths >= b->max_paths) || b->bytes > b->max_bytes ||
		cost > b->max_bytes - b->bytes;
	if (full && b->n_paths > 0)
		return false;
	/* A tail left by exec_batch_argv is overwritten. */
	b->argv.n = b->n_head + b->n_paths;
	exec_push(b, arena_cstr(&b->arena, path));
	b->n_paths++;
	return true;
}

char **exec_batch_argv(struct exec_batch *b)
{
	b->argv.n = b->n_head + b->n_paths;
	for (size_t i = 0; i < b->n_tail; i++)
		VEC_PUSH(&b->argv) = b->tail[i];
	VEC_PUSH(&b->argv) = NULL;
	return b->argv.p;
}

void exec_batch_clear(struct exec_batch *b)
{
	struct arena_mark start = { .block = NULL, .at = NULL };
	arena_rewind(&b->arena, start);
	b->argv.n = b->n_head;
	b->bytes = b->head_bytes;
	b->n_paths = 0;
}

void exec_replace(struct buf *out, struct str arg, struct str path)
{
	for (;;) {
		size_t at = str_find(arg, STR("{}"));
		if (at == STR_NONE)
			break;
		buf_add(out, arg.p, at);
		buf_str(out, path);
		arg = str_sub(arg, at + 2, arg.n);
	}
	buf_str(out, arg);
}
