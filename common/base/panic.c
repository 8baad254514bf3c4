#include "ember/base/panic.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* The one writable state of the library besides once-flags: set by main, read on the way out. */
static const char *panic_name = "ember";
static void (*panic_hook)(void);

void panic_set_name(const char *program)
{
	panic_name = program;
}

void panic_set_hook(void (*hook)(void))
{
	panic_hook = hook;
}

static void panic_say(const char *kind, const char *text)
{
	const char *parts[] = { panic_name, ": ", kind, text, "\n" };
	if (panic_hook)
		panic_hook();
	for (size_t i = 0; i < COUNTOF(parts); i++)
		if (write(STDERR_FILENO, parts[i], strlen(parts[i])) < 0)
			return;
}

void panic(const char *text)
{
	panic_say("internal error: ", text);
	abort();
}

void panic_memory(void)
{
	panic_say("out of memory", "");
	_exit(1);
}
