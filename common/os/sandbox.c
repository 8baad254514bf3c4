#include "ember/os/sandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/landlock.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "sandbox_filter.h"

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define SANDBOX_OFF 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer) || __has_feature(memory_sanitizer)
#define SANDBOX_OFF 1
#endif
#endif
#ifndef SANDBOX_OFF
#define SANDBOX_OFF 0
#endif

static int sandbox_seccomp(unsigned keep, struct err *e)
{
	struct sandbox_filter f;
	sandbox_filter_make(&f, keep);
	struct sock_fprog program = { .len = f.n, .filter = f.p };
	if (!f.n)
		return err_sys(e, ENOSYS, "seccomp");
	return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program, 0, 0) == 0 ? 0 : err_sys(e, errno, "seccomp");
}

static int sandbox_landlock(unsigned keep, struct err *e)
{
	struct landlock_ruleset_attr attr = {
		.handled_access_fs = LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_WRITE_FILE |
			LANDLOCK_ACCESS_FS_REMOVE_DIR | LANDLOCK_ACCESS_FS_REMOVE_FILE | LANDLOCK_ACCESS_FS_MAKE_CHAR |
			LANDLOCK_ACCESS_FS_MAKE_DIR | LANDLOCK_ACCESS_FS_MAKE_REG | LANDLOCK_ACCESS_FS_MAKE_SOCK |
			LANDLOCK_ACCESS_FS_MAKE_FIFO | LANDLOCK_ACCESS_FS_MAKE_BLOCK | LANDLOCK_ACCESS_FS_MAKE_SYM,
	};
	int rules = (int)syscall(SYS_landlock_create_ruleset, &attr, sizeof(attr), 0);
	if (rules < 0)
		return err_sys(e, errno, "landlock");
	int tty = keep & SANDBOX_TTY ? open("/dev/tty", O_PATH | O_CLOEXEC) : -1;
	if (tty >= 0) {
		struct landlock_path_beneath_attr beneath = {
			.allowed_access = LANDLOCK_ACCESS_FS_WRITE_FILE,
			.parent_fd = tty,
		};
		(void)syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &beneath, 0);
		close(tty);
	}
	int ret = syscall(SYS_landlock_restrict_self, rules, 0) == 0 ? 0 : err_sys(e, errno, "landlock");
	close(rules);
	return ret;
}

int sandbox_enter(unsigned keep, struct err *e)
{
	int held = 0;
	if (SANDBOX_OFF)
		return 0;
	if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) {
		err_sys(e, errno, "no_new_privs");
		return 0;
	}
	held++;
	held += sandbox_landlock(keep, e) == 0;
	held += sandbox_seccomp(keep, e) == 0;
	return held;
}
