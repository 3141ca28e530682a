"""What lies beside a set in its folder: drafts of messages, and files that no manifest names.

A file of an earlier build looks like one of the set, and is not proved; so it is told. A draft is
written anew from the set, for the people that it is addressed to, and compared; one that carries
the files of another build, and is whole by its own fingerprint, is told and speaks for no set.
"""

import re
from email.errors import MessageError
from functools import partial
from pathlib import Path

from exporter.errors import ContentError
from exporter.evidence.found import Evidence
from exporter.facts.words import Lang
from exporter.proof.difference import Difference, in_file, unlike_line, unreadable
from exporter.proof.eml import compare_message, is_of_other_files, read_envelope
from exporter.proof.manifest import FACTS_FILE, MANIFEST, SIGNATURE, Manifest
from exporter.report.eml.layout import EVIDENCE, WORKBOOK, basis_of, lay_out_message
from exporter.verify.verdicts import EML, Comparison, Judge
from exporter.writers.eml import make_draft

_DRAFT = ".eml"
_LARGEST = 1 << 28  # bytes of a draft; no mail server takes more than a fraction
# Of drafts that earlier versions wrote.
_EARLIER_ID = re.compile(rb"(?m)^Message-ID: <[\w.-]+\.[0-9a-f]{16}@[\w.-]+>\r\n")
_LOG = "deliveries.jsonl"  # who was sent what, which speaks for no file


def tell_what_lies_beside(
    folder: Path, manifest: Manifest, evidence: Evidence, judge: Judge
) -> None:
    """Compare the drafts in a set's folder with those that the set gives, and tell of other files.

    Args:
        folder: Where the set is.
        manifest: What it says.
        evidence: Of the manifest's content.
        judge: Takes in what is found.
    """
    known = {MANIFEST, SIGNATURE, _LOG, *manifest.outputs}
    if manifest.facts_hash:
        known.add(FACTS_FILE)
    for path in sorted(folder.iterdir()):
        if path.name in known or path.name.startswith(".") or path.is_dir():
            continue
        name, lang = _of_draft(path, manifest)
        if lang is None:
            wrong = "no manifest names it, so nothing is said of what it holds"
            judge.findings.doubt(path.name, wrong, "take it away if it is of an earlier build")
        else:
            _compare_draft(path, manifest, evidence, judge, (name, lang))


def _of_draft(path: Path, manifest: Manifest) -> tuple[str, Lang | None]:
    """The report's name and the language of a draft, by its file's name."""
    name, _, said = path.stem.rpartition(".")
    is_draft = path.suffix == _DRAFT and path.is_file() and path.stat().st_size <= _LARGEST
    lang = next((lang for lang in manifest.content.languages if lang == said), None)
    return name, lang if is_draft and name else None


def _compare_draft(
    path: Path, manifest: Manifest, evidence: Evidence, judge: Judge, of: tuple[str, Lang]
) -> None:
    """Write a draft anew for the people that it is addressed to, with what is attached to it."""
    content, findings = manifest.content, judge.findings
    name, lang = of
    actual = path.read_bytes()
    try:
        addressing, kinds = read_envelope(actual)
        basis = basis_of(
            name, content.report, evidence, content.views, content.sources, lang, content.since
        )
        attach = {what for what in (WORKBOOK, EVIDENCE) if what in kinds}
        message = lay_out_message(basis, attach)
        names = [enclosure.name for enclosure in message.enclosures]
        if wrong := sorted({difference.file for difference in findings.differences} & set(names)):
            right = f"mend {', '.join(wrong)} first"
            findings.doubt(
                path.name, "not compared, for what it carries is not as it should be", right
            )
            return
        files = {name: (path.parent / name).read_bytes() for name in names}
        draft = make_draft(message, addressing, files).content
        of_others = is_of_other_files(actual, files)
    # Damaged fields make Python's reader fail in these ways; ours refuses what no header may hold.
    except (AttributeError, LookupError, TypeError, ValueError, MessageError) as error:
        findings.refuse([unreadable(path.name, error)])
    except ContentError as error:
        told = ((problem.right, problem.wrong) for problem in error.problems)
        findings.refuse(Difference(path.name, "head", "content", *fault) for fault in told)
    except FileNotFoundError as error:  # which is told of the set already
        findings.refuse(
            [Difference(path.name, "", "attached file", "there", f"{error.filename} is missing")]
        )
    else:
        if actual != draft and _EARLIER_ID.sub(b"", actual, count=1) == draft:
            known = "it has a Message-ID, which some programs would send on to everybody alike"
            findings.doubt(path.name, known, "write it anew with `exporter email`")
        elif actual != draft and of_others:
            right = "write it anew with `exporter email`, or take it away"
            findings.doubt(path.name, "this is a draft of another build, with its files", right)
        elif actual != draft:
            shown = partial(compare_message, message, addressing, files, actual)
            part = _part(path.name, draft, actual)
            judge.unlike(EML, path.name, Comparison(shown, shown, part))


def _part(name: str, expected: bytes, actual: bytes) -> Difference | None:
    part = unlike_line(expected, actual)
    return next(in_file(name, [part] if part else []), None)
