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
