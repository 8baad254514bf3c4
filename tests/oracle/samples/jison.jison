/* comment é */
%{
  const x = require("x"); // js
%}
%lex
%options case-insensitive
D [0-9]
%x str
%%
\s+               /* skip */
{D}+("."{D}+)?\b  return 'NUM';
"*"               return '*';
\"                this.begin('str');
<str>[^"]*        yytext = "a"; return 'S';
<<EOF>>           return 'EOF';
/lex
%left '+' '-'
%token <n> NUM
%start expressions
%%
expressions
  : e EOF { return $1; }
  | error -> null
  ;
e : e '+' e {{ $$ = $1 + $3; /* js */ }}
  | NUM[x] %prec UMINUS -> Number(yytext)
  ;
%%
function f() { return "x"; }
