"""`build --sign` and `verify`: signed from one end to the other, and whose signature it must be."""

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

from exporter.build import Signing, build
from exporter.errors import UsageError
from exporter.proof.manifest import MANIFEST, SIGNATURE
from exporter.proof.pdf.signature import check_signatures
from exporter.report.starter import make_report
from exporter.verify import Verification, verify_with
from exporter.writers.pdf.signature import sign_pdf
from exporter.writers.signature import load_signer, sign_beside
from tests.command_line import run
from tests.proof.pdf.test_signature import PASSWORD, Identity, make_identity
from tests.verify.sets import Remembering, copied, say_anew

NAME = "Sample Desk 样本"


@pytest.fixture(scope="module")
def ask() -> Remembering:
    return Remembering()


@pytest.fixture(scope="module")
def desk() -> Identity:
    return make_identity()


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory, desk: Identity) -> Path:
    """Beside the report: the signed set, and the certificate, its root, and another one."""
    folder = tmp_path_factory.mktemp("signed")
    list(make_report(folder / "mini"))
    desk.save(folder / "desk.p12")
    desk.save_root(folder / "desk.pem")
    make_identity("Another Desk").save(folder / "another.p12")
    make_identity("Another Desk").save_root(folder / "another.pem")
    build(folder / "mini", folder / "out", ["en"], signing=Signing(folder / "desk.p12", PASSWORD))
    return folder


@pytest.fixture(scope="module")
def plain(written: Path) -> Path:
    """The one-pager as it is before it is signed."""
    build(written / "mini", written / "plain", ["en"])
    return written / "plain/views.en.pdf"


@pytest.fixture
def signed(written: Path, tmp_path: Path) -> Path:
    return copied(written / "out", tmp_path / "out")


def told(found: Verification) -> list[str]:
    return [str(difference) for difference in found.differences]


