# openxlsx: Rscript openxlsx.R BOOK prints what it reads as JSON.
suppressMessages({library(openxlsx); library(jsonlite)})
path <- commandArgs(TRUE)[1]
book <- loadWorkbook(path)
said <- list()
for (name in names(book)) {
  # Columns of texts and numbers come as texts.
  frame <- read.xlsx(path, name, colNames = FALSE, skipEmptyRows = FALSE, skipEmptyCols = FALSE)
  cells <- list()
  for (column in seq_along(frame)) for (row in seq_len(nrow(frame))) {
    value <- frame[row, column]
    if (is.na(value)) next
    number <- suppressWarnings(as.numeric(value))
    cells[[paste0(LETTERS[column], row)]] <- list(value = if (is.na(number)) value else number)
  }
  said[[name]] <- list(cells = cells, tables = I(as.character(names(getTables(book, name)))))
}
cat(toJSON(said, auto_unbox = TRUE, digits = NA))
