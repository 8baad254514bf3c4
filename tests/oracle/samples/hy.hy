#!/usr/bin/env hy
; comment é
(import os [path :as p] sys)
(require hyrule [-> ->>])
(defn f [x [y 1.5e3] #* args #** kw] "doc \"q\"" (if (and (not x) (>= y 3)) (+ x 0x1F) (return None)))
(defclass A [Base] (setv x 1) (defn __init__ [self] (super.__init__)))
(setv s f"a {x} {(+ 1 2) :>5}" r r"raw\n" b b"bytes" m #[[bracket "q"]] k :keyword l '(1 2) q `(a ~b ~@c))
(for [i (range 10)] (when (= i 3) (continue)) (print i)) (while True (break)) (lfor x [1 2] :if x (* x 2))
(try (raise (ValueError "x")) (except [e [KeyError TypeError]] (print e)) (finally 1))
{"a" 1 :b #{1 2}} (. obj attr) (.method obj) #_ ignored (with [f (open "x")] (f.read)) (defmacro m [a] `(do ~a))
(cond [x 1] [True 2]) (fn [x] x) 1j 1/2 "multi
line" "unterminated
#!/usr/bin/env hy
; comment
(require hyrule [-> ->> unless])
(defmacro m [#* args #** kw] `(do ~@args ~(len kw) '[quoted sym]))
(defclass A [B C] "doc \"string\" \N{SNOWMAN} \x41"
  (setv #^ int x 1_000 y #{1 2} z {"k" [1 2.5e-3 0xFF 1+2j]})
  (defn __init__ [self [a None] / b * c #** d]
    (setv self.a (. obj [0] (method 1) attr))
    (for [i (range 10) :if (% i 2)] (print f"f {i :>10} {(+ 1 1)!r} {{x}}"))
    (try (raise (E "x")) (except [e [KeyError]] ...) (else 1) (finally 2))))
(print #[[bracket "string"
over lines]] #[tag[x]tag] r"raw \d" b"bytes" :kw)
(cond (is x None) 1 (in y z) 2 True 3) (with [f (open "a")] (await (f.read)))
(lfor x xs :setv y x :do (f) y) (match p {"a" b} b _ None) #_ (discarded form) #tag x @(dec)
(import a [b :as c] d.e) (fn/a [x] (yield x)) (-> x (.strip) f) NaN Inf -Inf
