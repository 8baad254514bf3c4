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
# comment with "quotes"
#!/usr/bin/awk -f
@include "lib.awk"
BEGIN { FS = "[ \t]+"; OFS = "\\"; IGNORECASE = 1; printf("%-10s %5.2f\n", "str \"q\" \n \x41", 1.5e-3) > "/dev/stderr" }
BEGINFILE { nextfile } END { close(cmd); exit 0xFF }
/re[/]gex\/ [[:alpha:]]+/ && !/not/, $2 ~ /end$/ { sub(/a\/b/, "x&\\&", $0); gsub("[0-9]", ""); next }
function f(a, b,   local) { for (i in a) { if (i in b) delete a[i]; else continue } while ((getline line < ARGV[1]) > 0) n++; do { x ^= 2; y **= 3 } while (--x)
  switch (a) { case /re/: break; case "s": default: return length(b) } "date" | getline now; print $NF, $(NF-1) | "sort"; return a % b ? -1 : substr(s, 1, 2) }
NR == 1 { split($0, arr, /,/); arr["a", 1] = toupper(tolower($1)) "cat" "enate"; x = y / z / 2; print > (FILENAME ".out") }
$1 == "a" || $3 >= 2 { print ENVIRON["HOME"], RSTART, RLENGTH, SUBSEP; system("ls"); fflush() } { } ; !seen[$0]++
func g() { asort(a); strftime("%Y"); gensub(/(a)/, "\\1", "g"); match($0, /x/, m); @indirect(1) }
