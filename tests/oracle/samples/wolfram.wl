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
BeginPackage["Shapes`", {"Plots`"}]; Area::usage = "Area[s] gives \[Pi] of s.";
Begin["`Private`"]
Area[Disk[_, r_?NumericQ] | Circle[{_, _}, r_], opts : OptionsPattern[]] := Module[{t = r^2 // N}, Pi t /; t > 0]
Options[Area] = {WorkingPrecision -> MachinePrecision, "Units" :> $Units};
f[x_Integer, y___, z : (_Real | _Rational) : 1.5`20] := With[{k = 16^^ff + 2*^-3}, Sow[x^k /. a_ :> a' + #&[3]]]
g = Function[{u}, u /@ Range[10] // Select[#, PrimeQ[#1] && OddQ[#2] &] & @@@ {##2}];
expr = <|"a" -> 1, b -> {1, 2, 3}[[2 ;; -1, All]]|>; expr["a"]++; list[[1]] *= 2; x =.; y //. rules; !p || q \[And] r
Message[Area::bad, "text \"quoted\" \n \:03b1"]; Print["done ", ToString[%%], Out[-1]]; (* nested (* comment *) end *)
If[x === y, Return[$Failed], While[i < 10, i++; Continue[]]]; s1 <> s2 ~~ __ ~~ Except["x"]; ParallelTable[i, {i, 3}] >> file.m
Derivative[1][f][x] == D[f[x], x] && Integrate[Sin[t]^2, {t, 0, \[Infinity]}] != ComplexInfinity
End[]; EndPackage[]
