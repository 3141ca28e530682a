"""One-pagers: the model that the writer draws, and views laid out as a page."""
