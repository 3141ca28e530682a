"""What stands beside a figure that is not achieved: its status, and who says so.

Guidance, plans and estimates look like results wherever a figure stands without its row. What was
achieved needs no word.
"""

from typing import NamedTuple

from exporter.facts.words import STATUS_LABELS, Bilingual, Lang, Status
from exporter.report.labels import WORDS


class Beside(NamedTuple):
    """Words beside a figure: its status, and whose it is; each "" for none."""

    status: str = ""
    attribution: str = ""

    def joined(self, lang: Lang) -> str:
        """Both in one text: `estimate, Beech Bank`."""
        return WORDS["part separator"].in_(lang).join(filter(None, self))


def beside(status: str, attribution: Bilingual, entity: Bilingual, lang: Lang) -> Beside:
    """What stands beside a figure; no words where it was achieved.

    Args:
        status: The fact's.
        attribution: Who says so; texts that may be "".
        entity: What the figure is about, which is not named twice where it speaks of itself.
        lang: The language.
    """
    if status == Status.ACHIEVED:
        return Beside()
    name = attribution.in_(lang)
    is_own = name in entity or attribution.en == entity.en
    return Beside(STATUS_LABELS[Status(status)].in_(lang), "" if is_own else name)
