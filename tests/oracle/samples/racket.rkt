#lang racket/base
; comment é
#| block #| nested |# |#
#;(ignored datum)
(require (for-syntax racket/base) (prefix-in r: "a.rkt") (only-in x [y z]))
(provide (all-defined-out) (struct-out p) (contract-out [f (-> integer? any)]))
(struct p (x [y #:mutable]) #:transparent #:guard (λ (a b n) (values a b)))
(define (f a [b 0x1F] #:kw [k #t] . rest) "str \" \n \u00e9" 
  (let*-values ([(c d) (values #\a #\newline)] [(re) #rx"a\\.(b|c)"] [(px) #px#"\\d+"] [(h) #hash((a . 1))] [(v) #(1 2)] [(b) #"bytes"])
    (cond [(and (not a) (>= b 3)) => add1] [(regexp-match? re "x") 'sym] [else `(a ,b ,@rest)])
    (for/fold ([acc '()]) ([i (in-range 10)] #:when (odd? i)) (cons i acc)) (match a [(list x ... y) (? string?)] [_ #f])
    (with-handlers ([exn:fail? (lambda (e) (displayln e))]) (raise 'x)) (parameterize ([p 1]) (void)) #i1.5e3 #xFF 1/2 1+2i +inf.0 #:kw |odd id|))
(define-syntax-rule (m a b ...) (begin a b ...)) #'(stx) #`(q #,x #,@y) (define-syntax m2 (syntax-rules () [(_ x) x]))
(displayln #<<EOS
here "doc"
EOS
)
(module+ test (check-equal? 1 1)) (class object% (init-field a) (define/public (m) this) (super-new)) {a [b]} @f{text @x}
"unterminated
