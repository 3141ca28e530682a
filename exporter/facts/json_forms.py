"""What values of a report's YAML look like, as JSON Schemas that editors complete and check by.

A form takes whatever the reader of the value takes, and little more: what only reading can tell
(characters, lookalikes, what a name refers to) is left to `check`. `title` says it in words.
"""

from typing import Any

from exporter.facts.currencies import CURRENCIES
from exporter.facts.words import LANGUAGES

Form = dict[str, Any]

# What YAML takes for a number is a text to us where a text is wanted: `entity: 360`.
WORDS: Form = {"type": ["string", "number"], "title": "text"}
HALVES: dict[str, Form] = dict.fromkeys([*map(str, LANGUAGES)], WORDS)
DAY: Form = {"type": "string", "format": "date", "title": "day"}
MONTH_AND_DAY: Form = {
    "type": "string",
    "pattern": "^[0-9]{2}-[0-9]{2}$",
    "title": "month and day",
    "examples": ["03-31"],
}
SPAN: Form = {"type": "string", "title": "span of time", "examples": ["1 quarter", "90 days"]}
CURRENCY: Form = {"enum": sorted(CURRENCIES), "title": "currency of ISO 4217"}


def parts(properties: dict[str, Form], **more: object) -> Form:
    """A form with keys, and no others."""
    return {"type": "object", "properties": properties, "additionalProperties": False, **more}


TEXT: Form = {
    "title": "text, or `{en, zh}`",
    "anyOf": [WORDS, parts(HALVES, required=[*LANGUAGES])],
}
# Of these one language alone is a doubt, and no fault.
IN_EITHER: Form = {
    "title": "text, or `{en, zh}`",
    "anyOf": [WORDS, parts(HALVES, minProperties=1)],
}
