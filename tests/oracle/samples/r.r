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
