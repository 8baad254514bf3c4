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
#lang racket/base
#| block #| nested |# |# #;(datum comment) ; line
(require (for-syntax syntax/parse) (only-in racket/list first [rest r]) "x.rkt" (prefix-in p: math)) (provide (all-defined-out) (contract-out [f (-> integer? any)]))
(define-syntax (m stx) (syntax-parse stx [(_ a:id b ...+ #:key k) #'(let ([a 1]) b ... #,(x) #,@y)])) (define-syntax-rule (s! a) (set! a `(q ,a ,@b)))
(struct point (x [y #:mutable]) #:transparent #:property prop:procedure (λ (self . a) a)) (define (f x #:opt [o "str \"q\" \n \u00e9 \x41"] . rest) (let loop ([i #xFF] [v #(1 2)] [h #hash((a . 1))] [re #rx"a+"] [px #px"\\d{2}"] [b #"bytes\0"]) (cond [(and (= i 0) (not v)) => car] [else (when (> i 1) (loop (sub1 i) v h re px b))])))
(match x [(list a (? number? n) ...) #:when (> n 1) 'sym] [(struct point (x y)) `|odd sym|] [(cons _ "s") #\a] [_ #\space]) (for*/list ([i (in-range 10)] #:unless (odd? i) [j '(1 2)]) (cons i j)) (with-handlers ([exn:fail? (λ (e) (raise e))]) (error 'who "~a" 1.5e-3)) (class object% (super-new) (init-field a) (define/public (m) (send this n)) (inherit q)) (module+ test (check-equal? 1 1/2)) #<<HERE
heredoc "text" #|
HERE
(define-values (a b) (values +inf.0 #e1.5)) #t #false #:kw #&box #s(p 1) @text{at @(exp)} (parameterize ([p 1]) (delay 2)) #`(a #,b) {brace [x]} 1+2i #b101 #d10 (case x [(1) 'a] [else (void)]) (let-values ([(a b) (f)]) a) (begin0 1 2) (lambda (x) x) (define-struct old (a))
