"""What a post gives its reader: the sender's share, a takeaway, an answer, and how hard it is to read."""

from __future__ import annotations

import pytest

from toneguard import Config, Source
from toneguard.finding import Finding
from toneguard.formats import format_for
from toneguard.languages import detect
from toneguard.lint import lint
from toneguard.persons import reader_words, sender_words
from toneguard.registry import Registry


def words(text: str, language: str, brands: tuple[str, ...] = ()) -> tuple[list[str], list[str]]:
    """Return the words of the first block that mean the sender, and those that mean the reader."""
    source = Source(text, "x.md")
    document = detect.assign(format_for(source).parse(source), lang=language)
    sender: list[str] = []
    reader: list[str] = []
    for sentence in document.sentences[0]:
        sender += [sentence.text[start:end] for start, end in sender_words(sentence, brands)]
        reader += [sentence.text[start:end] for start, end in reader_words(sentence)]
    return sender, sorted(reader)


@pytest.mark.parametrize(
    ("language", "text", "sender", "reader"),
    [
        ("en", "We sell you our tea in the US and bring it to us.", ["We", "our", "us"], ["you"]),
        ("sv", "Vi säljer vårt te till er, och Ni får ert kaffe av oss.", ["Vi", "vårt", "oss"], ["Ni", "er", "ert"]),
        ("sv", "Är det er bil, eller era grannars?", [], ["er", "era"]),
        ("da", "Vi sælger jeres te, og I får det i morgen.", ["Vi"], ["I", "jeres"]),
        ("da", "I kan komme i morgen, hvis I vil.", [], ["I", "I"]),
        ("da", "I morgen er der te i vores butik.", ["vores"], []),
        ("da", "I Danmark er det te, der er dyrest.", [], []),
        ("da", "I går var der te.", [], []),
    ],
)
def test_who_a_sentence_speaks_of(language: str, text: str, sender: list[str], reader: list[str]) -> None:
    """Pronouns of sender and reader are told from the words that look like them."""
    assert words(text, language) == (sender, reader)


def test_a_named_brand_is_the_sender() -> None:
    """A configured brand counts as the sender, whatever its case."""
    assert words("ACME sells tea.", "en", ("Acme",)) == (["ACME"], [])


def verdict(text: str, registry: Registry, rule: str, name: str = "x.md") -> Finding | None:
    """Return the finding of one rule, or None."""
    found = lint(Source(text, name), registry, Config(select=(rule,), advice=True)).findings
    return found[0] if found else None


MIRROR = "We love our work. Our team loves us. We are us, and our joy is ours.\n"


def test_reader_share_lists_the_heaviest_sentences(registry: Registry) -> None:
    """The verdict counts both sides, and its evidence is sentences of the post that name the sender."""
    found = verdict(MIRROR + "\nThe weather is fine.\n", registry, "self-centred/reader-share")
    assert found is not None
    assert "8 times and the reader 0" in found.message
    assert [MIRROR[span.start : span.end] for span in found.evidence] == MIRROR.strip().split("\n")[0].replace(
        ". ", ".|"
    ).split("|")


@pytest.mark.parametrize(
    "text",
    [
        MIRROR.replace("\n", " You and your friends, your cat and you, and all that you own.\n"),
        "> " + MIRROR,
        '"We love our work. Our team loves us. We are us, and our joy is ours," says the sign.\n',
        "We moved 3 servers, and our 4 logs with us. We cut our costs by 7 %. We hired 2 of our own.\n",
        "# Our apology for the outage\n\nWe are sorry. " + MIRROR,
        MIRROR + "\n" + "The oats stand high on the hill, and the rain is soft and long. " * 30,
    ],
)
def test_reader_share_leaves_alone(text: str, registry: Registry) -> None:
    """Readers named as often, quotations, facts, apologies and long posts about something else are no finding."""
    assert verdict(text, registry, "self-centred/reader-share") is None


HALL = (
    "The new hall opened in spring. It has courts, a café and a wall for climbing. The floor is made of oak, and the "
    "lamps are dimmed at night. The old hall is pulled down. The bricks go to the school, which builds a shed for its "
    "bicycles. The road past the hall is closed while the pipes are laid. The bus stops at the church.\n"
)


@pytest.mark.parametrize(
    "answer",
    [
        "\nWhat would you plant there?\n",
        "\nWrite to Ada.\n",
        "\nAda sits at ada@hall.example, upstairs.\n",
        "\n[Ada](mailto:ada@hall.example)\n",
    ],
)
def test_a_way_to_answer_is_a_dialogue(answer: str, registry: Registry) -> None:
    """A question, an invitation, an address or a mail link is enough, and so is an author in the front matter."""
    rule = "reader-value/no-dialogue"
    assert verdict(HALL, registry, rule) is not None
    assert verdict(HALL + answer, registry, rule) is None
    assert verdict(f"---\nauthor: Ada Moss\n---\n\n{HALL}", registry, rule) is None


HARD = (
    "The implementation of differentiated environmental classification requirements necessitates comprehensive "
    "documentation concerning temperature-controlled transportation arrangements. "
) * 6


def test_hard_to_read_gives_the_figure_and_the_hardest_sentences(registry: Registry) -> None:
    """A post as hard as an official text is told its LIX; code, quotes and headings do not count."""
    found = verdict(HARD + "\n\nThe cat sat down.\n", registry, "reader-value/hard-to-read")
    assert found is not None
    assert found.message.startswith("LIX ")
    assert len(found.evidence) == 3
    assert verdict("> " + HARD, registry, "reader-value/hard-to-read") is None
    assert verdict("# " + HARD, registry, "reader-value/hard-to-read") is None


def test_advice_is_not_paid_for_unless_it_is_wanted(registry: Registry) -> None:
    """Without advice no rule of the family runs."""
    found = lint(Source(HARD + HALL, "x.md"), registry, Config()).findings
    assert [item for item in found if item.family == "reader-value"] == []
