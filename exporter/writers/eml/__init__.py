"""Messages as .eml files."""
