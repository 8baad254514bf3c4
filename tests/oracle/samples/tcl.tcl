#!/usr/bin/tclsh
# comment é \
  continued
package require Tcl 8.6
namespace eval ::ember { variable x 0x1F; namespace export go }
proc ::ember::go {a {b 1.5e3} args} {
    variable x; global env; upvar 1 $a v
    if {$a >= 3 && ![info exists b] || $x eq "y"} { return -code error "bad $a" } elseif {$b ne {}} { continue } else { break }
    foreach {k v} [dict get $d k] l $m { set arr($k,x) "esc \" \$no [string map {a b} $v] ${odd name} \u00e9" }
    while {1} { incr i -1; after 100 [list puts $i] }; for {set i 0} {$i < 3} {incr i} { lappend l $i }
    switch -regexp -- $x { {^a\d+} { puts a } default { exit } }
    regexp -nocase {(\w+)[^/]\.} $s -> m; catch {expr {$x ** 2 % 3 ? sin(1) : 0}} err opts; set s {braced $no {nested}}
    try { throw X m } on error {e} { } finally { }; eval exec ls {*}$args | cat; uplevel #0 { }; puts -nonewline stderr $::a::b(c)
}
oo::class create Foo { superclass B; constructor {} { my variable x; next }; method m {} { return [self] } }
bind . <Key> { puts %K }; set x "unterminated $y
