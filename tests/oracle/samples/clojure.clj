;; comment é
#!/usr/bin/env bb
(ns ember.core
  "doc string \"q\""
  (:require [clojure.string :as str :refer [join]]) (:import (java.util Date)))
#_(ignored form) (comment in "form")
(defn ^:private f "doc" {:a 1 ::b :c/d} [x & {:keys [y z] :or {y 2}}]
  (let [re #"\d+\"(x|y)" c \newline d \u00e9 n 0x1F r 22/7 b 36rZZ big 1N m 1.5M]
    #(+ %1 %& @state) '(quoted [list]) `(syntax ~x ~@xs) #{1 2} ##Inf #inst "2024-01-01"
    (->> (range 10) (map inc) (filter odd?) doall)
    (if-let [a nil] (throw (Exception. "x")) (.method ^String obj "arg"))))
(defmacro m [& body] `(do ~@body)) (def ^{:dynamic true} *x* true)
(defprotocol P (foo [this])) (deftype T [a] P (foo [_] a))
#?(:clj 1 :cljs js/window)
(def open "unterminated
text")
