"""The action and the examples for CI: valid by the official schemas, and their scripts run as a runner runs them."""

from __future__ import annotations

import json
import os
import re
import shutil
import stat
import subprocess
import sys
import sysconfig
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import typer
import yaml

from tests.conftest import CACHE, ROOT
from tests.test_precommit import BAD, GIT, GOOD, call, environment
from toneguard import __version__
from toneguard.cli.app import app

CI = ROOT / "examples" / "ci"
ACTION = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
STEPS = {step["id"]: step for step in ACTION["runs"]["steps"] if "id" in step}
SCHEMAS = [
    ("vendor.github-actions", ROOT / "action.yml"),
    ("vendor.github-workflows", CI / "github" / "toneguard.yml"),
    ("vendor.github-workflows", CI / "reviewdog" / "toneguard.yml"),
    ("vendor.gitlab-ci", CI / "gitlab" / ".gitlab-ci.yml"),
]
CHECK = typer.main.get_command(app).commands["check"]  # type: ignore[attr-defined]
OPTIONS = {option for parameter in CHECK.params for option in (*parameter.opts, *parameter.secondary_opts)}
whole = pytest.mark.skipif(not {"--since", "--output"} <= OPTIONS, reason="needs check --since and --output")
pytestmark = pytest.mark.skipif(
    not shutil.which("git") or os.name == "nt", reason="needs git and a bash as runners have"
)
# Stands in for toneguard where only the call is looked at: it writes what it was given, and an empty report.
RECORDER = """\
#!/usr/bin/env bash
printf '%s\\n' "$@" > "$RECORD"
for word in "$@"; do case "$word" in sarif=*) echo '{}' > "${word#sarif=}" ;; esac; done
exit "${CODE:-0}"
"""
Step = Callable[..., "tuple[subprocess.CompletedProcess[str], dict[str, str]]"]


@pytest.fixture
def blog(tmp_path: Path) -> Path:
    """Return a repository with an old bad post on its base and a new one on a branch; the base has moved on since."""
    blog = tmp_path / "blog"
    (blog / "posts").mkdir(parents=True)
    call("git", "init", "--quiet", "--initial-branch", "main", ".", cwd=blog)
    for branch, name in (("main", "old"), ("change", "new post"), ("main", "meanwhile")):
        call("git", "checkout", "--quiet", *(("-B",) if name != "meanwhile" else ()), branch, cwd=blog)
        (blog / "posts" / f"{name}.md").write_text(BAD if name != "meanwhile" else GOOD, "utf-8")
        call("git", "add", ".", cwd=blog)
        call(*GIT, "commit", "--quiet", "--message", name, cwd=blog)
    return blog


@pytest.fixture
def step(tmp_path: Path) -> Step:
    """Run a step of the action's as a runner does: its script in a file, its inputs in the environment."""

    def run(name: str, cwd: Path, **inputs: str | Path) -> tuple[subprocess.CompletedProcess[str], dict[str, str]]:
        script, outputs = tmp_path / f"{name}.sh", tmp_path / "outputs"
        script.write_text(STEPS[name]["run"], "utf-8")
        outputs.write_text("")
        known = dict.fromkeys(STEPS[name]["env"], "") | {"PATHS": ".", "SARIF": "toneguard.sarif"}
        env = environment(**{**known, **inputs, "GITHUB_OUTPUT": outputs, "GITHUB_ACTION_PATH": ROOT})
        command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", str(script)]
        done = subprocess.run(command, cwd=cwd, capture_output=True, encoding="utf-8", check=False, env=env)
        return done, dict(line.split("=", 1) for line in outputs.read_text().splitlines())

    return run


@pytest.fixture
def recorder(tmp_path: Path) -> Path:
    """Write the stand-in for toneguard."""
    path = tmp_path / "toneguard"
    path.write_text(RECORDER)
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


def sha(repo: Path, name: str) -> str:
    """Return the full name of a commit."""
    return call("git", "rev-parse", name, cwd=repo).stdout.strip()


@pytest.mark.parametrize(("schema", "path"), SCHEMAS, ids=lambda value: getattr(value, "name", value))
def test_official_schemas_hold(schema: str, path: Path) -> None:
    """The action, the workflows and the GitLab template are valid by the schemas of their makers."""
    transform = ("--data-transform", "gitlab-ci") if "gitlab" in schema else ()
    command = (sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, *transform, path)
    assert "ok" in call(*command, cwd=ROOT).stdout


