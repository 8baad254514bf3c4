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
