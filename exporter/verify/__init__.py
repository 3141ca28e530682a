"""The proof of a set that has travelled: it is made anew from its manifest, and compared.

rules.py           whether the manifest's content could have been built
rebuild.py         the set made anew, and the files that there are compared with it
verdicts.py        what follows where a file is not the one made anew
beside.py          what lies beside the set: drafts, files that no manifest names
signatures.py      who signed it
inputs.py          whether a report is still what the set was made from
findings.py        differences, what is left open, doubts
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from exporter.engine.progress import Progress, silent
from exporter.errors import ContentError, ExporterError, Problem, UsageError
from exporter.evidence.check import check_evidence
from exporter.evidence.found import Evidence
from exporter.files import settle
from exporter.inputs.remembered import inputs_of
from exporter.proof.difference import Difference, unreadable
from exporter.proof.manifest import (
    FACTS_FILE,
    MANIFEST,
    Content,
    Manifest,
    file_hash,
    read_manifest,
)
from exporter.proof.manifest.comparison import compare_manifest
from exporter.proof.manifest.content import counted
from exporter.verify.beside import tell_what_lies_beside
from exporter.verify.findings import Findings
from exporter.verify.findings import Verification as Verification
from exporter.verify.inputs import read_and_compare
from exporter.verify.rebuild import compare_one_workbook, compare_with_rebuilt
from exporter.verify.rules import broken_rules
from exporter.verify.signatures import check_signed
from exporter.verify.verdicts import Judge
from exporter.writers.page_process import Ask, in_this_process

_RIGHT = "name a folder that `exporter build` wrote, output/<report> unless said"


@dataclass(frozen=True, slots=True)
class Scope:
    """What of a set is compared, and how.

    Attributes:
        values: Whether workbooks may have been saved again by an office program.
        workbook: The only file that is compared, by its values; None for the whole set.
    """

    values: bool = False
    workbook: Path | None = None


WHOLE_SET = Scope()


def verify(
    folder: Path | str,
    *,
    report: Path | str | None = None,
    trust: Sequence[Path] = (),
    allow: Sequence[str] = (),
    values: bool = False,
) -> Verification:
    """Prove the files of a folder against its manifest.

    The manifest's own content is checked as on the day it was written: every quote against the
    fingerprints of its source, every figure against its quote. Then the set is made anew, and the
    files are compared with it, byte by byte.

    Args:
        folder: Where a build put its files.
        report: The report's folder, where its files are to be compared with the manifest's, too.
        trust: Certificates (PEM or DER) of those who must have signed, or vouch for who did.
        allow: What `report` may reach outside its folder, as `check` takes it.
        values: Whether an office program may have saved the workbooks again: those that are not
            as written are compared by values, units, texts and links alone. `folder` may then be
            a single workbook beside its manifest, which is compared alone.

    Raises:
        UsageError: There is no manifest in the folder, or `report` is none; or a file that is named
            alone is no workbook of the set.
        SetupError: There is no room to make the set anew, or a library is missing; or files of two
            builds lie there, one of which was killed, and cannot be put right.
    """
    return verify_with(in_this_process, Path(folder), report, trust, allow=allow, values=values)


def verify_with(
    ask: Ask,
    folder: Path,
    report: Path | str | None = None,
    trust: Sequence[Path] = (),
    progress: Progress = silent,
    allow: Sequence[str] = (),
    *,
    values: bool = False,
) -> Verification:
    """The same as `verify`, where pages may be made by a worker process.

    Args:
        ask: Has pages made.
        folder: Where a build put its files.
        report: As for `verify`.
        trust: As for `verify`.
        progress: Told what is being done.
        allow: As for `verify`.
        values: As for `verify`.
    """
    workbook = folder if values and folder.is_file() else None
    folder = folder.parent if workbook else folder
    settle(folder)
    path = folder / MANIFEST
    if workbook and not path.is_file():
        wrong = f"{workbook} has no {MANIFEST} beside it, which it is proved by"
        raise UsageError(wrong, f"put the workbook beside the {MANIFEST} of its build")
    if not path.is_file():
        sets = sorted(str(found.parent) for found in folder.glob(f"*/{MANIFEST}"))
        right = f"did you mean {' or '.join(sets)}?" if sets else _RIGHT
        raise UsageError(f"{folder} has no {MANIFEST}", right)
    try:
        manifest = read_manifest(path)
    except ValueError as error:
        said = " ".join(line.strip() for line in str(error).splitlines())
        return Verification((Difference(MANIFEST, "", "content", "a manifest as written", said),))
    scope = Scope(values, workbook)
    verification, _ = prove(ask, folder, manifest, trust, progress, scope)
    if report is None:
        return verification
    inputs = inputs_of(Path(report), allow)
    changes = read_and_compare(Path(report), manifest, folder, inputs)
    return replace(
        verification,
        differences=(*verification.differences, *changes.differences),
        unproved=(*verification.unproved, *changes.unproved),
    )


def prove(
    ask: Ask,
    folder: Path,
    manifest: Manifest,
    trust: Sequence[Path] = (),
    progress: Progress = silent,
    scope: Scope = WHOLE_SET,
    *,
    beside: bool = True,
) -> tuple[Verification, Evidence | None]:
    """Prove a set whose manifest has been read.

    Args:
        ask: Has pages made.
        folder: Where the set is.
        manifest: What it says.
        trust: As for `verify`.
        progress: Told what is being done.
        scope: What of the set is compared.
        beside: Whether to look at what lies beside the set as well: drafts, and files of others.

    Returns:
        What was found, and the evidence of the manifest's content; None where it breaks rules.
    """
    findings = Findings()
    evidence = None
    try:
        progress("checking facts and quotes")
        findings.refuse(_edited(folder, manifest))
        check_signed(folder, manifest, trust, findings)
        broken = list(broken_rules(manifest.content))
        findings.refuse(broken)
        if not broken:
            evidence = check_again(manifest.content)
            judge = Judge(manifest, findings)
            counts = counted(evidence, manifest.content.views)
            judge.said(_unproved(manifest, evidence))
            judge.said(compare_manifest(manifest, folder / MANIFEST, counts))
            if scope.workbook and not evidence.without_source:
                compare_one_workbook(scope.workbook, manifest, evidence, judge)
            elif not evidence.without_source:
                work = ask, progress
                compare_with_rebuilt(folder, manifest, evidence, work, judge, values=scope.values)
                if beside:
                    tell_what_lies_beside(folder, manifest, evidence, judge)
    except ContentError as error:
        findings.refuse(_unwritable(problem) for problem in error.problems)
    except (ExporterError, OSError):
        raise
    except Exception as error:  # whatever it is, no build would have taken such content
        findings.refuse([unreadable(MANIFEST, error)])
    return findings.verification, evidence


def check_again(content: Content) -> Evidence:
    """The evidence of all facts and views, as on the day they were written.

    The facts of an entity are kept together.
    """
    entities = [entity.name.en for entity in content.report.entities]
    return check_evidence(
        content.facts, content.views, content.sources, entities, content.report.conventions
    )


def _edited(folder: Path, manifest: Manifest) -> Iterator[Difference]:
    """Whether the manifest, and the facts beside it, are as they were written."""
    if not manifest.intact:
        yield Difference(MANIFEST, "", "fingerprint", "that of its content", "another: edited")
    facts_hash = manifest.facts_hash
    if facts_hash and (now := file_hash(folder / FACTS_FILE)) != facts_hash:
        yield Difference(FACTS_FILE, "", "SHA-256", facts_hash, now)


def _unproved(manifest: Manifest, evidence: Evidence) -> Iterator[Difference]:
    """What its quotes do not prove, though they should; a quote of no source is never let pass."""
    required = manifest.content.report.evidence == "required"
    for problem in evidence.problems if required else evidence.without_source:
        yield Difference(MANIFEST, problem.subject, "evidence", problem.right, problem.wrong)


def _unwritable(problem: Problem) -> Difference:
    right = problem.right or "what can be written"
    return Difference(MANIFEST, problem.subject, "content", right, problem.wrong)
