"""CSV in the encodings that spreadsheets write: read as it was written, or refused with their names."""

import codecs
from collections.abc import Callable
from pathlib import Path

import pytest

from exporter.facts.read import read_written
from exporter.facts.reading import NO_ANCHORS, Anchors
from exporter.facts.where import Where, parse_where

pytestmark = pytest.mark.usefixtures("unconfined")

HEADER = "id,entity,metric.en,metric.zh,value,unit,source,quote\n"
ASCII_QUOTE = "Deliveries rose 19% to 12,500 cars in 2025"


def rows_in(
    folder: Path, where: Where | None = None, anchors: Anchors = NO_ANCHORS
) -> tuple[list[dict[str, str]], list[str]]:
    rows, problems = [], []
    for table, wrong in read_written(folder, where, anchors=anchors):
        rows += table.to_pylist()
        problems += [str(problem).removeprefix(f"{folder}/") for problem in wrong]
    return rows, problems


def csv_of(metrics: list[str], quotes: list[str], encoding: str) -> bytes:
    rows = (
        f'f{place},Alpha,{metric},x,19,%,note,"{quote}"\n'
        for place, (metric, quote) in enumerate(zip(metrics, quotes, strict=True))
    )
    return (HEADER + "".join(rows)).encode(encoding)


def quoting(*quotes: str) -> Anchors:
    """A report whose source has these quotes."""
    return Anchors(lambda source, quote: source == "note" and quote in quotes)


# Whose words tell what they are, without a quote that does.
TELLING = {
    "cp1252": ["Umsatz in München", "Alpha’s growth", "Chiffre d’affaires", "Société Générale"],
    "windows-1252": [
        "Revenue £m",
        "Revenue (£m)",
        "Sales (€m)",
        "Facility of £100m",
        "Sales (¥bn)",
    ],
    "cp1252 ": [
        "Cost £’000",
        "Film of 5µm",
        "At 20°C",
        "iPhone® units",
        "Customers’ deposits",
        "rock ’n’ roll",
    ],
    "iso8859-15": ["Cœur de métier", "Bœuf"],
    "cp1250": ["Wartość sprzedaży", "Zysk netto spółki akcyjnej", "Łódź sprzedaż"],
    "iso8859-2": ["Wartość sprzedaży w Łodzi", "Zysk netto spółki"],
    "cp1251": ["Чистая прибыль", "Рост выручки"],
    "koi8-r": ["Чистая прибыль", "Объём продаж"],
    "cp866": ["Чистая прибыль", "Рост выручки"],
    "cp1253": ["Καθαρά κέρδη", "Αύξηση πωλήσεων"],
    "cp1254": ["Müşteri sayısı", "Satış geliri"],
    "cp1255": ["הכנסות החברה"],
    "cp1256": ["إيرادات الشركة"],
    "cp1257": ["Pārdošanas ieņēmumi"],
    "cp874": ["รายได้รวม"],
    "big5": ["AI模型下載量", "市場佔有率", "台積電營收成長"],
    "big5hkscs": ["屯門啲客戶", "旺角喺度"],
    "shift_jis": ["トヨタ自動車の販売台数", "ソニーの売上高が増加"],
    "euc_jp": ["スマートフォン出荷台数", "ソニーの売上高が増加"],
    "euc_kr": ["삼성전자 성장률", "현대차 매출 증가"],
    "gb18030": ["智能手机出货量", "阿里云收入同比增长"],
    "mac_roman": ["Alpha’s growth", "Bénéfice net", "Größe der Flotte"],
}


@pytest.mark.parametrize(
    ("encoding", "metric"), [(name, metric) for name, some in TELLING.items() for metric in some]
)
def test_words_tell_the_encoding(tmp_path: Path, encoding: str, metric: str) -> None:
    (tmp_path / "facts.csv").write_bytes(csv_of([metric], [ASCII_QUOTE], encoding))
    rows, problems = rows_in(tmp_path)
    assert ([row["metric.en"] for row in rows], problems) == ([metric], [])


@pytest.mark.parametrize(
    ("encoding", "metric"),
    [
        ("cp1254", "İhracat"), ("cp1254", "İstanbul"), ("mac_roman", "Straße"), ("mac_roman", "Peña"),
        ("mac_roman", "Ventes à terme"), ("cp850", "Facturación"), ("cp852", "Przychód"),
    ],
)  # fmt: skip
def test_few_letters_are_no_reason_to_take_others(
    tmp_path: Path, encoding: str, metric: str
) -> None:
    (tmp_path / "facts.csv").write_bytes(csv_of([metric], [ASCII_QUOTE], encoding))
    rows, problems = rows_in(tmp_path)
    assert [row["metric.en"] for row in rows] in ([metric], [])
    assert len(rows) + len(problems) == 1


