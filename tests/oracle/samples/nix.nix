# comment é
/* block */
{ pkgs ? import <nixpkgs> { }, lib, ... }@args:
let
  inherit (lib) a b;
  f = { x, y ? 1.5e3 }: x: y: if x >= 3 && !y || a == null then x // { z = 1; } else throw "bad ${x}";
  s = "esc \" ${toString (1 + 2)} ${"in ${y}"} \${lit} $${x}";
  m = ''
    multi ${x} ''${lit} ''$ '''q''' ''\n
    $HOME "q"
  '';
  p = ./path/x.nix; q = ~/home; u = https://example.org/x; r = <a/b>;
in
with pkgs; assert x -> y;
rec {
  a.b."c d".${e} = [ 1 -2 true false (f { }) ];
  list = map (n: n * 2) l ++ builtins.filter (x: x ? y.z or d) q;
  inherit x; or' = a or b;
}
"unterminated ${x
