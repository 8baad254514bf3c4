#include "sandbox_filter.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/sched.h>
#include <linux/seccomp.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/ioctl.h>
#include <sys/syscall.h>

#include "ember/base/def.h"
#include "ember/base/panic.h"
#include "ember/os/sandbox.h"

#if defined(__x86_64__)
#define SANDBOX_ARCH AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define SANDBOX_ARCH AUDIT_ARCH_AARCH64
#elif defined(__riscv) && __riscv_xlen == 64
#define SANDBOX_ARCH AUDIT_ARCH_RISCV64
#endif

#define CALLS_MAX 512       /* numbers of calls lie below */
#define X32_BIT 0x40000000u /* calls of another kind of program begin here */

#define REFUSE (SECCOMP_RET_ERRNO | (EPERM & SECCOMP_RET_DATA))
#define MISSING (SECCOMP_RET_ERRNO | (ENOSYS & SECCOMP_RET_DATA))

enum action { ALLOWED, REFUSED, IS_MISSING, THREAD_ONLY, NO_INPUT, READ_AT, READ, ACTIONS };

/* Refused whatever their arguments are. */
static const uint16_t refused[] = {
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

/* From this number on, up to the next edge. */
struct edge {
	uint32_t from;
	enum action action;
};

struct maker {
	struct sandbox_filter *f;
	struct edge edge[CALLS_MAX];
	uint8_t yes[SANDBOX_FILTER_MAX], no[SANDBOX_FILTER_MAX]; /* 1 + the action that a jump leads to; 0 = none */
};

static struct sock_filter *add(struct sandbox_filter *f, unsigned code, uint32_t k)
{
	REQUIRE(f->n < SANDBOX_FILTER_MAX);
	f->p[f->n] = (struct sock_filter){ .code = (uint16_t)code, .k = k };
	return &f->p[f->n++];
}

static void add_jump(struct sandbox_filter *f, unsigned code, uint32_t k, uint8_t yes, uint8_t no)
{
	struct sock_filter *s = add(f, BPF_JMP | BPF_K | code, k);
	s->jt = yes;
	s->jf = no;
}

static void add_return(struct sandbox_filter *f, uint32_t answer)
{
	add(f, BPF_RET | BPF_K, answer);
}

static void add_load(struct sandbox_filter *f, size_t offset)
{
	add(f, BPF_LD | BPF_W | BPF_ABS, (uint32_t)offset);
}

/* The low half of an argument: these machines are little-endian. */
static void add_load_argument(struct sandbox_filter *f, unsigned i)
{
	add_load(f, offsetof(struct seccomp_data, args) + i * sizeof(uint64_t));
}

/* Which of the edges from `lo` to `hi`, at least two, the call lies behind. */
static void add_tree(struct maker *m, size_t lo, size_t hi)
{
	const size_t half = (lo + hi) / 2;
	const unsigned at = m->f->n;
	add_jump(m->f, BPF_JGE, m->edge[half].from, 0, 0);
	if (half - lo == 1)
		m->no[at] = (uint8_t)(1 + m->edge[lo].action);
	else
		add_tree(m, lo, half); /* comes next: as deep as the logarithm of the edges */
	if (hi - half == 1) {
		m->yes[at] = (uint8_t)(1 + m->edge[half].action);
	} else {
		m->f->p[at].jt = (uint8_t)(m->f->n - at - 1);
		add_tree(m, half, hi);
	}
}

static void add_action(struct sandbox_filter *f, enum action a)
{
	const uint32_t writes = O_WRONLY | O_RDWR | O_CREAT | O_TRUNC;
	switch (a) {
	case THREAD_ONLY:
		add_load_argument(f, 0);
		add_jump(f, BPF_JSET, CLONE_THREAD, 0, 1);
		add_return(f, SECCOMP_RET_ALLOW);
		break;
	case NO_INPUT: /* no pushing of characters into the terminal's input */
		add_load_argument(f, 1);
		add_jump(f, BPF_JEQ, TIOCSTI, 1, 0);
		add_return(f, SECCOMP_RET_ALLOW);
		break;
	case READ_AT:
	case READ:
		add_load_argument(f, a == READ_AT ? 2 : 1);
		add_jump(f, BPF_JSET, writes, 1, 0);
		add_return(f, SECCOMP_RET_ALLOW);
		break;
	case ALLOWED:
		add_return(f, SECCOMP_RET_ALLOW);
		return;
	case IS_MISSING: /* the older call remains */
		add_return(f, MISSING);
		return;
	case REFUSED:
	case ACTIONS:
		break;
	}
	add_return(f, REFUSE);
}

static size_t edges_make(struct edge *edge, unsigned keep)
{
	uint8_t action[CALLS_MAX] = { ALLOWED };
	size_t n = 0;
	for (size_t i = 0; i < COUNTOF(refused); i++) {
		REQUIRE(refused[i] < CALLS_MAX - 1);
		action[refused[i]] = REFUSED;
	}
	/* Their arguments lie in memory, where a filter cannot look. */
	action[SYS_clone3] = action[SYS_openat2] = IS_MISSING;
	action[SYS_clone] = THREAD_ONLY;
	action[SYS_ioctl] = NO_INPUT;
	if (!(keep & SANDBOX_TTY)) { /* a filter cannot tell /dev/tty from other files; Landlock can */
		action[SYS_openat] = READ_AT;
#ifdef SYS_open
		action[SYS_open] = READ;
#endif
	}
	for (uint32_t i = 0; i < CALLS_MAX; i++)
		if (!n || edge[n - 1].action != action[i])
			edge[n++] = (struct edge){ i, action[i] };
	REQUIRE(n < CALLS_MAX);
	edge[n++] = (struct edge){ X32_BIT, REFUSED };
	return n;
}

void sandbox_filter_make(struct sandbox_filter *f, unsigned keep)
{
	f->n = 0;
#ifdef SANDBOX_ARCH
	struct maker m = { .f = f };
	unsigned at[ACTIONS];
	add_load(f, offsetof(struct seccomp_data, arch));
	add_jump(f, BPF_JEQ, SANDBOX_ARCH, 1, 0);
	add_return(f, REFUSE);
	add_load(f, offsetof(struct seccomp_data, nr));
	add_tree(&m, 0, edges_make(m.edge, keep));
	const unsigned end = f->n;
	for (unsigned a = 0; a < ACTIONS; a++) {
		at[a] = f->n;
		add_action(f, (enum action)a);
	}
	for (unsigned i = 0; i < end; i++) {
		if (m.yes[i])
			f->p[i].jt = (uint8_t)(at[m.yes[i] - 1] - i - 1);
		if (m.no[i])
			f->p[i].jf = (uint8_t)(at[m.no[i] - 1] - i - 1);
	}
#else
	(void)keep;
#endif
}