@pytest.mark.parametrize(
    ("first", "second"),
    [("cp1252", "utf-8"), ("cp1252", "cp850"), ("utf-8", "cp1252"), ("gb18030", "utf-8")],
)
def test_rows_of_two_encodings_are_refused(tmp_path: Path, first: str, second: str) -> None:
    metrics = {"gb18030": "营业收入"}
    one = csv_of([metrics.get(first, "München Größe")], [ASCII_QUOTE], first)
    other = csv_of([metrics.get(first, "Größe für")], [ASCII_QUOTE], second).splitlines(True)[1]
    (tmp_path / "facts.csv").write_bytes(one + other)
    rows, problems = rows_in(tmp_path)
    assert (rows, len(problems)) == ([], 1)


@pytest.mark.parametrize("content", [b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1", b"\x1f\x8b\x08"])
def test_what_is_no_text_is_told(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "facts.csv").write_bytes(content + bytes(200))
    _, (problem,) = rows_in(tmp_path)
    assert problem == (
        "facts.csv: the file is a workbook or an archive, and no text; "
        "save it as CSV, or name it by what it is, such as .xlsx"
    )


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (b"", "utf-16"), (b"", "utf-16-le"), (b"", "utf-16-be"), (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF8, "utf-8"),
    ],
)  # fmt: skip
def test_utf_16_may_be_said_with_and_without_a_mark(
    tmp_path: Path, mark: bytes, encoding: str
) -> None:
    (tmp_path / "facts.csv").write_bytes(mark + csv_of(["Größe"], [ASCII_QUOTE], encoding))
    rows, problems = rows_in(tmp_path, parse_where({"file": "facts.csv", "encoding": "utf-16"}))
    assert ([row["metric.en"] for row in rows], problems) == (["Größe"], [])


def test_utf_16_that_is_none_is_told(tmp_path: Path) -> None:
    (tmp_path / "facts.csv").write_bytes(csv_of(["Growth"], [ASCII_QUOTE], "ascii"))
    _, (problem,) = rows_in(tmp_path, parse_where({"file": "facts.csv", "encoding": "utf-16"}))
    assert problem == (
        "facts.csv: byte 1 (0x69) is not utf-16, which `encoding` says; "
        "mend `encoding`, or leave it out"
    )


QUOTES = {
    "cp1252": ("Peñarol", "La facturación de Peñarol creció un 19 % en 2025"),
    "iso8859-15": ("Prix en €", "Le prix moyen a augmenté de 19 % à 1 200 € en 2025"),
    "cp1250": ("Žilina", "Tržby v Žilině vzrostly o 19 % v roce 2025"),
    "iso8859-2": ("Tržby v Kč", "Tržby v Žilině vzrostly o 19 % v roce 2025"),
    "cp1251": ("Москва", "Выручка выросла на 19 % в 2025 году"),
    "mac_cyrillic": ("Москва", "Выручка выросла на 19 % в 2025 году"),
    "cp1253": ("Κέρδη", "Τα κέρδη αυξήθηκαν κατά 19 % το 2025"),
    "cp1254": ("Şirket gelirleri", "Gelirler 2025 yılında yüzde 19 büyüdü"),
    "cp1255": ("רווח", "הרווח עלה ב 19 % בשנת 2025"),
    "cp1257": ("Pajamų augimas", "Pajamos 2025 metais išaugo 19 %"),
    "cp950": ("毛利", "毛利率二零二五年上升19%"),
    "big5hkscs": ("邨", "屯門啲客戶多咗19%"),
    "cp932": ("営業利益", "営業利益は19%増加した"),
    "euc_jp": ("売上高", "売上高は19%増加した"),
    "cp949": ("매출액", "매출액이 19% 증가했다"),
    "gb18030": ("毛利", "二零二五年毛利增长19%"),
    "mac_roman": ("Peñarol", "La facturación de Peñarol creció un 19 % en 2025"),
    "mac_turkish": ("Şirket", "Gelirler 2025 yılında yüzde 19 büyüdü"),
    "cp437": ("Größe", "Die Größe der Flotte stieg um 19 %"),
    "cp850": ("Größe", "Die Größe der Flotte stieg um 19 %"),
    "cp852": ("Tržby v Kč", "Tržby v Žilině vzrostly o 19 % v roce 2025"),
    "cp866": ("Выручка", "Выручка выросла на 19 % в 2025 году"),
}


