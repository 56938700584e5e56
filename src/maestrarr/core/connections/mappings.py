r"""Which folder of another machine is which folder here.

Paths of the other side are of any system: `/media/films`, `D:\Films`, `\\nas\films`,
`smb://nas/films`. Those of Windows mean the same in any case and with either slash.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

_WINDOWS: Final = re.compile(r"[A-Za-z]:([\\/]|$)|\\\\")
_ADDRESS: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")


@dataclass(frozen=True, slots=True)
class PathMapping:
    """One folder, as the service writes it and as it is called here."""

    remote: str
    local: str


def local_path(mappings: Sequence[PathMapping], remote: str) -> Path | None:
    """Say where a path of the service lies here; the mapping that names most of it wins.

    A path that no mapping covers is the same on both sides; None if it can be no path here.
    """
    for mapping in _longest_first(mappings, "remote"):
        below = _below(mapping.remote, remote)
        if below is not None:
            return Path(mapping.local, *below)
    return Path(remote) if remote.startswith("/") else None


def remote_path(mappings: Sequence[PathMapping], local: Path) -> str:
    """Say how the service writes a path of ours; the mapping that names most of it wins."""
    for mapping in _longest_first(mappings, "local"):
        below = _below(mapping.local, str(local))
        if below is not None:
            separator = "\\" if _is_windows(mapping.remote) else "/"
            return separator.join([mapping.remote.rstrip("\\/"), *below]) or separator
    return str(local)


def is_absolute(path: str) -> bool:
    """Tell whether a path of any system says where it begins."""
    return path.startswith("/") or _is_windows(path) or _ADDRESS.match(path) is not None


def _longest_first(mappings: Sequence[PathMapping], side: str) -> Iterator[PathMapping]:
    yield from sorted(mappings, key=lambda each: -len(_steps(getattr(each, side))))


def _below(folder: str, path: str) -> list[str] | None:
    """Return the steps from a folder down to a path, or None if it does not lie there."""
    windows = _is_windows(folder)
    if windows != _is_windows(path):
        return None
    above, steps = _steps(folder), _steps(path)
    here = steps[: len(above)]
    if windows:
        above, here = [each.casefold() for each in above], [each.casefold() for each in here]
    return steps[len(above) :] if here == above else None


def _steps(path: str) -> list[str]:
    separated = path.replace("\\", "/") if _is_windows(path) else path
    return [step for step in separated.split("/") if step]


def _is_windows(path: str) -> bool:
    return _WINDOWS.match(path) is not None