def test_no_script_holds_an_expression() -> None:
    """What a pull request brings reaches no script but through the environment, and every foreign action is pinned."""
    for path in (ROOT / "action.yml", *CI.glob("*/toneguard.yml")):
        text = path.read_text("utf-8")
        loaded = yaml.safe_load(text)
        steps = loaded["runs"]["steps"] if "runs" in loaded else loaded["jobs"]["posts"]["steps"]
        assert [step for step in steps if "${{" in step.get("run", "")] == []
        for used in re.findall(r"uses: (.+)", text):
            assert re.fullmatch(r"[\w/.-]+@[0-9a-f]{40} # v[\d.]+|toneguard/toneguard@v[\d.]+", used), used


def test_examples_name_this_version() -> None:
    """The examples and the README install the version that they stand beside."""
    texts = [path.read_text("utf-8") for path in (*sorted(CI.rglob("*.y*ml")), ROOT / "README.md")]
    named = re.findall(r"toneguard==([\d.]+)|toneguard@v([\d.]+)|rev: v([\d.]+)", "\n".join(texts))
    assert [{*version} - {""} for version in named] == [{__version__}] * (len(texts) + 1)  # the README has two


def test_the_step_installs_what_stands_beside_it(step: Step, tmp_path: Path) -> None:
    """The install step makes an environment of its own, without a network here, and names the command in it."""
    inputs: dict[str, str | Path] = {"PYTHON": sys.executable, "FOLDER": tmp_path / "the env"}
    pip = {"PIP_NO_DEPS": "1", "PIP_NO_INDEX": "1", "PIP_NO_BUILD_ISOLATION": "0"}
    done, outputs = step("install", tmp_path, **inputs, **pip, PYTHONPATH=sysconfig.get_path("purelib"))
    assert done.returncode == 0, done.stderr
    assert outputs == {"command": str(tmp_path / "the env/bin/toneguard")}
    assert Path(outputs["command"]).is_file()
    bad, _ = step("install", tmp_path, **inputs, VERSION="1.0; echo hacked")
    assert (bad.returncode, "hacked" in bad.stdout) == (2, False)


def test_inputs_reach_the_command_whole(step: Step, recorder: Path, tmp_path: Path) -> None:
    """Paths with blanks stay one word, options are words, nothing is expanded, and the report is an output."""
    record = tmp_path / "record"
    inputs: dict[str, str | Path] = {"TONEGUARD": recorder, "RECORD": record}
    paths, args = "posts/a b.md\n\n$(touch hacked)\n", "--market uk\n--select *"
    done, outputs = step("lint", tmp_path, **inputs, PATHS=paths, ARGS=args, SARIF="my report.sarif", CODE="1")
    assert done.returncode == 1, done.stderr
    assert record.read_text().splitlines() == [
        *("check", "--output", "sarif=my report.sarif", "--output", "github", "--market", "uk", "--select", "*"),
        *("--", "posts/a b.md", "$(touch hacked)"),
    ]
    assert outputs == {"exit-code": "1", "sarif-file": "my report.sarif"}
    assert not (tmp_path / "hacked").exists()


@pytest.mark.parametrize("depth", ["whole", "shallow"])
def test_a_pull_request_is_compared_with_its_base(
    step: Step, recorder: Path, blog: Path, tmp_path: Path, depth: str
) -> None:
    """With history it is where the branch left its base; in a checkout of one commit, the base is fetched alone."""
    base = sha(blog, "main")
    checkout = tmp_path / "checkout"
    only = ("--depth", "1") if depth == "shallow" else ()
    call("git", "clone", "--quiet", *only, "--branch", "change", f"file://{blog}", checkout, cwd=tmp_path)
    inputs: dict[str, str | Path] = {"TONEGUARD": recorder, "RECORD": tmp_path / "record", "BASE": base}
    done, _ = step("lint", checkout, **inputs)
    assert done.returncode == 0, done.stderr
    words = (tmp_path / "record").read_text().splitlines()
    assert words[words.index("--since") + 1] == (base if depth == "shallow" else sha(blog, "main~1"))
    assert step("lint", checkout, **inputs, SINCE="all")[0].returncode == 0
    assert "--since" not in (tmp_path / "record").read_text()


