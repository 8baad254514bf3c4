/* Random text through grammars that use every rule of the line machine: spans must cover it. */
#include <stdint.h>

#include "unit/syntax/fixture.h"

#include "ember/syntax/token.h"

static const char *const grammars[] = {
	"{'name':'a','scopeName':'source.a','patterns':[{'include':'#block'},{'include':'#str'},{'"
	"include':'#here'},"
	"{'match':'\\\\b(if|else|[A-Z]\\\\w*+)\\\\b','name':'keyword.$1.a'},{'match':'(?<=x)y*(?=z)"
	"','name':'k'},"
	"{'include':'source.b'},{'match':'//.*$\\\\n?','name':'comment.a'}],"
	"'repository':{'block':{'begin':'[({]','end':'[)}]','name':'meta.block','contentName':'c',"
	"'applyEndPatternLast':true,'patterns':[{'include':'$self'},{'match':'\\\\G\\\\s*;','name':"
	"'g'}]},"
	"'str':{'begin':'([\\\"`])','end':'(?<!\\\\\\\\)\\\\1|\\\\Z','name':'string.a','patterns':["
	"{'match':'(\\\\\\\\(u\\\\h{4}|.))','captures':{'1':{'name':'e'},'2':{'patterns':[{'"
	"include':'#str'}]}}}]},"
	"'here':{'begin':'<<-?(\\\\w+)(.*)$\\\\n?','end':'^\\\\s*\\\\1$','name':'here.$1',"
	"'beginCaptures':{'2':{'patterns':[{'include':'$self'}]}}}},"
	"'injections':{'L:string - here':{'patterns':[{'match':'%[a-z]','name':'f'}]},"
	"'c':{'patterns':[{'match':'(?=q)','name':'empty'}]}}}",
	"{'name':'b','scopeName':'source.b','patterns':[{'begin':'^> ','while':'^> "
	"|^(?=\\\\s)','name':'quote',"
	"'whileCaptures':{'0':{'name':'w'}},'patterns':[{'include':'$base'}]},"
	"{'begin':'(?=@)','end':'(?!\\\\G)','patterns':[{'match':'@(\\\\w)(?:\\\\.(\\\\w+))*','"
	"captures':{'0':{'name':'at'},"
	"'2':{'name':'n.${2:/"
	"upcase}'}}}]},{'match':'\\\\A#!.*','name':'shebang'},{'match':'(?i)stra\\u00dfe|\\\\p{Lu}'"
	",'name':'u'},"
	"{'begin':'(?=a)','end':'(?=a)','name':'loop'}]}",
	"{'name':'c','scopeName':'source.c','injectionSelector':'R:meta.block','injectTo':['source."
	"a'],"
	"'patterns':[{'begin':'\\\\[','end':'\\\\]','patterns':[{'include':'source.a'}]}]}",
	NULL,
};

static void check_line(struct tokens *t, struct str line)
{
	size_t n;
	uint32_t at = 0;
	const struct span *s = tokens_line(t, line, &n);
	REQUIRE(n > 0 && s[n - 1].end == line.n);
	for (size_t i = 0; i < n; i++) {
		REQUIRE(s[i].end > at || n == 1);
		at = s[i].end;
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct fixture f; /* made once: what is fuzzed is the text */
	static struct tokens *t;
	struct language l;
	if (!t) {
		fixture_open(&f, grammars, NULL, NULL);
		t = tokens_new(&f.reg, NULL);
	}
	if (size == 0 || size > 4096)
		return 0;
	const char *name[] = { "a", "b" };
	REQUIRE(registry_find(&f.reg, str_from(name[data[0] & 1]), &l));
	tokens_want_scopes(t, data[0] & 2);
	tokens_begin(t, l.id);
	struct str text = { (const char *)data + 1, size - 1 }, line;
	uint32_t states[16] = { 0 };
	for (unsigned i = 0; str_line(&text, &line); i++) {
		check_line(t, line);
		states[i % COUNTOF(states)] = tokens_state(t);
		if (i % 7 == 6) { /* jump back, as the pager does: the line must come out again */
			tokens_restore(t, states[(i - 1) % COUNTOF(states)]);
			check_line(t, line);
			REQUIRE(tokens_state(t) == states[i % COUNTOF(states)]);
		}
	}
	return 0;
}
