"""Makes the demo's library: films and series with every habit of a real household."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path

from maestrarr.demo.library import catalogue
from maestrarr.demo.library.broken import plan_broken
from maestrarr.demo.library.film_plan import plan_film
from maestrarr.demo.library.series_plan import plan_series
from maestrarr.demo.library.truth import DemoFile, DemoLibrary, DemoTitle, Piece
from maestrarr.kit import atomic

__all__ = ["DemoFile", "DemoLibrary", "DemoTitle", "make_library"]

_VERSION = 1
_MARK = ".maestrarr-demo.json"


def make_library(
    folder: Path,
    *,
    films: int = 60,
    series: int = 6,
    broken: bool = True,
    progress: Callable[[int, int], None] | None = None,
) -> DemoLibrary:
    """Make the first `films` films and `series` series of the catalogue below `folder`.

    What is there already is left as it is: a library that was finished once is never touched again,
    whatever its owner has done to it since, and one that was not is completed. `broken` adds the
    files with faults. `progress` is told how many files of how many are there.

    Raises:
        ValueError: the catalogue does not hold as many films or series.
        OSError: the folder cannot be written to.
    """
    if not 0 <= films <= len(catalogue.films()) or not 0 <= series <= len(catalogue.series()):
        raise ValueError(f"The catalogue does not hold {films} films and {series} series.")
    library = DemoLibrary(folder, [])
    plans = [plan_film(film, library.films) for film in catalogue.films()[:films]]
    plans += plan_broken(library.films) if broken else []
    plans += [plan_series(told, library.series) for told in catalogue.series()[:series]]
    mark = {"version": _VERSION, "films": films, "series": series, "broken": broken}
    if _mark(folder) != mark:
        _make([piece for plan in plans for piece in plan.pieces], progress)
        atomic.make_folder(library.films)
        atomic.make_folder(library.series)
        atomic.write_text(folder / _MARK, json.dumps(mark) + "\n")
    return DemoLibrary(folder, [plan.title for plan in plans])


def _make(pieces: Sequence[Piece], progress: Callable[[int, int], None] | None) -> None:
    for done, piece in enumerate(pieces, start=1):
        if not piece.path.exists() and not piece.path.is_symlink():
            atomic.make_folder(piece.path.parent)
            if piece.target:
                atomic.make_link(piece.path, piece.target)
            else:
                atomic.write_bytes(piece.path, piece.make())
        if progress:
            progress(done, len(pieces))


def _mark(folder: Path) -> object:
    """Read which library was finished here; None when none was."""
    try:
        return json.loads((folder / _MARK).read_text(encoding="utf-8"))
    except (FileNotFoundError, ValueError):
        return None
