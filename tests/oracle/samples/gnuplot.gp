#!/usr/bin/gnuplot
# comment é
set terminal pngcairo size 800,600 enhanced font "Sans,10"
set output 'out.png'; set title "T \"q\" \n" # trailing
set xrange [0:2*pi]; set style data linespoints
f(x) = a*sin(x) + 1.5e-3*x**2
n = 0x1F; s = sprintf("%d %s", n, 'it''s')
if (n >= 3 && !defined(x)) { print "y" } else { exit }
do for [i=1:10] { plot f(x) using 1:($2*2) with lines lw 2 title "a", \
  'data.dat' every ::1 u 1:2 w p }
$data << EOD
1 2
3 4
EOD
while (1) { break }
unset key; fit f(x) 'x' via a, b; @macro; splot sin(x); call "x" 1; `ls`
set label "unterminated
