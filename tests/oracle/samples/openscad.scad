// comment é
/* block */
include <lib.scad>
use <other.scad>
$fn = 64; w = 1.5e3; s = "esc \" \u00e9"; v = [1, 2, for (i = [0:2:10]) if (i >= 3 && !false) i];
module box(size = [1, 2, 3], center = true) {
  difference() { cube(size, center); translate([0, 0, -1]) #cylinder(h = 10, r = 2); %sphere(r = 3); }
  if (x > 3) children(0); else if (y) { echo(str("a", s)); } else assert(false, "m");
  for (i = [0, 1]) intersection_for(n = v) rotate(a = [0, 0, i * 90]) linear_extrude(height = 5) import("a.stl");
}
function f(x, y = 2) = let (z = x) x == 0 ? undef : f(x - 1) ^ 2 % PI;
box(size = v[0].x); !square(); *circle(); g = function (x) x * 2;
"unterminated
/* block
   comment */
include <lib/a.scad>
use <b.scad>
$fn = $preview ? 32 : 128; // special
function f(x, y = [1, -2.5e-3]) = let (z = x ^ 2) z > 0 && !is_undef(y) ? [for (i = [0 : 0.5 : 10], j = y) if (i % 2) i * j else each [1, 2]] : undef;
module m(size = 10, center = true, s = "str \"q\" \n \u03a9 \x41") {
  #difference() { %cube(size, center); !translate([0, 0, 1]) *cylinder(h = 5, r1 = 1, r2 = 2, $fn = 6); children(0); }
  for (i = [1 : len(s)], a = "xy") { if (i == 1 || a != "x") echo(str("i=", i, PI), i); else assert(i <= 3, "msg"); }
  intersection_for (n = [1 : 6]) rotate([0, 0, n * 60]) mirror([1, 0, 0]) scale(2) linear_extrude(height = 3, twist = 90) polygon(points = [[0, 0], [1, 0]]);
  color("red", 0.5) hull() { sphere(d = 2); minkowski() { square(1); circle(2); } } render(convexity = 2) import("a.stl"); surface(file = "b.dat");
}
m(center = false) { text("t", font = "Liberation:style=Bold"); offset(r = 1) projection(cut = true) resize([1, 2]) multmatrix([[1]]) f(x = 1); }
fn = function (x) x * 2; echo(fn(1), [1, 2].x, a.y[0], true, false, 1 < 2, 3 >= 2, -1, +1);
