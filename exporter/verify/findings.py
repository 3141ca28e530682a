"""What a proof finds: differences, which refuse a set; what it leaves open; doubts."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from exporter.errors import Fault, Problem
from exporter.proof.difference import NOTHING, Difference
from exporter.proof.signature import SignatureFinding

# Of a cell. What another program drops besides is its way, too; but a value or a row that is gone
# is none, nor is one that was changed.
_OWN_WAYS = {"formula", "result", "link", "look", "number format"}
_NO_WAYS = {"value", "row"}


@dataclass(frozen=True, slots=True)
class Verification:
    """What the proof of a set found: as a collection, its differences; empty where there are none.

    Attributes:
        differences: In which the set is not what its manifest says.
        unproved: What could not be proved here, and where it could be.
        doubts: What is not for the proof to judge.
        signers: What the signatures that hold say.
        saved_anew: Files that another program has saved, which writes much in ways of its own.
        by_values: Workbooks that were compared by values, units, texts and links alone.
    """

    differences: tuple[Difference, ...]
    unproved: tuple[Problem, ...] = ()
    doubts: tuple[Problem, ...] = ()
    signers: tuple[SignatureFinding, ...] = ()
    saved_anew: frozenset[str] = frozenset()
    by_values: tuple[str, ...] = ()

    def __iter__(self) -> Iterator[Difference]:
        """The differences, one by one."""
        return iter(self.differences)

    def __len__(self) -> int:
        """How many differences there are."""
        return len(self.differences)

    def told(self) -> Iterator[str]:
        """The differences in words, a line each.

        Of a file that is saved anew, what the program writes in ways of its own has a line a kind.
        """
        kinds: dict[tuple[str, str] | int, list[Difference]] = {}
        for place, difference in enumerate(self.differences):
            is_own_way = _is_own_way(difference, self.saved_anew)
            kind = (difference.file, difference.what) if is_own_way else place
            kinds.setdefault(kind, []).append(difference)
        for first, *others in kinds.values():
            yield f"{first}; and {len(others):,} more like it" if others else str(first)

    @property
    def proved(self) -> bool:
        """Whether every file of the set is what its manifest says."""
        return not self.differences and not self.unproved


@dataclass
class Findings:
    """What a proof has found so far.

    Attributes:
        differences: In which the set is not what its manifest says.
        signers: What the signatures that hold say.
        saved_anew: Files that another program has saved.
        by_values: Workbooks that were compared by values, units, texts and links alone.
    """

    differences: list[Difference] = field(default_factory=list)
    signers: list[SignatureFinding] = field(default_factory=list)
    saved_anew: set[str] = field(default_factory=set)
    by_values: list[str] = field(default_factory=list)
    _unproved: dict[Fault, list[str]] = field(default_factory=dict)
    _doubts: dict[Fault, list[str]] = field(default_factory=dict)

    def refuse(self, differences: Iterable[Difference]) -> None:
        """Take differences in."""
        self.differences += differences

    def saved_by_another(self, file: str, program: str) -> None:
        """Take in that another program has saved a file; whatever differs in it follows."""
        self.saved_anew.add(file)
        found = program or "another"
        self.differences.append(Difference(file, "", "program that saved it", "exporter", found))

    def leave_open(self, file: str, wrong: str, right: str) -> None:
        """Take in what could not be proved of a file here."""
        self._unproved.setdefault(Fault(wrong, right), []).append(file)

    def doubt(self, file: str, wrong: str, right: str) -> None:
        """Take in what is told of a file, and is not for the proof to judge."""
        self._doubts.setdefault(Fault(wrong, right), []).append(file)

    @property
    def verification(self) -> Verification:
        """All of it; files of which the same is said are named together.

        In a file that another program has saved, what somebody changed comes before its own ways.
        """
        files = list(dict.fromkeys(difference.file for difference in self.differences))
        place = dict(zip(files, range(len(files)), strict=True))

        def order(difference: Difference) -> tuple[int, bool]:
            return place[difference.file], _is_own_way(difference, self.saved_anew)

        return Verification(
            tuple(sorted(self.differences, key=order)),
            _together(self._unproved),
            _together(self._doubts),
            tuple(self.signers),
            frozenset(self.saved_anew),
            tuple(self.by_values),
        )


def _is_own_way(difference: Difference, saved_anew: Collection[str]) -> bool:
    """Whether the program that has saved a file may have written this otherwise by itself."""
    if difference.file not in saved_anew or difference.what in _NO_WAYS:
        return False
    return difference.what in _OWN_WAYS or difference.found == NOTHING


def _together(said: Mapping[Fault, Sequence[str]]) -> tuple[Problem, ...]:
    return tuple(Problem(", ".join(files), 0, "", *fault) for fault, files in said.items())