@pytest.mark.parametrize("since", ["nowhere", "--upload-pack=touch hacked"])
def test_a_commit_that_is_not_there_is_said(step: Step, recorder: Path, blog: Path, since: str) -> None:
    """An unknown revision fails the step with what to do, and one that looks like an option is none."""
    done, _ = step("lint", blog, TONEGUARD=recorder, RECORD=blog / "record", SINCE=since)
    assert done.returncode == 2
    assert done.stdout.startswith("::error::toneguard: ")
    assert not [path for path in ("hacked", "record") if (blog / path).exists()]


def toneguard(folder: Path) -> Path:
    """Write a command `toneguard` that is this tree's, and return it."""
    folder.mkdir(exist_ok=True)
    path = folder / "toneguard"
    path.write_text(
        f'#!/bin/sh\nPYTHONPATH="{ROOT}" XDG_CACHE_HOME="{CACHE}" exec "{sys.executable}" -m toneguard "$@"\n'
    )
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


@whole
def test_the_action_finds_what_is_new(step: Step, blog: Path, tmp_path: Path) -> None:
    """On a pull request the new post is annotated and stands in the report, the old one does not."""
    call("git", "checkout", "--quiet", "change", cwd=blog)
    done, outputs = step("lint", blog, TONEGUARD=toneguard(tmp_path / "bin"), BASE=sha(blog, "main"))
    assert (done.returncode, outputs["exit-code"]) == (1, "1"), done.stderr
    assert re.search(r"(?m)^::warning file=posts/new post\.md,line=3,", done.stdout)
    assert "old.md" not in done.stdout
    report = json.loads((blog / outputs["sarif-file"]).read_text("utf-8"))
    places = {place["physicalLocation"]["artifactLocation"]["uri"] for place in located(report)}
    assert places == {"posts/new%20post.md"}


def located(report: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the places of all results of a SARIF report."""
    return [place for run in report["runs"] for result in run["results"] for place in result["locations"]]


@whole
@pytest.mark.parametrize("merge_request", [True, False])
def test_the_gitlab_template_writes_its_reports(blog: Path, tmp_path: Path, merge_request: bool) -> None:
    """The script of the GitLab template fails on findings and leaves both reports, on a branch and on a request."""
    job = yaml.safe_load((CI / "gitlab" / ".gitlab-ci.yml").read_text("utf-8"))["toneguard"]
    call("git", "checkout", "--quiet", "change", cwd=blog)
    (script,) = (line.replace("content/", "posts/") for line in job["script"])
    path = f"{toneguard(tmp_path / 'bin').parent}{os.pathsep}{os.environ['PATH']}"
    base = sha(blog, "main~1") if merge_request else ""
    done = call("bash", "-c", script, cwd=blog, check=False, PATH=path, CI_MERGE_REQUEST_DIFF_BASE_SHA=base)
    assert done.returncode == 1, done.stderr
    reports = job["artifacts"]["reports"]
    found = {entry["location"]["path"] for entry in json.loads((blog / reports["codequality"]).read_text("utf-8"))}
    assert found == ({"posts/new post.md"} if merge_request else {"posts/new post.md", "posts/old.md"})
    assert (blog / reports["junit"]).is_file()


@whole
def test_the_reviewdog_line_speaks_its_format(blog: Path, tmp_path: Path) -> None:
    """What reviewdog is given is one diagnostic a line, and findings do not break the pipe before it has read them."""
    steps = yaml.safe_load((CI / "reviewdog" / "toneguard.yml").read_text("utf-8"))["jobs"]["posts"]["steps"]
    folder = toneguard(tmp_path / "bin").parent
    (folder / "reviewdog").write_text("#!/bin/sh\nexec cat\n")
    (folder / "reviewdog").chmod(0o755)
    script = steps[-1]["run"].replace("content/", "posts/")
    path = f"{folder}{os.pathsep}{os.environ['PATH']}"
    done = call("bash", "-eo", "pipefail", "-c", script, cwd=blog, PATH=path)
    found = [json.loads(line)["location"]["path"] for line in done.stdout.splitlines()]
    assert set(found) == {"posts/old.md"}
