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
%macro report(ds=, by=region, /* a comment */ debug=0) / minoperator;
  %local i n; %let n = %sysfunc(countw(&by));
  %do i = 1 %to &n; %put NOTE: &&by&i %upcase(%scan(&by, &i)); %end;
  %if &debug in 1 2 %then %do; options mprint symbolgen; %end; %else %goto done;
  proc sql noprint; create table work.t as select distinct a.*, b.total format=dollar12.2
    from &ds as a left join sums b on a.id = b.id where a.d between '01JAN2020'd and "31DEC2020:23:59"dt; quit;
%done: %mend report;
data work.out (keep=id x rename=(x=y)) / view=work.out;
  length name $ 20; retain total 0; array q{4} q1-q4; set work.in end=last; by id descending dt;
  if first.id then do; total + x; call symputx('n', total); end;
  do until (last or total > 1e3); total = sum(of q{*}) ** 2 <> .; output; end;
  select (grp); when ('A', 'B') link calc; otherwise delete; end; return;
  calc: x = ifn(missing(x), ., int(x * 0fx)); infile datalines dsd; input id 1-5 @7 dt date9. name & $;
datalines;
1 02FEB2021 Ann
;
run;
proc means data=work.out n mean maxdec=2; class grp; var x; output out=m mean(x)=avg; run;
* old style comment; %report(ds=sashelp.class, by=sex age)
