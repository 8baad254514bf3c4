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
