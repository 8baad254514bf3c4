#include "ember/list/long.h"

#include <dirent.h>
#include <string.h>
#include <sys/stat.h>

#include "ember/base/number.h"

static char long_type(uint8_t type)
{
	switch (type) {
	case DT_REG: return '-';
	case DT_DIR: return 'd';
	case DT_LNK: return 'l';
	case DT_FIFO: return 'p';
	case DT_SOCK: return 's';
	case DT_CHR: return 'c';
	case DT_BLK: return 'b';
	default: return '?';
	}
}

static char long_execute(uint32_t mode, uint32_t execute, uint32_t special, char both, char only)
{
	if (mode & special)
		return mode & execute ? both : only;
	return mode & execute ? 'x' : '-';
}

static void long_mode(struct out *o, const struct item *it, bool any_acl)
{
	char p[12] = "?????????? ";
	p[0] = long_type(it->type);
	if (it->facts) {
		uint32_t m = it->facts->mode;
		p[1] = m & S_IRUSR ? 'r' : '-';
		p[2] = m & S_IWUSR ? 'w' : '-';
		p[3] = long_execute(m, S_IXUSR, S_ISUID, 's', 'S');
		p[4] = m & S_IRGRP ? 'r' : '-';
		p[5] = m & S_IWGRP ? 'w' : '-';
		p[6] = long_execute(m, S_IXGRP, S_ISGID, 's', 'S');
		p[7] = m & S_IROTH ? 'r' : '-';
		p[8] = m & S_IWOTH ? 'w' : '-';
		p[9] = long_execute(m, S_IXOTH, S_ISVTX, 't', 'T');
		p[10] = it->acl ? it->acl : ' ';
	} else {
		p[10] = '?';
	}
	size_t n = any_acl ? 11 : 10;
	p[n++] = ' ';
	out_bytes(o, p, n);
}

static void long_number(struct out *o, uint64_t v, unsigned width)
{
	char p[24];
	column_right(o, (struct str){ p, number_put(p, v) }, width);
}

/* A user or group: its name, left-aligned, or its number, right-aligned. */
static void long_owner(
	struct column *c, const struct item *it, struct str name, uint32_t id, unsigned width)
{
	if (!it->facts)
		name = STR("?");
	if (!name.n) {
		long_number(c->out, id, width);
		out_char(c->out, ' ');
		return;
	}
	for (size_t i = 0; i < name.n;
		i++) { /* names come from a database of others (spec els B7) */
		bool control = (unsigned char)name.p[i] < 32 || name.p[i] == 127;
		out_char(c->out, control ? '?' : name.p[i]);
	}
	size_t cols = quote_cols(name);
	out_fill(c->out, ' ', (cols < width ? width - cols : 0) + 1);
}

static void long_owners(struct column *c, const struct item *it)
{
	const struct list_conf *conf = c->conf;
	const struct item_facts *f = it->facts;
	bool named = f && !conf->numeric;
	struct str user = { NULL, 0 }, group = { NULL, 0 };
	if (named && (conf->owner || conf->author))
		user = ids_user(c->ids, f->uid);
	if (named && conf->group)
		group = ids_group(c->ids, f->gid);
	if (conf->owner)
		long_owner(c, it, user, f ? f->uid : 0, c->w.owner);
	if (conf->group)
		long_owner(c, it, group, f ? f->gid : 0, c->w.group);
	if (conf->author)
		long_owner(c, it, user, f ? f->uid : 0, c->w.author);
}

static void long_size(struct column *c, const struct item *it)
{
	const struct item_facts *f = it->facts;
	char p[HUMAN_MAX];
	if (!f) {
		column_right(c->out, STR("?"), c->w.size);
	} else if (S_ISCHR(f->mode) || S_ISBLK(f->mode)) {
		unsigned spare = c->w.size - (c->w.major + 2 + c->w.minor);
		long_number(c->out, f->rdev_major, c->w.major + spare);
		out_text(c->out, ", ");
		long_number(c->out, f->rdev_minor, c->w.minor);
	} else {
		column_right(c->out,
			(struct str){ p, human_put(p, f->size, 1, &c->conf->size_unit) },
			c->w.size);
	}
	out_char(c->out, ' ');
}

static void long_date(struct column *c, const struct item *it)
{
	if (it->facts && (it->flags & ITEM_TIME_KNOWN)) {
		buf_clear(&c->text);
		when_put(&c->when, &c->text, (struct stat_time){ it->facts->sec, it->facts->nsec });
		out_str(c->out, buf_view(&c->text));
	} else {
		column_right(c->out, STR("?"), when_width(&c->when));
	}
	out_char(c->out, ' ');
}

void long_row(struct column *c, const struct item *it, bool any_acl)
{
	const struct list_conf *conf = c->conf;
	uint64_t start = c->out->total + c->out->n;
	column_frills(c, it);
	long_mode(c->out, it, any_acl);
	if (it->facts)
		long_number(c->out, it->facts->nlink, c->w.links);
	else
		column_right(c->out, STR("?"), c->w.links);
	out_char(c->out, ' ');
	long_owners(c, it);
	if (conf->context) {
		struct str context = it->facts && it->facts->context ? str_from(it->facts->context)
								     : STR("?");
		out_str(c->out, context);
		out_fill(c->out, ' ',
			c->w.context - (context.n < c->w.context ? context.n : c->w.context) + 1);
	}
	if (conf->owner || conf->group || conf->author || conf->context)
		start = c->out->total + c->out->n;
	long_size(c, it);
	long_date(c, it);
	/* GNU counts a wrapped line from behind the owners: its bytes decide where colours are cut.
	 */
	size_t at = (size_t)(c->out->total + c->out->n - start);
	size_t shown = column_name(c, it, false, at);
	char mark = column_mark(conf, it);
	if (it->type == DT_LNK) {
		mark = 0;
		if (it->facts && it->facts->link) {
			out_text(c->out, " -> ");
			column_name(c, it, true, at + shown + 4);
			mark = column_target_mark(conf, it);
		}
	}
	if (mark)
		out_char(c->out, mark);
}
