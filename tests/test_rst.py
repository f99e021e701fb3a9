"""reStructuredText: what is prose, in which block; docutils reads the same words."""

from __future__ import annotations

import docutils.core
import docutils.nodes
import pytest

from tests.test_markdown import shown
from tests.test_positions import parse
from toneguard.document import STAND_IN

Shown = list[tuple[str, str]]

BLOCKS: dict[str, tuple[str, Shown]] = {
    "titles": (
        "=====\n Tea\n=====\n\nMilk\n----\n\nWarm.\n",
        [("heading", "Tea"), ("heading", "Milk"), ("paragraph", "Warm.")],
    ),
    "a transition": ("One.\n\n----\n\nTwo.\n", [("paragraph", "One."), ("paragraph", "Two.")]),
    "emphasis": ("A *very* **good** \\*cup\\*.", [("paragraph", "A very good *cup*.")]),
    "emphasis over a line end": ("A *very\ngood* cup.", [("paragraph", "A very\ngood cup.")]),
    "literals and substitutions": ("Run ``make *x*`` on |box|.", [("paragraph", "Run \ufffc on \ufffc.")]),
    "roles": (
        "See :ref:`the map <m>`, :ref:`m`, :math:`x^2`, :emphasis:`now`.",
        [("paragraph", "See the map, \ufffc, \ufffc, now.")],
    ),
    "links": (
        "See `the map <https://x.se>`_, `old map`__, tea_ and https://x.se/a.",
        [("paragraph", "See the map, old map, tea and \ufffc.")],
    ),
    "footnote marks": ("A cup [1]_.\n\n.. [1] Of tin.\n", [("paragraph", "A cup ."), ("paragraph", "Of tin.")]),
    "a word cut by an escape": ("Don\\ 't", [("paragraph", "Don't")]),
    "lists": (
        "- One\n  more\n\n  - Two\n\n#. Three\n#. Four\n",
        [("item", "One\nmore"), ("item", "Two"), ("item", "Three"), ("item", "Four")],
    ),
    "definitions": ("Crema\n   The foam.\n", [("item", "Crema"), ("item", "The foam.")]),
    "options": ("-a         All of it.\n--to=FILE  Where to.\n", [("item", "All of it."), ("item", "Where to.")]),
    "literal blocks": ("So::\n\n   code\n\nAnd so::\n\n> code\n> code\n\nTea.\n",
                       [("paragraph", "So:"), ("paragraph", "And so:"), ("paragraph", "Tea.")]),
    "doctests": (">>> tea()\n'hot'\n\nTea.\n", [("paragraph", "Tea.")]),
    "line blocks": ("| One\n| Two\n", [("paragraph", "One\u2028Two")]),
    "a grid table": (
        "+-----+-----+\n| A   | B   |\n+=====+=====+\n| *c* | d e |\n+-----+-----+\n",
        [("cell", "A"), ("cell", "B"), ("cell", "c"), ("cell", "d e")],
    ),
    "rows that run side by side are left out": (
        "+---+---+\n| a | b |\n| a | b |\n+---+---+\n| c | d |\n+---+---+\n",
        [("cell", "c"), ("cell", "d")],
    ),
    "a simple table": (
        "====  =====\nA     B\n====  =====\nc     d e f\n====  =====\n",
        [("cell", "A"), ("cell", "B"), ("cell", "c"), ("cell", "d e f")],
    ),
    "comments and targets": (".. no prose\n   at all\n\n.. _tea: https://x.se\n\nTea.\n", [("paragraph", "Tea.")]),
    "admonitions": (
        ".. note:: Keep it\n   dark.\n\n.. admonition:: Dry *leaves*\n\n   Keep.\n",
        [("paragraph", "Keep it\ndark."), ("caption", "Dry leaves"), ("paragraph", "Keep.")],
    ),
    "a figure": (
        ".. figure:: c.png\n   :alt: A cup\n   :width: 3\n\n   The cup.\n",
        [("alt", "A cup"), ("caption", "The cup.")],
    ),
    "directives without prose": (
        ".. code-block:: sh\n   :caption: How\n\n   make\n\n.. raw:: html\n\n   <p>No</p>\n\n.. toctree::\n\n   tea\n",
        [("caption", "How")],
    ),
    "fields at the top": (
        "Tea\n===\n\n:lang: sv\n:summary: A *cup*\n:author: Bo\n\nWarm.\n\n:Size: Small\n",
        [("heading", "Tea"), ("meta", "A cup"), ("paragraph", "Warm."), ("item", "Small")],
    ),
    "comments as fields": (".. title: Tea\n.. slug: tea\n\nWarm.\n", [("title", "Tea"), ("paragraph", "Warm.")]),
    "meta": (".. meta::\n   :description: A cup\n   :keywords: no\n\nWarm.\n",
             [("meta", "A cup"), ("paragraph", "Warm.")]),
}  # fmt: skip

POST = """\
Tea for *two*
=============

:author: Bo

We keep it **dark**, see `the map <https://x.example/map>`_ and `our shop`_; \\*dry\\* too.
A second line with a word_ and an e\\ *x*\\ tra.

.. _our shop: https://x.example
.. _word: https://x.example/word

- One cup
  of tea

  1. first
  2. second

- Two

Term : kind
    What it means.

    And more::

        code here

.. warning:: Hot
   water.

.. topic:: A title

   Its body.

| Line one
| line two

    A quotation.

    -- Anna

+------+-------+
| Cold | Warm  |
+------+-------+

=====  ======
Milk   Honey
=====  ======
none   a spoon
=====  ======

.. [#n] A note.

Sub
---

Last words [#n]_ here.
"""


@pytest.mark.parametrize("name", BLOCKS)
def test_prose_is_found(name: str) -> None:
    """Each construct gives these blocks, and the law holds for them."""
    text, expected = BLOCKS[name]
    assert shown(text, "post.rst") == expected
    assert shown(text.replace("\n", "\r\n"), "post.rst") == expected


def test_docutils_reads_the_same_words() -> None:
    """The words of all blocks are the words that docutils finds outside code, targets and fields of the post's."""
    tree = docutils.core.publish_doctree(POST, settings_overrides={"report_level": 5, "docinfo_xform": False})
    silent = (docutils.nodes.literal_block, docutils.nodes.comment, docutils.nodes.field, docutils.nodes.label)
    marks = (docutils.nodes.footnote_reference, docutils.nodes.classifier, docutils.nodes.system_message)
    for node in [*tree.findall(lambda node: isinstance(node, silent + marks))]:
        node.parent.remove(node)
    expected = " ".join(tree.astext().split())
    ours = " ".join(block.text.replace("Term : kind", "Term") for block in parse(POST, "post.rst").blocks)
    assert sorted(ours.replace(STAND_IN, "").split()) == sorted(expected.split())


def test_data_beside_the_prose() -> None:
    """Links keep their targets, comments for toneguard are directives, fields are the post's."""
    text = ":lang: da\n\n.. toneguard: ignore pushy -- it ends\n\nSee `a map <https://x.se>`_ or tea_.\n\n.. _tea: /t\n"
    document = parse(text, "post.rst")
    assert [(link.target, link.text) for link in document.links] == [("https://x.se", "a map"), ("/t", "tea")]
    assert [entry.text for entry in document.directives] == ["ignore pushy -- it ends"]
    assert document.lang == "da"
