"""What a decision about sound is made by, and what comes out: values, and nothing that acts."""

from dataclasses import dataclass
from typing import Final

from maestrarr.features.audio import globs
from maestrarr.features.audio.reasons import Reason
from maestrarr.features.library.states import DefaultAudio
from maestrarr.kit.text import fold
from maestrarr.media.edits import Defaults

ORIGINAL: Final = "original"  # among a rule's languages: the one that the film was made in
CODECS: Final = (  # best first; those of one line are equals
    ("truehd", "dts-hd ma"),
    ("flac", "pcm"),
    ("eac3",),
    ("dts",),
    ("ac3",),
    ("opus",),
    ("aac",),
    ("mp3",),
)

CONTAINERS: Final = frozenset({"matroska", "webm", "mp4", "mov"})  # whose flags can be set


@dataclass(frozen=True, slots=True, kw_only=True)
class Pin:
    """The track that a user chose for a title: where it stood in a file, and its language."""

    index: int
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageRule:
    """Which languages win where; a condition that is None fits everywhere.

    `languages` may hold `original`. `undetermined_is` says which language tracks that do not say
    theirs are in.
    """

    name: str
    languages: tuple[str, ...]
    path: str | None = None
    library: str | None = None
    genre: str | None = None
    tag: str | None = None
    undetermined_is: str | None = None

    def fits(self, film: "Film") -> bool:
        """Say whether a film meets every condition."""
        return (
            (self.path is None or globs.matches(self.path, film.path))
            and (self.library is None or self.library == film.library)
            and (self.genre is None or fold(self.genre) in map(fold, film.genres))
            and (self.tag is None or fold(self.tag) in map(fold, film.tags))
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Film:
    """What a decision needs to know beside a file's tracks; `tags` are Sonarr's and Radarr's."""

    path: str = ""
    library: str = ""
    genres: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    original_language: str | None = None
    pin: Pin | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Taste:
    """What an owner prefers where no rule says otherwise, and among tracks that fit alike."""

    languages: tuple[str, ...] = ()
    rules: tuple[LanguageRule, ...] = ()
    codecs: tuple[tuple[str, ...], ...] = CODECS
    prefers_fewer_channels: bool = False
    chooses_subtitles: bool = False
    containers: frozenset[str] = CONTAINERS


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """Whether a file starts with the right tracks, with which it should, and why.

    `subtitle` is an index, `NO_TRACK` where none shall show, and None where they are not judged.
    """

    state: DefaultAudio
    track: int | None
    why: Reason
    subtitle: int | None = None

    @property
    def reason(self) -> str:
        """Why, in English."""
        return str(self.why)

    @property
    def defaults(self) -> Defaults | None:
        """What a file has to say, so that players start with these tracks; None: as it does."""
        return None if self.track is None else Defaults(audio=self.track, subtitle=self.subtitle)