@pytest.mark.parametrize("encoding", QUOTES)
def test_the_encoding_under_which_quotes_verify_wins(tmp_path: Path, encoding: str) -> None:
    metric, quote = QUOTES[encoding]
    (tmp_path / "facts.csv").write_bytes(csv_of([metric], [quote], encoding))
    rows, problems = rows_in(tmp_path, anchors=quoting(quote))
    assert problems == []
    assert [(row["metric.en"], row["quote"]) for row in rows] == [(metric, quote)]


@pytest.mark.parametrize(
    ("encoding", "metric"),
    [("cp949", "매출액"), ("gb18030", "毛利"), ("cp1257", "Pajamų augimas"), ("mac_roman", "Peñarol"), ("cp852", "Tržby v Kč"), ("cp1250", "Žilina")],
)  # fmt: skip
def test_what_may_be_two_texts_is_refused_with_both(
    tmp_path: Path, encoding: str, metric: str
) -> None:
    path = tmp_path / "facts.csv"
    path.write_bytes(csv_of(["Growth", metric], [ASCII_QUOTE, ASCII_QUOTE], encoding))
    rows, (problem,) = rows_in(tmp_path)
    assert rows == []
    assert problem.startswith("facts.csv: row 3: its encoding may be ")
    assert "`metric.en` is '" in problem
    assert "write `facts: {file: facts.csv, encoding: " in problem
    where = parse_where({"file": "facts.csv", "encoding": encoding})
    assert [row["metric.en"] for row in rows_in(tmp_path, where)[0]] == ["Growth", metric]


def test_what_is_not_printed_does_not_matter(tmp_path: Path) -> None:
    content = HEADER + f'f,Alpha,Growth,Žilina,19,%,note,"{ASCII_QUOTE}"\n'
    (tmp_path / "facts.csv").write_bytes(content.encode("cp1250"))
    assert len(rows_in(tmp_path)[1]) == 1
    rows, problems = rows_in(tmp_path, anchors=Anchors(languages=("en",)))
    assert ([row["metric.en"] for row in rows], problems) == (["Growth"], [])


def test_names_of_entities_tell_the_encoding(tmp_path: Path) -> None:
    content = csv_of(["Growth"], [ASCII_QUOTE], "ascii").replace(
        b"Alpha", "Žilina".encode("cp1250")
    )
    (tmp_path / "facts.csv").write_bytes(content)
    assert len(rows_in(tmp_path)[1]) == 1
    rows, problems = rows_in(tmp_path, anchors=Anchors(entities=frozenset({"Žilina"})))
    assert ([row["entity"] for row in rows], problems) == (["Žilina"], [])


def test_own_headings_tell_the_encoding(tmp_path: Path) -> None:
    content = f"id,entity,Měření,value,source,quote\nf,Alpha,Žilina,19,note,{ASCII_QUOTE[:10]}\n"
    (tmp_path / "facts.csv").write_bytes(content.encode("cp1250"))
    where = parse_where({"file": "facts.csv", "columns": {"Měření": "metric"}})
    rows, problems = rows_in(tmp_path, where)
    assert ([row["metric.en"] for row in rows], problems) == (["Žilina"], [])


UNICODE: dict[str, Callable[[str], bytes]] = {
    "UTF-8": lambda text: text.encode(),
    "UTF-8 with a mark": lambda text: text.encode("utf-8-sig"),
    "UTF-16": lambda text: text.encode("utf-16"),
    "UTF-16, big end first": lambda text: codecs.BOM_UTF16_BE + text.encode("utf-16-be"),
    "UTF-16 without a mark": lambda text: text.encode("utf-16-le"),
    "UTF-16, big end first, without a mark": lambda text: text.encode("utf-16-be"),
    "UTF-32": lambda text: text.encode("utf-32"),
}


@pytest.mark.parametrize("form", UNICODE)
def test_unicode_is_known_by_itself(tmp_path: Path, form: str) -> None:
    text = csv_of(["Žilina 毛利"], [ASCII_QUOTE], "utf-8").decode()
    (tmp_path / "facts.csv").write_bytes(UNICODE[form](text))
    rows, problems = rows_in(tmp_path)
    assert ([row["metric.en"] for row in rows], problems) == (["Žilina 毛利"], [])


def test_a_mark_goes_before_what_is_said(tmp_path: Path) -> None:
    (tmp_path / "facts.csv").write_bytes(csv_of(["Žilina"], [ASCII_QUOTE], "utf-8-sig"))
    where = parse_where({"file": "facts.csv", "encoding": "cp1250"})
    assert [row["metric.en"] for row in rows_in(tmp_path, where)[0]] == ["Žilina"]


