"""Builds what the wheel carries beside its files: the packs, compiled, so that a first run has nothing to translate."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

_WRITE = "import sys; sys.path.insert(0, sys.argv[1])\nfrom pathlib import Path\nfrom toneguard import carried\n"
_WRITE += "carried.write(Path(sys.argv[2]))"


class CompiledPacks(BuildHookInterface):  # type: ignore[type-arg]
    """Puts compiled packs into the wheel; where they cannot be made, the wheel works without."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Work the packs out in a process of its own, which has the libraries that toneguard needs or has not."""
        if self.target_name != "wheel" or version == "editable":
            return
        self._folder = tempfile.TemporaryDirectory()
        target = self._folder.name
        done = subprocess.run([sys.executable, "-c", _WRITE, self.root, target], capture_output=True, text=True)
        if done.returncode:
            self.app.display_warning(f"the wheel goes without compiled packs: {done.stderr.strip()[-200:]}")
            return
        for path in sorted(Path(target).glob("*.compiled")):
            build_data["force_include"][str(path)] = f"toneguard/_compiled/{path.name}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Drop what was worked out; the wheel has it."""
        if hasattr(self, "_folder"):
            self._folder.cleanup()
