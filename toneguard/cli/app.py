"""The Typer application: the options of every command, and nothing that they do."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from toneguard.cli import check as checking

app = typer.Typer(
    name="toneguard",
    help="Reads a post as a good editor would and says which sentences lose the reader.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
rules_app = typer.Typer(help="List rules, test packs, and describe the pack format.", invoke_without_command=True)
config_app = typer.Typer(help="Show, start or describe the configuration.", no_args_is_help=True)
newsroom_app = typer.Typer(
    help="Keep press releases in an index, and show a post beside those that it copies.", no_args_is_help=True
)
app.add_typer(rules_app, name="rules")
app.add_typer(config_app, name="config")
app.add_typer(newsroom_app, name="newsroom")

Config = Annotated[Path | None, typer.Option("--config", help="Use this configuration file.")]
Isolated = Annotated[bool, typer.Option("--isolated", help="Use no configuration file.")]


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
    """Reads a post as a good editor would and says which sentences lose the reader."""


@app.command()
def check(
    paths: Annotated[list[str] | None, typer.Argument(help="Files, folders or globs; - for a pasted draft.")] = None,
    format: Annotated[str, typer.Option(help="text, concise or json.")] = "text",
    select: Annotated[list[str] | None, typer.Option(help="Rules or families to run, comma-separated.")] = None,
    ignore: Annotated[list[str] | None, typer.Option(help="Rules or families to leave out.")] = None,
    lang: Annotated[str, typer.Option(help="Language of every post: en, sv or da.")] = "",
    messages: Annotated[str, typer.Option(help="Language of the messages: en, sv or da.")] = "",
    profile: Annotated[str, typer.Option(help="Kind of page: blog, social, newsletter, product-page or docs.")] = "",
    preset: Annotated[str, typer.Option(help="strict or gentle.")] = "",
    market: Annotated[list[str] | None, typer.Option(help="Markets of the readers: us, uk, se, dk …")] = None,
    fail_on: Annotated[str, typer.Option(help="Lowest severity that fails: error, warning or never.")] = "",
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
    color: Annotated[str, typer.Option(help="auto, always or never.")] = "auto",
    output_file: Annotated[Path | None, typer.Option("--output-file", "-o", help="Write the report there.")] = None,
    no_cache: Annotated[bool, typer.Option("--no-cache", help="Read and write no cache.")] = False,
) -> None:
    """Lint posts. Exits 0 when clean, 1 with findings, 2 when something could not be used or read."""
    options = checking.Options(
        paths=tuple(paths or ()),
        format=format,
        select=_listed(select),
        ignore=_listed(ignore),
        lang=lang,
        messages=messages,
        profile=profile,
        preset=preset,
        markets=_listed(market),
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
        model=model,
    )
    raise typer.Exit(checking.check(options))


def _listed(values: list[str] | None) -> tuple[str, ...]:
    return tuple(name.strip() for value in values or () for name in value.split(",") if name.strip())


@app.command()
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


@app.command()
def disclosures(
    paths: Annotated[list[str] | None, typer.Argument(help="Files, folders or globs.")] = None,
    format: Annotated[str, typer.Option(help="text, csv or json.")] = "text",
    market: Annotated[list[str] | None, typer.Option(help="Markets of the readers: us, uk, se, dk …")] = None,
    config: Config = None,
    isolated: Isolated = False,
) -> None:
    """List for legal review which posts show a material connection, how each is labelled, and what is missing."""
    from toneguard.cli import disclosures as listing

    raise typer.Exit(listing.table(tuple(paths or ()), format, _listed(market), config, isolated=isolated))


@app.command()
def explain(
    rule: Annotated[str, typer.Argument(help="Full name of a rule, such as pushy/hard-call.")],
    lang: Annotated[str, typer.Option(help="Show the examples of one language only.")] = "",
    config: Config = None,
    isolated: Isolated = False,
) -> None:
    """Say why a rule exists, with its examples and sources."""
    from toneguard.cli import explain as explaining

    raise typer.Exit(explaining.explain(rule, lang, config, isolated=isolated))


@rules_app.callback()
def rules(context: typer.Context, config: Config = None, isolated: Isolated = False) -> None:
    """List every rule with its severity, languages and summary."""
    if context.invoked_subcommand is None:
        from toneguard.cli import rules as listing

        raise typer.Exit(listing.table(config, isolated=isolated))


@rules_app.command("test")
def rules_test(
    paths: Annotated[list[Path] | None, typer.Argument(help="Rule files or folders; without: the built-in.")] = None,
) -> None:
    """Run the examples of rules and name each that does not hold."""
    from toneguard.cli import rules as listing

    raise typer.Exit(listing.test(tuple(paths or ())))


@rules_app.command("schema")
def rules_schema() -> None:
    """Print the JSON schema of a rule file."""
    from toneguard.cli import rules as listing

    raise typer.Exit(listing.schema())


@rules_app.command("profiles")
def rules_profiles(config: Config = None, isolated: Isolated = False) -> None:
    """List the profiles and presets, and what they change."""
    from toneguard.cli import rules as listing

    raise typer.Exit(listing.profiles(config, isolated=isolated))


@rules_app.command("guards")
def rules_guards() -> None:
    """List the guards that `unless` and `only` may name."""
    from toneguard.cli import rules as listing

    raise typer.Exit(listing.guards())


@config_app.command("show")
def config_show(
    path: Annotated[Path | None, typer.Argument(help="Show what holds for this post or folder.")] = None,
    config: Config = None,
    isolated: Isolated = False,
) -> None:
    """Print the configuration that holds for a path, and the file it comes from."""
    from toneguard.cli import config as configuring

    raise typer.Exit(configuring.show(path or Path(), config, isolated=isolated))


@config_app.command("init")
def config_init() -> None:
    """Write a commented toneguard.toml into the current folder."""
    from toneguard.cli import config as configuring

    raise typer.Exit(configuring.init())


@config_app.command("schema")
def config_schema() -> None:
    """Print the JSON schema of toneguard.toml."""
    from toneguard.cli import config as configuring

    raise typer.Exit(configuring.schema())


@newsroom_app.command("add")
def newsroom_add(
    names: Annotated[list[str], typer.Argument(help="Files, folders, feeds: addresses or files.")],
    config: Config = None,
    isolated: Isolated = False,
) -> None:
    """Add releases that the configuration does not name. Put what all should use under [newsroom] there instead."""
    from toneguard.cli import newsroom

    raise typer.Exit(newsroom.add(tuple(names), config, isolated=isolated))


@newsroom_app.command("remove")
def newsroom_remove(
    names: Annotated[list[str], typer.Argument(help="What was added.")],
    config: Config = None,
    isolated: Isolated = False,
) -> None:
    """Take out what was added."""
    from toneguard.cli import newsroom

    raise typer.Exit(newsroom.remove(tuple(names), config, isolated=isolated))


@newsroom_app.command("update")
def newsroom_update(config: Config = None, isolated: Isolated = False) -> None:
    """Read new and changed releases and fetch the feeds. Linting reads files by itself, but fetches nothing."""
    from toneguard.cli import newsroom

    raise typer.Exit(newsroom.bring_up_to_date(config, isolated=isolated))


@newsroom_app.command("list")
def newsroom_list(
    format: Annotated[str, typer.Option(help="text or json.")] = "text",
    config: Config = None,
    isolated: Isolated = False,
) -> None:
    """List the releases, the latest first, and where they come from."""
    from toneguard.cli import newsroom

    raise typer.Exit(newsroom.table(format, config, isolated=isolated))


@newsroom_app.command("match")
def newsroom_match(
    file: Annotated[str, typer.Argument(help="A post; - for a pasted draft.")],
    html: Annotated[bool, typer.Option("--html", help="Write a page for a browser.")] = False,
    output_file: Annotated[Path | None, typer.Option("--output-file", "-o", help="Write the page there.")] = None,
    config: Config = None,
    isolated: Isolated = False,
) -> None:
    """Show a post beside the releases that it copies. Exits 1 where press-release/reposted would find it."""
    from toneguard.cli import newsroom

    raise typer.Exit(newsroom.match(file, output_file, config, html=html, isolated=isolated))
