"""The commands that stand in groups: `rules …`, `config …` and `newsroom …`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from toneguard.cli.usage import Command, Group, examples

Config = Annotated[Path | None, typer.Option("--config", help="Use this configuration file.")]
Isolated = Annotated[bool, typer.Option("--isolated", help="Use no configuration file.")]


def listed(values: list[str] | None) -> tuple[str, ...]:
    """Return what an option names, given several times or with commas."""
    return tuple(name.strip() for value in values or () for name in value.split(",") if name.strip())


rules_app = typer.Typer(
    cls=Group,
    epilog=examples("toneguard rules", "toneguard rules test my-rules/"),
    help="List rules, test packs, describe the pack format.",
    short_help="List rules, test packs.",
    invoke_without_command=True,
)
config_app = typer.Typer(
    cls=Group,
    epilog=examples("toneguard config show --for posts/launch.md", "toneguard init"),
    help="Show or describe the configuration; `toneguard init` starts one.",
    short_help="Show what holds for a post, and why.",
    no_args_is_help=True,
)
newsroom_app = typer.Typer(
    cls=Group,
    help="Keep press releases, and show a post beside those that it copies.",
    short_help="Keep press releases; find posts that copy them.",
    epilog=examples("toneguard newsroom update", "toneguard newsroom match post.md"),
    no_args_is_help=True,
)


@rules_app.callback()
def rules(context: typer.Context, config: Config = None, isolated: Isolated = False) -> None:
    """List every rule with its severity, languages and summary."""
    if context.invoked_subcommand is None:
        from toneguard.cli import rules as listing

        raise typer.Exit(listing.table(config, isolated=isolated))


@rules_app.command(cls=Command, name="test")
def rules_test(
    paths: Annotated[list[Path] | None, typer.Argument(help="Rule files or folders; without: the built-in.")] = None,
) -> None:
    """Run the examples of rules and name each that does not hold."""
    from toneguard.cli import rules as listing

    raise typer.Exit(listing.test(tuple(paths or ())))


@rules_app.command(cls=Command, name="schema")
def rules_schema(
    rewriting: Annotated[bool, typer.Option("--rewriting", help="Of a file of rewrites.")] = False,
) -> None:
    """Print the JSON schema of a rule file."""
    from toneguard.cli import rules as listing

    raise typer.Exit(listing.schema(rewriting=rewriting))


@rules_app.command(cls=Command, name="profiles")
def rules_profiles(config: Config = None, isolated: Isolated = False) -> None:
    """List the profiles and presets, and what they change."""
    from toneguard.cli import rules as listing

    raise typer.Exit(listing.profiles(config, isolated=isolated))


@rules_app.command(cls=Command, name="guards")
def rules_guards() -> None:
    """List the guards that `unless` and `only` may name."""
    from toneguard.cli import rules as listing

    raise typer.Exit(listing.guards())


@config_app.command(cls=Command, name="show")
def config_show(
    path: Annotated[Path | None, typer.Argument(help="A post or folder; the same as --for.")] = None,
    for_path: Annotated[Path | None, typer.Option("--for", help="Show what holds for this post or folder.")] = None,
    format: Annotated[str, typer.Option(help="text or json.")] = "text",
    select: Annotated[list[str] | None, typer.Option(help="As for check.")] = None,
    ignore: Annotated[list[str] | None, typer.Option(help="As for check.")] = None,
    lang: Annotated[str, typer.Option(help="As for check.")] = "",
    profile: Annotated[str, typer.Option(help="As for check.")] = "",
    preset: Annotated[str, typer.Option(help="As for check.")] = "",
    market: Annotated[list[str] | None, typer.Option(help="As for check.")] = None,
    config: Config = None,
    isolated: Isolated = False,
) -> None:
    """Print every setting that holds for a path, and where each comes from."""
    from toneguard.cli import config as configuring
    from toneguard.cli.check import Options

    options = Options(
        format=format,
        select=listed(select),
        ignore=listed(ignore),
        lang=lang,
        profile=profile,
        preset=preset,
        markets=listed(market),
        config=config,
        isolated=isolated,
    )
    raise typer.Exit(configuring.show(for_path or path or Path(), options))


@config_app.command(cls=Command, name="init", hidden=True)
def config_init() -> None:
    """Do what `toneguard init` does."""
    from toneguard.cli import init as starting

    raise typer.Exit(starting.init(Path(), starting.Wish()))


@config_app.command(cls=Command, name="schema")
def config_schema() -> None:
    """Print the JSON schema of toneguard.toml."""
    from toneguard.cli import config as configuring

    raise typer.Exit(configuring.schema())


@newsroom_app.command(cls=Command, name="add")
def newsroom_add(
    names: Annotated[list[str], typer.Argument(help="Files, folders, feeds: addresses or files.")],
    config: Config = None,
    isolated: Isolated = False,
) -> None:
    """Add releases that the configuration does not name. Better: name them there under [newsroom]."""
    from toneguard.cli import newsroom

    raise typer.Exit(newsroom.add(tuple(names), config, isolated=isolated))


@newsroom_app.command(cls=Command, name="remove")
def newsroom_remove(
    names: Annotated[list[str], typer.Argument(help="What was added.")],
    config: Config = None,
    isolated: Isolated = False,
) -> None:
    """Take out what was added."""
    from toneguard.cli import newsroom

    raise typer.Exit(newsroom.remove(tuple(names), config, isolated=isolated))


@newsroom_app.command(cls=Command, name="update")
def newsroom_update(config: Config = None, isolated: Isolated = False) -> None:
    """Read new and changed releases and fetch the feeds. Linting reads files by itself, but fetches nothing."""
    from toneguard.cli import newsroom

    raise typer.Exit(newsroom.bring_up_to_date(config, isolated=isolated))


@newsroom_app.command(cls=Command, name="list")
def newsroom_list(
    format: Annotated[str, typer.Option(help="text or json.")] = "text",
    config: Config = None,
    isolated: Isolated = False,
) -> None:
    """List the releases, the latest first, and where they come from."""
    from toneguard.cli import newsroom

    raise typer.Exit(newsroom.table(format, config, isolated=isolated))


@newsroom_app.command(cls=Command, name="match")
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
