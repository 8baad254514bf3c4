#include "ember/os/sandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "lib/test.h"

static void *worker(void *ctx)
{
	*(int *)ctx = 7;
	return NULL;
}

static bool refused(long result)
{
	return result < 0 && (errno == EPERM || errno == EACCES);
}

/* What holds inside, as the number of the first thing that is wrong; 0 = all is right. */
static int inside(unsigned keep, const char *path)
{
	char c;
	int held = sandbox_enter(keep, NULL), fd, got = 0;
	pthread_t thread;
	if (held == 0)
		return 0;
	if ((fd = open(path, O_RDONLY | O_CLOEXEC)) < 0 || read(fd, &c, 1) != 1 || c != 'x')
		return 1;
	close(fd);
	if (held < 2)
		return 0;
	if (!refused(open(path, O_WRONLY | O_CLOEXEC)) || !refused(open(path, O_RDWR | O_CLOEXEC)))
		return 2;
	if (!refused(unlink(path)) || !refused(rename(path, "elsewhere")))
		return 3;
	char *argv[] = { (char *)(uintptr_t) "/bin/true", NULL };
	if (!refused(execv("/bin/true", argv)))
		return 4;
	if (held < 3)
		return 0;
	if (!refused(socket(AF_INET, SOCK_STREAM, 0)) || !refused(socket(AF_UNIX, SOCK_STREAM, 0)))
		return 5;
	pid_t child = fork();
	if (child == 0)
		_exit(0);
	if (!refused(child))
		return 6;
	if (!refused(ioctl(STDIN_FILENO, TIOCSTI, "x")) || !refused(chmod(path, 0600)))
		return 7;
	if (pthread_create(&thread, NULL, worker, &got) != 0 || pthread_join(thread, NULL) != 0 || got != 7)
		return 8;
	return 0;
}

TEST(sandbox_holds)
{
	char *path = test_file("held", STR("x"));
	for (unsigned keep = 0; keep <= SANDBOX_TTY; keep++) {
		pid_t child = fork();
		if (child == 0)
			_exit(inside(keep, path));
		int status = -1;
		CHECK(waitpid(child, &status, 0) == child && WIFEXITED(status), "keep %u: status %d", keep, status);
		CHECK(WEXITSTATUS(status) == 0, "keep %u: number %d", keep, WEXITSTATUS(status));
	}
	free(path);
}

/* With arguments that are of no use to any call: what the kernel makes of it; 0 = it was done. */
static int call_answer(long call)
{
	return syscall(call, -1L, -1L, -1L, -1L, -1L, -1L) < 0 ? errno : 0;
}

/* 0 = all is right, else 1 + the place in the list of the first call that is not. */
static int calls_answer(const uint16_t *call, int n, bool refuse)
{
	for (int i = 0; i < n; i++)
		if ((call_answer(call[i]) == EPERM) != refuse)
			return i + 1;
	return 0;
}

TEST(sandbox_refuses_these_calls_only)
{
	static const uint16_t refuse[] = {
		SYS_execve, SYS_execveat, SYS_ptrace, SYS_process_vm_readv, SYS_process_vm_writev, SYS_pidfd_getfd,
		SYS_pidfd_open, SYS_socket, SYS_socketpair, SYS_connect, SYS_bind, SYS_listen, SYS_accept,
		SYS_accept4, SYS_truncate, SYS_unlinkat, SYS_renameat2, SYS_mkdirat, SYS_mknodat, SYS_linkat,
		SYS_symlinkat, SYS_fchmod, SYS_fchmodat, SYS_fchown, SYS_fchownat, SYS_utimensat, SYS_setxattr,
		SYS_lsetxattr, SYS_fsetxattr, SYS_removexattr, SYS_lremovexattr, SYS_fremovexattr, SYS_open_by_handle_at,
		SYS_openat, SYS_mount, SYS_umount2, SYS_pivot_root, SYS_chroot, SYS_unshare, SYS_setns, SYS_bpf,
		SYS_perf_event_open, SYS_io_uring_setup, SYS_userfaultfd, SYS_keyctl, SYS_add_key, SYS_request_key,
		SYS_init_module, SYS_finit_module, SYS_delete_module, SYS_kexec_load, SYS_reboot, SYS_swapon, SYS_swapoff,
		SYS_sethostname, SYS_settimeofday, SYS_clock_settime, SYS_acct, SYS_quotactl,
	};
	static const uint16_t allow[] = {
		SYS_read, SYS_write, SYS_close, SYS_fstat, SYS_lseek, SYS_mmap, SYS_mprotect, SYS_munmap, SYS_brk, SYS_pread64,
		SYS_readv, SYS_writev, SYS_madvise, SYS_getpid, SYS_fcntl, SYS_ftruncate, SYS_getdents64, SYS_getcwd, SYS_statfs,
		SYS_fstatfs, SYS_futex, SYS_readlinkat, SYS_faccessat, SYS_ppoll, SYS_splice, SYS_sendfile, SYS_getrandom,
		SYS_copy_file_range, SYS_statx, SYS_getxattr, SYS_listxattr, SYS_ioctl, SYS_landlock_create_ruleset,
	};
	pid_t child = fork();
	if (child == 0) {
		if (sandbox_enter(0, NULL) < 3)
			_exit(0);
		int wrong = calls_answer(refuse, COUNTOF(refuse), true);
		if (!wrong && (wrong = calls_answer(allow, COUNTOF(allow), false)))
			wrong += 100;
		_exit(wrong || call_answer(SYS_clone3) == ENOSYS ? wrong : 200);
	}
	int status = -1;
	CHECK(waitpid(child, &status, 0) == child && WIFEXITED(status), "status %d", status);
	CHECK(WEXITSTATUS(status) == 0, "call %d", WEXITSTATUS(status));
}
