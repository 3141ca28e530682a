"""A proposer for `exporter draft --with`: facts about dividends, found by a pattern.

It reads what docs/proposers.md tells, one JSON object a line, and writes its proposals likewise. A
language model would stand where `PATTERN` does.
"""

import json
import re
import sys

PATTERN = re.compile(r"dividend of (?:€|EUR )([0-9.]+) per share", re.IGNORECASE)


def main() -> None:
    """Read the source's clauses, and propose a fact for each that speaks of a dividend."""
    known = json.loads(sys.stdin.readline())
    for line in sys.stdin:
        clause = json.loads(line)
        if found := PATTERN.search(clause["text"]):
            fact = {
                "entity": known["entities"][0]["en"],
                "metric": {known["language"]: "Dividend per share"},
                "value": found[1],
                "unit": "EUR per share",
                "quote": clause["text"],
            }
            sys.stdout.write(json.dumps({"fact": fact}, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
