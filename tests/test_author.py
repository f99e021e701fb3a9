"""The optional language model, over real HTTP against a server of the tests: it proposes, the verification decides."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Run
from toneguard import Config, ConfigError, Source
from toneguard.finding import Finding
from toneguard.lint import lint
from toneguard.registry import Registry
from toneguard.rewriting.author import Author, Request, cleaned, messages

POST = "Passion runs in the veins of all 14 ferries that sail to Hesta."  # no template turns it round
REGISTRY = Registry(Config())
GOOD = "You can take one of 14 ferries to Hesta."


class _Server(BaseHTTPRequestHandler):
    answers: list[Any]
    asked: list[dict[str, Any]]
    keys: list[str | None]

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        type(self).asked.append(body)
        type(self).keys.append(self.headers.get("Authorization"))
        answer = type(self).answers[min(len(type(self).asked), len(type(self).answers)) - 1]
        if isinstance(answer, float):
            time.sleep(answer)
            answer = GOOD
        if isinstance(answer, int):
            self.send_error(answer)
            return
        raw = isinstance(answer, bytes)
        choice = {"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": answer}}
        data = answer if raw else json.dumps({"id": "1", "object": "chat.completion", "choices": [choice]}).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def server() -> Iterator[str]:
    """A server that answers what `_Server.answers` says, in turn."""
    _Server.asked, _Server.keys, _Server.answers = [], [], [GOOD]
    httpd = ThreadingHTTPServer(("127.0.0.1", 0), _Server)
    threading.Thread(target=httpd.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{httpd.server_port}/v1"
    httpd.shutdown()
    httpd.server_close()


def settings(address: str) -> dict[str, str]:
    """Return the table `[rewriter]` for a server."""
    return {"engine": "openai", "base_url": address, "model": "tiny"}


def offered(address: str, text: str = POST, timeout: float = 5.0) -> tuple[Finding, Registry]:
    """Return the first finding in a text with the model asked, and the registry of the run."""
    REGISTRY.author = REGISTRY.rooms.author = Author(settings(address), timeout)
    report = lint(Source(text, "post.md"), REGISTRY, replace(Config(), forced_lang="en"))
    return report.findings[0], REGISTRY


def test_a_good_answer_is_offered_for_review(server: str) -> None:
    """An answer that keeps every fact and the rules find nothing in becomes a fix that needs a reader."""
    finding, registry = offered(server)
    assert [(fix.edits[0].text, fix.safety) for fix in finding.fixes] == [(GOOD, "review")]
    assert registry.notes == ()


@pytest.mark.parametrize(
    "answer",
    [
        "You can take one of 15 ferries to Hesta.",
        "You can take one of 14 ferries.",
        "You can take one of 14 ferries to Hesta and Skerrin.",
        "You can take one of 14 ferries to Hesta for £5.",
        "Passion is in the DNA of our 14 ferries to Hesta.",
        "Du kan tage en af de 14 færger til Hesta, når du vil og har lyst til det.",
        "ferries 14 Hesta",
        GOOD + " " + "It is a long and pleasant trip, and nobody has ever been sick on it, not even in winter." * 3,
    ],
    ids=[
        "other figure",
        "lost name",
        "new name",
        "new price",
        "still passionate",
        "other language",
        "no sentence",
        "long",
    ],
)
def test_a_bad_answer_is_refused_three_times(server: str, answer: str) -> None:
    """What loses or invents a fact, or is no better, is never shown; the model is told, and asked three times."""
    _Server.answers = [answer]
    finding, _ = offered(server)
    assert all(fix.edits[0].text != answer for fix in finding.fixes)
    assert len(_Server.asked) == 3
    assert answer in _Server.asked[2]["messages"][1]["content"]


def test_the_second_try_may_hold(server: str) -> None:
    """A bad answer and then a good one: the good one is offered."""
    _Server.answers = ["You can take one of 15 ferries to Hesta.", f"“{GOOD}”"]
    finding, _ = offered(server)
    assert finding.fixes[0].edits[0].text == GOOD


@pytest.mark.parametrize(
    "answer",
    [500, 404, b"not json at all", b'{"choices": []}', b"{}", 3.0],
    ids=["500", "404", "text", "none", "{}", "slow"],
)
def test_a_server_that_fails_stops_no_run(server: str, answer: object) -> None:
    """An error, nonsense or silence is noted once, the server is asked no more, and the findings are there."""
    _Server.answers = [answer]
    finding, registry = offered(server, f"{POST}\n\n{POST.replace('Hesta', 'Skerrin')}", timeout=0.5)
    assert finding.rule
    assert len(registry.notes) == 1
    assert "does not answer as it should" in registry.notes[0]
    assert len(_Server.asked) == 1


def test_nobody_there_stops_no_run() -> None:
    """A server that cannot be reached is noted."""
    finding, registry = offered("http://127.0.0.1:9/v1")
    assert finding
    assert len(registry.notes) == 1


@pytest.mark.parametrize("answer", ["NONE", "NONE.", "", "  "])
def test_none_means_none(server: str, answer: str) -> None:
    """A model that says there is nothing in the sentence is taken at its word."""
    _Server.answers = [answer]
    offered(server)
    assert len(_Server.asked) == 1


@pytest.mark.parametrize(
    ("answer", "expected"), [('"Tea."', "Tea."), ("“Tea.”", "Tea."), ("Tea.\nMore.", "Tea. More."), ("NONE", None)]
)
def test_answers_are_cleaned(answer: str, expected: str | None) -> None:
    """Quotation marks around an answer and line ends in it go."""
    assert cleaned(answer) == expected


def test_nothing_is_sent_without_being_asked(server: str, tmp_path: Path, toneguard: Run) -> None:
    """A configured server hears nothing without `--rewriter`."""
    table = "".join(f'{key} = "{value}"\n' for key, value in settings(server).items())
    (tmp_path / "toneguard.toml").write_text(f"[rewriter]\n{table}")
    (tmp_path / "post.md").write_text(POST)
    toneguard("check", "post.md")
    toneguard("rewrite", "post.md")
    assert _Server.asked == []
    done = toneguard("rewrite", "--rewriter", "post.md")
    assert done.stdout.strip() == GOOD
    assert len(_Server.asked) == 1


def test_what_is_missing_is_said(tmp_path: Path, toneguard: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a server, or without the key that the configuration names, `--rewriter` is an error."""
    (tmp_path / "post.md").write_text(POST)
    done = toneguard("check", "--rewriter", "post.md")
    assert (done.returncode, "'base_url'" in done.stderr) == (2, True)
    monkeypatch.delenv("TONE_KEY", raising=False)
    with pytest.raises(ConfigError, match="TONE_KEY"):
        Author({**settings("http://127.0.0.1:9"), "api_key_env": "TONE_KEY"})


def test_the_key_is_sent(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The key comes from the environment variable that the configuration names."""
    monkeypatch.setenv("TONE_KEY", "s3cret")
    author = Author({**settings(server), "api_key_env": "TONE_KEY"})
    assert author(Request("Tea.", "Tea.", "en", ())) == GOOD
    assert _Server.keys == ["Bearer s3cret"]


def test_the_prompt_has_what_an_editor_would_say(registry: Registry) -> None:
    """Reason, question, good examples, language, paragraph and sentence stand in the prompt."""
    rule = registry.infos["self-centred/mission-talk"]
    task, said = (message["content"] for message in messages(Request("En mening.", "Ett stycke.", "sv", (rule,))))
    assert "Swedish" in task
    for part in (rule.why, rule.asks["sv"], "Ett stycke.", "En mening."):
        assert part in said
    assert any(example.good in said for example in rule.examples if example.language == "sv" and example.good)
