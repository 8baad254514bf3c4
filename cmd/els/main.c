#include "els.h"

#include "ember/base/panic.h"

int main(int argc, char **argv)
{
	struct els_conf conf;
	struct arena arena = { 0 };
	struct diag diag;
	panic_set_name("els");
	diag_init(&diag, argc > 0 ? argv[0] : "els");
	if (conf_read(&conf, &arena, &diag, argc, argv) == 0)
		run(&conf, &diag);
	conf_fini(&conf);
	arena_fini(&arena);
	return diag.status;
}
