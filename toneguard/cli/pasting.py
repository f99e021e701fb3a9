"""A draft that is pasted or typed into a terminal, byte by byte, so that no line is too long and no newline acts.

The terminal's own line editing loses what a line has beyond 4,096 bytes. So it is switched off while a draft is read,
the paste is bracketed by the terminal, and whatever happens the terminal is put back as it was.
"""

from __future__ import annotations

import codecs
import os
import re
import shutil
import signal
import sys
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from enum import Enum
from typing import Any

from toneguard.late import late
from toneguard.outputs.output import printable
from toneguard.records import dataclass, field

_BEGIN, _END = b"\x1b[200~", b"\x1b[201~"
_BRACKETED, _PLAIN = "\x1b[?2004h", "\x1b[?2004l"
# What a terminal sends for a key or a copied text may hold to steer one: CSI, OSC, and other escapes.
_ESCAPE = late(rb"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[NO].|[^\[\]NO])", re.S)
_LONGEST_ESCAPE = 256  # bytes; what is longer is none
_SHOWN = 6  # lines of a paste that are repeated on the screen
_CHUNK = 65_536
_CONTROL = bytes(byte for byte in range(0x20) if byte not in (0x09, 0x0A))
_CTRL_C, _CTRL_D, _BACKSPACE, _CTRL_U, _CTRL_Z, _QUIT = 0x03, 0x04, (0x08, 0x7F), 0x15, 0x1A, 0x1C


class State(Enum):
    """How far a draft is."""

    OPEN = "open"
    ENDED = "ended"
    INTERRUPTED = "interrupted"
    SUSPENDED = "suspended"


@dataclass
class Draft:
    """A draft while it is typed and pasted. `show` puts characters on the screen."""

    show: Callable[[str], None] = lambda text: None
    state: State = State.OPEN
    text: bytearray = field(default_factory=bytearray)
    _rest: bytes = b""
    _inside: bool = False
    _paste: int = 0  # where the paste that is being read begins
    _carriage: bool = False  # whether the last byte was a carriage return, which a newline may belong to
    _decoder: Any = field(default_factory=lambda: codecs.getincrementaldecoder("utf-8")("replace"))

    def feed(self, data: bytes) -> None:
        """Take in what the terminal has sent; what ends the draft is not part of it."""
        if data in (b"\x03", b"\x04"):  # alone it is a key, also when the end of a paste got lost
            self._rest, self._inside = b"", False
        data, self._rest = self._rest + data, b""
        position = 0
        while position < len(data) and self.state is State.OPEN:
            if data[position] == 0x1B:
                length = self._escape(data, position)
                if not length:
                    self._rest = data[position:]
                    return
                position += length
                continue
            stop = data.find(b"\x1b", position)
            stop = len(data) if stop < 0 else stop
            position += self._written(data[position:stop])
        if self.state is State.SUSPENDED:
            self._rest = data[position:]

    def _escape(self, data: bytes, start: int) -> int:
        """Return how long the escape sequence at a place is, or 0 when its end has not come yet."""
        found = _ESCAPE.match(data, start)
        if not found:
            return 1 if len(data) - start > _LONGEST_ESCAPE else 0
        if found.group() == _BEGIN:
            self._inside, self._paste = True, len(self.text)
        elif found.group() == _END and self._inside:
            self._inside = False
            self._repeat()
        elif len(found.group()) == 2:
            return 1  # Escape, and then a key of its own
        return len(found.group())

    def _written(self, data: bytes) -> int:
        """Take in bytes without escapes and return how many of them were used."""
        if self._inside:
            self._add(data)
            return len(data)
        for index, byte in enumerate(data):
            if byte in (_CTRL_C, _CTRL_D, _CTRL_Z, _QUIT, *_BACKSPACE, _CTRL_U):
                self._add(data[:index])
                self._key(byte)
                return index + 1
        self._add(data)
        return len(data)

    def _key(self, byte: int) -> None:
        if byte in (_CTRL_C, _QUIT):
            self.state = State.INTERRUPTED
        elif byte == _CTRL_D:
            self.state = State.ENDED
        elif byte == _CTRL_Z:
            self.state = State.SUSPENDED
        else:
            self._rub_out(whole=byte == _CTRL_U)

    def _rub_out(self, *, whole: bool) -> None:
        """Take back the last character of the line, or all of the line."""
        line = bytes(self.text[self.text.rfind(b"\n") + 1 :]).decode("utf-8", "replace")
        gone = line if whole else line[-1:]
        if gone:
            del self.text[len(self.text) - len(gone.encode("utf-8")) :]
            self.show("\b \b" * sum(map(_columns, gone)))

    def _add(self, data: bytes) -> None:
        if not data:
            return
        begun = 1 if self._carriage and data.startswith(b"\n") else 0
        self._carriage = data.endswith(b"\r")
        plain = data[begun:].replace(b"\r\n", b"\n").replace(b"\r", b"\n").translate(None, _CONTROL)
        self.text += plain
        if not self._inside:
            self.show(self._decoder.decode(plain))

    def _repeat(self) -> None:
        """Show the first lines of what was pasted, and say how much more there is."""
        pasted = bytes(self.text[self._paste :]).decode("utf-8", "replace")
        lines = pasted.split("\n")
        ended = lines[-1] == ""
        lines = lines[:-1] if ended else lines
        shown = "\n".join(_clipped(printable(line)) for line in lines[:_SHOWN])
        if len(lines) > _SHOWN:
            shown += f"\n… {_count(len(lines) - _SHOWN, 'more line')}, {len(pasted.split()):,} words in all"
            ended = True
        self.show(shown + ("\n" if ended else ""))


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _clipped(line: str) -> str:
    """Return as much of a line as the screen is wide."""
    room = shutil.get_terminal_size((80, 24)).columns - 2
    for index, character in enumerate(line):
        room -= _columns(character)
        if room < 0:
            return f"{line[:index]}…"
    return line


