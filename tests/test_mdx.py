"""Prose in the attributes of MDX components."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.test_positions import check
from toneguard import ConfigError, Source, config
from toneguard.config import Config
from toneguard.formats import format_for, with_prose
from toneguard.registry import Registry


def alts(text: str, *prose: str) -> list[str]:
    """Return the texts of attributes, with the law checked."""
    source = Source(text, "post.mdx")
    document = (format_for(source, with_prose(prose)) if prose else format_for(source)).parse(source)
    check(document)
    return [block.text for block in document.blocks if block.kind == "alt"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('<FAQItem q="How?" a="Keep it &amp; dark,\n  and dry." b="no"/>', ["How?", "Keep it & dark,\nand dry."]),
        ("<FAQItem a='A \"cup\" > b'>Tea.</FAQItem>", ['A "cup" > b']),
        ('<FAQItem a={"An \\"old\\" cup"} q={`tpl`} />', ['An "old" cup', "tpl"]),
        ("<FAQItem a={cup} q={`a ${b}`} />", []),
        ('`<FAQItem a="no"/>`\n\n```\n<FAQItem a="no"/>\n```\n\n{/* <FAQItem a="no"/> */}\n', []),
        ('<IMG alt="A > cup"/>', []),
        ('<FAQItem a="Tea\n\nand < milk" />', []),
        ('<Card a="no" title="Tea" />', ["Tea"]),
    ],
)  # fmt: skip
def test_named_attributes_are_prose(text: str, expected: list[str]) -> None:
    """Texts in the attributes that are named are blocks; expressions, code and comments are not."""
    assert alts(text, "FAQItem.a", "FAQItem.q", "*.title") == expected


def test_little_is_prose_by_itself() -> None:
    """Without a configuration alt texts and captions are prose, and no other attribute."""
    assert alts('<Figure alt="A cup" caption="Tea" title="no" />') == ["A cup", "Tea"]


def test_the_configuration_names_them() -> None:
    """`[mdx] prose` decides for a run, and an empty list means none."""
    source = Source('<Faq a="Tea" alt="Cup" />', "post.mdx")
    for prose, expected in ((("Faq.a",), ["Tea"]), ((), [])):
        registry = Registry(replace(Config(), mdx={"prose": prose}))
        assert [block.text for block in format_for(source, registry.formats).parse(source).blocks] == expected


def test_a_name_without_component_is_a_mistake(tmp_path: Path) -> None:
    """An attribute needs its component, or a star."""
    path = tmp_path / "toneguard.toml"
    path.write_text('[mdx]\nprose = ["title"]\n')
    with pytest.raises(ConfigError, match=r"toneguard.toml:2: 'prose': expected a list of attributes"):
        config.load(path)
