/* What the Makefile gives on the command line, for fuzz builds. */
#ifndef EMBER_TESTS_FUZZ_CONFIG_H
#define EMBER_TESTS_FUZZ_CONFIG_H

#define EMBER_FUZZ 1
#define EMBER_VERSION "fuzz"
#define EMBER_LIBEXEC "/nonexistent"

#endif
