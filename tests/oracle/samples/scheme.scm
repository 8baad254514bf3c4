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
#!/usr/bin/guile -s
!#
#| block #| nested |# |# ; line
#;(datum comment) (define-library (demo lib) (export f (rename g h)) (import (scheme base) (only (srfi 1) fold)) (begin (define x 1)))
(define-syntax swap! (syntax-rules (else =>) ((_ a b ...) (let ((tmp a)) (set! a b) ...)) ((_ . r) #f)))
(define (f x #!optional (y 1.5e-3) . rest) "doc \"q\" \\ \x41;" (let loop ((i #xFF) (v #(1 2 #t)) (b #u8(1 2))) (cond ((and (= i 0) (not y)) => car) ((or #true #false) `(a ,b ,@c 'd)) (else (call/cc (lambda (k . r) (k #\a #\space #\x41 #\())))) (when (> i 1) (loop (- i 1)))))
#| block #| nested |# é |#
(define-syntax while (syntax-rules () ((_ c body ...) (let loop () (when c body ... (loop))))))
(define-record-type <point> (make-point x y) point? (x point-x set-point-x!) (y point-y))
(define (f a #!optional (b #x1F) . rest) (let*-values (((q r) (floor/ a 2)) ((s) `(1 ,a ,@rest #(1 2) #u8(255) . tail))) (cond ((assv a '((1 . 2))) => cdr) ((and (<= 1 a) (not b)) #t) (else #\newline #\x41 #\space))))
(call/cc (lambda (k) (dynamic-wind (lambda () #f) (lambda () (k 1.5e-3 +inf.0 1/2 -3+4i #b101 #e1.5)) values))) #;(datum comment) (string-append "esc \" \\ \x41; \n" "line \
  cont") (do ((i 0 (+ i 1))) ((= i 3) 'done) (vector-set! v i |odd name|)) (case x ((a b) 1) (else 2)) (guard (e ((error? e) (raise e))) (parameterize ((p 1)) (delay (force x)))) (import (scheme base) (only (srfi 1) fold)) [brackets] '() `,x
(let*-values (((q r) (floor/ 7 2)) ((a . b) (values 1 2))) (do ((i 0 (+ i 1))) ((= i 3) 'done) (display i))) (case x ((1 2) 'a) ((#\b "s") (string-append "a" "b")) (else #!eof)) (define-record-type point (make-point x y) point? (x point-x set-x!)) (delay (force p)) (parameterize ((p 1)) (guard (e (#t (raise e))) (error "m" 1/2 +inf.0 -nan.0 1+2i #b101 #e1.5))) |odd sym| :key key: 'quote (quote x) #'syn (letrec* ((a 1)) (begin a)) [bracket {brace}] (assert (eqv? a 'b)) (cond-expand (full-unicode 1) ((library (x)) 2))
