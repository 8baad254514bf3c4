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
/* block
   comment */ # line
{ pkgs ? import <nixpkgs> { }, lib, stdenv, ... }@args: with lib; let inherit (pkgs) a b; inherit c; x = rec { y.z."w ${v}" = 1.5e-3; n = -2; t = true && !false || a -> b; }; f = { a, b ? 2, ... }: c: a + b // { d = c; } ; in assert x != null; if x ? y.z then x.y or "default" else throw "e ${toString 1} \"q\" \n \${esc} $$"
  ++ [ (f { }) ./path/x.nix ~/h <nixpkgs/lib> https://example.org/a.tar.gz ../y ] ++ map (x: x * 2) [ 1 2 ]
// { script = ''
    indented ${pkgs.hello}/bin ''${esc} ''' quote ''\n $ {
      if [ "$x" ]; then echo "${"nested ${''deep''}"}"; fi
  ''; "quoted key" = null; ${dyn} = builtins.fetchurl { url = "u"; sha256 = lib.fakeSha256; }; __functor = self: x: self; or = 1; a = x <= 1 -> y >= 2; p = (import ./x { }).y; l = let y = 1; in y; m = { inherit (x) "q" ; }; h = stdenv.mkDerivation rec { pname = "p"; version = "1"; src = ./.; buildPhase = ''make''; }; }
