"""Mail drafts: the subject and one form of the body, with the law of positions through quoted-printable."""

from __future__ import annotations

from email.message import EmailMessage
from email.policy import SMTP

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.test_positions import check, parse
from toneguard.config import Config
from toneguard.lint import lint
from toneguard.registry import Registry
from toneguard.source import Source


def mail(text: str, *, html: str = "", encoding: str = "quoted-printable", charset: str = "utf-8") -> str:
    """Write a mail as the standard library does."""
    message = EmailMessage(policy=SMTP.clone(utf8=True))
    message["Subject"] = "Vårens kaffe"
    message.set_content(text, cte=encoding, charset=charset)
    if html:
        message.add_alternative(html, subtype="html", cte="quoted-printable")
    return message.as_bytes().decode("utf-8")


def shown(text: str) -> list[str]:
    """Return the text of every block, with the law checked."""
    document = parse(text, "post.eml")
    check(document)
    return [block.text for block in document.blocks]


@pytest.mark.parametrize("encoding", ["quoted-printable", "8bit"])
@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1"])
def test_a_body_is_read(encoding: str, charset: str) -> None:
    """Umlauts, soft line ends and equals signs are read as what they mean."""
    if (encoding, charset) == ("8bit", "iso-8859-1"):
        pytest.skip("such a file is not UTF-8 and is refused when it is read")
    words = "Kaffet är så gott = att vi skriver en mycket lång rad om det, som kodningen måste bryta mitt i ett ord."
    assert shown(mail(f"{words}\n", encoding=encoding, charset=charset)) == ["Vårens kaffe", words]


def test_what_is_written_otherwise_counts_whole() -> None:
    """A letter in octets is one place in the source, soft line end and all."""
    document = parse("Subject: x\nContent-Transfer-Encoding: quoted-printable\n\nEn r=C3=\n=A5 dag.\n", "post.eml")
    block = document.blocks[-1]
    assert block.text == "En rå dag."
    assert document.source.slice(block.to_source(4, 5)) == "=C3=\n=A5"


def test_html_is_what_readers_see() -> None:
    """Of two forms of a body the one in HTML is read, and nothing twice."""
    text = mail("Tea for you.\n", html="<p>Tea for <b>y&ouml;u</b>, <a href='https://x.se'>här</a>.</p>")
    assert shown(text) == ["Vårens kaffe", "Tea for yöu, här."]
    assert [link.target for link in parse(text, "post.eml").links] == ["https://x.se"]


def test_others_words_and_signatures_are_left_out() -> None:
    """What is quoted, the line that announces it, and the signature are no words of this mail."""
    text = "Tea is good.\n\nOn Monday Bo wrote:\n> Milk is good.\n\nBoth are good.\n\n-- \nAnna\nMaker of tea\n"
    assert shown(mail(text, encoding="8bit")) == ["Vårens kaffe", "Tea is good.", "Both are good."]


def test_base64_is_not_read(registry: Registry) -> None:
    """A body without positions is skipped, with the reason and what to do."""
    report = lint(Source(mail("Buy now!", encoding="base64"), "post.eml"), registry, Config())
    assert report.skipped is not None
    assert report.skipped.startswith("the body is base64")


def test_attachments_and_headers_are_no_prose() -> None:
    """Only the subject among the headers, and no attachment, is prose."""
    message = EmailMessage(policy=SMTP)
    message["From"], message["Subject"] = "Buy now <a@x.se>", "Tea"
    message.set_content("Warm.\n")
    message.add_attachment("Cold.\n", filename="a.txt")
    assert shown(message.as_string()) == ["Tea", "Warm."]


def test_a_mail_is_never_rewritten(registry: Registry) -> None:
    """Findings in a mail have no fix that could be applied."""
    text = "Subject: Tea\n\nBuy now!!! At Acme, we believe that tea should be simple. It is warm.\n"
    report = lint(Source(text, "post.eml"), registry, Config())
    assert report.findings
    assert all(fix.safety == "show" for finding in report.findings for fix in finding.fixes)


PARTS = (
    "Subject: ", "=?utf-8?q?=C3=A5?= ", "=?x?", "\n", "\r\n", "\n\n", " ",
    "Content-Type: multipart/mixed; boundary=b\n", "Content-Type: multipart/alternative; boundary=\"b\"\n",
    "--b\n", "--b--\n", "Content-Type: text/html; charset=latin-1\n", "Content-Type: text/plain; charset=utf-7\n",
    "Content-Transfer-Encoding: quoted-printable\n", "Content-Transfer-Encoding: base64\n",
    "=C3=A5", "=C3", "=\n", "=20", "=0D=0A", "=E5", "å", "Tea. ", "> old\n", "-- \n", "<p>", "</p>", "e=CC=81",
    "=C2=AD", "&aring;", "https://x.se",
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(text=st.lists(st.sampled_from(PARTS), max_size=24).map("".join))
def test_the_law_holds_for_mails(text: str) -> None:
    """Whatever is strung together, every block can be found again in the source."""
    check(parse(text, "post.eml"))
