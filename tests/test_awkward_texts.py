"""Whatever text is legal in Excel and in HTML passes writer and proof alike, in every field."""

from itertools import cycle, islice
from pathlib import Path

import pytest

from exporter import build, verify
from tests.any_report import TEXTS, make_any_report
from tests.command_line import run

# Each is put behind the usual text of a field.
AWKWARD = (
    "• item", "a · b", "● named", "– x", "‐ ‑ ‒ — ―", "… ⋯ ...", "① ➀ ❶ ➊",  # drawn as one glyph
    "トヨタ自動車・ホンダ", "ﾄﾖﾀ", "ガソリン", "삼성전자", "한 ㄱㅏ", "Газпром", "Ωμέγα ἄλφα", "Łódź ążę",
    "Tiếng Việt", "é ö Å", "⼈ 人 ⺠ 民", "㎡ ㈱ Ⅻ", "ＡＢＣ１２", "ﬁn", "𠮷野家 鿫", "戶 户",
    "H₂O m² CO₂", "Brand™", "≈ ≥ ∑", "✓ ✗ ☐ ★", "₩ ₹ € ₿", "½ ⅓", "→ ⇒", "│ ■ ▲", "𝐀𝐁", "‽",
    "Smith,Jones", "trailing ", "two  spaces", "a\xa0b", "a\xa0", "甲\u3000乙", "a\u2009b", "a\u2028b", "a\u2029b",
    "a\u200bb\u200c\u200d\u2060\ufeff", "co\xadoperate", "☎\ufe0e", "❤\ufe0f", "葛\U000e0100", "a\u2065b\ufff0", "a\U000e0479\U000e0080b", "a\ufff9b", "a\u034fb",
    "a\u202eb\u202c", "\u2066a\u2069", "a\u200fb", "_x0041_", "_x0041_x0042_x0043_", "_x005F_x0041_", "_x000D_",
    "A&B <c> &amp; &#65; ]]>", "\"q\" 'q' „q“ «q»", "a%20b", "{{x}} {% y %} ${z}", "=1+1", "@x -x +x", "a\tb",
    "a\\b", "NULL", "a|b", "#:~:text=a,-b", "a: b # c", "&L&P", "&&10", "x" * 60, "字" * 60,
)  # fmt: skip
FIELDS = [name for name in TEXTS if name not in {"unit", "rating"}]  # what these say must be read
_BUILDS = 4
_ONE_LINE = {"title", "author", "broker", "book_title", "page_title", "picture_title"}


def is_held(field: str, awkward: str) -> bool:
    """Whether a field can hold a text at all: an entity's name is that of a sheet."""
    if field in _ONE_LINE:
        return not {"\u2028", "\u2029"} & set(awkward)
    if field == "entity":
        forbidden = {*"[]:*?/\\\t\u2028\u2029"} & set(awkward)
        return not (forbidden or "_x0" in awkward or len(awkward) > 14 or awkward.endswith("'"))
    return True


def awkward_texts(first: int) -> dict[str, str]:
    """A text for every field, each another one, beginning with one of AWKWARD."""
    pairs = zip(FIELDS, islice(cycle(AWKWARD), first, None), strict=False)
    return {
        field: f"{TEXTS[field]} {awkward}" if is_held(field, awkward) else TEXTS[field]
        for field, awkward in pairs
    }


def test_texts_that_end_in_blanks_pass_their_own_proof(tmp_path: Path) -> None:
    make_any_report(tmp_path / "report", {"words": "a plant is to open\u00a0\u200b"})
    build(tmp_path / "report", tmp_path / "output", ["en"])
    assert not verify(tmp_path / "output").differences


@pytest.mark.parametrize("first", range(0, len(AWKWARD), len(AWKWARD) // _BUILDS))
def test_legal_texts_pass_writer_and_proof(
    first: int, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    report, out = tmp_path / "report", tmp_path / "out"
    make_any_report(report, awkward_texts(first))
    lang = "zh" if first // 18 % 2 else "en"
    build(report, out, [lang])
    to = ["--to", "a@example.com", "--lang", lang, "--output", out]
    said = run(capsys, monkeypatch, ["email", report, *to])
    assert (said.status, said.err) == (0, ""), "it is proved before it is handed on"
