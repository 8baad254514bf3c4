/* sandbox_filter: the calls that the sandbox refuses, as a program for the kernel's filter (seccomp). */
#ifndef EMBER_OS_SANDBOX_FILTER_H
#define EMBER_OS_SANDBOX_FILTER_H

#include <linux/filter.h>

#define SANDBOX_FILTER_MAX 256 /* its jumps are 8 bits wide */

struct sandbox_filter {
	struct sock_filter p[SANDBOX_FILTER_MAX];
	unsigned short n;
};

/*
 * The program for this machine's calls; `keep` as in sandbox_enter. Empty where the machine is not known.
 * The kernel runs it for every number of a call when it takes it: so a call is found in a tree, not in a list.
 */
void sandbox_filter_make(struct sandbox_filter *f, unsigned keep);

#endif
