/*
 * banned: forced into every unit by the build (-include). The system headers that declare these
 * functions are read first; after that a use of one does not compile. Each has a safer form here:
 * struct buf and struct out for building text, number.h for parsing, localtime_r and its kin.
 */
#ifndef EMBER_BASE_BANNED_H
#define EMBER_BASE_BANNED_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* The fortified C library makes macros of these two under clang. */
#undef sprintf
#undef vsprintf

#pragma GCC poison strcpy strcat strncpy strtok sprintf vsprintf gets atoi atol
#pragma GCC poison localtime gmtime ctime asctime strerror popen mktemp system

#endif
