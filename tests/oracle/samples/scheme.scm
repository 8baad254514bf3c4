#!/usr/bin/guile -s
!#
; comment é
#| block #| nested |# |#
#;(ignored datum)
(define-module (ember list) #:export (go))
(define (go a #:optional (b #xFF) . rest)
  "doc \"q\" \x41;"
  (let* ((c #\a) (d #\space) (v #(1 2)) (s 'sym) (q `(a ,b ,@rest)) (n 1.5e-3) (r 1/2) (x #t) (k #:key) (w #u8(1 2)))
    (cond ((and (not a) (>= b 3)) => car) ((string=? "x" s) (begin 1)) (else (if #f #f)))
    (do ((i 0 (+ i 1))) ((= i 3)) (display i)) (let loop ((i 0)) (when (< i 3) (loop (1+ i)))) (call/cc (lambda (k) (k 1)))
    (case x ((1 2) 'a) (else 'b)) (dynamic-wind a b c) (set! x 1) |odd id| #!eof +inf.0 1+2i (values 1 2) (string->symbol "a")))
(define-syntax swap! (syntax-rules () ((_ a b) (let ((t a)) (set! a b) (set! b t)))))
(define-record-type p (make-p x) p? (x p-x set-p-x!))
(import (scheme base) (srfi 1)) (letrec ((f (lambda args args))) (apply f '(1 . 2)))
"unterminated
