"""What a scan found, before any database knows of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from maestrarr.features.library.group import TitleFolder
from maestrarr.features.library.states import TitleKind
from maestrarr.features.library.walk import Stamp
from maestrarr.media.artwork import LocalArtwork
from maestrarr.media.facts import FaultKind, FileFault, Probe, SubtitleTrack
from maestrarr.media.ids import NO_IDS, ExternalIds
from maestrarr.media.names import Role
from maestrarr.media.nfo import NfoEntry


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundFile:
    """A media file, with the subtitle files beside it.

    `probe` is None when nothing in it can be read (a fault says why), and when `is_unchanged`:
    then its stamp is the one that the last scan saw, and so are its facts.
    """

    path: Path
    stamp: Stamp
    role: Role
    part: int | None = None
    edition: str | None = None
    version: str | None = None
    stereo: str | None = None
    probe: Probe | None = None
    is_unchanged: bool = False
    subtitles: Sequence[SubtitleTrack] = ()


@dataclass(frozen=True, slots=True)
class FoundArtwork:
    """A picture that stands beside the media, and its role."""

    path: Path
    stamp: Stamp
    artwork: LocalArtwork


@dataclass(frozen=True, slots=True)
class FoundNfo:
    """What an NFO file says of one title, and where and as of when it says so."""

    path: Path
    mtime_ns: int
    entry: NfoEntry


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundTitle:
    """A title as names and NFO tell it; `key` is unique in its library, `parent` another's key."""

    key: str
    kind: TitleKind
    title: str
    folder: Path
    parent: str | None = None
    year: int | None = None
    ids: ExternalIds = NO_IDS
    season_number: int | None = None
    episode_number: int | None = None
    absolute_number: int | None = None
    air_date: date | None = None
    nfo: FoundNfo | None = None
    files: Sequence[Path] = ()
    artwork: Sequence[FoundArtwork] = ()


@dataclass(frozen=True, slots=True)
class FolderReport:
    """Everything that one title folder holds."""

    folder: TitleFolder
    titles: Sequence[FoundTitle]
    files: Sequence[FoundFile]
    faults: Sequence[FileFault]

    @property
    def signature(self) -> bytes:
        """The folder's digest, by which the next scan sees a change.

        It is empty, and so read again, where something could not be read: that may pass without
        any change to the file, as when its disk comes back.
        """
        is_read = all(fault.kind is not FaultKind.UNREADABLE for fault in self.faults)
        return self.folder.signature if is_read else b""


@dataclass(frozen=True, slots=True)
class ScanReport:
    """Everything that a folder holds, and how long it took to see."""

    titles: Sequence[FoundTitle]
    files: Sequence[FoundFile]
    faults: Sequence[FileFault]
    seconds: float