def test_a_signed_set_is_proved_and_its_signer_named(
    signed: Path, written: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (finding,) = check_signatures(signed / "views.en.pdf")
    assert (finding.signer, finding.wrong) == (NAME, "")
    result = run(capsys, monkeypatch, ["verify", signed])
    assert result.status == 0
    lines = result.out.splitlines()
    assert [line.partition(": ")[0] for line in lines[:2]] == ["views.en.pdf", MANIFEST]
    assert all(f"signed by {NAME} on 20" in line for line in lines[:2])
    assert all(line.endswith(", self-signed") for line in lines[:2])
    result = run(capsys, monkeypatch, ["verify", signed, "--trust", written / "desk.pem"])
    assert result.status == 0
    assert all(line.endswith(", trusted") for line in result.out.splitlines()[:2])


def test_openssl_takes_the_signature_of_the_manifest(signed: Path, written: Path) -> None:
    command = ["openssl", "cms", "-verify", "-inform", "DER", "-in", signed / SIGNATURE]
    command += ["-content", signed / MANIFEST, "-binary", "-CAfile", written / "desk.pem"]
    command += ["-purpose", "any", "-out", signed / "copy.json"]
    subprocess.run(command, check=True, capture_output=True)
    assert (signed / "copy.json").read_bytes() == (signed / MANIFEST).read_bytes()


def test_a_byte_changed_after_signing_is_named(signed: Path, ask: Remembering) -> None:
    path = signed / "views.en.pdf"
    content = path.read_bytes()
    assert b"(Issued by the signer)" in content
    path.write_bytes(content.replace(b"(Issued by the signer)", b"(Issued by the forger)"))
    lines = told(verify_with(ask, signed))
    assert any(line.startswith("views.en.pdf: Signature: the signature is") for line in lines)


def test_a_manifest_changed_after_signing_is_named(signed: Path, ask: Remembering) -> None:
    say_anew(signed, lambda said: said["inputs"].update({"report.yaml": "0" * 64}))
    (line,) = told(verify_with(ask, signed))
    assert line.startswith(f"{SIGNATURE}: the signature is «the file was changed after it was")


@pytest.mark.parametrize("content", [b"", b"\x30\x82", b"no signature"])
def test_a_signature_that_is_none_is_told(content: bytes, signed: Path, ask: Remembering) -> None:
    (signed / SIGNATURE).write_bytes(content)
    (line,) = told(verify_with(ask, signed))
    assert line.startswith(f"{SIGNATURE}: the signature is «it cannot be read")


def test_a_signature_taken_away_is_missed(signed: Path, written: Path, ask: Remembering) -> None:
    (signed / SIGNATURE).unlink()
    expected = f"{SIGNATURE}: the signature is «missing»; expected «that of {NAME}»"
    assert told(verify_with(ask, signed)) == [expected]


def test_a_signature_of_an_earlier_build_is_told(
    signed: Path, written: Path, ask: Remembering
) -> None:
    build(written / "mini", signed, ["en"])
    (line,) = told(verify_with(ask, signed))
    assert line.startswith(f"{SIGNATURE}: the signature is «the file was changed")
    assert "take it away, or build with --sign" in line


def test_a_set_made_anew_from_changed_content_is_told_by_trust_alone(
    written: Path, tmp_path: Path, ask: Remembering
) -> None:
    forged = copied(written / "mini", tmp_path / "mini")
    definition = forged / "report.yaml"
    said = definition.read_text("utf-8").replace("the company and its figures", "its figures")
    definition.write_text(said, "utf-8")
    root = [written / "desk.pem"]
    for signing, whose in (
        (None, f"{SIGNATURE}: the signature is «missing»"),
        (Signing(written / "another.p12", PASSWORD), "the signer is «Another Desk, self-signed»"),
    ):
        output = tmp_path / f"out-{bool(signing)}"
        build(forged, output, ["en"], signing=signing)
        assert verify_with(ask, output).proved, "in itself it is right"
        assert any(whose in line for line in told(verify_with(ask, output, trust=root)))
        changed = told(verify_with(ask, output, report=written / "mini"))
        assert [line.partition(": ")[0] for line in changed] == [f"{written}/mini/report.yaml"]


def test_by_whom_it_must_be_signed_may_be_said_with_several_roots(
    signed: Path, written: Path, ask: Remembering
) -> None:
    roots = [written / "another.pem", written / "desk.pem"]
    assert verify_with(ask, signed, trust=roots).proved
    assert not verify_with(ask, signed, trust=roots[:1]).proved


def test_a_root_that_is_no_certificate_is_told_for_what_it_is(
    signed: Path, written: Path, desk: Identity, ask: Remembering
) -> None:
    (written / "desk.der").write_bytes(desk.certificate.public_bytes(Encoding.DER))
    assert verify_with(ask, signed, trust=[written / "desk.der"]).proved
    pem = (Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    (written / "desk.key").write_bytes(desk.key.private_bytes(*pem))
    (written / "broken.pem").write_bytes((written / "desk.pem").read_bytes()[:300])
    names = ["desk.p12", "desk.key", "mini/report.yaml", "broken.pem", "gone.pem"]
    roots = [written / name for name in names]
    with pytest.raises(UsageError) as caught:
        verify_with(ask, signed, trust=[written / "desk.pem", *roots])
    p12, key, text, broken, gone = caught.value.faults
    assert p12.wrong == f"{roots[0]} is a PKCS #12 file, which holds a private key"
    assert f"openssl pkcs12 -in {roots[0]} -nokeys -clcerts -out desk.pem" in p12.right
    assert key.wrong == f"{roots[1]} holds a private key"
    assert text.wrong == f"{roots[2]} is no certificate"
    assert broken.wrong == f"{roots[3]} is no certificate"
    assert gone.wrong == f"there is no file {roots[4]}"


def painted(path: Path) -> bytes:
    """The page with something painted over it, in a revision that is then signed."""
    from pyhanko.pdf_utils.generic import DictionaryObject, NameObject, StreamObject

    writer = IncrementalPdfFileWriter(io.BytesIO(path.read_bytes()))
    page = writer.root["/Pages"]["/Kids"][0].get_object()
    paint = StreamObject(dict_data=DictionaryObject(), stream_data=b"1 1 1 rg 0 0 900 900 re f")
    page[NameObject("/Contents")] = writer.add_object(paint)
    writer.update_container(page)
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()


def test_what_is_painted_over_a_page_and_signed_is_told(
    signed: Path, plain: Path, written: Path, ask: Remembering
) -> None:
    page = signed / "views.en.pdf"
    page.write_bytes(painted(plain))
    sign_pdf(page, page, written / "desk.p12", PASSWORD)
    say_anew(signed)
    sign_beside(signed / MANIFEST, signed / SIGNATURE, written / "desk.p12", PASSWORD)
    lines = told(verify_with(ask, signed))
    assert any(line.startswith("views.en.pdf: page /Contents: the content is") for line in lines)


def test_a_signature_that_shows_on_the_page_is_told(
    signed: Path, plain: Path, written: Path, ask: Remembering
) -> None:
    from pyhanko.sign.fields import SigFieldSpec
    from pyhanko.sign.signers import PdfSignatureMetadata
    from pyhanko.sign.signers import sign_pdf as sign_visibly

    signer, _ = load_signer(written / "desk.p12", PASSWORD)
    writer = IncrementalPdfFileWriter(io.BytesIO(plain.read_bytes()))
    field = SigFieldSpec("Signature", box=(50, 50, 500, 500))
    claims = PdfSignatureMetadata(field_name="Signature")
    shown = sign_visibly(writer, claims, signer=signer, new_field_spec=field)
    (signed / "views.en.pdf").write_bytes(shown.getvalue())
    say_anew(signed)
    sign_beside(signed / MANIFEST, signed / SIGNATURE, written / "desk.p12", PASSWORD)
    lines = told(verify_with(ask, signed))
    assert any("signature: the place is «[ 50 50 500 500 ]»" in line for line in lines), lines


def test_a_wrong_password_writes_nothing(
    written: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("EXPORTER_SIGN_PASSWORD", "wrong")
    output = tmp_path / "out"
    arguments = ["build", written / "mini", "--output", output, "--sign", written / "desk.p12"]
    result = run(capsys, monkeypatch, arguments)
    assert (result.status, output.exists()) == (2, False)
    assert "password" in result.err


def test_without_a_terminal_the_variable_of_the_password_is_named(tmp_path: Path) -> None:
    list(make_report(tmp_path / "mini"))
    certificate = make_identity().save(tmp_path / "desk.p12")
    command = [sys.executable, "-m", "exporter", "build", "mini", "--sign", str(certificate)]
    environment = {name: value for name, value in os.environ.items() if "PASSWORD" not in name}
    said = subprocess.run(
        command, cwd=tmp_path, env=environment, stdin=subprocess.DEVNULL, capture_output=True,
        text=True, timeout=120, check=False,
    )  # fmt: skip
    assert (said.returncode, said.stdout) == (3, "")
    assert said.stderr == (
        f"the password of {certificate} is missing, and there is no terminal to ask for it at; "
        "set EXPORTER_SIGN_PASSWORD\n"
    )
