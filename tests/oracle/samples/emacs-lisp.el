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
;;; file.el --- desc -*- lexical-binding: t; -*-
#!/usr/bin/emacs --script
(require 'cl-lib) (eval-when-compile (defvar x))
(defmacro my-m (a &optional b &rest c) "Doc `quoted' \\[cmd] \\{map} \"q\"
over lines." (declare (indent 1) (debug t)) `(progn ,a ,@c ',b #',fn))
(cl-defun f (x &key (y 1) &aux z) (interactive "P\nsName: ") (let* ((a ?\C-x) (b ?a) (c ?\n) (d ?\u00e9) (e #xFF) (g #b101) (h 1.5e-3) (i [1 "v" sym])) (if (and a (not b)) (while t (setq x (1+ x))) (cond ((eq x nil) 'q) (t :kw)))))
(defcustom my-c '((a . 1) (b . "x")) "Doc." :type '(alist :key-type symbol) :group 'g) (defface my-f '((t :inherit bold)) "d") (define-minor-mode m "d" :lighter " M" :keymap (make-sparse-keymap))
(pcase x (`(,a . ,b) a) ((pred stringp) "s") ((and n (guard (> n 1))) n) (_ (error "Msg %s" x))) (condition-case err (signal 'error nil) (error (message "%S" err))) (unwind-protect 1 2)
(global-set-key (kbd "C-c C-x") #'f) (lambda (x) x) (with-current-buffer b (save-excursion (goto-char (point-min)) (re-search-forward "\\(a\\|b\\)+\\_<[[:space:]]\\'" nil t))) #s(hash-table data (k v)) #("prop" 0 1 (face bold)) ,@x 'sym "\x41\e\^@" ;; end
(provide 'file) ;;; file.el ends here
