"""One-pagers, read back and compared with their layouts."""
