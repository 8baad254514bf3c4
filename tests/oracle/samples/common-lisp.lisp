;;;; comment é
#| block #| nested |# |#
(in-package :cl-user)
(defpackage #:ember (:use :cl) (:export #:main))
(defmacro while ((test &optional (x 1)) &body body) `(loop (unless ,test (return)) ,@body))
(defun main (a &key (b #\Space) &rest r &aux (c #xFF))
  "doc \"string\""
  (declare (optimize (speed 3)) (ignore r))
  (let* ((*x* '(a . b)) (v #(1 2)) (p #p"/tmp/x") (n 1/2) (f 1.5d0) (bits #*101))
    (format t "~A ~3,'0D~%~{~a~^, ~}" a b) #'car 'quoted :keyword
    (handler-case (error 'my-error :x 1) (type-error (e) (print e)))
    (loop for i from 1 to 10 when (oddp i) collect i into xs finally (return xs))
    #+sbcl (sb-ext:quit) #-(or a b) nil |odd symbol|))
(defclass point () ((x :initarg :x :accessor point-x)))
(defmethod area :around ((p point)) (call-next-method))
(setf (gethash "k" h) t) (lambda (x) (incf x))
"unterminated
#| block #| nested |# comment |# ;; line
#+(and sbcl (not windows)) (in-package #:demo) #-ccl (foo)
(defpackage :demo (:use :cl) (:export #:a "B") (:nicknames d))
(defmacro with-x ((var &optional (n 1.5d-3) &key (k #xFF k-p) &rest r &body body) form) `(let ((,var ,form)) ,@body (list ',var #',n #.(+ 1 2))))
(defclass point (base mixin) ((x :initarg :x :accessor point-x :initform #b101 :type integer) (y :reader y)) (:documentation "doc \"q\" \\ text
over lines"))
(defmethod area :around ((s shape) (n (eql 3))) (declare (optimize (speed 3)) (ignorable n)) (call-next-method))
(loop for x from 1 to 10 by 2 for y across #(1 2) when (evenp x) collect (cons x y) into z finally (return z))
(format t "~&~10,2F ~{~a~^, ~}~%" #c(1 2) '(a . b)) #\Space #\a #\( #'car #p"path" #*1010 #1=(a #1#) 1/2 -3.0e+10 t nil :key pkg:ext pkg::int *global* +const+ |odd name| 'quote `(a ,b)
(handler-case (error 'my-error :msg "x") (type-error (e) (princ e)) (:no-error (v) v)) (labels ((f (x) (if (= x 0) x (f (1- x))))) (f 3)) (setf (gethash k h) v) (lambda (x) x) (defun (setf foo) (v o) v) (deftype t1 () 'fixnum) (defconstant +a+ 1) (defstruct (s (:constructor mk)) a (b 2)) (multiple-value-bind (a b) (values 1 2))
