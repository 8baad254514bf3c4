#include "about.h"

#include <string.h>
#include <unistd.h>

#include "ember/base/def.h"
#include "ember/os/env.h"
#include "packs.h"

/* Where the personality's own configuration lies: bat's for bat. */
static const char *about_config_dir(const struct ecat_conf *c, struct arena *a)
{
	const char *bats = env_get("BAT_CONFIG_DIR");
	if (c->as_bat && bats)
		return bats;
	return env_path(a, ENV_CONFIG, c->as_bat ? "bat" : "ember");
}

static const char *about_config_file(const struct ecat_conf *c, struct arena *a)
{
	const char *named = env_get(c->as_bat ? "BAT_CONFIG_PATH" : "EMBER_CONFIG");
	const char *folder = about_config_dir(c, a);
	if (named || !folder)
		return named;
	return arena_printf(a, "%s/%s", folder, c->as_bat ? "config" : "ecat.conf").p;
}

static void about_path(struct diag *d, struct out *out, const char *path)
{
	if (!path) {
		diag_text(d, 1, "there is no such folder: HOME is not set");
		return;
	}
	out_text(out, path);
	out_char(out, '\n');
}

static void about_notices(const struct ecat_conf *c, struct diag *d, struct out *out)
{
	struct ecat_conf built_in = *c;
	struct packs p;
	built_in.no_custom = true; /* the user knows the licences of the user's files */
	packs_open(&p, &built_in, d);
	const struct pack *pack = &p.registry.pack;
	for (uint32_t i = 1; i < pack_count(pack, PACK_NOTICES); i++) {
		const struct pack_notice *n = pack_notice(pack, i);
		out_str(out, pack_text(pack, n->what));
		out_text(out, "\nLicence: ");
		out_str(out, pack_text(pack, n->licence));
		out_text(out, "\n\n");
		out_str(out, pack_text(pack, n->text));
		out_text(out, "\n\n");
	}
	packs_close(&p);
}

bool about_tell(const struct ecat_conf *c, struct diag *d, struct out *out)
{
	struct arena a = { 0 };
	bool known = true;
	switch (c->task) {
	case ECAT_TELL_CONFIG_FILE:
		about_path(d, out, about_config_file(c, &a));
		break;
	case ECAT_TELL_CONFIG_DIR:
		about_path(d, out, about_config_dir(c, &a));
		break;
	case ECAT_TELL_CACHE_DIR:
		about_path(d, out, cache_folder(&a));
		break;
	case ECAT_TELL_DIAGNOSTIC:
		diagnostic_tell(c, d, out);
		break;
	case ECAT_TELL_ACKNOWLEDGEMENTS:
		about_notices(c, d, out);
		break;
	default:
		known = false;
	}
	arena_fini(&a);
	return known;
}

static const char cache_usage[] =
	"Usage: ecat cache --build|--clear\n"
	"\n"
	"  --build   compile the syntaxes and themes of your own folders now\n"
	"  --clear   remove what was compiled\n"
	"\n"
	"Neither is ever needed: what is new or has changed is compiled when it is first used.\n"
	"--source=DIR, --target=DIR and --blank are accepted for the sake of scripts.\n";

enum { CACHE_BUILD, CACHE_CLEAR, CACHE_SOURCE, CACHE_TARGET, CACHE_BLANK, CACHE_HELP, CACHE_WORDS };

/* The letters are bat's: "cat cache -b" reads a file. -1: none of the words. */
static int cache_word(const char *arg, bool as_bat)
{
	static const char *const words[] = { "--build", "--clear", "--source", "--target", "--blank", "--help" };
	static const char letters[] = "bc   h";
	for (size_t w = 0; w < COUNTOF(words); w++) {
		size_t n = strlen(words[w]);
		bool letter = as_bat && letters[w] != ' ' && arg[0] == '-' && arg[1] == letters[w] && !arg[2];
		if (letter || (strncmp(arg, words[w], n) == 0 && (!arg[n] || arg[n] == '=')))
			return (int)w;
	}
	return -1;
}

static void cache_help(struct diag *d)
{
	struct out out;
	out_init(&out, STDOUT_FILENO, sizeof(cache_usage));
	out_text(&out, cache_usage);
	if (out_flush(&out) != 0)
		diag_text(d, 1, "write error");
	out_fini(&out);
}

bool about_cache(struct diag *d, int argc, char **argv)
{
	bool given[CACHE_WORDS] = { false }, value = false;
	int first = argc > 1 && strcmp(argv[1], "--bat") == 0 ? 2 : 1;
	bool as_bat = first == 2 || strcmp(d->program, "bat") == 0 || strcmp(d->program, "batcat") == 0;
	if (argc < first + 2 || strcmp(argv[first], "cache") != 0 || cache_word(argv[first + 1], as_bat) < 0 ||
		access("cache", F_OK) == 0)
		return false;
	for (int i = first + 1; i < argc; i++) {
		int word = value ? -1 : cache_word(argv[i], as_bat);
		if (word < 0 && !value) {
			diag_usage(d, as_bat ? 2 : 1, "cache: unknown argument '%s'", argv[i]);
			return true;
		}
		if (word >= 0)
			given[word] = true;
		value = (word == CACHE_SOURCE || word == CACHE_TARGET) && !strchr(argv[i], '=');
	}
	if (given[CACHE_HELP])
		cache_help(d);
	else if (given[CACHE_CLEAR])
		packs_clear(d);
	else if (given[CACHE_BUILD])
		packs_build(d);
	else
		diag_usage(d, as_bat ? 2 : 1, "cache: --build or --clear is missing");
	return true;
}
