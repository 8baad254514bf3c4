#include "styled.h"
#include "styled_own.h"

#include "ember/os/env.h"
#include "ember/os/file.h"
#include "ember/syntax/dump.h"

#define DUMP_MAX ((size_t)256 << 20)

static bool styled_slurp(struct styled *s, const struct reader_source *source, struct str *text)
{
	struct err e;
	if (file_slurp(text, &s->arena, source->path ? source->path : "/dev/stdin", DUMP_MAX, &e) == 0)
		return true;
	diag_path(s->d, 1, source->path ? str_from(source->path) : STR("-"), &e);
	return false;
}

void styled_dump(const struct ecat_conf *c, struct diag *d, struct out *out)
{
	struct styled s = { .c = c, .d = d, .out = out, .ground = { .tty = -1, .kept = -1 } };
	s.ground.light = str_eqc(str_from(c->theme), "light");
	packs_open(&s.packs, c, d);
	s.registry = s.packs.registry;
	s.conf.registry = &s.registry;
	if (!styled_ready(&s)) {
		highlight_fini(&s.highlight);
		packs_close(&s.packs);
		arena_fini(&s.arena);
		return;
	}
	if (c->theme)
		styled_theme(&s, false);
	s.tokens = styled_tokens(&s);
	for (size_t i = 0; i < (c->n_files ? c->n_files : 1); i++) {
		struct reader_source source = styled_source(&s, i);
		struct str text;
		if (!styled_slurp(&s, &source, &text))
			continue;
		struct detect_file f = reader_file(&source, &s.arena);
		f.head = str_sub(text, 0, 4096);
		if (!f.pipe)
			f.tail = str_sub(text, text.n > 4096 ? text.n - 4096 : 0, text.n);
		tokens_begin(s.tokens, reader_language(&s.conf, &f));
		dump_tokens(out, s.tokens, text, c->theme != NULL);
	}
	styled_tokens_end(&s);
	highlight_fini(&s.highlight);
	packs_close(&s.packs);
	arena_fini(&s.arena);
}