def test_what_is_said_must_fit(tmp_path: Path) -> None:
    (tmp_path / "facts.csv").write_bytes(csv_of(["Žilina"], [ASCII_QUOTE], "cp1250"))
    where = parse_where({"file": "facts.csv", "encoding": "utf-8"})
    _, problems = rows_in(tmp_path, where)
    assert problems == [
        "facts.csv: byte 64 (0x8E) is not utf-8, which `encoding` says; mend `encoding`, or leave it out"
    ]


def test_what_comes_late_counts_too(tmp_path: Path) -> None:
    """In the first megabyte é may be of a dozen encodings; ń behind it leaves one."""
    plain = f'p,Alpha,Marché,x,19,%,note,"{ASCII_QUOTE}"\n' * 20_000
    late = f'f,Alpha,Wartość spółki Gdańsk,x,19,%,note,"{ASCII_QUOTE}"\n'
    (tmp_path / "facts.csv").write_bytes((HEADER + plain + late).encode("cp1250"))
    rows, problems = rows_in(tmp_path)
    assert (rows[-1]["metric.en"], problems) == ("Wartość spółki Gdańsk", [])
    assert rows[0]["metric.en"] == "Marché"


@pytest.mark.parametrize(
    "content",
    [b"\xaa\xa1\xa2\xa3", b"\xf8\xa1\xf9\xa2", b"\xfe\xfe\xfd\xfd", b"\x8f\x90\x9d", b"\xff\xff\xff\xff", b"\xc6\xe7\xc8\xa1"],
)  # fmt: skip
def test_never_private_or_unassigned_characters(tmp_path: Path, content: bytes) -> None:
    text = csv_of(["METRIC"], [ASCII_QUOTE], "ascii").replace(b"METRIC", content)
    (tmp_path / "facts.csv").write_bytes(text)
    rows, problems = rows_in(tmp_path)
    assert bool(rows) != bool(problems)
    for row in rows:
        assert not any("\ue000" <= character <= "\uf8ff" for character in row["metric.en"])


@pytest.mark.parametrize(
    ("metric", "message"),
    [
        ("智能手机出货量", "it seems to be gb18030, and holds U+E000 there, which is no character; delete it"),
        ("蔼。智能手机出货量", "byte 1,260,063 (0xAA) is not gb18030, which the rest is"),
    ],
)  # fmt: skip
def test_private_characters_far_down_are_refused(tmp_path: Path, metric: str, message: str) -> None:
    quote = "二零二五年毛利增长19%"
    plain = f'p,Alpha,{metric},x,19,%,note,"{quote}"\n' * 20_000
    content = (HEADER + plain).encode("gb18030") + b"f,Alpha,\xaa\xa1,x,19,%,note,q\n"
    (tmp_path / "facts.csv").write_bytes(content)
    rows, problems = rows_in(tmp_path, anchors=quoting(quote))
    assert rows == []
    assert len(problems) == 1
    assert message in problems[0]


def test_one_broken_byte_does_not_change_the_encoding(tmp_path: Path) -> None:
    content = csv_of(["毛利", "München"], [ASCII_QUOTE, ASCII_QUOTE], "utf-8")
    (tmp_path / "facts.csv").write_bytes(content.replace("ü".encode(), b"\xfc"))
    rows, problems = rows_in(tmp_path)
    assert rows == []
    assert "(0xFC) is not UTF-8, which the rest is; save the file as UTF-8" in problems[0]


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("cp9999", "names the encoding 'cp9999', which nobody knows"),
        ("ansi", "names the encoding 'ansi', which nobody knows"),
        ("rot13", "names the encoding 'rot13', which nobody knows"),
        ("base64", "names the encoding 'base64', which nobody knows"),
        (None, "names the encoding None, which nobody knows"),
        ("", "names the encoding '', which nobody knows"),
    ],
)
def test_encodings_that_nobody_knows(said: object, wrong: str) -> None:
    with pytest.raises(ValueError, match="write one such as cp1252") as error:
        parse_where({"file": "facts.csv", "encoding": said})
    assert str(error.value).startswith(wrong)


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ("latin-1", "Alpha’s “growth”"),
        ("gb2312", "镕基"),
        ("shift_jis", "①高橋"),
        ("euc-kr", "똠방"),
        ("windows-1250", "Žilina"),
        ("mac_cyrillic", "Москва"),
    ],
)
def test_a_name_stands_for_what_programs_write_by_it(tmp_path: Path, said: str, text: str) -> None:
    larger = {"latin-1": "cp1252", "gb2312": "gbk", "shift_jis": "cp932", "euc-kr": "cp949"}
    content = csv_of([text], [ASCII_QUOTE], larger.get(said, said))
    (tmp_path / "facts.csv").write_bytes(content)
    where = parse_where({"file": "facts.csv", "encoding": said})
    assert [row["metric.en"] for row in rows_in(tmp_path, where)[0]] == [text]


