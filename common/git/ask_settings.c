#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "ember/git/ask.h"

#define SETTINGS_MAX 65536 /* settings of a repository */
#define FILTERS_MAX 256    /* content filters that are set up in one */

int ask_settings_read(struct ask *a, struct ask_settings *s, const char *file)
{
	const char *all[] = { "config", "-z", "--list", NULL }, *one[] = { "config", "-z", "--list", "-f", file, NULL };
	struct command_run run;
	struct str record;
	int got = 1;
	if (command_start(&run, &a->command, file ? one : all, false) != 0)
		return -1;
	while (s->list.n < SETTINGS_MAX && (got = command_record(&run, &a->command, '\0', &record)) == 1) {
		struct str kept = arena_str(&a->arena, record);
		struct ask_setting set = { .bare = str_chr(kept, '\n') == STR_NONE };
		set.name = str_cut(&kept, '\n');
		set.value = kept;
		VEC_PUSH(&s->list) = set;
	}
	return command_end(&run, &a->command) == 0 && got == 0 ? 1 : -1;
}

const struct ask_setting *ask_setting(const struct ask_settings *s, struct str name)
{
	for (size_t i = s->list.n; i; i--)
		if (str_eq(s->list.p[i - 1].name, name))
			return &s->list.p[i - 1];
	return NULL;
}

int ask_flag(const struct ask_settings *s, const char *name, int unset)
{
	static const char *const words[] = { "false", "no", "off", "true", "yes", "on" };
	const struct ask_setting *found = ask_setting(s, str_from(name));
	char *end;
	if (!found)
		return unset;
	if (found->bare || found->value.n == 0)
		return found->bare;
	for (int i = 0; i < 6; i++)
		if (str_eq_nocase(found->value, str_from(words[i])))
			return i >= 3;
	long number = strtol(found->value.p, &end, 10);
	return *end == '\0' ? number != 0 : unset;
}

/*
 * Not by -c, which takes the name to end at the first '=': a filter may be called "a=b". Nor are the names looked for in
 * the attributes: a driver that no setting knows runs nothing.
 */
static void ask_silence(struct ask *a, struct str driver, const char *key)
{
	char *option = NULL;
	if (asprintf(&option, "--config-env=%.*s.%s=" COMMAND_NOTHING, STR_ARG(driver), key) < 0)
		panic_memory();
	VEC_PUSH(&a->command.silenced) = option;
}

int ask_silence_filters(struct ask *a)
{
	struct map known = { 0 };
	int ret = 1;
	for (size_t i = 0; i < a->settings.list.n && ret == 1; i++) {
		struct str name = a->settings.list.p[i].name;
		size_t dot = str_rchr(name, '.');
		bool added;
		if (!str_starts(name, STR("filter.")) || dot <= 6)
			continue;
		map_at(&known, str_sub(name, 0, dot), &added);
		if (!added)
			continue;
		ask_silence(a, str_sub(name, 0, dot), "clean");
		ask_silence(a, str_sub(name, 0, dot), "process");
		ask_silence(a, str_sub(name, 0, dot), "required");
		if (known.n > FILTERS_MAX) {
			ret = command_fail(&a->command, "too many content filters");
		}
	}
	map_fini(&known);
	return ret;
}
