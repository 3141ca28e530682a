"""What a trace finds of planted errors, and what it calls wrong of right numbers."""

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.trace.made_model import TRAP, Put, make_model
from benchmarks.trace.made_report import make_report
from exporter.editions.trace.copied import shown_note
from exporter.editions.trace.model import Finding, Hint, Verdict
from exporter.editions.trace.traced import TraceOrder, trace


@dataclass(frozen=True)
class Measured:
    """Counts of numbers.

    Attributes:
        errors: Planted.
        told: Of these, how many are not called found.
        named: Of these, how many are named by their kind.
        right: Numbers that are right.
        kept: Of these, how many are called found.
        traps: Numbers that equal a figure of which their heads do not speak.
        sprung: Of these, how many are called found.
        misses: Lines that tell of errors called found, and of right ones that are not.
    """

    errors: int = 0
    told: int = 0
    named: int = 0
    right: int = 0
    kept: int = 0
    traps: int = 0
    sprung: int = 0
    misses: tuple[str, ...] = field(default=(), repr=False)

    @property
    def recall(self) -> float:
        """How many of the errors are told."""
        return self.told / self.errors if self.errors else 0.0

    @property
    def precision(self) -> float:
        """How many of what is told are errors."""
        wrongly = self.right - self.kept
        return self.told / (self.told + wrongly) if self.told else 0.0

    def __add__(self, other: "Measured") -> "Measured":
        return Measured(
            self.errors + other.errors, self.told + other.told, self.named + other.named,
            self.right + other.right, self.kept + other.kept, self.traps + other.traps,
            self.sprung + other.sprung, self.misses + other.misses,
        )  # fmt: skip

    def __str__(self) -> str:
        """In a line."""
        return (
            f"{self.told} of {self.errors} errors told ({self.named} by their kind), "
            f"{self.kept} of {self.right} right numbers found; "
            f"{self.sprung} of {self.traps} traps called found; "
            f"recall {self.recall:.3f}, precision {self.precision:.3f}"
        )


_NAMES = {"digit": Hint.DIGIT, "shift": Hint.SHIFT, "sign": Hint.SIGN, "stale": Hint.STALE}


def measure(folder: Path, seed: int) -> Measured:
    """Make a report and a model in a folder, trace it, and compare with what was put into it."""
    report = make_report(folder / "report", seed)
    model = make_model(folder / "model.xlsx", report, seed)
    traced = trace(TraceOrder(model.path, report.folder, built=folder / "none"))
    findings = {(one.number.sheet, one.number.cell): one for one in traced.findings}
    puts = {(put.sheet, put.cell): put for put in model.puts}
    counts: Counter[str] = Counter()
    misses = [f"  {place}: is no hard-coded number" for place in findings.keys() - puts.keys()]
    misses += [f"  {place}: was not looked at" for place in puts.keys() - findings.keys()]
    for place, put in puts.items():
        finding = findings.get(place)
        is_found = _is_found(finding, put)
        if put.error == TRAP:
            counts["traps"] += 1
            counts["sprung"] += is_found
        elif put.error:
            counts["errors"] += 1
            counts["told"] += not is_found
            counts["named"] += finding is not None and finding.hint == _NAMES[put.error]
        else:
            counts["right"] += 1
            counts["kept"] += is_found
        if finding is not None and _is_miss(finding, put, is_found=is_found):
            said = f"{finding.verdict} {finding.hint}: {shown_note(finding, 'en')}"
            what = f"{float(finding.number.value):g} {put.error or 'right'}"
            right = f"{put.stated.id} = {put.stated.value}"
            misses.append(f"  {place} {what}, {finding.number.heads.shown}, {right}: {said}")
    return Measured(
        counts["errors"], counts["told"], counts["named"], counts["right"], counts["kept"],
        counts["traps"], counts["sprung"], tuple(misses),
    )  # fmt: skip


def _is_miss(finding: Finding, put: Put, *, is_found: bool) -> bool:
    is_misnamed = put.error in _NAMES and finding.hint != _NAMES[put.error]
    return bool(put.error) == is_found or is_misnamed


def _is_found(finding: Finding | None, put: Put) -> bool:
    """Whether a number is called found; a right one as the figure that it is, and no other."""
    if finding is None or finding.verdict is not Verdict.FOUND:
        return False
    return bool(put.error) or finding.candidates[0].id in {put.stated.id, ""}
