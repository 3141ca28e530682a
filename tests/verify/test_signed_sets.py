"""`build --sign` and `verify`: signed from one end to the other."""

from pathlib import Path

import pytest

from exporter.proof.pdf.signature import check_signatures
from exporter.report.starter import make_report
from tests.command_line import run
from tests.proof.pdf.test_signature import PASSWORD, make_identity


@pytest.fixture
def signed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Path:
    list(make_report(tmp_path / "mini"))
    certificate = make_identity().save(tmp_path / "desk.p12")
    monkeypatch.setenv("EXPORTER_SIGN_PASSWORD", PASSWORD.decode())
    output = tmp_path / "out"
    arguments = ["build", tmp_path / "mini", "--output", output, "--sign", certificate]
    built = run(capsys, monkeypatch, arguments)
    assert built.status == 0, built.err
    assert PASSWORD.decode() not in built.out + built.err
    return output


def test_signed_files_are_proved(
    signed: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for lang in ("en", "zh"):
        (finding,) = check_signatures(signed / f"views.{lang}.pdf")
        assert (finding.signer, finding.wrong) == ("Sample Desk 样本", "")
    assert run(capsys, monkeypatch, ["verify", signed]).status == 0


def test_a_byte_changed_after_signing_is_named(
    signed: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = signed / "views.en.pdf"
    content = path.read_bytes()
    assert b"(Issued by the signer)" in content
    path.write_bytes(content.replace(b"(Issued by the signer)", b"(Issued by the forger)"))
    result = run(capsys, monkeypatch, ["verify", signed])
    assert result.status == 1
    assert "views.en.pdf: Signature: the signature is" in result.out


def test_a_wrong_password_writes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    list(make_report(tmp_path / "mini"))
    certificate = make_identity().save(tmp_path / "desk.p12")
    monkeypatch.setenv("EXPORTER_SIGN_PASSWORD", "wrong")
    output = tmp_path / "out"
    arguments = ["build", tmp_path / "mini", "--output", output, "--sign", certificate]
    result = run(capsys, monkeypatch, arguments)
    assert (result.status, output.exists()) == (2, False)
    assert "password" in result.err
