#include "reader_own.h"

#define MARKS_WAIT_MS 8 /* for an answer before the first screen is shown without it */

/* Rows made so far have no room for marks; all are made anew. */
static void git_take(struct reader *r)
{
	r->frame.marks = r->changes.n != 0;
	r->version++;
	r->built = SIZE_MAX;
}

static bool git_may_ask(const struct reader *r)
{
	return r->source.path && r->regular && !r->binary && !r->source.prepared;
}

void reader_git_start(struct reader *r)
{
	const struct reader_conf *c = r->conf;
	struct err e; /* why it is unknown: git_problem keeps that */
	if (!c->git || !git_may_ask(r) || !((c->parts & DECORATE_CHANGES) || c->diff))
		return;
	const char *path = changes_path(&r->arena, r->source.path);
	if (!r->streams && !c->diff && !git_changes_kept(c->git, path, c->diff_base))
		r->job = changes_ask(path, c->diff_base);
	if (!r->job) {
		git_changes(c->git, &r->arena, path, c->diff_base, &r->changes, &e);
		r->frame.marks = r->changes.n != 0 && (c->parts & DECORATE_CHANGES);
		return;
	}
	if (!changes_answer(r->job, MARKS_WAIT_MS, &r->changes))
		r->awaits_marks = true;
	else
		git_take(r);
}

bool reader_git_poll(struct reader *r)
{
	if (r->awaits_marks && changes_answer(r->job, 0, &r->changes)) {
		r->awaits_marks = false;
		git_take(r);
	}
	return r->awaits_marks;
}

bool reader_git_ranges(struct reader *r)
{
	if (!r->conf->diff)
		return true;
	changes_ranges(&r->own_lines, &r->changes, r->conf->diff_context);
	r->want = &r->own_lines;
	return r->changes.n != 0;
}

void reader_git_end(struct reader *r)
{
	if (r->awaits_marks || r->job)
		changes_free(r->job);
	range_fini(&r->own_lines);
}
