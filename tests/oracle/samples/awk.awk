#!/usr/bin/gawk -f
# comment é
@include "lib.awk"
BEGIN { FS = ":"; OFS="\t"; printf "%-10s %5.2f\n", "a\"b", 1e3 > "/dev/stderr" }
$1 ~ /^[^\/#]+\/x$/ && !/skip/ { count[$1, $2]++; next }
/start/, /end/ { gsub(/a|b/, "&x", $0); $NF = NR % 2 }
function max(a, b,   i) { return a > b ? a : b }
{
	while (("ls " dir) | getline line > 0) if (line in seen) delete seen[line]
	x = y / z / 2; s = "a" "b" $i++
	switch (x) { case 1: break; case /re/: continue; default: exit 1 }
	do { i-- } while (i)
	print length($0), substr($0, 2), toupper("x") | "sort" ; close("sort")
}
END { print "unterminated
