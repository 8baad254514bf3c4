#!/usr/bin/env Rscript
#' Roxygen comment
#' @param x numeric
library(ggplot2); require("dplyr")
x <- c(1, 2.5e-3, 0xFF, 1L, 2i, NA, NaN, Inf, TRUE, F, NULL)
names(x) <<- paste0("a", 'b\t\u00e9', r"(raw \n)"); 5 -> y
f <- function(a, b = 2, ...) {
  if (a > b && !is.null(b) || a %in% x) { return(invisible(a)) } else if (a == b) stop("x") else NULL
  for (i in seq_len(10)) { next; break }
  while (TRUE) repeat { break }
  switch(a, "x" = 1, y = { 2 }, 3)
  tryCatch({ warning("w") }, error = function(e) e$message, finally = cat("done\n"))
}
df %>% filter(col >= 3, `odd name` != "q") |> mutate(z = a ^ 2 %/% 3 %% 4) -> out
g <- \(x) x + 1; lst[["key"]]$sub@slot[1, , drop = FALSE]
y ~ a + b:c | d; base::mean(x, na.rm = T); pkg:::hidden(); ?help; -x:3
formula <- `my var` <- 3; "multi
line" ; 'single \' esc'
#' @export
setClass("Ring", representation(items = "list", n = "numeric"))
setMethod("show", "Ring", function(object) cat("<Ring of ", object@n, ">\n", sep = ""))
fit <- lm(y ~ x + I(x^2) + log(z):w - 1, data = df, subset = x > 0 & !is.na(y))
apply(m, 1, function(row) sum(row[row > 0 | row == -1]))
if (!requireNamespace("x", quietly = TRUE)) stop("need 'x'")
x[["a"]][2:3] <- list(1, "b"); x$y$z <- NULL
repeat {
  i <- i + 1L
  if (i >= 1e5) break
}
f2 <- function(...) { args <- list(...); ..1; missing(a) }
s <- 'it\'s'; t <- "tab\t\"q\" \\ \x41 \u{1F600}"
m %*% t(m) %o% 1:3 %in% c(Inf, -Inf, NA_integer_, NA_character_)
`%+%` <- function(a, b) paste(a, b)
"a" %+% "b" |> toupper() |> print()
while (i < 10 && TRUE || FALSE) next
assign("x", 0x1p-3); x <<- 1e-3i; -2 ** 3; 5 %/% 2; a = b
# TODO: finish
Recall(n - 1); on.exit(close(con), add = TRUE)
data.frame(a = 1:3, b = letters[1:3], stringsAsFactors = FALSE)
invisible(NULL)
