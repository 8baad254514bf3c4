(* comment (* nested *) é *)
BeginPackage["Ember`List`", {"A`"}]
f::usage = "f[x] does \"x\" \[Alpha] \n";
Options[f] = {Method -> Automatic, "n" :> 0};
f[x_Integer?Positive, y_: 1.5*^-3, z__String, opts : OptionsPattern[]] /; x >= 3 && !TrueQ[y] := Module[{a = 16^^1F, b = 2`20, c},
  If[a != b, Return[$Failed], c = #1 + #2 & @@ {1, 2}]; Do[If[OddQ[i], Continue[], Break[]], {i, 1, 10, 2}];
  lst[[1 ;; -2, All]] = <|"k" -> 1, b -> Null|>; expr /. {x_ :> x^2, _ -> Infinity} // Simplify; list /@ Range[10] ~Join~ {a}; 
  Switch[x, 1, "a", _, Throw["b"]]; While[True, Break[]]; x = y = z; x ++; x === y; a <> "b"; D[Sin[t], t] + f'[x]; \[Pi] %% % ; Global`x @* g /* h
]
SetAttributes[f, {HoldAll}]; f /: g[f] = 1; x := y; x =.; !ls
Print["a", Style["b", Red]]; << file.m; expr >> "out"; #name & ; #0[1]; ## 
EndPackage[]
"unterminated
