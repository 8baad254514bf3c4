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
