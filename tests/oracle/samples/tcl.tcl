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
#!/usr/bin/tclsh
# comment \
  continued
package require Tcl 8.6; namespace eval ::demo { variable v 1; namespace export *; namespace import ::x::y }
proc f {a {b "def"} args} { global g; upvar 1 $a x; set s "interp $a(${b},1) [expr {$x > 0x1F && !($b eq "q") ? 1.5e-3 : -2}] \"esc\" \n \u00e9 \x41"; return -code error [list {braced $not [not]} {*}$args] }
if {$x == 1} { puts -nonewline stdout {a} } elseif {[string match "a*" $y]} then { } else { incr i -1 } ; foreach {k v} $list { lappend l $k; break } ; for {set i 0} {$i < 10} {incr i} { continue } ; while 1 { }
switch -regexp -- $s { ^a+$ - {^b\d+$} { puts "m" } default { } } ; catch { error "m" } msg opts ; try { throw X y } on error {e o} { } trap {POSIX} {} { } finally { } ; regexp -nocase {(\w+)\s*=\s*(.*)} $line -> key val ; regsub -all {[a-z]} $s {\0&} out
dict set d a b c ; array set arr {a 1 b 2} ; $obj method -opt val ; uplevel #0 [list set x 1] ; apply {x {expr {$x*2}}} 3 ; oo::class create C { superclass B; constructor {a} { next; my m } method m {} { return ${::ns::var} } destructor { } } ; eval $cmd ; set ${name with space} "$::env(HOME)/[file join a b].txt" ; button .b -text "x" -command {puts %W} ; bind . <Control-x> exit ; ttk::frame .f
namespace eval ::shop { variable total 0; namespace export add; proc add {n {by 1} args} { variable total; upvar 1 $n v; incr v $by; return [expr {$v ** 2 + [llength $args] > 0x1F && "$n" ne {x}}] } }
oo::class create Box { superclass Base; variable items; constructor {args} { set items [dict create {*}$args] }; method get {k} { return [dict get $items $k] }; destructor { puts "gone [self]" }; filter log }
set re {^(\d+)\s*\{(.*?)\}$}; if {[regexp -nocase -indices -- $re $line -> a b]} { puts stderr "match: \$a=[string range $line {*}$a]\n\u00e9" } elseif {![info exists ::env(HOME)]} { error "no home" }
foreach {k v} [array get arr] other $list { switch -regexp -matchvar m -- $k { ^a.* { continue } {b|c} - default { break } } } ; while 1 { if {[gets $f line] < 0} break }
try { set f [open "|ls -l" r]; fconfigure $f -encoding utf-8 -translation lf } trap {POSIX ENOENT} {msg opts} { puts $msg } on error {e} { throw {A B} $e } finally { catch {close $f} }
set s "quoted \"x\" $arr(key,$i) ${name with blanks} [lindex $l end-1]"; append s { braces $not [subst] } \
  "continued"; after 100 [list apply {{x} { puts $x }} 5]; trace add variable x write {apply {args { }}}; set ::shop::total [expr {sin($x) * 1.5e-3 + round(2.5) ? 1 : ~0b101}]
proc gen {} { yield [info coroutine]; for {set i 0} {$i < 10} {incr i} { yield $i } } ; coroutine next gen; uplevel #0 { source lib.tcl }; lassign {1 2} a b; package require -exact Tcl 8.6 ;# comment
string map {a b} $x; binary scan $d H* hex; clock format [clock seconds] -format {%Y-%m-%d}; interp alias {} p {} puts; rename puts _puts; unset -nocomplain x; eval $cmd; exec grep -c foo < in.txt 2>@1; format %05.2f 3
