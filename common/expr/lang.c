#include "ember/expr/lang.h"

#include <locale.h>
#include <stddef.h>
#include <string.h>

void lang_ready(void)
{
	/* The C library's own name of what is in force is the only state: "C" until someone asked. */
	const char *now = setlocale(LC_CTYPE, NULL);
	if (now && strcmp(now, "C") == 0)
		setlocale(LC_ALL, "");
}
