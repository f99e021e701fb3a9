"""Mistakes in the call itself: one line that says what is wrong and what was probably meant, exit code 2."""

from __future__ import annotations

import sys
from textwrap import wrap
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from toneguard.cli.terminal import show_errors
from toneguard.late import late
from toneguard.nearest import missing

FAILED = 2
_USAGE_ERROR: Any = typer.BadParameter.__mro__[1]  # of the Click that this Typer was built with, or brings along


_WHOLE = "toneguard.whole_help"
_TYPES = {"<str>": "TEXT", "<list[str]>": "LIST", "<path>": "FILE", "<list[path]>": "FILES", "<bool>": ""}


class Command(TyperCommand):
    """A command whose help fits a screen: the options that most calls need, and the names of the others."""

    common: tuple[str, ...] = ()

    def format_options(self, ctx: Any, formatter: Any) -> None:
        shown: list[tuple[str, str]] = []
        others: list[str] = []
        for parameter in self.get_params(ctx):
            record = parameter.get_help_record(ctx)
            if record is None:
                continue
            names = {*parameter.opts, *parameter.secondary_opts}
            wanted = parameter.param_type_name == "argument" or names & {*self.common, "--help"}
            if wanted or ctx.meta.get(_WHOLE) or not self.common:
                shown.append((_TYPE.sub(lambda found: _TYPES.get(found[0], "VALUE"), record[0]).strip(), record[1]))
            else:
                others.append(parameter.opts[0])
        with formatter.section("Options"):
            formatter.write_dl(shown)
        if others:
            with formatter.section("More, with --help-all"):
                for line in wrap(" ".join(others), formatter.width - 2, break_on_hyphens=False):
                    formatter.write_text(line)


_TYPE = late(r"<[^>]*>")


def brief(*common: str) -> type[Command]:
    """Return the class of a command whose short help has some options only."""
    return type("Brief", (Command,), {"common": common})


def whole_help(ctx: typer.Context, wanted: bool) -> None:
    """Print the help with every option."""
    if wanted:
        ctx.meta[_WHOLE] = True
        typer.echo(ctx.get_help())
        raise typer.Exit


def examples(*lines: str) -> str:
    """Return the end of a help: calls, a line each."""
    return "\b\n" + "\n".join(("Examples:", *(f"  {line}" for line in lines)))


class Group(TyperGroup):
    """A group of commands that suggests the nearest one."""

    def format_options(self, ctx: Any, formatter: Any) -> None:
        params: list[Any] = list(self.params)
        for parameter in params:
            if parameter.name == "show_completion":  # the option that installs it is enough
                parameter.hidden = True
        super().format_options(ctx, formatter)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        name = args[0]
        if not name.startswith("-") and self.get_command(ctx, name) is None:
            ctx.fail(missing("command", name, self.list_commands(ctx), f"see `{ctx.command_path} --help`"))
        return super().resolve_command(ctx, args)


def run(app: typer.Typer) -> int:
    """Run the application and return its exit code; what is wrong with the call is said in one line."""
    try:
        code = app(prog_name="toneguard", standalone_mode=False)
    except _USAGE_ERROR as error:
        if type(error).__name__ == "NoArgsIsHelpError":  # its message is the help
            print(error.format_message(), file=sys.stderr)
        else:
            show_errors((_said(error),))
        return FAILED
    except typer.Abort:
        return FAILED
    return code if isinstance(code, int) else 0


def _said(error: Any) -> str:
    context = getattr(error, "ctx", None)
    option = getattr(error, "option_name", "")
    if option and context and "no such option" in error.message.lower():
        known = [name for parameter in context.command.params for name in parameter.opts if name.startswith("--")]
        return missing("option", option, known, f"see `{context.command_path} --help`")
    text = str(error.format_message()).strip().rstrip(".")
    text = text[:1].lower() + text[1:]
    if text.startswith("no command") or context is None:
        return text
    return f"{text}; see `{context.command_path} --help`"
