"""The corpus: what toneguard says of every post is what the file beside it says, and mostly right."""

from __future__ import annotations

from collections import Counter

import pytest

from benchmarks.gold import FAMILIES, LABELS, Post
from tests.corpus import FINDINGS, FOLDER, described, findings_file, posts
from toneguard.languages import LANGUAGES
from toneguard.registry import Registry

POSTS = posts()


@pytest.mark.parametrize("post", POSTS, ids=lambda post: str(post.path.relative_to(FOLDER)))
def test_findings_are_as_recorded(post: Post, registry: Registry) -> None:
    """A post has the findings that its file records (`python -m tests.corpus` writes it anew, for you to read)."""
    assert described(post, registry) == findings_file(post).read_text("utf-8")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_its_posts(language: str) -> None:
    """There are at least forty posts in each language, a third of them clean, and each has its two files."""
    mine = [post for post in POSTS if post.language == language]
    assert len(mine) >= 40
    assert sum(post.clean for post in mine) >= len(mine) // 3
    names = {path.name for path in (FOLDER / language).iterdir()}
    assert names == {
        name for post in mine for name in (post.path.name, post.path.stem + LABELS, post.path.stem + FINDINGS)
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_most_findings_are_right(language: str) -> None:
    """In each language and family at least 19 of 20 findings on the corpus are right."""
    words: Counter[tuple[str, str]] = Counter()
    for post in POSTS:
        if post.language == language:
            for line in findings_file(post).read_text("utf-8").splitlines():
                word, _, rule, *_ = (*line.split(), "", "", "")
                words[word, rule.partition("/")[0]] += 1
    for family in FAMILIES:
        assert words["alarm", family] <= 0.05 * (words["alarm", family] + words["found", family])
