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
#!/usr/bin/env bb
(ns demo.core "doc \"q\"" (:require [clojure.string :as str :refer [join]] #?(:clj [a.b] :cljs [c.d])) (:import (java.util Date UUID)) (:gen-class))
(defmacro unless [c & body] `(if (not ~c) (do ~@body) ~'sym#))
^{:doc "meta" :private true} (defn- f "doc" ([] (f 1)) ([x & {:keys [a b] :or {a 1} :as m}] (let [[h & t] x, {:strs [s]} m] (-> x (assoc :k #"re[g]\"x" ::ns/kw 'q) (->> (map #(+ %1 %2 %&)))))))
(def ^:dynamic *d* {:a 1, "b" [1 2.5e-3 0xFF 2r101 1/2 1N 1M \a \newline \u0041], #{1 2} nil, :t true})
(comment (nested "x")) #_(ignored form) #_:kw (defprotocol P (m [this] "d")) (defrecord R [a] P (m [_] a)) (deftype T []) (defmulti mm :k) (defmethod mm :default [x] x)
(try (throw (ex-info "m" {})) (catch Exception e (.getMessage e)) (finally nil)) (loop [i 0] (when (< i 3) (recur (inc i)))) (for [x (range) :when (odd? x) :let [y x] :while true] y)
@atom #'var #inst "2024-01-31" #uuid "550e8400-e29b-41d4-a716-446655440000" #js {:a 1} (. obj method) (.-field obj) (Math/abs -1) (new Date) (set! x 1) ; c
"multi
line" ##Inf ##NaN `(a ~b) & | -x +x a/b 'a' (letfn [(g [] 1)] (g))
