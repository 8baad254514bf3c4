#include "ember/tools/pack_inspect.h"

#include <stdio.h>
#include <string.h>

#include "ember/base/buf.h"
#include "ember/compile/val.h"
#include "ember/rx/rx.h"

static const char *const section_names[PACK_SECTIONS] = {
	"text", "words", "atoms", "templates", "regexes", "rules", "captures", "sets", "injections",
	"languages", "names", "files", "files folded", "extensions", "extensions folded", "interpreters",
	"globs", "first lines", "suffixes", "themes", "theme names", "nodes", "edges", "styles", "notices",
	"repository",
	"contexts", "actions", "columns", "automata", "programs",
};

static int finish(int status)
{
	return fflush(stdout) != 0 || ferror(stdout) ? 1 : status;
}

int inspect_sections(const struct pack *p)
{
	struct pack_header h;
	memcpy(&h, p->base, sizeof(h));
	for (unsigned s = 0; s < PACK_SECTIONS; s++)
		printf("%-18s %8u records %10llu bytes\n", section_names[s], pack_count(p, s),
			(unsigned long long)h.section[s].size);
	return finish(0);
}

/* The text with each back reference replaced by a letter, as a begin match would fill it. */
static struct str filled(struct buf *out, const struct pack *p, const struct pack_regex *r)
{
	struct str text = pack_text(p, r->text);
	if (!(r->flags & PACK_REGEX_BACKREF))
		return text;
	buf_clear(out);
	for (size_t i = 0; i < text.n; i++) {
		if (text.p[i] != '\\' || i + 1 == text.n || !ascii_digit(text.p[i + 1])) {
			buf_char(out, text.p[i]);
			continue;
		}
		while (i + 1 < text.n && ascii_digit(text.p[i + 1]))
			i++;
		buf_char(out, 'x');
	}
	return buf_view(out);
}

int inspect_regexes(const struct pack *p)
{
	uint32_t n = pack_count(p, PACK_REGEXES), bad = 0;
	struct buf text = { 0 };
	for (uint32_t i = 1; i < n; i++) {
		char why[RX_WHY_MAX];
		struct err e = { 0 };
		struct rx *rx = rx_new(filled(&text, p, pack_regex(p, i)), RX_GRAMMAR, 0, why, &e);
		if (!rx) {
			struct str s = pack_text(p, pack_regex(p, i)->text);
			printf("%s: %.*s\n", why, STR_ARG(s));
			bad++;
		}
		rx_free(rx);
	}
	printf("%u regexes, %u bad\n", n ? n - 1 : 0, bad);
	buf_fini(&text);
	return finish(bad != 0);
}

int inspect_languages(const struct pack *p)
{
	static const char *const kinds[] = { "permissive", "copyleft", "unstated", "own", "user" };
	for (uint32_t i = 0; i < pack_count(p, PACK_LANGUAGES); i++) {
		const struct pack_language *l = pack_language(p, i);
		struct str name = pack_text(p, l->name), scope = pack_text(p, l->scope);
		printf("%.*s\t%.*s\t%s\n", STR_ARG(name), STR_ARG(scope),
			l->licence < COUNTOF(kinds) ? kinds[l->licence] : "?");
	}
	return finish(0);
}

int inspect_notices(const struct pack *p)
{
	for (uint32_t i = 0; i < pack_count(p, PACK_NOTICES); i++) {
		const struct pack_notice *n = pack_notice(p, i);
		struct str what = pack_text(p, n->what), licence = pack_text(p, n->licence), text = pack_text(p, n->text);
		if (what.n)
			printf("%.*s\nLicence: %.*s\n\n%.*s\n\n", STR_ARG(what), STR_ARG(licence), STR_ARG(text));
	}
	return finish(0);
}

int inspect_versions(void)
{
	printf("jansson %s\nexpat %s\n", val_json_version(), val_xml_version());
	return finish(0);
}
