#include "ember/page/page.h"

#include "ember/base/number.h"

/* A number behind an option letter, "-.5" and "5,3" cut at the first byte that is no digit. */
static unsigned less_number(struct str *rest)
{
	unsigned v = 0;
	size_t i = 0;
	while (i < rest->n && rest->p[i] == ' ')
		i++;
	for (; i < rest->n && ascii_digit(rest->p[i]); i++)
		v = v < 100000 ? v * 10 + (unsigned)(rest->p[i] - '0') : v;
	while (i < rest->n &&
		(ascii_digit(rest->p[i]) || rest->p[i] == ',' || rest->p[i] == '.' ||
			rest->p[i] == '-'))
		i++;
	*rest = str_sub(*rest, i, rest->n);
	return v;
}

/* Text of an option up to its '$', or to the end. */
static struct str less_text(struct str *rest)
{
	size_t end = str_chr(*rest, '$');
	struct str text = end == STR_NONE ? *rest : str_sub(*rest, 0, end);
	*rest = end == STR_NONE ? str_sub(*rest, rest->n, rest->n)
				: str_sub(*rest, end + 1, rest->n);
	return text;
}

static void less_word(struct str *rest, struct page_conf *conf, struct page_less *less)
{
	static const struct {
		struct str name;
		char letter;
	} rows[] = {
		{ STR_INIT("quit-if-one-screen"), 'F' }, { STR_INIT("no-init"), 'X' },
		{ STR_INIT("chop-long-lines"), 'S' },    { STR_INIT("LINE-NUMBERS"), 'N' },
		{ STR_INIT("line-numbers"), 'n' },       { STR_INIT("ignore-case"), 'i' },
		{ STR_INIT("IGNORE-CASE"), 'I' },        { STR_INIT("quit-on-intr"), 'K' },
		{ STR_INIT("quit-at-eof"), 'E' },        { STR_INIT("QUIT-AT-EOF"), 'E' },
		{ STR_INIT("HILITE-SEARCH"), 'G' },
	};
	size_t end = 0;
	while (end < rest->n && rest->p[end] != ' ' && rest->p[end] != '$')
		end++;
	struct str word = str_sub(*rest, 0, end);
	*rest = str_sub(*rest, end < rest->n ? end + 1 : end, rest->n);
	if (str_eq(word, STR("mouse")) || str_eq(word, STR("MOUSE")))
		less->mouse = true;
	for (size_t i = 0; i < COUNTOF(rows); i++)
		if (str_eq(word, rows[i].name))
			page_less((struct str){ &rows[i].letter, 1 }, conf, less);
}

static void less_letter(
	char letter, struct str *rest, struct page_conf *conf, struct page_less *less)
{
	switch (letter) {
	case 'e':
	case 'E': conf->quit_at_eof = true; break;
	case 'F': less->quit_if_one_screen = true; break;
	case 'g': break; /* only the match last found: it has its own colour here */
	case 'G': conf->no_highlight = true; break;
	case 'i': conf->ignore_case = SEARCH_SMART; break;
	case 'I': conf->ignore_case = SEARCH_IGNORE; break;
	case 'K': conf->quit_on_intr = true; break;
	case 'n':
		less->numbers = false;
		conf->layout.numbers = false;
		break;
	case 'N': less->numbers = conf->layout.numbers = true; break;
	case 'S':
		less->chop = true;
		conf->layout.wrap = DOC_CHOP;
		break;
	case 'X': less->no_alt_screen = true; break;
	case '#': conf->side_cols = less_number(rest); break;
	case 'j': conf->jump = less_number(rest); break;
	case 'x': less->tabs = less_number(rest); break;
	case 'b':
	case 'h':
	case 'y':
	case 'z': less_number(rest); break;
	case 'D':
	case 'k':
	case 'o':
	case 'O':
	case 'p':
	case 'P':
	case 't':
	case 'T':
	case '"': less_text(rest); break;
	default: break;
	}
}

void page_less(struct str value, struct page_conf *conf, struct page_less *less)
{
	while (value.n) {
		char c = value.p[0];
		value = str_sub(value, 1, value.n);
		if (c == '+') {
			if (value.n && value.p[0] == '+')
				value = str_sub(value, 1, value.n);
			conf->first = less_text(&value);
		} else if (c == '-' && value.n && (value.p[0] == '-' || value.p[0] == '+')) {
			/* "--name", and "-+X": X as it is untold, which is how we begin */
			bool word = value.p[0] == '-';
			value = str_sub(value, word ? 1 : (value.n > 1 ? 2 : 1), value.n);
			if (word)
				less_word(&value, conf, less);
		} else if (c != '-' && c != ' ' && c != '$') {
			less_letter(c, &value, conf, less);
		}
	}
}