def _columns(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def read_draft() -> bytes:
    """Return the draft of standard input: pasted into a terminal, with a word on how, or whatever a pipe brings.

    Raises KeyboardInterrupt on Ctrl-C; the terminal is as it was then, with the cursor on a line of its own.
    """
    if not sys.stdin.isatty():
        return sys.stdin.buffer.read()
    print("Paste your draft, then press Ctrl-D (Ctrl-C to leave).", file=sys.stderr, flush=True)
    try:
        import termios  # noqa: F401 - not on Windows
    except ImportError:
        return sys.stdin.buffer.read()
    draft = Draft(_screen())
    with _unedited(sys.stdin.fileno()) as switch:
        _read(draft, switch)
    if draft.state is State.INTERRUPTED:
        draft.show("\n")
        raise KeyboardInterrupt
    if not draft.text.endswith(b"\n"):
        draft.show("\n")
    return bytes(draft.text)


def _read(draft: Draft, switch: Callable[[bool], None]) -> None:
    """Read until the draft ends; Ctrl-Z leaves the terminal to the shell for a while."""
    begun = False
    while draft.state is State.OPEN:
        try:
            data = os.read(sys.stdin.fileno(), _CHUNK)
        except OSError:  # the terminal is gone
            data = b""
        if not data:
            draft.state = State.ENDED
        if not begun:  # a Ctrl-D that came before line editing was off is a NUL in the terminal's buffer
            data, begun = data.replace(b"\0", b"\x04"), True
        draft.feed(data)
        while draft.state is State.SUSPENDED:
            switch(False)
            os.kill(0, signal.SIGTSTP)  # the whole job, as the terminal does
            switch(True)
            draft.state = State.OPEN
            draft.feed(b"")


def _screen() -> Callable[[str], None]:
    """Return what shows characters to the writer: on standard error, or standard output, if they see it."""
    for stream in (sys.stderr, sys.stdout):
        if stream.isatty():

            def show(text: str, stream: Any = stream) -> None:
                encoding = stream.encoding or "utf-8"
                stream.write(text.encode(encoding, "replace").decode(encoding))
                stream.flush()

            return show
    return lambda text: None


@contextmanager
def _unedited(terminal: int) -> Iterator[Callable[[bool], None]]:
    """Switch line editing, echo and signal keys off, bracketed paste on, and all of it back, also when terminated."""
    import termios

    before = termios.tcgetattr(terminal)
    raw = [*before[:6], list(before[6])]
    raw[0] &= ~(termios.ICRNL | termios.INLCR | termios.IGNCR | termios.ISTRIP | termios.IXON)
    raw[3] &= ~(termios.ICANON | termios.ECHO | termios.ISIG | termios.IEXTEN)
    raw[6][termios.VMIN], raw[6][termios.VTIME] = 1, 0
    show = _screen()

    def switch(on: bool) -> None:
        show(_BRACKETED if on else _PLAIN)
        with suppress(termios.error):  # the terminal is gone
            termios.tcsetattr(terminal, termios.TCSADRAIN, raw if on else before)

    def leave(number: int, frame: Any) -> None:
        raise SystemExit(128 + number)

    handlers = {number: signal.signal(number, leave) for number in (signal.SIGTERM, signal.SIGHUP)}
    try:
        switch(True)
        yield switch
    finally:
        switch(False)
        for number, handler in handlers.items():
            signal.signal(number, handler)
