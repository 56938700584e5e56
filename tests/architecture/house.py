"""What the tests of the house's own rules look at: its source, and its tracked text."""

import ast
import shutil
import subprocess
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[2]
PACKAGE = CHECKOUT / "src" / "maestrarr"


@dataclass(frozen=True)
class Source:
    """One Python file of ours: `name` is its path, below the package or the checkout."""

    name: str
    text: str
    tree: ast.Module

    @property
    def module(self) -> str:
        """The dotted name under which it is imported, without the package's own."""
        return self.name.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


@cache
def sources() -> list[Source]:
    """Read every file of the package."""
    return _read(PACKAGE, [PACKAGE])


@cache
def all_sources() -> list[Source]:
    """Read every Python file: the package, its tests and its benchmarks."""
    return _read(CHECKOUT, [PACKAGE, CHECKOUT / "tests", CHECKOUT / "benchmarks"])


@cache
def tracked_texts() -> dict[str, str]:
    """Read every text file that git tracks, by its path in the checkout."""
    if shutil.which("git") is None or not (CHECKOUT / ".git").exists():
        pytest.skip("This is no git checkout.")
    listing = subprocess.run(
        ["git", "-C", str(CHECKOUT), "ls-files", "-z"], capture_output=True, check=True
    )
    texts: dict[str, str] = {}
    for name in listing.stdout.decode().split("\0"):
        path = CHECKOUT / name
        data = path.read_bytes() if name and path.is_file() else b""
        if b"\0" not in data:
            texts[name] = data.decode(errors="replace")
    return texts


def _read(base: Path, folders: list[Path]) -> list[Source]:
    paths = sorted(path for folder in folders for path in folder.rglob("*.py"))
    return [_source(base, path) for path in paths]


def _source(base: Path, path: Path) -> Source:
    text = path.read_text()
    return Source(path.relative_to(base).as_posix(), text, ast.parse(text))