STALE = {  # a word in UTF-8, and what is said of it
    "München": ["gbk", "koi8_r", "euc-kr", "shift-jis", "windows-1250", "cp1252", "mac_roman"],
    "中国": ["gbk", "cp1252", "big5", "koi8-r"],
    "智能手机出货量": ["gb18030", "cp949", "cp932", "latin-1"],
    "Чистая прибыль": ["cp1251", "koi8-r", "gbk"],
    "販売台数": ["shift_jis", "euc_jp"],
    "Łódź": ["cp1250", "iso8859-2", "cp852"],
}


@pytest.mark.parametrize(
    ("metric", "said"), [(metric, said) for metric, all_ in STALE.items() for said in all_]
)
def test_a_file_that_is_utf_8_after_all_is_told(tmp_path: Path, metric: str, said: str) -> None:
    path = tmp_path / "facts.csv"
    path.write_bytes(csv_of([metric], [ASCII_QUOTE], "utf-8"))
    where = parse_where({"file": "facts.csv", "encoding": said})
    rows, problems = rows_in(tmp_path, where)
    assert not rows
    assert len(problems) == 1
    assert "is UTF-8, and `encoding` says " in problems[0]
    assert "write `encoding: utf-8`, or leave it out" in problems[0]


@pytest.mark.parametrize(
    ("metric", "said"),
    [
        ("营", "gbk"),  # which is sound UTF-8: Ӫ
        ("收入", "gbk"),
        ("阿里云收入同比增长", "gb18030"),
        ("매출", "euc-kr"),
        ("Umsatz in München", "cp1252"),
        ("Чистая прибыль", "koi8-r"),
        ("Net sales", "gbk"),
        ("Łódź", "cp1250"),
    ],
)
def test_what_is_said_rightly_is_followed(tmp_path: Path, metric: str, said: str) -> None:
    path = tmp_path / "facts.csv"
    path.write_bytes(csv_of([metric], [ASCII_QUOTE], said))
    where = parse_where({"file": "facts.csv", "encoding": said})
    rows, problems = rows_in(tmp_path, where)
    assert [row["metric.en"] for row in rows] == [metric]
    assert not problems


@pytest.mark.parametrize(("known", "is_told"), [("营", False), ("Ӫ", True)])
def test_what_the_report_knows_tells_whether_the_name_is_stale(
    tmp_path: Path, known: str, is_told: bool
) -> None:
    """The same two bytes are 营 in GB18030 and Ӫ in UTF-8: the quote that is known decides."""
    (tmp_path / "facts.csv").write_bytes(csv_of(["Sales"], ["营"], "gbk"))
    where = parse_where({"file": "facts.csv", "encoding": "gbk"})
    _, problems = rows_in(tmp_path, where, quoting(known))
    assert bool(problems) == is_told


@pytest.mark.parametrize(
    ("encoding", "metric"),
    [
        ("cp1250", "Księga"),
        ("cp1250", "Výnosy"),
        ("cp1254", "Kâr"),
        ("cp1257", "Pardavimų"),
        ("cp1252", "Peña"),
        ("cp1252", "Omsætning"),
        ("cp1252", "Receita líquida"),
        ("cp1252", "Æå"),
        ("cp1252", "Ørsted"),
        ("cp1252", "Øl"),
    ],
)
def test_one_letter_that_may_be_two_is_asked_for(
    tmp_path: Path, encoding: str, metric: str
) -> None:
    """Księga in Windows-1250 is Ksiêga in 1252; a quote that is known decides."""
    (tmp_path / "facts.csv").write_bytes(csv_of([metric], [ASCII_QUOTE], encoding))
    rows, (problem,) = rows_in(tmp_path)
    assert not rows
    assert "its encoding may be " in problem
    (tmp_path / "facts.csv").write_bytes(csv_of([metric], [metric], encoding))
    rows, problems = rows_in(tmp_path, None, quoting(metric))
    assert ([row["metric.en"] for row in rows], problems) == ([metric], [])
