#include "ember/base/err.h"

static int err_set(struct err *e, int num, unsigned line, const char *what)
{
	if (e)
		*e = (struct err){ .num = num, .line = line, .what = what };
	return -1;
}

int err_sys(struct err *e, int num, const char *what)
{
	return err_set(e, num, 0, what);
}

int err_text(struct err *e, const char *what)
{
	return err_set(e, 0, 0, what);
}

int err_line(struct err *e, unsigned line, const char *what)
{
	return err_set(e, 0, line, what);
}
