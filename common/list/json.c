#include "ember/list/json.h"

#include <dirent.h>
#include <sys/stat.h>

#include "ember/list/more.h"
#include "ember/text/utf8.h"

static void json_text(struct buf *b, struct str s)
{
	buf_char(b, '"');
	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];
		if (c == '"' || c == '\\')
			buf_char(b, '\\');
		if (c < 32 || c == 127)
			buf_printf(b, "\\u%04x", c);
		else
			buf_char(b, (char)c);
	}
	buf_char(b, '"');
}

static void json_base64(struct buf *b, struct str s)
{
	static const char digits[] =
		"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
	buf_char(b, '"');
	for (size_t i = 0; i < s.n; i += 3) {
		uint32_t v = 0;
		size_t n = s.n - i < 3 ? s.n - i : 3;
		for (size_t k = 0; k < 3; k++)
			v = v << 8 | (k < n ? (unsigned char)s.p[i + k] : 0);
		for (size_t k = 0; k < 4; k++)
			buf_char(b, k <= n ? digits[v >> (18 - 6 * k) & 63] : '=');
	}
	buf_char(b, '"');
}

static void json_key(struct buf *b, const char *key, const char *tail)
{
	if (b->n && b->p[b->n - 1] != '{')
		buf_char(b, ',');
	buf_char(b, '"');
	buf_text(b, key);
	buf_text(b, tail);
	buf_text(b, "\":");
}

static void json_string(struct buf *b, const char *key, struct str s)
{
	bool utf8 = utf8_valid(s);
	json_key(b, key, utf8 ? "" : "_b64");
	if (utf8)
		json_text(b, s);
	else
		json_base64(b, s);
}

static void json_number(struct buf *b, const char *key, uint64_t v)
{
	json_key(b, key, "");
	buf_uint(b, v);
}

/* Seconds with nine decimals, exact. */
static void json_time(struct buf *b, const char *key, struct stat_time t)
{
	bool negative = t.sec < 0;
	uint64_t sec = negative ? 0 - (uint64_t)t.sec : (uint64_t)t.sec;
	uint32_t nsec = t.nsec;
	if (negative && nsec) {
		sec--;
		nsec = 1000000000 - nsec;
	}
	json_key(b, key, "");
	buf_printf(b, "%s%llu.%09u", negative ? "-" : "", (unsigned long long)sec, nsec);
}

static const char *json_type(uint8_t type)
{
	switch (type) {
	case DT_REG: return "file";
	case DT_DIR: return "directory";
	case DT_LNK: return "link";
	case DT_FIFO: return "fifo";
	case DT_SOCK: return "socket";
	case DT_CHR: return "character device";
	case DT_BLK: return "block device";
	default: return "unknown";
	}
}

static void json_more(struct buf *b, const struct item_more *m)
{
	static const char *const times[] = { "modified", "accessed", "changed" };
	for (unsigned i = 0; i < 3; i++)
		json_time(b, times[i], m->time[i]);
	if (m->has_born)
		json_time(b, "created", m->time[LIST_BORN]);
	if (m->counted)
		json_number(b, "entries", m->count);
	if (m->partial) {
		json_key(b, "partial", "");
		buf_text(b, "true");
	}
	if (m->branch)
		json_string(b, "branch", str_from(m->branch));
	if (m->n_attrs) {
		json_key(b, "attributes", "");
		buf_char(b, '[');
		for (size_t i = 0; i < m->n_attrs; i++) {
			if (i)
				buf_char(b, ',');
			json_text(b, str_from(m->attrs[i].name));
		}
		buf_char(b, ']');
	}
}

static void json_facts(struct buf *b, struct cells *c, const struct item *it)
{
	const struct item_facts *f = it->facts;
	json_key(b, "mode", "");
	buf_printf(b, "\"%04o\"", f->mode & 07777);
	json_number(b, "links", f->nlink);
	json_number(b, "uid", f->uid);
	json_number(b, "gid", f->gid);
	if (!c->ids)
		c->ids = ids_new();
	struct str user = ids_user(c->ids, f->uid), group = ids_group(c->ids, f->gid);
	if (user.n)
		json_string(b, "user", user);
	if (group.n)
		json_string(b, "group", group);
	json_number(b, "size", f->size);
	json_number(b, "blocks", f->blocks);
	if (f->more)
		json_number(b, "device", f->more->dev);
	json_number(b, "inode", f->ino);
	if (S_ISCHR(f->mode) || S_ISBLK(f->mode)) {
		json_number(b, "major", f->rdev_major);
		json_number(b, "minor", f->rdev_minor);
	}
	if (item_target(it))
		json_string(b, "target", str_from(item_target(it)));
	if (f->more && f->more->context)
		json_string(b, "context", str_from(f->more->context));
	if (f->more)
		json_more(b, f->more);
}

void json_item(struct buf *b, struct cells *c, struct str dir, const struct item *it)
{
	buf_char(b, '{');
	json_string(b, "name", item_name(it));
	if (dir.n)
		json_string(b, "directory", dir);
	json_key(b, "type", "");
	json_text(b, str_from(json_type(it->type)));
	if (it->facts)
		json_facts(b, c, it);
	if (it->git.index || it->git.worktree) {
		char letters[2] = { it->git.index, it->git.worktree };
		json_string(b, "git", (struct str){ letters, 2 });
	}
	buf_text(b, "}\n");
}
