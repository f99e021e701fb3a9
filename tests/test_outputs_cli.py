"""`--output NAME[=FILE]`: several reports of one run, each valid, each where it was asked for."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import jsonschema
import pytest
import xmlschema

from tests.conftest import ROOT, Run
from toneguard.cli.check import CLEAN, FAILED, FOUND
from toneguard.cli.output import targets
from toneguard.config import ConfigError
from toneguard.outputs import NAMES

SCHEMAS = ROOT / "tests" / "schemas"
BAD = "# Tea\n\nHere at Åkes, we believe that tea is good. 😀 Buy now before it's too late!\n"


def test_every_output_at_once(toneguard: Run, tmp_path: Path) -> None:
    """One run writes every report there is, and prints annotations and the job's summary for GitHub."""
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    (tmp_path / "posts").mkdir()
    (tmp_path / "posts" / "post.md").write_text(BAD, "utf-8")
    (tmp_path / "ok.md").write_text("Tea keeps for a year in a dark tin.\n", "utf-8")
    (tmp_path / "summary").write_text("Before.\n", "utf-8")
    asked = [word for name in NAMES if name != "github" for word in ("--output", f"{name}=r.{name}.out")]
    env = {"GITHUB_STEP_SUMMARY": str(tmp_path / "summary")}
    done = toneguard("check", "posts/post.md", "ok.md", "--output", "github", *asked, env=env)
    assert done.returncode == FOUND
    assert "::error file=posts/post.md,line=3," in done.stdout
    assert (tmp_path / "summary").read_text("utf-8").startswith("Before.\n<!-- toneguard -->\n### toneguard: ")
    reports = {name: (tmp_path / f"r.{name}.out").read_text("utf-8") for name in NAMES if name != "github"}
    log = json.loads(reports["sarif"])
    jsonschema.Draft4Validator(json.loads((SCHEMAS / "sarif-2.1.0-rtm.5.json").read_text("utf-8"))).validate(log)
    place = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert place == {"uri": "posts/post.md", "uriBaseId": "%SRCROOT%"}
    assert any(
        "help" in rule and "Instead of" in rule["help"]["markdown"]
        for rule in log["runs"][0]["tool"]["driver"]["rules"]
    )
    xmlschema.XMLSchema(SCHEMAS / "junit-10.xsd").validate(reports["junit"])
    xmlschema.XMLSchema(SCHEMAS / "checkstyle.xsd").validate(reports["checkstyle"])
    assert len(json.loads(reports["gitlab"])) == len(json.loads(reports["json"])["findings"]) > 0
    assert any(item["suggestions"] for item in json.loads(reports["rdjson"])["diagnostics"])  # ways out were looked for
    assert "Åkes" in reports["html"]
    assert not list(tmp_path.glob(".*.tmp"))


def test_a_clean_run_writes_its_reports(toneguard: Run, tmp_path: Path) -> None:
    """Files are written also when nothing was found, over what stood there, and nothing else is printed."""
    (tmp_path / "ok.md").write_text("Tea keeps for a year in a dark tin.\n", "utf-8")
    (tmp_path / "report.json").write_text("old", "utf-8")
    done = toneguard("check", "ok.md", "--output", "gitlab=report.json", "--output", "junit=report.xml")
    assert (done.returncode, done.stdout, done.stderr) == (CLEAN, "", "")
    assert json.loads((tmp_path / "report.json").read_text("utf-8")) == []
    xmlschema.XMLSchema(SCHEMAS / "junit-10.xsd").validate((tmp_path / "report.xml").read_text("utf-8"))


def test_fixes_come_before_reports(toneguard: Run, tmp_path: Path) -> None:
    """With --fix, reports tell of what is left; a pasted draft goes to standard output and its report to the file."""
    draft = "We are proud to announce that the shop opens at nine. Buy now before it's too late!\n"
    done = toneguard("check", "--fix", "--output", "jsonl=left.jsonl", "-", stdin=draft.encode())
    assert done.stdout.startswith("The shop opens at nine.")
    rows = [json.loads(row) for row in (tmp_path / "left.jsonl").read_text("utf-8").splitlines()]
    assert rows
    assert all(row["rule"].startswith("pushy/") for row in rows)


def test_a_summary_that_cannot_be_written_is_an_error(toneguard: Run, tmp_path: Path) -> None:
    """When the job's summary cannot be written, the run says so and fails, after the annotations."""
    (tmp_path / "post.md").write_text(BAD, "utf-8")
    done = toneguard("check", "post.md", "--output", "github", env={"GITHUB_STEP_SUMMARY": str(tmp_path)})
    assert done.returncode == FAILED
    assert done.stdout.startswith("::error ")
    assert done.stderr.startswith(f"toneguard: GITHUB_STEP_SUMMARY: {tmp_path}: cannot be written: ")


def test_an_unknown_output_suggests_the_nearest(toneguard: Run, tmp_path: Path) -> None:
    """A name that is no output is an error that names the nearest one."""
    done = toneguard("check", "--output", "saarif=x.sarif", ".")
    assert done.returncode == FAILED
    assert done.stderr == "toneguard: --output: unknown value 'saarif'; did you mean 'sarif'?\n"
    assert not (tmp_path / "x.sarif").exists()


@pytest.mark.parametrize(
    ("outputs", "format", "said"),
    [
        (
            ("sarif", "github"),
            "",
            "sarif and github cannot both go to standard output; name a file: --output github=FILE",
        ),
        (("sarif", "json=-"), "", "cannot both go to standard output"),
        (("json",), "text", "text and json cannot both go to standard output"),
        (("sarif=",), "", "no file behind the '='"),
        (("sarif=no/such.sarif",), "", "no/such.sarif: the folder no does not exist; make it first"),
        (("sarif=.",), "", ".: is a folder; name a file"),
        (("sarif=a.out", "json=./a.out"), "", "two reports cannot go to one file"),
    ],
)
def test_impossible_outputs(
    outputs: tuple[str, ...], format: str, said: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Two reports in one place, and a file that cannot be, are errors before anything is read."""
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ConfigError) as raised:
        targets(outputs, format, None)
    assert said in str(raised.value)


def test_what_is_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without options the text is printed; --output alone prints nothing else; --format goes along with it."""
    monkeypatch.chdir(tmp_path)

    def asked(*outputs: str, format: str = "", file: Path | None = None) -> list[tuple[str, str | None]]:
        return [(target.name, str(target.path) if target.path else None) for target in targets(outputs, format, file)]

    assert asked() == [("text", None)]
    assert asked("sarif=a") == [("sarif", "a")]
    assert asked("sarif=a", format="concise") == [("concise", None), ("sarif", "a")]
    assert asked(file=Path("b")) == [("text", "b")]
    assert asked("github", "html=c=d") == [("github", None), ("html", "c=d")]
    assert [target.ways_out for target in targets(["checkstyle", "html=x", "of-a-plugin=y"], "", None)] == [
        False,
        True,
        True,
    ]
