"""Checking the signatures of a PDF: is it what was signed, all of it, and by whom?"""

from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

from exporter.errors import ContentError, Problem, SetupError
from exporter.proof.signature import SignatureFinding, finding_of, require_pyhanko, trusting


def check_signatures(path: Path, roots: Sequence[Path] = ()) -> list[SignatureFinding]:
    """Check every signature of a PDF; an empty list where it has none.

    Nothing is fetched: neither issuers nor revocations. That a file *should* be signed is not for
    it to say, since whoever changes it can take the signature off; its manifest says so.

    Args:
        path: The PDF.
        roots: Certificates (PEM or DER) of whom to trust; the system's are left aside, for they
            vouch for web servers.

    Raises:
        ContentError: The PDF or a signature in it cannot be read; it was damaged.
        UsageError: A root is none.
        SetupError: The file or a root cannot be read, or pyHanko is missing.
    """
    require_pyhanko()
    context = trusting(roots)
    try:
        content = path.read_bytes()
    except OSError as error:
        wrong = f"{error.filename} cannot be read: {error.strerror}"
        raise SetupError(wrong, "check the path and permissions") from error
    try:
        return list(_findings(content, path, context))
    except Exception as error:
        # A reader of damaged files stumbles in ways that nobody has counted; all mean the same.
        wrong = f"its signatures cannot be read ({type(error).__name__}), so the file was changed"
        raise ContentError([Problem(str(path), 0, "", wrong, "get the file anew")]) from error


def _findings(content: bytes, path: Path, context: Any) -> Iterator[SignatureFinding]:
    from pyhanko.pdf_utils.reader import PdfFileReader
    from pyhanko.sign.validation import validate_pdf_signature
    from pyhanko.sign.validation.status import SignatureCoverageLevel

    for signature in PdfFileReader(BytesIO(content)).embedded_signatures:
        status = validate_pdf_signature(signature, signer_validation_context=context)
        whole = status.coverage == SignatureCoverageLevel.ENTIRE_FILE
        yield finding_of(status, str(path), str(signature.field_name), whole=whole)
