"""The Typer application: the options of every command, and nothing that they do."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from toneguard.cli import check as checking
from toneguard.cli import completion as names
from toneguard.cli.groups import Config, Isolated, config_app, listed, newsroom_app, rules_app
from toneguard.cli.upkeep import upkeep_app
from toneguard.cli.usage import Command, Group, brief, examples, whole_help
from toneguard.outputs import NAMES

app = typer.Typer(
    name="toneguard",
    cls=Group,
    rich_markup_mode=None,
    help="Says which sentences of a post lose the reader, as a good editor would.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog=examples("toneguard init", "toneguard check posts/"),
)
app.add_typer(upkeep_app)
app.add_typer(rules_app, name="rules")
app.add_typer(config_app, name="config")
app.add_typer(newsroom_app, name="newsroom")


def _version(wanted: bool) -> None:
    if wanted:
        from toneguard import __version__

        typer.echo(f"toneguard {__version__}")
        raise typer.Exit


@app.callback()
def root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """Says which sentences of a post lose the reader, as a good editor would."""


@app.command(
    cls=brief("--format", "--select", "--ignore", "--lang", "--profile", "--advice", "--fix", "--help-all"),
    epilog=examples("toneguard check posts/ draft.md", "toneguard check --select pushy --fix posts/"),
)
def check(
    paths: Annotated[list[str] | None, typer.Argument(help="Files, folders or globs; - for a pasted draft.")] = None,
    format: Annotated[
        str,
        typer.Option(help="text, concise, json … (see --output).", autocompletion=names.outputs),
    ] = "",
    output: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME[=FILE]", help=f"Once for each report: {', '.join(NAMES)}."),
    ] = None,
    select: Annotated[
        list[str] | None,
        typer.Option(help="Rules or families to run, comma-separated.", autocompletion=names.rules),
    ] = None,
    ignore: Annotated[
        list[str] | None, typer.Option(help="Rules or families to leave out.", autocompletion=names.rules)
    ] = None,
    lang: Annotated[
        str, typer.Option(help="Language of every post: en, sv or da.", autocompletion=names.languages)
    ] = "",
    messages: Annotated[
        str, typer.Option(help="Language of the messages: en, sv or da.", autocompletion=names.languages)
    ] = "",
    profile: Annotated[
        str, typer.Option(help="Kind of page: blog, social, docs …", autocompletion=names.profiles)
    ] = "",
    preset: Annotated[str, typer.Option(help="strict or gentle.", autocompletion=names.presets)] = "",
    market: Annotated[
        list[str] | None,
        typer.Option(help="Markets of the readers: us, uk, se, dk …", autocompletion=names.markets),
    ] = None,
    fail_on: Annotated[
        str,
        typer.Option(help="Lowest severity that fails: error, warning or never.", autocompletion=names.severities),
    ] = "",
    advice: Annotated[bool | None, typer.Option("--advice/--no-advice", help="Show suggestions too.")] = None,
    model: Annotated[bool | None, typer.Option("--model/--no-model", help="Ask the sentence model too.")] = None,
    config: Config = None,
    isolated: Isolated = False,
    stdin_filename: Annotated[str, typer.Option(help="Name of the post on standard input.")] = "",
    force_exclude: Annotated[
        bool, typer.Option("--force-exclude", help="Leave out excluded files even when named.")
    ] = False,
    statistics: Annotated[bool, typer.Option("--statistics", help="Add counts by rule and readability.")] = False,
    exit_zero: Annotated[bool, typer.Option("--exit-zero", help="Exit 0 in spite of findings.")] = False,
    color: Annotated[str, typer.Option(help="auto, always or never.", autocompletion=names.colors)] = "auto",
    output_file: Annotated[Path | None, typer.Option("--output-file", "-o", help="Write the report there.")] = None,
    no_cache: Annotated[bool, typer.Option("--no-cache", help="Read and write no cache.")] = False,
    jobs: Annotated[
        int | None, typer.Option("--jobs", "-j", min=1, metavar="N", help="Processes that lint; as many as pay.")
    ] = None,
    fix: Annotated[bool, typer.Option("--fix", help="Apply fixes that change no claim.")] = False,
    unsafe: Annotated[bool, typer.Option("--unsafe", help="Apply rewrites and cuts that need a reader too.")] = False,
    diff: Annotated[bool, typer.Option("--diff", help="Show what --fix would change; write nothing.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="List what --fix would change; write nothing.")] = False,
    rewriter: Annotated[bool, typer.Option("--rewriter", help="Ask the language model of [rewriter] too.")] = False,
    since: Annotated[
        str | None, typer.Option(metavar="REV", help="Only what changed in git since REV; REV... is the merge base.")
    ] = None,
    staged: Annotated[bool, typer.Option("--staged", help="Only what is staged in git, as it is staged.")] = False,
    baseline: Annotated[Path | None, typer.Option(help="Leave out what this file counts.")] = None,
    no_baseline: Annotated[bool, typer.Option("--no-baseline", help="Report what a baseline counts, too.")] = False,
    add_ignores: Annotated[bool, typer.Option("--add-ignores", help="Write suppressions of what is found.")] = False,
    reason: Annotated[str, typer.Option(help="Why --add-ignores lets it stand.")] = "",
    help_all: Annotated[
        bool, typer.Option("--help-all", callback=whole_help, is_eager=True, help="Show every option.")
    ] = False,
) -> None:
    """Lint posts. Exits 0 when clean, 1 with findings, 2 when something could not be used or read."""
    options = checking.Options(
        paths=tuple(paths or ()),
        format=format,
        outputs=tuple(output or ()),
        select=listed(select),
        ignore=listed(ignore),
        lang=lang,
        messages=messages,
        profile=profile,
        preset=preset,
        markets=listed(market),
        fail_on=fail_on,
        advice=advice,
        config=config,
        isolated=isolated,
        stdin_filename=stdin_filename,
        force_exclude=force_exclude,
        statistics=statistics,
        exit_zero=exit_zero,
        color=color,
        output_file=output_file,
        no_cache=no_cache,
        jobs=jobs or 0,
        model=model,
        fix=fix,
        unsafe=unsafe,
        diff=diff,
        dry_run=dry_run,
        rewriter=rewriter,
        since=since,
        staged=staged,
        baseline=baseline,
        no_baseline=no_baseline,
        add_ignores=add_ignores,
        reason=reason,
    )
    raise typer.Exit(checking.check(options))


@app.command(
    cls=Command,
    epilog=examples("toneguard paste", "toneguard paste --clipboard --lang sv", "pbpaste | toneguard paste"),
)
def paste(
    clipboard: Annotated[bool, typer.Option("--clipboard", help="Read what was copied.")] = False,
    rewrite: Annotated[
        bool | None, typer.Option("--rewrite/--no-rewrite", help="Print the rewritten draft too.")
    ] = None,
    lang: Annotated[str, typer.Option(help="Language: en, sv or da.", autocompletion=names.languages)] = "",
    market: Annotated[list[str] | None, typer.Option(help="Markets of the readers: us, uk, se, dk …")] = None,
    profile: Annotated[str, typer.Option(help="Kind of page: blog, social, newsletter …")] = "",
    select: Annotated[
        list[str] | None, typer.Option(help="Rules or families to run.", autocompletion=names.rules)
    ] = None,
    ignore: Annotated[list[str] | None, typer.Option(help="Rules or families to leave out.")] = None,
    messages: Annotated[str, typer.Option(help="Language of the messages.")] = "",
    format: Annotated[str, typer.Option(help="Form of the report.")] = "text",
    color: Annotated[str, typer.Option(help="auto, always or never.")] = "auto",
    config: Config = None,
    isolated: Isolated = False,
) -> None:
    """Lint a pasted draft. Asks for language or market only where they decide and cannot be told."""
    from toneguard.cli import paste as pasting

    options = checking.Options(
        format=format,
        select=listed(select),
        ignore=listed(ignore),
        lang=lang,
        messages=messages,
        profile=profile,
        markets=listed(market),
        config=config,
        isolated=isolated,
        color=color,
    )
    raise typer.Exit(pasting.paste(options, pasting.Wish(clipboard, rewrite)))


@app.command(
    cls=Command,
    short_help="Print a draft with its rewrites put in.",
    epilog=examples("toneguard rewrite draft.md", "toneguard rewrite --side-by-side draft.md"),
)
def rewrite(
    file: Annotated[str, typer.Argument(help="A draft; - for standard input.")],
    diff: Annotated[bool, typer.Option("--diff", help="Show what went and what came, word by word.")] = False,
    side_by_side: Annotated[bool, typer.Option("--side-by-side", help="Show both in two columns.")] = False,
    rewriter: Annotated[bool, typer.Option("--rewriter", help="Ask the language model of [rewriter] too.")] = False,
    output_file: Annotated[Path | None, typer.Option("--output-file", "-o", help="Write it there.")] = None,
    config: Config = None,
    isolated: Isolated = False,
) -> None:
    """Print a draft with rewrites and cuts put in and gaps marked; what was changed goes to standard error."""
    from toneguard.cli import rewrite as rewriting

    form = "diff" if diff else "side-by-side" if side_by_side else "text"
    raise typer.Exit(rewriting.rewrite(file, form, output_file, config, isolated=isolated, rewriter=rewriter))


@app.command(
    cls=Command,
    short_help="List paid connections and their labels, for legal review.",
    epilog=examples("toneguard disclosures posts/ --format csv"),
)
def disclosures(
    paths: Annotated[list[str] | None, typer.Argument(help="Files, folders or globs.")] = None,
    format: Annotated[str, typer.Option(help="text, csv or json.")] = "text",
    market: Annotated[list[str] | None, typer.Option(help="Markets of the readers: us, uk, se, dk …")] = None,
    config: Config = None,
    isolated: Isolated = False,
) -> None:
    """List for legal review which posts show a material connection, how each is labelled, and what is missing."""
    from toneguard.cli import disclosures as listing

    raise typer.Exit(listing.table(tuple(paths or ()), format, listed(market), config, isolated=isolated))


@app.command(
    cls=Command,
    short_help="Say why a rule exists, with examples and sources.",
    epilog=examples("toneguard explain pushy/scarcity", "toneguard explain --lang da pushy/scarcity"),
)
def explain(
    rule: Annotated[
        str, typer.Argument(help="Full name of a rule, such as pushy/hard-call.", autocompletion=names.rules)
    ],
    lang: Annotated[
        str, typer.Option(help="Show the examples of one language only.", autocompletion=names.languages)
    ] = "",
    config: Config = None,
    isolated: Isolated = False,
) -> None:
    """Say why a rule exists, with its examples and sources."""
    from toneguard.cli import explain as explaining

    raise typer.Exit(explaining.explain(rule, lang, config, isolated=isolated))
