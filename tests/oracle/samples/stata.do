* star comment é
// line comment
/* block /* nested */ */
version 17
#delimit ;
local x = 1.5e3 ;
#delimit cr
clear all
set more off
use "data `x'.dta" if age >= 3 & !missing(y) | z == .a, clear
gen double v = cond(a > 3, ln(b), .) /// continued
    + 1
by id (t), sort: replace s = "esc `"compound "q""'" if _n == 1 in 1/10
global g "path"
display "$g/${g}x `=1+1' `:word 1 of a b'" %9.2f r(mean) _newline
foreach v of varlist a-c x* { 
    if `v' == 1 continue, break
    else regress y `v' i.g##c.h, vce(robust) nolog
}
forvalues i = 1(1)10 { 
}
program define go, rclass
    syntax varlist [if] [in], Opt(string) [*]
    capture confirm var x
    return scalar r = e(b)[1,1]
end
mata:
real scalar f(x) return(x')
end
label define l 1 "a", modify
tempvar t
di "unterminated
