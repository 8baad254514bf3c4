/* lang: the user's locale, taken up when the first answer depends on it. */
#ifndef EMBER_EXPR_LANG_H
#define EMBER_EXPR_LANG_H

/*
 * setlocale(LC_ALL, "") unless a locale is in force already. Loading one costs more than listing a
 * small folder, so who needs character classes, collation or words for months asks first.
 * Threads: before others start, or one that judges alone.
 */
void lang_ready(void);

#endif
