"""What requirements/ pins: the packages of each stage, with the hashes of all their files."""

import re
from dataclasses import dataclass
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

REQUIREMENTS = Path(__file__).parents[1] / "requirements"


@dataclass(frozen=True)
class Pin:
    """One package at one version.

    Attributes:
        name: As PyPI compares names: lower case, with `-`.
        requirement: Name and version, and the environments that it is for.
        hashes: SHA-256 in hex digits, one for each file of the release.
    """

    name: str
    requirement: Requirement
    hashes: tuple[str, ...]

    @property
    def version(self) -> str:
        """The one version that is allowed."""
        return str(self.requirement.specifier).removeprefix("==")

    @property
    def applies(self) -> bool:
        """Whether set-up installs it on this system and Python."""
        return self.requirement.marker is None or self.requirement.marker.evaluate()


def read_pins(stage: str, folder: Path = REQUIREMENTS) -> dict[str, Pin]:
    """The packages of `folder`/`stage`.txt, by name."""
    # A line that ends in a backslash goes on in the next.
    lines = (folder / f"{stage}.txt").read_text("utf-8").replace("\\\n", "").splitlines()
    pins = (_pin(line) for line in lines if line and line[0] not in "#- ")
    return {pin.name: pin for pin in pins}


def _pin(line: str) -> Pin:
    requirement, *hashes = re.split(r"\s+--hash=sha256:", line.strip())
    parsed = Requirement(requirement)
    return Pin(canonicalize_name(parsed.name), parsed, tuple(hashes))
