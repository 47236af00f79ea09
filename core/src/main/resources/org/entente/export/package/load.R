# Loads this data package with R alone; run it in the folder of the package: Rscript load.R
# Codes stay text (040), missing values are empty cells, days are days.

load_table <- function(path, integers = character(), numbers = character(), days = character()) {
  names <- strsplit(readLines(path, n = 1, encoding = "UTF-8"), "\t", fixed = TRUE)[[1]]
  kinds <- rep("character", length(names))
  kinds[names %in% integers] <- "integer"
  kinds[names %in% numbers] <- "numeric"
  kinds[names %in% days] <- "Date"
  read.delim(path, quote = "", comment.char = "", na.strings = "", colClasses = kinds,
             check.names = FALSE, fileEncoding = "UTF-8", encoding = "UTF-8")
}

events <- load_table(
  "events.tab",
  integers = c("event_id", "quad", "article_id", "sentence", "start", "end"),
  numbers = c("goldstein", "confidence"),
  days = c("day", "date_from", "date_to", "published"))
counts <- paste0(rep(c("verbal_cooperation", "material_cooperation", "verbal_conflict",
                       "material_conflict"), 2), rep(c("_12", "_21"), each = 4))
dyads <- load_table("dyads.tab", integers = c("year", "month", counts, "articles"))
withdrawn <- load_table("withdrawn.tab", integers = c("id", "article_id"), days = "day")
quotations <- readLines("quotations.jsonl", encoding = "UTF-8", warn = FALSE)

for (name in c("events", "dyads", "withdrawn")) {
  table <- get(name)
  cat(name, nrow(table), paste0(names(table), ":", sapply(table, class)), "\n")
}
cat("quotations", length(quotations), "\n")
