"""Front matter: strings only, exact positions, and a body that is read whatever stands before it."""

from __future__ import annotations

import pytest

from tests.test_positions import check, parse
from toneguard.document import Document


def read(front: str, fence: str = "---") -> Document:
    """Read a post with a front matter, and check the law."""
    document = parse(f"{fence}\n{front}\n{fence}\n\nThe body.\n")
    check(document)
    assert document.blocks[-1].text == "The body."
    return document


@pytest.mark.parametrize(
    ("front", "text"),
    [
        ("title: Tea & milk # comment", "Tea & milk"),
        ("title: \"Tea \\\"now\\\" \\u00e5\\n\\x41 \\U0001F375\"", "Tea \"now\" å\nA 🍵"),
        ("title: 'It''s tea'", "It's tea"),
        ("title: \"Tea\n  and milk\"", "Tea\nand milk"),
        ("title: Tea\n  and milk", "Tea\nand milk"),
        ("title: >-  # folded\n  Tea\n  and milk\n\n  Honey\nx: 1", "Tea\nand milk\nHoney"),
        ("title: |\n    Tea\n      and milk\nx: 1", "Tea\nand milk"),
        ("title: \"Tea \\\n  and milk\"", "Tea and milk"),
        ("\"title\": Tea", "Tea"),
        ("Title: Te med mjölk 🎉", "Te med mjölk 🎉"),
        ("title: So\u00adlig e\u0301te\u0301 på https://x.se", "Solig été på \ufffc"),
        ("x: &t Tea\ntitle: *t", None),
    ],
)  # fmt: skip
def test_yaml_strings_are_prose(front: str, text: str | None) -> None:
    """Every style of YAML string is read as YAML means it, and can be found in the source."""
    blocks = read(front).blocks[:-1]
    assert [(block.kind, block.key) for block in blocks] == [("title", "title")]
    assert text is None or blocks[0].text == text


@pytest.mark.parametrize(
    ("front", "text"),
    [
        ("title = \"Tea \\\"now\\\" \\u00e5\"", "Tea \"now\" å"),
        ("title = 'Tea \\now'", "Tea \\now"),
        ("title = \"\"\"\nTea\nand milk\"\"\"", "Tea\nand milk"),
        ("title = '''Tea\nand milk'''", "Tea\nand milk"),
        ("x = \"title = 'no'\"\n\"title\" = \"Tea\" # comment", "Tea"),
        ("x = '''\ntitle = \"no\"\n'''\ntitle = \"Tea\"", "Tea"),
    ],
)  # fmt: skip
def test_toml_strings_are_prose(front: str, text: str) -> None:
    """The same for TOML."""
    blocks = read(front, "+++").blocks[:-1]
    assert [(block.key, block.text) for block in blocks] == [("title", text)]


def test_verbatim_words_map_exactly() -> None:
    """A word beside an escape maps to itself, and the escape to its whole."""
    document = read('title: "Tea \\u00e5 milk"')
    block = document.blocks[0]
    start = block.text.index("milk")
    assert document.source.slice(block.to_source(start, start + 4)) == "milk"
    assert document.source.slice(block.to_source(4, 5)) == "\\u00e5"


@pytest.mark.parametrize("fence", ["---", "+++"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_marks_and_line_ends_change_nothing(fence: str, end: str, mark: str) -> None:
    """A byte order mark and CRLF leave keys, blocks and positions right."""
    sign = ":" if fence == "---" else " ="
    lines = [fence, f'description{sign} "Te å"', f'lang{sign} "sv"', fence, "", "Te."]
    document = parse(mark + end.join(lines))
    check(document)
    assert [(block.kind, block.text) for block in document.blocks] == [("meta", "Te å"), ("paragraph", "Te.")]
    assert (document.lang, document.problems) == ("sv", ())


def test_values_are_strings() -> None:
    """No value is guessed at: `no` is a word, lists are joined, tables have dotted keys."""
    meta = read("lang: no\ndate: 2024-01-02\ntags: [a, b]\ntoneguard:\n  ignore: [x/y]\nDraft: true\nempty:").meta
    assert meta == {
        "lang": "no", "date": "2024-01-02", "tags": "a,b", "toneguard.ignore": "x/y", "draft": "true", "empty": "",
    }  # fmt: skip
    assert read("draft = true\ntags = ['a', 'b']\n[toneguard]\nignore = ['x/y']", "+++").meta == {
        "draft": "True", "tags": "a,b", "toneguard.ignore": "x/y",
    }  # fmt: skip


def test_prose_fields_in_order() -> None:
    """Title, description, summary and excerpt are prose; other fields are not."""
    document = read("slug: tea\nsummary: S.\ntitle: T\nexcerpt: E.\nauthor: A\ndescription: D.")
    assert [(block.key, block.text) for block in document.blocks[:-1]] == [
        ("summary", "S."), ("title", "T"), ("excerpt", "E."), ("description", "D."),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("front", "fence", "line"),
    [
        ("a: 1\ntitle: Tea: milk\nb: 2", "---", 3),
        ('a: 1\ntitle: "Tea\nb: 2', "---", 3),
        ("a: 1\nb: [1, 2\nc: 3", "---", 4),
        ("\ta: 1", "---", 2),
        ("just words", "---", 2),
        ('a = 1\nb = "Tea\nc = 2', "+++", 3),
        ("a = 1\na = 2", "+++", 3),
        ("a = 1\nb = [1,", "+++", 3),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_broken_front_matter_is_one_problem(front: str, fence: str, line: int, end: str) -> None:
    """What cannot be read is named with its line once, and the body is prose as ever."""
    text = f"\ufeff{fence}\n{front}\n{fence}\n\nThe *body*.\n".replace("\n", end)
    document = parse(text)
    check(document)
    assert [block.text for block in document.blocks] == ["The body."]
    assert [problem.partition(":")[0] for problem in document.problems] == [str(line)]
    assert "front matter is not valid" in document.problems[0]


@pytest.mark.parametrize("rest", ["The body.\n", "The body.\n\n---\n\nMore.\n"])
def test_a_front_matter_that_never_closes(rest: str) -> None:
    """It ends at the first blank line, and the problem says how to close it."""
    document = parse(f"---\ntitle: Tea\n\n{rest}")
    check(document)
    assert [block.text for block in document.blocks][:2] == ["Tea", "The body."]
    assert document.problems == ("1: front matter is never closed; end it with a line ---",)


@pytest.mark.parametrize(
    "text", ["---\n\nTea.\n\n---\n\nMilk.\n", "---\n\nTea.\n", "----\ntitle: x\n", "Tea.\n---\na: b\n---\n"]
)
def test_a_rule_is_no_front_matter(text: str) -> None:
    """A thematic break at the start of a post begins no front matter."""
    document = parse(text)
    assert document.problems == ()
    assert document.meta == {}
    assert document.blocks[0].kind != "title"


@pytest.mark.parametrize(
    "text", ["---\n---\nTea.", "---\n# nothing\n---\nTea.", "+++\n+++\nTea.", "---\na: 1\n...\nTea."]
)
def test_an_empty_front_matter_is_fine(text: str) -> None:
    """No keys are no problem."""
    document = parse(text)
    assert (document.problems, [block.text for block in document.blocks]) == ((), ["Tea."])
