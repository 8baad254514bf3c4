#include "ember/tools/pack_data.h"

/* A rule of '=' parts the blocks of a package's NOTICE; the lines "Files:" and "SPDX:" head each. */
static bool is_rule(struct str line)
{
	line = str_trim(line);
	return str_starts(line, STR("====================")) && str_ends(line, STR("===="));
}

static void add(struct pack_build *b, struct str what, struct str licence, struct str text)
{
	struct pack_notice n = {
		.what = writer_text(&b->writer, what),
		.licence = writer_text(&b->writer, licence),
		.text = writer_text(&b->writer, str_trim(text)),
	};
	if (n.what && n.text)
		WRITER_ADD(&b->writer, PACK_NOTICES, &n);
}

/* One block: kept when what it covers may be in this pack. */
static void block(struct pack_build *b, struct str text)
{
	struct str rest = text, line, files = { 0 }, spdx = { 0 };
	for (unsigned i = 0; i < 4 && str_line(&rest, &line); i++) {
		struct str value = line, key = str_cut(&value, ':');
		if (str_eqc(key, "Files"))
			files = str_trim(value);
		else if (str_eqc(key, "SPDX"))
			spdx = str_trim(value);
	}
	if (files.n && data_allowed(b, data_licence(spdx)))
		add(b, files, spdx, text);
}

static void blocks(struct pack_build *b, struct str notice)
{
	struct str rest = notice, line;
	const char *from = notice.p;
	while (rest.n) {
		const char *at = rest.p;
		str_line(&rest, &line);
		if (line.n && is_rule(line)) {
			block(b, (struct str){ from, (size_t)(at - from) });
			from = line.p + line.n + 1 <= notice.p + notice.n ? line.p + line.n + 1 : line.p + line.n;
		}
	}
	block(b, (struct str){ from, (size_t)(notice.p + notice.n - from) });
}

void data_notices(struct pack_build *b)
{
	static const char *const packages[] = { "tm-grammars", "tm-themes", "linguist-languages" };
	if (b->choice == PACK_OWN_ONLY)
		return;
	for (size_t i = 0; i < COUNTOF(packages); i++) {
		const char *folder = data_path(b, "node_modules", str_from(packages[i]), "");
		struct str licence = data_file(b, data_path(b, folder, STR("LICENSE"), ""), true);
		struct str notice = data_file(b, data_path(b, folder, STR("NOTICE"), ""), true);
		struct str third = data_file(b, data_path(b, folder, STR("ThirdPartyNoticeText.txt"), ""), true);
		add(b, str_from(packages[i]), STR("MIT"), licence);
		if (third.n)
			add(b, str_from(packages[i]), STR("MIT"), third);
		if (notice.n)
			blocks(b, notice);
	}
	add(b, STR("Grammars without a stated licence"), STR("none stated"), buf_view(&b->unstated));
}
