; comment é
(local {: a :b c &as t} (require :mod))
(fn f [x ?y & rest] "doc \"q\"" (let [z 0x1F s :keyword n 1.5e3] (if (and (not= x nil) (>= z 3)) (.. s "a\n") (values x y))))
(macro m [a ...] `(do ,a ,(unpack [...])))
(each [k v (pairs tbl) &until done] (print k v)) (for [i 1 10 2] (set x.y i))
(lambda g [x] (-> x (: :method 1) (?. :a))) #(+ $1 $2) (λ [] nil)
(match x [1 a] a {:k v} (where v (> v 3)) _ false) (case x 1 :one) (icollect [_ v (ipairs t)] v)
{:a 1 "b" [2 3] c #4} (tset t :k true) (global gg 1) (var vv 2) (when x (lua "return 1"))
#!shebang-ish (import-macros {: x} :y)
"unterminated
;; comment
#!/usr/bin/env fennel
(local {: view :x y} (require :fennel))
(macro when-not [c ...] `(when (not ,c) ,(unpack [...])))
(fn f! [a ?b & rest]
  {:fnl/docstring "doc \"quoted\" string
   over lines \n \u{1F600}"}
  (let [(ok err) (pcall #(+ $1 $2 $...) 0x1F 1_000 -2.5e-3)]
    (match a
      [x y] (.. x y "s")
      {:k v} (: v :method ...)
      (where n (> n 0)) (set-forcibly! n (* n 2))
      _ nil)))
(each [k v (pairs tbl) &until (not= k :a)] (tset t.b.c :d true))
(λ id [x] (-> x (?. :a) (doto (print)))) (hashfn $) (accumulate [s 0 i v (ipairs t)] (+ s v))
(case-try (f) x (g x) (catch _ false)) `(quasi ,unquote ,@splice) 'sym &varg .5 ~= //
(comment (nested "x")) #(values $ nil) (global *g* (icollect [_ v (ipairs [])] v))
