# Reads every table with R alone and the types of its columns given, as the R package icews does, and writes down what it understood:
# one line a row, cells apart by U+001F. Rscript readers.R TYPES, whose lines are: file, header, one letter a column.
dump <- function(file, header, letters) {
  kinds <- c(I = "integer", L = "numeric", N = "numeric", D = "Date", T = "character")[strsplit(letters, "")[[1]]]
  csv <- grepl("csv$", file)
  x <- read.delim(file, sep = if (csv) "," else "\t", header = header == "1", quote = if (csv) "\"" else "",
                  comment.char = "", na.strings = "", colClasses = unname(kinds), check.names = FALSE,
                  encoding = "UTF-8")
  stopifnot(length(kinds) == ncol(x), identical(unname(sapply(x, class)), unname(kinds)))
  cells <- lapply(x, function(column) {
    text <- if (is.double(column) && !inherits(column, "Date")) {
      vapply(column, function(n) format(n, digits = 15, scientific = FALSE), "")
    } else {
      as.character(column)
    }
    ifelse(is.na(column), "", text)
  })
  lines <- if (nrow(x) == 0) character() else do.call(paste, c(unname(cells), sep = "\x1f"))
  writeLines(enc2utf8(lines), con <- file(paste0(file, ".R"), open = "wb"), useBytes = TRUE)
  close(con)
}

for (line in readLines(commandArgs(trailingOnly = TRUE)[1])) {
  parts <- strsplit(line, " ")[[1]]
  dump(parts[1], parts[2], parts[3])
}
