"""Who signed a set: its manifest, by a signature beside it, and its PDFs, each by one within.

A set can be made anew from changed content, and is then what its own manifest says. Only a
signature tells whose it is: so a set must be signed where somebody says who must have signed.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

from exporter.errors import ContentError
from exporter.proof.difference import MISSING, Difference
from exporter.proof.manifest import MANIFEST, SIGNATURE, Manifest
from exporter.proof.pdf.signature import check_signatures
from exporter.proof.roots import read_roots
from exporter.proof.signature import SignatureFinding, check_beside, require_pyhanko
from exporter.verify.findings import Findings

_LARGEST = 1 << 28  # bytes of a PDF; with the workbooks inside it takes a hundredth
_VOUCHED_FOR = "one whom the given root vouches for"


def check_signed(
    folder: Path, manifest: Manifest, roots: Sequence[Path], findings: Findings
) -> None:
    """Check every signature of a set.

    Args:
        folder: Where the set is.
        manifest: What it says, and who signed it.
        roots: Certificates of those who must have signed, or vouch for who did; where none are
            named, a set may be unsigned.
        findings: Takes in what is wrong, and who signed.

    Raises:
        UsageError: A root is none.
        SetupError: A root cannot be read, or pyHanko is missing.
    """
    if roots:  # before anything is told of the set
        require_pyhanko()
        read_roots(roots)
    if not (folder / SIGNATURE).is_file() and (manifest.signer or roots):
        whose = manifest.signer or _VOUCHED_FOR
        findings.refuse([Difference(SIGNATURE, "", "signature", f"that of {whose}", MISSING)])
    for path in _signed_files(folder, manifest):
        try:
            found = _check(path, roots)
        except ContentError as error:
            told = ((problem.right, problem.wrong) for problem in error.problems)
            findings.refuse(Difference(path.name, "", "signature", *fault) for fault in told)
            continue
        for finding in found:
            if wrong := _fault(finding, path.name, manifest, trusted_alone=bool(roots)):
                findings.refuse([wrong])
            else:
                findings.signers.append(finding)


def _signed_files(folder: Path, manifest: Manifest) -> Iterator[Path]:
    for path in (folder / name for name in sorted(manifest.outputs)):
        if path.suffix == ".pdf" and _is_readable(path) and b"/ByteRange" in path.read_bytes():
            yield path
    if _is_readable(folder / SIGNATURE):
        yield folder / SIGNATURE


def _is_readable(path: Path) -> bool:
    """Whether a file is there, and not so large that it can be none of the set's."""
    return path.is_file() and path.stat().st_size <= _LARGEST


def _check(path: Path, roots: Sequence[Path]) -> list[SignatureFinding]:
    if path.name == SIGNATURE:
        return [check_beside(path.with_name(MANIFEST), path, roots)]
    return check_signatures(path, roots)


def _fault(
    finding: SignatureFinding, name: str, manifest: Manifest, *, trusted_alone: bool
) -> Difference | None:
    """What is wrong with a signature: that it does not hold, or whose it is."""
    if finding.wrong and name == SIGNATURE and not manifest.signer:
        right = "none: nobody is said to have signed this set; take it away, or build with --sign"
        return Difference(name, "", "signature", right, finding.wrong)
    if finding.wrong:
        return Difference(name, finding.field, "signature", finding.right, finding.wrong)
    if trusted_alone and finding.trust != "trusted":
        whose = f"{finding.signer}, {finding.trust}"
        return Difference(name, finding.field, "signer", _VOUCHED_FOR, whose)
    if manifest.signer and finding.signer != manifest.signer:
        return Difference(name, finding.field, "signer", manifest.signer, finding.signer)
    return None
