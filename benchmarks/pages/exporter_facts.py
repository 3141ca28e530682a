"""Ours, from the facts: read, checked and laid out."""

import sys
from pathlib import Path

from benchmarks.pages.prepare import lay_out_page
from exporter.writers.pdf import write_onepager

if __name__ == "__main__":
    write_onepager(lay_out_page(), Path(sys.argv[1]))
