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
set terminal pngcairo size 800,600 font "Arial,12" enhanced; set output 'a''b.png'
f(x, y) = a * sin(x)**2 + (x > 0 ? 1.5e-3 : -0xFF) % 3; g(n) = n!; s = "str \"q\" \n \101"
array A[3] = [1, "two", 3.0]; $DATA << EOD
1 2 # inside
3 4
EOD
if (exists("x") && !defined(y) || a eq "b") { print sprintf("%5.2f %s", pi, s) } else if (GPVAL_VERSION >= 5) { pause -1 "ok" }
do for [i=1:10:2] { plot $DATA using 1:($2*i) every ::1 with linespoints lt rgb "#ff0000" pt 7 title sprintf("t%d", i), f(x, 1) w l dashtype 2 notitle axes x1y2, \
  'file.dat' u (column("a")):2:xtic(3) smooth csplines ls 1 fs solid 0.5 }
while (n < 3) { n = n + 1; continue } splot [0:1][-pi:pi] x**2 + y**2 w pm3d; fit f(x, 0) "d" via a, b
set xrange [*:10] reverse; set label 1 "l" at graph 0.5, first 1 front; set style line 1 lc 'red' lw 2; unset key; set multiplot layout 2,2 columnsfirst; load "x.gp"; @macro; `shell cmd`; !ls -l
set xdata time; set timefmt "%Y-%m-%d"; stats 'a' using 1 name "S"; reset session; exit # end
