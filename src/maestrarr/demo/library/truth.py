"""What the demo library really holds, for a scan to be compared with."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from maestrarr.demo.library.catalogue import ExternalIds
from maestrarr.media.facts import FaultKind, Probe


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoFile:
    """One media file and what is true of it.

    `facts` is None where the file is broken, and `fault` then says how. `recipe` names its kind of
    sound and layout, `episodes` the (season, number) pairs it holds.
    """

    path: Path
    facts: Probe | None = None
    fault: FaultKind | None = None
    recipe: str = ""
    episodes: Sequence[tuple[int, int]] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoTitle:
    """One film or series, with its media files and with what lies beside them.

    `kind` is `movie` or `series`; `beside` holds NFO, artwork, subtitles and extras.
    """

    kind: str
    title: str
    year: int
    language: str
    plot: str
    folder: Path
    ids: ExternalIds | None = None
    files: Sequence[DemoFile] = ()
    beside: Sequence[Path] = ()
    poster: Path | None = None
    nfo_form: str = "none"
    faults: Sequence[tuple[Path, FaultKind]] = ()


@dataclass(frozen=True, slots=True)
class DemoLibrary:
    """Everything that was made below `folder`."""

    folder: Path
    titles: Sequence[DemoTitle]

    @property
    def films(self) -> Path:
        """The root folder of the films."""
        return self.folder / "Movies"

    @property
    def series(self) -> Path:
        """The root folder of the series."""
        return self.folder / "Series"

    @property
    def files(self) -> list[DemoFile]:
        """All media files of all titles."""
        return [file for title in self.titles for file in title.files]


@dataclass(frozen=True, slots=True)
class Piece:
    """One file still to be made: its bytes come from `make`, or it is a link to `target`."""

    path: Path
    make: Callable[[], bytes]
    target: Path | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """One title and the pieces that it is made of."""

    title: DemoTitle
    pieces: Sequence[Piece] = field(default_factory=tuple)
