;;; ember.el --- x -*- lexical-binding: t; -*-
;; comment é `symbol'
(require 'cl-lib)
(defgroup ember nil "Doc." :group 'tools)
(defcustom ember-x 0x1F "Doc `ember-y' \\[cmd] \\{map}." :type '(choice (const nil) string))
(defun ember-f (a &optional b &rest c)
  "Doc A string with \"q\"."
  (declare (indent 1)) (interactive "sName: \nP")
  (let* ((x ?a) (y ?\C-x) (z ?\\) (n #x1F) (f 1.5e3) (v [1 2]) (s "esc \n \x41") (q #'car))
    (if (and (not b) (>= x 3)) `(a ,b ,@c) (setq x (lambda (y) (1+ y))))
    (pcase x (`(,a . ,b) t) ((pred stringp) nil) (_ (error "Bad %s" x)))
    (cl-loop for i from 1 to 3 collect i) (condition-case err (f) (error (message "%S" err)))
    (re-search-forward "\\(a\\|b\\)[^/]\\{2\\}\\_>" nil t) #s(hash-table) #("x" 0 1 (face bold))))
(defmacro m (&rest body) `(progn ,@body)) (define-minor-mode ember-mode "Doc" :lighter " E")
(provide 'ember) ;;;###autoload
"unterminated
