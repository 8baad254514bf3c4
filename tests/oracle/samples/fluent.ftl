# comment é
## group
### resource
-brand = Ember { $x }
hello = Hello, { $user }! {"quoted \" \u0041"}
    continued line
    .title = Attribute { -brand(case: "gen") }
emails = { $count ->
    [0] none
    [one] One email { NUMBER($n, minimumFractionDigits: 2) }
   *[other] { $count } emails { hello.title } { -9.5 }
  }
broken
open = { $x
