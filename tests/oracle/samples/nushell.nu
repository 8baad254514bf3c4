#!/usr/bin/env nu
# comment é
use std/log [info, error]
module m { export def f [] { 1 } }
# doc
export def --env "my cmd" [x: int, y?: string = "d", ...rest: path, --flag(-f): record<a: int>]: nothing -> list<any> {
    let a = 0x[1F] ; mut b = 1.5e3 ; const c = 10kb ; let d = 2024-01-01 ; let r = 1..<10 ; let t = 3sec
    let s = $"interp ($x + 1) \(lit) ($in | str upcase)" + 'raw' + `back tick` + $'sq (x)' + r#'raw "q"'# 
    ls | where size > 10mb and name =~ '\.rs$' or not ($it.type == dir) | sort-by -r modified | each {|e i| $e.name? | default "x" } | first 5
    if $x >= 3 and true { return null } else if $y not-in [1 2, 3] { error make {msg: "bad"} } else { }
    for i in 1..10 { if $i == 3 { continue }; break }
    while $b < 3 { $b += 1 } ; loop { } ; match $x { 1 | 2 => "a", {k: $v} => $v, [$h, ..$t] if $h > 1 => { }, _ => null }
    try { ^external --arg $env.PATH } catch {|e| print $e } ; do -i { } ; $env.X = { a: 1, "b c": [[x y]; [1 2]] } ; alias ll = ls -l
}
extern "git push" [--force] ; overlay use x ; source y.nu ; def main [] { echo "unterminated ($x
# comment
#!/usr/bin/env nu
use std [log, assert]; source ./a.nu; overlay use b; export-env { $env.PATH = ($env.PATH | prepend '/x') }
export def --env "main sub" [a: int, b?: string = "d", --flag (-f): path@comp, ...rest: list<record<x: int>>]: nothing -> table { # doc
  let x = $"interp ($a + 1) \(esc\) ($b | str upcase)"; mut y = 1.5e-3; const Z = 0x[FF 00]; let r = 1..<10; let d = 2wk + 3min; let s = 4kib
  if $a > 1 and not ($b == null) or $b =~ 're+' { return [1 2 3] } else if $a in [1, 2] { print -e 'single' } else { error make { msg: "m" } }
  for i in 0..3 { continue }; while true { break }; loop { }; match $a { 1 => "one", [$x, ..$y] if $x > 0 => { }, {k: $v} | _ => null }
  ls **/*.nu | where size > 10kb and name !~ `bt` | each {|it, idx| $it.name.0? | default "z" } | sort-by -r size | ^git log --oneline out+err> /dev/null | complete
  try { do -i { } } catch {|e| $e.msg } ; $in | get a.b."c d".0 ; r#'raw 'str' '# ; @example "a" { } ; alias ll = ls -l ; extern "git push" [--force] ; module m { export const C = 2024-01-31T00:00:00Z } ; $env.X? ; [[a b]; [1 true]] ; { k: v, "q": 1 } ; 1 bit-and 2 ; $x ++ [1] ; not true
}
