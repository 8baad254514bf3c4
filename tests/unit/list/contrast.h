/* contrast: how far two colours stand apart, as the guidelines for the web count it. */
#ifndef EMBER_TESTS_UNIT_LIST_CONTRAST_H
#define EMBER_TESTS_UNIT_LIST_CONTRAST_H

#include <stdint.h>

/* Of 0 to 1. */
static double fifth_root(double x)
{
	double low = 0, high = 1;
	for (int i = 0; i < 60; i++) {
		double mid = (low + high) / 2;
		*(mid * mid * mid * mid * mid < x ? &low : &high) = mid;
	}
	return low;
}

static double part(uint32_t byte)
{
	double v = (double)(byte & 0xff) / 255, x = (v + 0.055) / 1.055;
	return v <= 0.04045 ? v / 12.92 : x * x * fifth_root(x * x); /* x to the power of 2.4 */
}

static double luminance(uint32_t rgb)
{
	return 0.2126 * part(rgb >> 16) + 0.7152 * part(rgb >> 8) + 0.0722 * part(rgb);
}

static double contrast(uint32_t a, uint32_t b)
{
	double x = luminance(a) + 0.05, y = luminance(b) + 0.05;
	return x > y ? x / y : y / x;
}

#endif
