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
(* comment (* nested *) "with string" *)
BeginPackage["Demo`Sub`"]; f::usage = "f[x] gives \"x\" \[Alpha] \n \:03b1.";
f[x_Integer?Positive, y__, z___ : 3, opts : OptionsPattern[]] /; x > 1 := Module[{a = 16^^FF, b = 1.5*^-3, c = 2`20, d}, d = #1 + ##2 & @@ {a, b}; d /. {p_ :> p^2, _ -> None}]
g[x_] ^:= x; h /: Plot[h, ___] := Null; x /@ y @@ z //. w; a <> "b" ~~ c; 1 ;; -1 ;; 2; list[[1, All]]; <|"k" -> 1, k :> 2|>
If[x === y && !z || u =!= v, Print["yes"], \[ImaginaryI] + E^(I Pi)]; n! ; n!! ; f'[x]; x~f~y; f @ x // g; % + %%3; ++i; i--; i += 1; a = .
StringReplace["a.b", RegularExpression["(\\w)\\.(.)"] -> "$1"]; ToExpression["1+1"] << file`; Get["x.m"]; expr >> "out"; >>> app;
\[Integral]x^2 \[DifferentialD]x; {1, {2, {3}}}; a|b; x..; x...; __; _?NumberQ; #name; #; ##; $Version; Sqrt@2; f[] = (g; h); EndPackage[];
{x∈Reals, α≤β, x≠y} ; Begin["`Private`"]; Switch[a, _, b]; Function[{x}, x]; With[{q = 1}, q]; Compile[{{x, _Real}}, x]
