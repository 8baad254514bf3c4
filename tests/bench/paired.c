/*
 * paired ROUNDS COMMAND... : run the commands in turn, ROUNDS times, output to the null device, and print for
 * each the median CPU time (user and system), the median wall time, both also divided by the first command's,
 * and the largest resident set. A COMMAND is one argument, cut at blanks; "name=command" names it. With one
 * round nothing is run beforehand to warm up: it may be what cannot be done twice.
 */
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

extern char **environ;

struct command {
	const char *name;
	char *argv[512];
	double *cpu, *wall; /* ms, one a round */
	long rss;           /* KiB, the largest */
};

static double now_ms(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static double time_ms(struct timeval t)
{
	return (double)t.tv_sec * 1e3 + (double)t.tv_usec / 1e3;
}

static void parse(struct command *c, char *text, size_t rounds)
{
	char *equals = strchr(text, '=');
	char *blank = strchr(text, ' ');
	size_t n = 0;
	if (equals && (!blank || equals < blank)) {
		*equals = '\0';
		c->name = text;
		text = equals + 1;
	}
	for (char *word; (word = strsep(&text, " ")) && n < 511;)
		if (*word)
			c->argv[n++] = word;
	if (!c->name)
		c->name = c->argv[0];
	c->cpu = calloc(rounds, sizeof(double));
	c->wall = calloc(rounds, sizeof(double));
	if (!c->cpu || !c->wall || !n)
		exit(2);
}

static void run(struct command *c, size_t round)
{
	posix_spawn_file_actions_t to;
	struct rusage ru;
	pid_t pid;
	int status;
	posix_spawn_file_actions_init(&to);
	posix_spawn_file_actions_addopen(&to, 1, "/dev/null", O_WRONLY, 0);
	double start = now_ms();
	if (posix_spawnp(&pid, c->argv[0], &to, NULL, c->argv, environ) != 0) {
		fprintf(stderr, "paired: %s does not start\n", c->argv[0]);
		exit(1);
	}
	wait4(pid, &status, 0, &ru);
	c->wall[round] = now_ms() - start;
	c->cpu[round] = time_ms(ru.ru_utime) + time_ms(ru.ru_stime);
	c->rss = ru.ru_maxrss > c->rss ? ru.ru_maxrss : c->rss;
	posix_spawn_file_actions_destroy(&to);
}

static int compare(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;
	return (x > y) - (x < y);
}

static double median(double *v, size_t n)
{
	qsort(v, n, sizeof(*v), compare);
	return n % 2 ? v[n / 2] : (v[n / 2 - 1] + v[n / 2]) / 2;
}

int main(int argc, char **argv)
{
	size_t rounds = argc > 2 ? strtoul(argv[1], NULL, 10) : 0, n = (size_t)argc - 2;
	struct command *c = rounds ? calloc(n, sizeof(*c)) : NULL;
	double cpu = 0, wall = 0;
	if (!c)
		return 2;
	for (size_t i = 0; i < n; i++)
		parse(&c[i], argv[i + 2], rounds);
	for (size_t i = 0; rounds > 1 && i < n; i++) /* warm */
		run(&c[i], 0);
	for (size_t r = 0; r < rounds; r++)
		for (size_t i = 0; i < n; i++)
			run(&c[i], r);
	for (size_t i = 0; i < n; i++) {
		double mine = median(c[i].cpu, rounds), took = median(c[i].wall, rounds);
		if (i == 0) {
			cpu = mine;
			wall = took;
		}
		printf("  %-22s cpu %8.2f ms %6.2f   wall %8.2f ms %6.2f   rss %6.1f MiB\n", c[i].name,
			mine, mine / cpu, took, took / wall, (double)c[i].rss / 1024);
	}
	return 0;
}
