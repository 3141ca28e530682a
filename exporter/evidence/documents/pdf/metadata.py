"""What a PDF tells of itself, as far as it is to be believed."""

import re
from collections.abc import Mapping
from datetime import date

from exporter.evidence.documents.model import Metadata

_DATE = re.compile(r"(?:D:)?(\d{4})(\d\d)?(\d\d)?")
# What programs write where nobody wrote a title or an author.
_NO_TITLE = re.compile(
    r"(?:\(?(?:anonymous|unspecified)\)?|microsoft (?:word|powerpoint|excel)\b.*|untitled.*"
    r"|document\d*|[^\w]*|[\d\W_]+"
    r"|\S+\.(?:docx?|pdf|xlsx?|pptx?|indd|html?|rtf|txt|tex|dvi|ps|odt))",
    re.IGNORECASE,
)
_NO_AUTHOR = re.compile(
    r"(?:\(?anonymous\)?|unknown|user|administrator|admin|owner|[\d\W_]+"
    r"|.*\b(?:edgar online|donnelley)\b.*)",
    re.IGNORECASE,
)
_LANGUAGE = re.compile(r"[a-zA-Z]{2,3}\b")


def metadata_of(told: Mapping[str, str], language: str) -> Metadata:
    """The metadata of a PDF.

    Its dates are those of the file, which may be made long after it was published.

    Args:
        told: The document information dictionary.
        language: Of the document's catalogue, "" for none.
    """
    title, author = _line(told.get("Title", "")), _line(told.get("Author", ""))
    tag = _LANGUAGE.match(language)
    return Metadata(
        title=None if _NO_TITLE.fullmatch(title) else title or None,
        author=None if _NO_AUTHOR.fullmatch(author) else author or None,
        language=tag[0].lower() if tag else None,
        created=_day(told.get("CreationDate", "")),
    )


def _line(text: str) -> str:
    return " ".join(text.split())


def _day(text: str) -> date | None:
    """The day of a PDF date: `D:20230117185754Z`.

    Source: ISO 32000-1, 7.9.4.
    """
    found = _DATE.match(text)
    try:
        return date(*(int(part or 1) for part in found.groups())) if found else None
    except ValueError:
        return None
