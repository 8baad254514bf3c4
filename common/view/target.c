#include "ember/view/target.h"

#include <limits.h>
#include <string.h>
#include <unistd.h>

static void target_path(struct buf *b, struct str path)
{
	for (size_t i = 0; i < path.n; i++) {
		char c = path.p[i];
		if (ascii_alnum(c) || (c && strchr("/-._~", c)))
			buf_char(b, c);
		else
			buf_printf(b, "%%%02X", (unsigned char)c);
	}
}

static void target_host(struct buf *b)
{
	char host[HOST_NAME_MAX + 1];
	if (gethostname(host, sizeof(host)) != 0)
		return;
	host[sizeof(host) - 1] = '\0';
	target_path(b, str_from(host));
}

void target_put(struct buf *b, struct str format, struct str path, uint64_t line)
{
	while (format.n) {
		size_t used = 1;
		if (line == 0 && str_starts(format, STR("#{line}"))) {
			used = 7;
		} else if (str_starts(format, STR("{line}"))) {
			buf_uint(b, line ? line : 1);
			used = 6;
		} else if (str_starts(format, STR("{path}"))) {
			target_path(b, path);
			used = 6;
		} else if (str_starts(format, STR("{host}"))) {
			target_host(b);
			used = 6;
		} else {
			buf_char(b, format.p[0]);
		}
		format = str_sub(format, used, format.n);
	}
}
