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
#!/usr/bin/dyalogscript
⍝ comment
:Namespace Demo
 ∇ r←{x}Fn y;local;⎕IO
   :If (x>1.5E¯3)∧~y≡'str''q' ⋄ r←⍵ :ElseIf 0=≢y ⋄ →0 :Else ⋄ r←⍬ :EndIf
   :For i :In ⍳10 ⋄ :Continue ⋄ :EndFor ⋄ :While 1 ⋄ :Leave ⋄ :EndWhile ⋄ :Select x ⋄ :Case 1 ⋄ :CaseList 2 3 ⋄ :EndSelect ⋄ :Trap 0 ⋄ :EndTrap
 ∇
 avg←{(+⌿⍵)÷≢⍵} ⋄ f←+/∘⍳ ⋄ m←3 4⍴⍳12 ⋄ m[1;2 3]←¯1 0J1 ⋄ g←{⍺←0 ⋄ ⍵≤1:⍵ ⋄ (∇⍵-1)+∇∇⍵-2} ⋄ ⎕←'text' "dbl" ⋄ h←⊃⌽⍤1⊢m ⋄ {⍵⍵}¨⍺⍺ ⋄ #.⎕SE.x ⋄ (⍉⍋⍒⌹⍟○!?⌈⌊|*⊥⊤∊⍷∪∩↑↓⊂⊆⌷⍪,⍤⍥@⌸⌺⍠⍨.∘/⌿\⍀)
 :Class C : B ⋄ :Field Public Shared F←1 ⋄ :Property P ⋄ ∇ r←Get ⋄ ∇ ⋄ :EndProperty ⋄ ∇ Make x ⋄ :Access Public ⋄ :Implements Constructor :Base x ⋄ ∇ ⋄ :EndClass
:EndNamespace
)load ws ⋄ ]box on ⋄ label: →label ⋄ ⍞←⎕TS ⋄ ⍎'1+1' ⋄ ⍕∆⍙x1 ⋄ 1e5 .5 0x1F
