#include "ember/syntax/state.h"

#include "lib/test.h"

static const struct state *push(struct states *s, const struct state *parent, uint32_t rule)
{
	return states_push(
		s, &(struct state){ .parent = parent, .rule = rule, .enter = 3, .anchor = 4 });
}

TEST(equal_stacks_are_one)
{
	struct states s = { 0 };
	const struct state *root = states_keep(&s, push(&s, NULL, 1));
	const struct state *one = states_keep(&s, push(&s, push(&s, root, 2), 3));
	const struct state *two = states_keep(&s, push(&s, push(&s, root, 2), 3));
	CHECK(one == two && one->id && states_at(&s, one->id) == one, "interned by value");
	CHECK(one->enter == -1 && one->anchor == -1, "places in the line are forgotten");
	CHECK(one->parent->parent == root && one->depth == 2, "on the same root");
	CHECK(states_keep(&s, push(&s, root, 3)) != one, "another stack");
	CHECK(states_keep(&s, one) == one, "keeping twice changes nothing");
	CHECK(!states_at(&s, 0) && !states_at(&s, 99), "numbers of no state");
	states_fini(&s);
}

TEST(the_line_end_counts)
{
	struct states s = { 0 };
	const struct state *plain = states_keep(&s, push(&s, NULL, 1));
	const struct state *eol = states_keep(
		&s, states_push(&s, &(struct state){ .rule = 1, .eol = true, .enter = 0 }));
	CHECK(plain != eol, "a begin that took the line's end is another state");
	states_fini(&s);
}

TEST(while_frames_are_linked)
{
	struct states s = { 0 };
	const struct state *root = push(&s, NULL, 1);
	const struct state *w =
		states_push(&s, &(struct state){ .parent = root, .rule = 2, .is_while = true });
	const struct state *top = push(&s, w, 3);
	CHECK(!root->whiles && w->whiles == w && top->whiles == w, "in the line");
	top = states_keep(&s, top);
	CHECK(top->whiles == top->parent && top->parent->whiles == top->parent, "and interned");
	states_fini(&s);
}

TEST(many_states)
{
	struct states s = { 0 };
	const struct state *st = states_keep(&s, push(&s, NULL, 0));
	for (uint32_t i = 1; i < 5000; i++)
		st = states_keep(&s, push(&s, st, i));
	CHECK(st->id == 5000 && st->depth == 4999, "id %u depth %u", st->id, st->depth);
	for (uint32_t i = 5000; i > 1; i--)
		st = st->parent;
	CHECK(states_keep(&s, push(&s, st, 1))->id == 2, "found again after growing");
	states_reset(&s);
	CHECK(!states_at(&s, 1) && states_keep(&s, push(&s, NULL, 9))->id == 1, "starts anew");
	states_fini(&s);
}
