"""Insertions without a figure between a subject and its verb, which name nothing.

Incentives |— carpets thrown in, say —| were worth 3% of the price; returns |(mostly dresses)| fell.
"""

from exporter.drafting.metrics.en.words import MOVED
from exporter.engine.regex import regex
from exporter.evidence.reading import read_figures

_VERB = (
    r"(?=(?:(?:now|already|together|still|also|then|alone|have|has|had|will|would|could|may) )*"
    rf"(?:was|were|is|are|been|be|has|have|had|{MOVED}|comes?|came|accounts?|accounted|makes?|made"
    r"|amount(?:s|ed)?|stands?|stood|total(?:s|led)?|represent(?:s|ed)?|costs?|remain(?:s|ed)?"
    r"|contributed?|bring|brings|brought|took|takes?)\b)"
)
_INSERTION = regex(
    r"(?P<gap> (?:— [^—;.!?]{3,90} —|– [^–;.!?]{3,90} –|-- [^;.!?]{3,90} --)"
    r"|\s\((?:including|such as|mainly|mostly|chiefly|notably|largely|that is|[a-z]+, (?:above all"
    r"|mainly|mostly|chiefly|say))\b[^()]{1,90}\)"
    r"|, (?:including|such as|mainly|mostly|chiefly|notably|largely) [^,;.!?]{3,80},)"
    rf" {_VERB}"
)
_SUBJECT = regex(r"(?:^|[.;:“] |, )(?:[\w’'&-]+ ){0,8}[\w’'&-]+$")


def without_insertions(text: str, start: int) -> tuple[str, int]:
    """A sentence without its insertions before a place, and where that then is.

    Args:
        text: The sentence.
        start: Where a figure begins.
    """
    for said in reversed(list(_INSERTION.finditer(text, 0, start))):
        if said.end("gap") > start or read_figures(said["gap"]):
            continue
        if _SUBJECT.search(text[: said.start("gap")]) is None:
            continue
        text = text[: said.start("gap")] + text[said.end("gap") :]
        start -= len(said["gap"])
    return text, start
