#include "ember/term/caps.h"

#include <stdlib.h>

/* curses.h must come before term.h; its macros for colours stay unused here. */
#include <curses.h>
#include <term.h>

static bool caps_flag(const char *name)
{
	/* RGB may be a flag, a number or a string of bits per channel. */
	if (tigetflag(name) > 0 || tigetnum(name) > 0)
		return true;
	const char *s = tigetstr(name);
	return s && s != (const char *)-1;
}

void caps_read(struct caps *c, const char *name)
{
	*c = (struct caps){ 0 };
	if (!name)
		name = getenv("TERM");
	int status = 0;
	TERMINAL *before = cur_term;
	if (!name || !*name || setupterm(name, 1, &status) != OK)
		return;
	int colors = tigetnum("colors");
	const char *cup = tigetstr("cup");
	c->known = true;
	c->colors = colors > 0 ? colors : 0;
	c->rgb = caps_flag("RGB") || caps_flag("Tc");
	c->cup = cup && cup != (const char *)-1;
	TERMINAL *mine = set_curterm(before);
	if (mine)
		del_curterm(mine);
}

const char *caps_version(void)
{
	return curses_version();
}
