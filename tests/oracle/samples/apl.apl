#!/usr/bin/env apl
⍝ comment ünïcode
∇ Z←A (F avg) B;n;⎕IO
  ⎕IO←0
  n←⍴B ⋄ Z←(+/B)÷n
 L1:→(n<1)/0
  ⎕←'it''s' ⋄ ⍞←"dq"
∇
x ← 3 ¯4.5E¯2 1J2 ∘.× ⍳10
{⍵≤1:1 ⋄ ⍵×∇⍵-1} 5
dfn ← {⍺←2 ⋄ ⍺⍟⍵}
m←2 3⍴⍳6 ⋄ ⌽m ⋄ ⍉m ⋄ m[1;2]
:If x>0 :Return :EndIf
⎕FIO[3] 'file'
)LOAD ws
]boxing 8
'unterminated
