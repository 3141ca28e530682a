"""One-pagers as PDF/A-3a, drawn with WeasyPrint."""
