"""Post and release side by side as one HTML page that needs nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from toneguard.document import Document
from toneguard.newsroom.matching import Comparison, Match
from toneguard.newsroom.sides import Segment, sides

_STYLE = """
body{font:16px/1.5 system-ui,sans-serif;margin:0 auto;max-width:76rem;padding:1rem;color:#1d1d1f;background:#fff}
h1{font-size:1.4rem}h2{font-size:1.1rem;margin-top:2rem}
.row{display:grid;grid-template-columns:1fr 1fr;gap:1.5rem;border-top:1px solid #ddd;padding:.6rem 0}
.own{color:#666}mark{background:#ffe49a;color:inherit;padding:.05em .1em}mark a{color:#7a5b00;font-size:.75em;
text-decoration:none;vertical-align:super}mark:target{outline:2px solid #b8860b}p{margin:.3rem 0}
@media(max-width:44rem){.row{grid-template-columns:1fr;gap:.3rem}.release{padding-left:1rem;border-left:3px solid #ddd}}
@media(prefers-color-scheme:dark){body{background:#1b1b1d;color:#eee}.own{color:#aaa}mark{background:#5c4a12}
mark a{color:#ffe49a}.row,.release{border-color:#444}}
"""


def page(document: Document, found: Comparison, name: str) -> str:
    """Return the page of a comparison; `name` is what the post is called."""
    share = f"{round(100 * found.share)} %"
    said = f"{found.copied} of {found.words} words ({share}) stand in the newsroom." if found.matches else "No match."
    body = "".join(_match(document, match, number) for number, match in enumerate(found.matches, 1))
    language = escape(document.language or "en")
    return (
        f'<!doctype html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(name)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        f'<h1>{escape(name)}</h1>\n<p lang="en">{said}</p>\n{body}</body>\n</html>\n'
    )


def _match(document: Document, match: Match, number: int) -> str:
    rows = "".join(
        f'<div class="row"><div class="post">{_paragraph(row.post, number, "p", "r")}</div>'
        f'<div class="release">{"".join(_paragraph(text, number, "r", "p") for text in row.release)}</div></div>\n'
        for row in sides(document, match)
    )
    return f"<section>\n<h2>{_name(match)}</h2>\n{rows}</section>\n"


def _name(match: Match) -> str:
    url, name = match.release.url, escape(match.release.name)
    return f'<a href="{escape(url)}">{name}</a>' if url.startswith(("https://", "http://")) else name


def _paragraph(parts: Sequence[Segment], match: int, here: str, there: str) -> str:
    """Return a paragraph; each mark leads to the same words on the other side."""
    own = "" if any(part.number for part in parts) else ' class="own"'
    seen: set[int] = set()
    texts = []
    for part in parts:
        if not part.number:
            texts.append(escape(part.text))
            continue
        name = f"{match}-{part.number}"
        identity = "" if part.number in seen else f' id="{here}{name}"'
        seen.add(part.number)
        link = f'<a href="#{there}{name}">{part.number}</a>'
        texts.append(f"<mark{identity}>{escape(part.text)}{link}</mark>")
    return f"<p{own}>{''.join(texts)}</p>"
