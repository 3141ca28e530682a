"""Messages: the model that the writer draws, and a report laid out as one."""
