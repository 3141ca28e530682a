# readxl: Rscript readxl.R BOOK prints what it reads as JSON.
suppressMessages({library(readxl); library(jsonlite)})
path <- commandArgs(TRUE)[1]
said <- list()
for (name in excel_sheets(path)) {
  frame <- suppressMessages(read_excel(path, name, range = cell_limits(c(1, 1), c(NA, NA)), col_names = FALSE, col_types = "list"))
  cells <- list()
  for (column in seq_along(frame)) for (row in seq_len(nrow(frame))) {
    value <- frame[[column]][[row]]
    if (length(value) != 1 || is.na(value)) next
    if (inherits(value, "POSIXct")) value <- format(value, "%Y-%m-%d", tz = "UTC")
    cells[[paste0(LETTERS[column], row)]] <- list(value = value)
  }
  said[[name]] <- list(cells = cells)
}
cat(toJSON(said, auto_unbox = TRUE, digits = NA))
