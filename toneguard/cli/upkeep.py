"""The commands that keep a repository: how to start, what is counted and remembered, what was learned."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from toneguard.cli.groups import Config, Isolated
from toneguard.cli.usage import Command, examples

upkeep_app = typer.Typer()


@upkeep_app.command(
    cls=Command,
    short_help="Start: write a configuration and a hook.",
    epilog=examples("toneguard init --dry-run", "toneguard init --yes"),
)
def init(
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Print both files; write nothing.")] = False,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Ask nothing.")] = False,
) -> None:
    """Start with a repository: write toneguard.toml and the pre-commit hook, and show what would be found."""
    from toneguard.cli import init as starting

    raise typer.Exit(starting.init(Path(), starting.Wish(dry_run, yes)))


@upkeep_app.command(cls=Command, short_help="Say where the cache lies, or empty it.")
def cache(what: Annotated[str, typer.Argument(help="path or clear.")]) -> None:
    """Say where the cache lies (`path`), or delete packs and results that were worked out before (`clear`)."""
    from toneguard.cli import cache as caching

    raise typer.Exit(caching.cache(what))


@upkeep_app.command(
    "baseline",
    cls=Command,
    short_help="Count old findings, to report new ones only.",
    epilog=examples("toneguard baseline", "toneguard baseline --prune"),
)
def count(
    paths: Annotated[list[str] | None, typer.Argument(help="Files, folders or globs; other posts stay.")] = None,
    prune: Annotated[bool, typer.Option("--prune", help="Drop what is gone from the posts; add nothing.")] = False,
    check: Annotated[bool, typer.Option("--check", help="Write nothing; exit 1 when it is out of date.")] = False,
    baseline: Annotated[Path | None, typer.Option(help="The file to write.")] = None,
    config: Config = None,
    isolated: Isolated = False,
) -> None:
    """Count what posts have today in .toneguard-baseline.json, so that check reports what is new."""
    from toneguard.cli import baseline as counting

    raise typer.Exit(
        counting.baseline(tuple(paths or ()), counting.Order(prune, check, baseline), config, isolated=isolated)
    )


@upkeep_app.command(
    cls=Command,
    short_help="Learn your taste from labelled findings.",
    epilog=examples("toneguard train labels.jsonl --posts content/"),
)
def train(
    labels: Annotated[list[Path] | None, typer.Argument(help="Files of labelled sentences, one a line.")] = None,
    posts: Annotated[
        list[str] | None, typer.Option(help="Posts whose silenced findings, where they give a reason, are labels too.")
    ] = None,
    to: Annotated[Path, typer.Option(help="The file to write.")] = Path("toneguard-tuning.json"),
    config: Config = None,
) -> None:
    """Learn from accepted and rejected findings what the sentence model should say in this house."""
    from toneguard.cli import train as training

    raise typer.Exit(training.train(tuple(labels or ()), tuple(posts or ()), to, config))
