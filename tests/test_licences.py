"""What we are built from is under licences that are known, allowed and listed."""

from importlib.metadata import Distribution

import pytest

from scripts import licences
from scripts.licences import LIST, Row, find_licences, is_allowed, read_licence, read_list

OSI = "Classifier: License :: OSI Approved"
MIT_TEXT = "Permission is hereby granted, free of charge, to any person obtaining a copy of this"
BSD_TEXT = "Redistribution and use in source and binary forms, with or without modification, are"


def package(folder, metadata, **texts):
    """An installed package of these metadata, with files beside them."""
    info = folder / "harmless-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.4\nName: harmless\n{metadata}\n")
    for name, text in texts.items():
        (info / name).write_text(text)
    (info / "RECORD").write_text("".join(f"{info.name}/{name},,\n" for name in texts))
    return Distribution.at(info)


@pytest.mark.parametrize(
    ("metadata", "licence"),
    [
        ("License-Expression: MIT or apache-2.0", "MIT OR Apache-2.0"),
        (f"License-Expression: MIT\n{OSI} :: BSD License", "MIT"),
        ("License: BSD-2-Clause", "BSD-2-Clause"),
        (f"License: see LICENSE\n{OSI} :: MIT License", "MIT"),
        (f"{OSI} :: Apache Software License", "Apache-2.0"),
        (f"{OSI} :: GNU General Public License (GPL)", None),
        ("Classifier: License :: Other/Proprietary License", None),
        (
            f"{OSI} :: MIT License\n{OSI} :: ISC License (ISCL)",
            None,
        ),
        ("License: mine, all mine", None),
        ("", None),
    ],
)
def test_a_licence_is_read_from_metadata(tmp_path, metadata, licence):
    assert read_licence(package(tmp_path, metadata)) == licence


@pytest.mark.parametrize(
    ("metadata", "text", "licence"),
    [
        ("", MIT_TEXT, "MIT"),
        (f"{OSI} :: BSD License", BSD_TEXT, "BSD-2-Clause"),
        ("", f"{BSD_TEXT} permitted; to endorse or\n promote products", "BSD-3-Clause"),
        ("", "All rights reserved.", None),
        ("Classifier: License :: Other/Proprietary License", MIT_TEXT, None),
    ],
)
def test_a_text_decides_where_metadata_do_not(tmp_path, metadata, text, licence):
    assert read_licence(package(tmp_path, metadata, LICENSE=text)) == licence


def test_two_texts_decide_nothing(tmp_path):
    assert read_licence(package(tmp_path, "", LICENSE=MIT_TEXT, LICENCE=BSD_TEXT)) is None


@pytest.mark.parametrize(
    ("expression", "allowed"),
    [
        ("MIT", True),
        ("GPL-3.0-only", False),
        ("GPL-2.0-or-later OR MPL-1.1", True),
        ("MIT AND GPL-3.0-only", False),
        ("MIT AND (GPL-3.0-only OR Zlib)", True),
        ("MIT OR Apache-2.0 AND GPL-3.0-only", True),
        ("GPL-3.0-or-later WITH GCC-exception-3.1", False),
        ("LicenseRef-Mine", False),
    ],
)
def test_one_of_several_licences_is_enough_where_one_may_choose(expression, allowed):
    assert is_allowed(expression) is allowed


def faults():
    return find_licences(read_list(LIST))[1]


def test_the_list_holds(capsys):
    assert licences.main(["--check"]) == 0, capsys.readouterr().err


def test_what_a_report_needs_is_under_an_allowed_licence_and_what_tests_need_may_not_be(
    monkeypatch,
):
    monkeypatch.setattr(licences, "ALLOWED", tuple(set(licences.ALLOWED) - {"MPL-2.0"}))
    told = "\n".join(faults())
    assert "pikepdf" in told
    assert "under MPL-2.0, which ALLOWED does not have" in told
    assert "hypothesis" not in told


@pytest.mark.parametrize("by_hand", [{}, {"pyphen": Row("pyphen", "0.1", "MIT")}])
def test_what_does_not_say_its_licence_is_told_unless_this_version_was_read(monkeypatch, by_hand):
    monkeypatch.delitem(licences._READ_BY_HAND, "pyphen")
    monkeypatch.setattr(licences, "_READ_BY_HAND", {**licences._READ_BY_HAND, **by_hand})
    (fault,) = faults()
    assert fault.startswith("pyphen")
    assert "does not say what its licence is" in fault


@pytest.mark.parametrize(
    ("name", "why"), [("jinja2", "says BSD-3-Clause by itself"), ("gone", "requirements/ has not")]
)
def test_what_need_not_be_read_by_hand_is_told(monkeypatch, name, why):
    monkeypatch.setitem(licences._READ_BY_HAND, name, Row(name, "1.0", "MIT"))
    (fault,) = faults()
    assert name in fault
    assert why in fault


def test_the_licence_of_what_is_not_installed_stands_in_the_list(monkeypatch):
    listed = read_list(LIST)
    listed["colorama"] = Row("colorama", listed["colorama"].version, "GPL-3.0-only")
    monkeypatch.delitem(licences._READ_BY_HAND, "colorama")
    (fault,) = find_licences(listed)[1]
    assert "colorama" in fault
    assert "under GPL-3.0-only" in fault


def test_what_the_system_must_have_is_listed(monkeypatch):
    known = {**licences.SYSTEM_LICENCES, "libgone": "MIT"}
    del known["fonts-noto-cjk"]
    monkeypatch.setattr(licences, "SYSTEM_LICENCES", known)
    needed, unneeded = faults()
    assert "needs fonts-noto-cjk" in needed
    assert "libgone, which scripts/system.sh does not need" in unneeded


def test_a_stale_list_is_told_and_renewed(monkeypatch, tmp_path, capsys):
    text = LIST.read_text("utf-8")
    copy = tmp_path / "licences.md"
    monkeypatch.setattr(licences, "LIST", copy)
    copy.write_text(text.replace("| weasyprint | 70.0 |", "| weasyprint | 69.0 |"), "utf-8")
    assert licences.main(["--check"]) == 1
    assert "run `make licences`" in capsys.readouterr().err
    assert licences.main([]) == 0
    assert copy.read_text("utf-8") == text
