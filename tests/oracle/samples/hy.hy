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
