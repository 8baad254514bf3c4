#include "about.h"

#include "ember/base/panic.h"
#include "ember/os/file.h"

int main(int argc, char **argv)
{
	struct ecat_conf conf;
	struct arena arena = { 0 };
	struct diag diag;
	unsigned closed = file_guard_standard();
	panic_set_name("ecat");
	diag_init(&diag, argc > 0 ? argv[0] : "ecat");
	if (about_cache(&diag, argc, argv))
		return diag.status;
	if (conf_read(&conf, &arena, &diag, argc, argv) == 0) {
		conf.closed = closed;
		run(&conf, &arena, &diag);
	}
	conf_fini(&conf);
	arena_fini(&arena);
	return diag.status;
}
