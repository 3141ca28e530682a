"""What a proof finds: differences, which refuse a set; what it leaves open; doubts."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from exporter.errors import Fault, Problem
from exporter.proof.difference import Difference
from exporter.proof.signature import SignatureFinding


@dataclass(frozen=True, slots=True)
class Verification:
    """What the proof of a set found: as a collection, its differences; empty where there are none.

    Attributes:
        differences: In which the set is not what its manifest says.
        unproved: What could not be proved here, and where it could be.
        doubts: What is not for the proof to judge.
        signers: What the signatures that hold say.
    """

    differences: tuple[Difference, ...]
    unproved: tuple[Problem, ...] = ()
    doubts: tuple[Problem, ...] = ()
    signers: tuple[SignatureFinding, ...] = ()

    def __iter__(self) -> Iterator[Difference]:
        """The differences, one by one."""
        return iter(self.differences)

    def __len__(self) -> int:
        """How many differences there are."""
        return len(self.differences)

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
    """

    differences: list[Difference] = field(default_factory=list)
    signers: list[SignatureFinding] = field(default_factory=list)
    _unproved: dict[Fault, list[str]] = field(default_factory=dict)
    _doubts: dict[Fault, list[str]] = field(default_factory=dict)

    def refuse(self, differences: Iterable[Difference]) -> None:
        """Take differences in."""
        self.differences += differences

    def leave_open(self, file: str, wrong: str, right: str) -> None:
        """Take in what could not be proved of a file here."""
        self._unproved.setdefault(Fault(wrong, right), []).append(file)

    def doubt(self, file: str, wrong: str, right: str) -> None:
        """Take in what is told of a file, and is not for the proof to judge."""
        self._doubts.setdefault(Fault(wrong, right), []).append(file)

    @property
    def verification(self) -> Verification:
        """All of it; files of which the same is said are named together."""
        return Verification(
            tuple(self.differences),
            _together(self._unproved),
            _together(self._doubts),
            tuple(self.signers),
        )


def _together(said: Mapping[Fault, Sequence[str]]) -> tuple[Problem, ...]:
    return tuple(Problem(", ".join(files), 0, "", *fault) for fault, files in said.items())
