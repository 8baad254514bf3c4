* star comment é;
/* block */
%let lib = work;
%macro m(a=, b=1);
  %if &a > 3 %then %do; %put NOTE: "&a." &&b&i; %end; %else %return;
  %local i; %do i = 1 %to 3; %end; %include "x.sas";
%mend m;
libname x 'path' access=readonly;
data work.a (keep=x y drop=z) / debug;
  set b c; by id; where x ge 1.5e3 and not missing(y) or s in ('It''s', "d""q");
  length s $ 20; format d date9. n comma10.2; array q{3} _temporary_; retain t 0; input a $ b @@; 
  if first.id then do; t + 1; output; end; else if x = . then delete;
  do i = 1 to 10 by 2 while (x); end; select (x); when (1) y = '01JAN2024'd; otherwise; end; call symput('a', put(x, best.)); y = 'FF'x;
  datalines;
1 2 raw "text"
;
run;
proc sql noprint; create table t as select a.x, count(*) as n from &lib..a as a left join b on a.i = b.i group by 1; quit;
proc means data=a; class c; var x; output out=o mean=; run;
%m(a=1)
title "unterminated
