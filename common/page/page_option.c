#include "page_impl.h"

#include "ember/base/number.h"

static const char *page_case_word(const struct page *p)
{
	return p->conf.ignore_case == SEARCH_IGNORE ? "case is ignored"
		: p->conf.ignore_case == SEARCH_SMART ? "case is ignored unless the pattern has capitals"
						      : "case counts";
}

/* The pattern as it was typed, under the new rule of case. */
static void page_case_again(struct page *p)
{
	if (search_ready(&p->search))
		(void)page_pattern(p, &p->search, buf_view(&p->search.pattern), p->search.flags);
	page_say(p, "%s", page_case_word(p));
}

static void page_toggle_case(struct page *p, enum search_case kind)
{
	p->conf.ignore_case = p->conf.ignore_case == kind ? SEARCH_EXACT : kind;
	page_case_again(p);
}

static const char *page_wrap_word(const struct page *p)
{
	static const char *const words[] = { "lines are cut off", "lines are wrapped",
		"lines are wrapped at words" };
	return words[p->layout.wrap];
}

static void page_next_wrap(struct page *p)
{
	struct doc_layout layout = p->layout;
	layout.left = 0;
	layout.wrap = layout.wrap == DOC_CHOP ? DOC_WRAP_WORD
		: layout.wrap == DOC_WRAP_WORD ? DOC_WRAP_CHARACTER
					       : DOC_CHOP;
	page_relayout(p, &layout, p->rows);
	page_say(p, "%s", page_wrap_word(p));
}

static void page_toggle_layout(struct page *p, bool numbers)
{
	struct doc_layout layout = p->layout;
	if (numbers)
		layout.numbers = !layout.numbers;
	else
		layout.decorations = !layout.decorations;
	page_relayout(p, &layout, p->rows);
	if (numbers)
		page_say(p, "line numbers %s", layout.numbers ? "on" : "off");
	else
		page_say(p, "decorations %s", layout.decorations ? "on" : "off");
}

unsigned page_option(struct page *p, uint32_t letter)
{
	char name[32];
	switch (letter) {
	case 'S': page_next_wrap(p); break;
	case 'N':
	case 'n': page_toggle_layout(p, true); break;
	case 'D': page_toggle_layout(p, false); break;
	case 'i': page_toggle_case(p, SEARCH_SMART); break;
	case 'I': page_toggle_case(p, SEARCH_IGNORE); break;
	case 'R': page_say(p, "colours are shown, other escape sequences are not"); break;
	case '#':
	case 'j': page_prompt_open(p, PROMPT_NUMBER, (char)letter); break;
	default:
		keys_name(name, letter);
		page_say(p, "-%s is no option here", name);
		return PAGE_BELL | PAGE_DRAW;
	}
	return PAGE_DRAW;
}

unsigned page_option_value(struct page *p, char letter, struct str value)
{
	uint64_t n;
	if (!number_u64(str_trim(value), &n) || n > PAGE_COUNT_MAX) {
		page_say(p, "-%c needs a number", letter);
		return PAGE_BELL;
	}
	if (letter == '#')
		p->conf.side_cols = (unsigned)n;
	else
		p->conf.jump = (unsigned)n;
	page_option_show(p, (uint32_t)letter);
	return 0;
}

void page_option_show(struct page *p, uint32_t letter)
{
	char name[32];
	switch (letter) {
	case 'S': page_say(p, "%s", page_wrap_word(p)); break;
	case 'N':
	case 'n': page_say(p, "line numbers %s", p->layout.numbers ? "on" : "off"); break;
	case 'D': page_say(p, "decorations %s", p->layout.decorations ? "on" : "off"); break;
	case 'i':
	case 'I': page_say(p, "%s", page_case_word(p)); break;
	case 'R': page_say(p, "colours are shown, other escape sequences are not"); break;
	case 'j': page_say(p, "targets go to row %u", p->conf.jump ? p->conf.jump : 1); break;
	case '#':
		if (p->conf.side_cols)
			page_say(p, "moves to the side go %u columns", p->conf.side_cols);
		else
			page_say(p, "moves to the side go half a screen");
		break;
	default:
		keys_name(name, letter);
		page_say(p, "-%s is no option here", name);
	}
}
