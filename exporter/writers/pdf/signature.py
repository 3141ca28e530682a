"""Signing a PDF: PAdES B-B, invisible, as one revision added to the file (extra `sign`).

Source: ETSI EN 319 142-1, 6.3 (baseline level B-B); ISO 19005-3, 6.4.3 (signatures in PDF/A).
"""

from io import BytesIO
from pathlib import Path
from typing import Any

from exporter.errors import UsageError
from exporter.files import replacing
from exporter.writers.signature import load_signer, read_file

FIELD = "Signature"
REASON = "Issued by the signer"


def sign_pdf(
    path_in: Path, path_out: Path, p12: Path, password: bytes, reason: str = REASON
) -> None:
    """Sign a PDF with the certificate in a PKCS #12 file; the page looks as it did.

    The signed file carries the time of its signing, so its bytes differ from run to run.

    Args:
        path_in: An unsigned PDF.
        path_out: The signed one, replaced when complete; may be `path_in`.
        p12: Certificate and private key (`.p12`, `.pfx`).
        password: That of `p12`.
        reason: What the signature's dictionary gives as its reason.

    Raises:
        UsageError: `p12` is none or has another password, or the PDF is signed already.
        SetupError: The certificate is not valid now, or pyHanko is missing.
    """
    signer, name = load_signer(p12, password)
    content = _sign(path_in, signer, name, reason)
    with replacing(path_out) as temporary:
        temporary.write_bytes(content)


def _sign(path: Path, signer: Any, name: str, reason: str) -> bytes:
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.pdf_utils.misc import PdfError
    from pyhanko.sign.fields import InvisSigSettings, SigFieldSpec, SigSeedSubFilter
    from pyhanko.sign.general import SigningError
    from pyhanko.sign.signers import PdfSignatureMetadata
    from pyhanko.sign.signers import sign_pdf as sign

    class Revision(IncrementalPdfFileWriter):
        """A revision that leaves the metadata alone.

        pyHanko names itself in them, in other words in the XMP than in the information dictionary,
        and sets the clock's time for the edition's; the signature has its own time.
        """

        def _update_meta(self) -> None:
            pass

    claims = PdfSignatureMetadata(
        field_name=FIELD,
        name=name,
        reason=reason,
        subfilter=SigSeedSubFilter.PADES,
    )
    # PDF/A wants the field printable, PDF/UA wants it tagged unless it lies outside the page.
    field = SigFieldSpec(
        FIELD,
        readable_field_name=name,
        invis_sig_settings=InvisSigSettings(box_out_of_bounds=True),
    )
    try:
        writer = Revision(BytesIO(read_file(path)))
        if writer.prev.embedded_signatures:
            raise UsageError(f"{path} is signed already", "build it anew and sign that")
        signed = sign(writer, claims, signer=signer, new_field_spec=field)
    except (PdfError, SigningError) as error:
        raise UsageError(f"{path} cannot be signed ({error})", "name a whole PDF") from error
    content: bytes = signed.getvalue()
    return content
