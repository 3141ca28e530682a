"""What follows where a file is not byte by byte the one that was made anew.

By the same exporter, with the same libraries, it is another file, and what differs is named. With
other libraries, or another exporter, it may be sound; then what files show decides, and what that
comparison cannot see is told as a doubt.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass

from exporter.proof.difference import Difference
from exporter.proof.manifest import Manifest
from exporter.proof.manifest.maker import EXPORTER, Maker, code_fingerprint, this_maker
from exporter.verify.findings import Findings


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file.

    Attributes:
        libraries: What decides its bytes, besides the exporter; None for all there is.
        unseen: What the comparison of what it shows cannot see.
    """

    libraries: Collection[str] | None
    unseen: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """A file compared with the one made here, in three ways.

    Attributes:
        shown: Gives in what it shows something else.
        stated: Gives in what it states something else, whichever exporter wrote it.
        part: The part of it that differs.
    """

    shown: Callable[[], Sequence[Difference]]
    stated: Callable[[], Sequence[Difference]]
    part: Difference | None


XLSX = Kind(
    {"python", "xlsxwriter", "pyarrow"},
    "the theme, row heights, panes, the axes of charts",
)
HTML = Kind({"python", "jinja2", "markupsafe"}, "the attributes that neither name nor link")
PDF = Kind(None, "where a text stands, its colour, what is painted over it")


EML = Kind({"python", "jinja2", "markupsafe"}, "how its parts are written")
_FACTS_ALONE = "only values, units and texts of facts and views could be compared"


class Judge:
    """Says what follows, of one file after another."""

    def __init__(self, manifest: Manifest, findings: Findings) -> None:
        """For the files of a manifest."""
        self.findings = findings
        self._said = manifest.maker
        self._same_code = self._said.code == code_fingerprint()

    def unlike(
        self,
        kind: Kind,
        name: str,
        comparison: Comparison,
        here: Maker | None = None,
    ) -> None:
        """Judge a file that is not the one made here.

        Args:
            kind: Of the file.
            name: Of the file.
            comparison: Of the file with the one made here.
            here: What made the file here; without pages unless given.
        """
        shown, part = comparison.shown(), comparison.part
        here = here or this_maker({}, {})
        others = list(self._said.unlike(here, kind.libraries))
        if shown and not self._same_code:
            self._other_exporter(name, comparison.stated(), _FACTS_ALONE)
        elif shown:
            self.findings.refuse(shown)
        elif self._same_code and not others and part is not None:
            self.findings.refuse([part])
        elif self._same_code:
            known = ", ".join(f"{name} {own}, here {other}" for name, own, other in others)
            self.findings.leave_open(
                name,
                f"made with {known}: it shows what the manifest says, but {kind.unseen} could "
                "not be compared",
                "verify it where these are as they were",
            )
        else:
            seen = f"it shows what the manifest says, but {kind.unseen} could not be compared"
            self._other_exporter(name, [], seen)

    def saved_again(
        self,
        name: str,
        found: Sequence[Difference],
        stated: Callable[[], Sequence[Difference]],
    ) -> None:
        """Judge a workbook that is compared by its values.

        Args:
            name: Of the file.
            found: In what its cells hold, show and open something else.
            stated: As of a Comparison.
        """
        self.findings.by_values.append(name)
        if found and not self._same_code:
            self._other_exporter(name, stated(), _FACTS_ALONE)
        else:
            self.findings.refuse(found)

    def said(self, differences: Iterable[Difference]) -> None:
        """Judge what the manifest says otherwise than it would be said here."""
        for difference in differences:
            if self._same_code:
                self.findings.refuse([difference])
            else:
                made = self._said.exporter
                wrong = f"made by {made}, and another would say otherwise: {difference}"
                self.findings.leave_open(difference.file, wrong, f"verify it with {made}")

    def undrawn(self, name: str, shown: Sequence[Difference], why: str) -> None:
        """Judge a page that cannot be made here."""
        if shown:
            self.findings.refuse(shown)
            return
        wrong = f"it cannot be drawn here ({why}): it shows what the manifest says, but "
        self.findings.leave_open(
            name, f"{wrong}{PDF.unseen} could not be compared", "verify it where it can be"
        )

    def _other_exporter(self, name: str, stated: Sequence[Difference], seen: str) -> None:
        """Judge a file of another exporter by what it states."""
        if stated:
            self.findings.refuse(stated)
            return
        made, here = self._said, this_maker({}, {})
        wrong, right = f"made by {made.exporter}, and this is {here.exporter}", ""
        if made.versions.get(EXPORTER) == here.versions[EXPORTER]:
            wrong += ", of the same version: the code of one of them was changed, or the set was"
            right = ", or ask who made it to sign it"
        self.findings.leave_open(name, f"{wrong}: {seen}", f"verify it with {made.exporter}{right}")
