/* Random names and contents through language detection: always a language of the registry. */
#include <stdint.h>

#include "unit/syntax/fixture.h"

#include "ember/syntax/detect.h"
#include "ember/syntax/mapglob.h"

static const char *const grammars[] = {
	"{'name':'python','scopeName':'source.python','fileTypes':['py'],'patterns':[]}",
	"{'name':'json','scopeName':'source.json','fileTypes':['json'],'patterns':[]}",
	"{'name':'cpp','scopeName':'source.cpp','fileTypes':['h','hpp'],'patterns':[],'"
	"firstLineMatch':'^//.*c[+]{2}$'}",
	NULL,
};
static const char *const tsv = "-\tsuffix\t~ .bak\n"
			       "python\tinterp\tpython\n"
			       "cpp\tglob\t*/include/* x.{c,h}[!a-c]?\n"
			       "json\tfile\t.jsonrc\n";

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct fixture f;
	static bool open;
	bool known;
	if (!open)
		fixture_open(&f, grammars, NULL, tsv);
	open = true;
	if (size > 4096)
		return 0;
	struct str all = { (const char *)data, size }, rest = all;
	struct str path = str_cut(&rest, '\n');
	struct detect_map map = { .glob = str_sub(rest, 0, 40), .language = 1 };
	struct detect_rules rules = {
		.maps = &map, .nmaps = size % 2, .suffixes = &path, .nsuffixes = size % 3 == 0
	};
	struct detect_file named = {
		.path = path, .full = path, .target = rest, .head = rest, .tail = rest
	};
	struct detect_file piped = { .head = all, .tail = all, .pipe = true };
	REQUIRE(detect_language_known(&f.reg, &named, &rules, &known) < registry_count(&f.reg));
	REQUIRE(detect_language(&f.reg, &piped, NULL) < registry_count(&f.reg));
	mapglob_match(path, rest);
	return 0;
}
