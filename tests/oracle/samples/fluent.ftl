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
### Resource comment
## Group comment
hello = Hello, { $user }! { "literal \"q\" \u00E9 \U01F602" } {""}
    .attr = Attribute { NUMBER($n, minimumFractionDigits: 2, currency: "EUR") }
    .aria-label = { -brand(case: "genitive") } and { msg.attr }
-brand = { $case ->
   *[nominative] Firefox
    [genitive] Firefoxu
}
emails = { $count ->
    [0] none
    [one] { $count ->
        [a] nested
       *[b] other { DATETIME($d, month: "long") }
    }
   *[other] You have { $count } emails: { -3.14 } { 0 }
}
multi =
    first line
      indented { "{" } braces { "}" }

    last line
broken = { $unterminated
after = fine
