#include "efind.h"

#include <string.h>

#include "ember/base/panic.h"
#include "ember/os/env.h"

int main(int argc, char **argv)
{
	struct arena arena = { 0 };
	struct diag diag;
	struct dialect dialect;
	diag_init(&diag, argc > 0 ? argv[0] : "efind");
	panic_set_name(diag.program);
	if (dialect_choose(&dialect, diag.program, env_get("EFIND_LANG"), &argc, argv) != 0)
		diag_usage(&diag, 2, "'%s': --lang is find, fd or auto", argv[1]);
	else if (dialect.lang == EFIND_FIND)
		run_find(&diag, &arena, dialect.because, argc, argv);
	else
		run_fd(&diag, &arena, dialect.because, argc, argv);
	arena_fini(&arena);
	return diag.status;
}
