"""The evidence page: the model that the writer draws, and facts and views laid out as it."""
