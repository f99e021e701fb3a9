"""Mistakes in the call itself: one line that says what is wrong and what was probably meant, exit code 2."""

from __future__ import annotations

import sys
from typing import Any

import typer
from typer.core import TyperGroup

from toneguard.cli.terminal import show_errors
from toneguard.nearest import missing

FAILED = 2
_USAGE_ERROR: Any = typer.BadParameter.__mro__[1]  # of the Click that this Typer was built with, or brings along


class Group(TyperGroup):
    """A group of commands that suggests the nearest one."""

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
    if option := getattr(error, "option_name", ""):
        if "no such option" in error.message.lower() and context:
            known = [name for parameter in context.command.params for name in parameter.opts if name.startswith("--")]
            return missing("option", option, known, f"see `{context.command_path} --help`")
    text = str(error.format_message()).strip().rstrip(".")
    text = text[:1].lower() + text[1:]
    if text.startswith("no command") or context is None:
        return text
    return f"{text}; see `{context.command_path} --help`"
