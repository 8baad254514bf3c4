#include "ember/os/sandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/landlock.h>
#include <linux/sched.h>
#include <linux/seccomp.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "ember/base/def.h"
#include "ember/base/panic.h"

#if defined(__x86_64__)
#define SANDBOX_ARCH AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define SANDBOX_ARCH AUDIT_ARCH_AARCH64
#elif defined(__riscv) && __riscv_xlen == 64
#define SANDBOX_ARCH AUDIT_ARCH_RISCV64
#endif

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

#define PROGRAM_MAX 256
#define X32_BIT 0x40000000u

/* Refused whatever their arguments are. */
static const uint16_t sandbox_refused[] = {
	/* programs and processes */
	SYS_execve, SYS_execveat, SYS_ptrace, SYS_process_vm_readv, SYS_process_vm_writev, SYS_pidfd_getfd,
	SYS_pidfd_open,
#ifdef SYS_fork
	SYS_fork, SYS_vfork,
#endif
	/* the network */
	SYS_socket, SYS_socketpair, SYS_connect, SYS_bind, SYS_listen, SYS_accept, SYS_accept4,
	/* files */
	SYS_truncate, SYS_unlinkat, SYS_renameat2, SYS_mkdirat, SYS_mknodat, SYS_linkat, SYS_symlinkat,
	SYS_fchmod, SYS_fchmodat, SYS_fchown, SYS_fchownat, SYS_utimensat, SYS_setxattr, SYS_lsetxattr,
	SYS_fsetxattr, SYS_removexattr, SYS_lremovexattr, SYS_fremovexattr, SYS_open_by_handle_at,
#ifdef SYS_renameat
	SYS_renameat,
#endif
#ifdef SYS_unlink
	SYS_unlink, SYS_rename, SYS_mkdir, SYS_rmdir, SYS_mknod, SYS_link, SYS_symlink, SYS_chmod, SYS_chown,
	SYS_lchown, SYS_creat, SYS_utime, SYS_utimes, SYS_futimesat,
#endif
	/* the system */
	SYS_mount, SYS_umount2, SYS_pivot_root, SYS_chroot, SYS_unshare, SYS_setns, SYS_bpf, SYS_perf_event_open,
	SYS_io_uring_setup, SYS_userfaultfd, SYS_keyctl, SYS_add_key, SYS_request_key, SYS_init_module,
	SYS_finit_module, SYS_delete_module, SYS_kexec_load, SYS_reboot, SYS_swapon, SYS_swapoff,
	SYS_sethostname, SYS_settimeofday, SYS_clock_settime, SYS_acct, SYS_quotactl,
};

struct sandbox_program {
	struct sock_filter p[PROGRAM_MAX];
	unsigned short n;
};

static void sandbox_add(struct sandbox_program *f, struct sock_filter one)
{
	REQUIRE(f->n < PROGRAM_MAX);
	f->p[f->n++] = one;
}

#define ADD_STMT(f, code, k) sandbox_add((f), (struct sock_filter)BPF_STMT((code), (k)))
#define ADD_JUMP(f, code, k, jt, jf) sandbox_add((f), (struct sock_filter)BPF_JUMP((code), (k), (jt), (jf)))
#define REFUSE (SECCOMP_RET_ERRNO | (EPERM & SECCOMP_RET_DATA))
#define MISSING (SECCOMP_RET_ERRNO | (ENOSYS & SECCOMP_RET_DATA))

static void sandbox_load(struct sandbox_program *f, size_t offset)
{
	ADD_STMT(f, BPF_LD | BPF_W | BPF_ABS, (uint32_t)offset);
}

static size_t sandbox_arg(unsigned i)
{
	return offsetof(struct seccomp_data, args) + i * sizeof(uint64_t); /* the low half: little-endian */
}

static void sandbox_refuse(struct sandbox_program *f, uint32_t call, uint32_t answer)
{
	ADD_JUMP(f, BPF_JMP | BPF_JEQ | BPF_K, call, 0, 1);
	ADD_STMT(f, BPF_RET | BPF_K, answer);
}

/* The call is refused where argument i has any of the bits (or, with `without`, none of them). */
static void sandbox_refuse_bits(struct sandbox_program *f, uint32_t call, unsigned i, uint32_t bits, bool without)
{
	ADD_JUMP(f, BPF_JMP | BPF_JEQ | BPF_K, call, 0, 4);
	sandbox_load(f, sandbox_arg(i));
	ADD_JUMP(f, BPF_JMP | BPF_JSET | BPF_K, bits, without ? 1 : 0, without ? 0 : 1);
	ADD_STMT(f, BPF_RET | BPF_K, REFUSE);
	ADD_STMT(f, BPF_RET | BPF_K, SECCOMP_RET_ALLOW);
}

/* No pushing of characters into the terminal's input. */
static void sandbox_refuse_ioctl(struct sandbox_program *f)
{
	ADD_JUMP(f, BPF_JMP | BPF_JEQ | BPF_K, SYS_ioctl, 0, 4);
	sandbox_load(f, sandbox_arg(1));
	ADD_JUMP(f, BPF_JMP | BPF_JEQ | BPF_K, TIOCSTI, 0, 1);
	ADD_STMT(f, BPF_RET | BPF_K, REFUSE);
	ADD_STMT(f, BPF_RET | BPF_K, SECCOMP_RET_ALLOW);
}

static int sandbox_filter(unsigned keep, struct err *e)
{
#ifdef SANDBOX_ARCH
	const uint32_t writes = O_WRONLY | O_RDWR | O_CREAT | O_TRUNC;
	struct sandbox_program f = { .n = 0 };
	sandbox_load(&f, offsetof(struct seccomp_data, arch));
	ADD_JUMP(&f, BPF_JMP | BPF_JEQ | BPF_K, SANDBOX_ARCH, 1, 0);
	ADD_STMT(&f, BPF_RET | BPF_K, REFUSE);
	sandbox_load(&f, offsetof(struct seccomp_data, nr));
	ADD_JUMP(&f, BPF_JMP | BPF_JGE | BPF_K, X32_BIT, 0, 1);
	ADD_STMT(&f, BPF_RET | BPF_K, REFUSE);
	for (size_t i = 0; i < COUNTOF(sandbox_refused); i++)
		sandbox_refuse(&f, sandbox_refused[i], REFUSE);
	/* Their arguments lie in memory, where a filter cannot look; the older calls remain. */
	sandbox_refuse(&f, SYS_clone3, MISSING);
	sandbox_refuse(&f, SYS_openat2, MISSING);
	sandbox_refuse_bits(&f, SYS_clone, 0, CLONE_THREAD, true);
	sandbox_refuse_ioctl(&f);
	if (!(keep & SANDBOX_TTY)) { /* a filter cannot tell /dev/tty from other files; Landlock can */
		sandbox_refuse_bits(&f, SYS_openat, 2, writes, false);
#ifdef SYS_open
		sandbox_refuse_bits(&f, SYS_open, 1, writes, false);
#endif
	}
	ADD_STMT(&f, BPF_RET | BPF_K, SECCOMP_RET_ALLOW);
	struct sock_fprog program = { .len = f.n, .filter = f.p };
	if (prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program, 0, 0) != 0)
		return err_sys(e, errno, "seccomp");
	return 0;
#else
	(void)keep;
	return err_sys(e, ENOSYS, "seccomp");
#endif
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
	held += sandbox_filter(keep, e) == 0;
	return held;
}
