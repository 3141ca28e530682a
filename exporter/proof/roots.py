"""Certificates of those who must have signed, or vouch for who did, from files that the user names.

Source: RFC 7468 (what stands in PEM), RFC 7292 (PKCS #12).
"""

import re
from collections.abc import Sequence
from pathlib import Path
from shlex import quote
from typing import Any

from exporter.errors import Fault, SetupError, UsageError, WrongValueError

_PEM = re.compile(rb"-----BEGIN ([A-Z0-9 ]+)-----")
_CERTIFICATE = b"CERTIFICATE"
_RIGHT = "name a certificate, as PEM or DER (.pem, .crt, .cer)"


def read_roots(paths: Sequence[Path]) -> list[Any]:
    """The certificates in files, as asn1crypto has them; a PEM file may hold several.

    Raises:
        UsageError: Some are none; all of these, each with what it is.
        SetupError: One cannot be read.
    """
    roots, faults = [], []
    for path in paths:
        try:
            roots += _certificates(path.read_bytes(), path)
        except FileNotFoundError:
            faults.append(Fault(f"there is no file {path}", "check the path"))
        except OSError as error:
            wrong = f"{path} cannot be read: {error.strerror}"
            raise SetupError(wrong, "check the path and permissions") from error
        except WrongValueError as error:
            faults.append(error.fault)
    if faults:
        raise UsageError.of(faults)
    return roots


def _certificates(content: bytes, path: Path) -> list[Any]:
    from asn1crypto.x509 import Certificate
    from cryptography.hazmat.primitives.serialization import Encoding
    from cryptography.x509 import load_der_x509_certificate, load_pem_x509_certificates

    labels = _PEM.findall(content)
    if labels and _CERTIFICATE not in labels:
        raise WrongValueError(f"{path} holds a {labels[0].decode().lower()}", _RIGHT)
    try:
        found = (
            load_pem_x509_certificates(content) if labels else [load_der_x509_certificate(content)]
        )
    except ValueError as error:
        if _is_pkcs12(content):
            wrong = f"{path} is a PKCS #12 file, which holds a private key"
            take = f"openssl pkcs12 -in {quote(str(path))} -nokeys -clcerts -out desk.pem"
            right = f"name the certificate alone; this takes it out: {take}"
            raise WrongValueError(wrong, right) from error
        raise WrongValueError(f"{path} is no certificate", _RIGHT) from error
    return [Certificate.load(one.public_bytes(Encoding.DER)) for one in found]


def _is_pkcs12(content: bytes) -> bool:
    from asn1crypto.pkcs12 import Pfx

    try:
        return bool(Pfx.load(content, strict=True)["version"].native == "v3")
    except (ValueError, TypeError):
        return False
