/* Replays a fuzz target's corpus: each argument is a file (or a folder of files). */
#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static int fuzz_file(const char *path)
{
	FILE *f = fopen(path, "rb");
	if (!f) {
		perror(path);
		return -1;
	}
	uint8_t *data = malloc(1 << 20);
	size_t n = data ? fread(data, 1, 1 << 20, f) : 0;
	/* An exact copy, so that a read past the end is seen by the sanitizer. */
	uint8_t *exact = malloc(n ? n : 1);
	if (exact && data) {
		memcpy(exact, data, n);
		LLVMFuzzerTestOneInput(exact, n);
	}
	free(exact);
	free(data);
	fclose(f);
	return 0;
}

int main(int argc, char **argv)
{
	int done = 0, bad = 0;
	for (int i = 1; i < argc; i++) {
		DIR *d = opendir(argv[i]);
		if (!d) {
			bad += fuzz_file(argv[i]) != 0;
			done++;
			continue;
		}
		for (struct dirent *e; (e = readdir(d));) {
			char path[4096];
			if (e->d_name[0] == '.')
				continue;
			snprintf(path, sizeof(path), "%s/%s", argv[i], e->d_name);
			bad += fuzz_file(path) != 0;
			done++;
		}
		closedir(d);
	}
	printf("%d passed, %d failed\n", done - bad, bad);
	return bad || !done;
}
