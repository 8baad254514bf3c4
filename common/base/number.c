#include "ember/base/number.h"

#include <string.h>

bool number_u64(struct str s, uint64_t *v)
{
	uint64_t sum = 0;
	if (s.n == 0)
		return false;
	for (size_t i = 0; i < s.n; i++) {
		if (!ascii_digit(s.p[i]) || __builtin_mul_overflow(sum, 10u, &sum) ||
			__builtin_add_overflow(sum, (uint64_t)(s.p[i] - '0'), &sum))
			return false;
	}
	*v = sum;
	return true;
}

bool number_plus_u64(struct str s, uint64_t *v)
{
	return number_u64(str_sub(s, str_starts(s, STR("+")), s.n), v);
}

bool number_i64(struct str s, int64_t *v)
{
	uint64_t u;
	bool minus = s.n && s.p[0] == '-';
	if (s.n && (s.p[0] == '-' || s.p[0] == '+'))
		s = str_sub(s, 1, s.n);
	if (!number_u64(s, &u) || u > (uint64_t)INT64_MAX + minus)
		return false;
	*v = minus ? (int64_t)(0 - u) : (int64_t)u;
	return true;
}

unsigned number_put(char *p, uint64_t v)
{
	char tmp[20];
	unsigned n = 0;
	do {
		tmp[sizeof(tmp) - ++n] = (char)('0' + v % 10);
		v /= 10;
	} while (v);
	memcpy(p, tmp + sizeof(tmp) - n, n);
	return n;
}
