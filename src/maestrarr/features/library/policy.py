"""The library's decisions: who is the same title, what state it is in, what may go missing."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from maestrarr.features.library.schemas import Resolution
from maestrarr.features.library.states import TitleState, Watching
from maestrarr.kit import mounts
from maestrarr.kit.choice import Choice
from maestrarr.kit.text import fold
from maestrarr.media.ids import ExternalIds

_BEFORE_IDENTIFIED = frozenset({TitleState.MISSING, TitleState.DISCOVERED})
_LOWEST = {Resolution.UHD: 2000, Resolution.FULL_HD: 1000, Resolution.HD: 700, Resolution.SD: 0}


def state_on_disk(before: TitleState | None, ids: ExternalIds, *, is_part: bool) -> TitleState:
    """Return the state of a title whose files are there; `is_part` is a season or an episode.

    A part is identified with its series: it needs no ids of its own.
    """
    if before is not None and before not in _BEFORE_IDENTIFIED:
        return before
    return TitleState.IDENTIFIED if ids or is_part else TitleState.DISCOVERED


def same_title(found: ExternalIds, known: Iterable[ExternalIds]) -> int | None:
    """Return the place of the known title that a found one is, by ids; None for a new one.

    Titles that meet by name and year are the same unless their ids name different works.
    """
    fitting = [place for place, ids in enumerate(known) if not found.conflicts_with(ids)]
    return fitting[0] if fitting else None


class Member(Protocol):
    """A movie, and the set that it says it is in; None where it says none."""

    @property
    def id(self) -> UUID:
        """The movie's."""

    @property
    def set_name(self) -> str | None:
        """How the set is called."""

    @property
    def set_tmdb_id(self) -> int | None:
        """What TMDB calls it."""


@dataclass(frozen=True, slots=True)
class KnownSet:
    """A set that is there already, by what its movies call it."""

    id: UUID
    set_name: str
    tmdb_id: int | None


@dataclass(frozen=True, slots=True)
class FoundSet:
    """A set that movies say they are in; `id` is that of the one that is there already."""

    id: UUID | None
    name: str
    tmdb_id: int | None
    movies: Sequence[UUID]


def sets_of(members: Sequence[Member], known: Iterable[KnownSet]) -> list[FoundSet]:
    """Put movies together that say the same set, by its id; without one, by its name.

    Of several names for one id, the one that most movies use counts.
    """
    left = list(known)
    found: list[FoundSet] = []
    for tmdb_id, movies in _by_set(members):
        name = Counter(movie.set_name for movie in movies if movie.set_name).most_common(1)[0][0]
        same = _same_set(tmdb_id, name, left)
        if same is not None:
            left.remove(same)
        set_id = same.id if same else None
        found.append(FoundSet(set_id, name, tmdb_id, [movie.id for movie in movies]))
    return found


def _by_set(members: Sequence[Member]) -> Iterator[tuple[int | None, list[Member]]]:
    named = [(fold(movie.set_name), movie) for movie in members if movie.set_name]
    ids = {name: movie.set_tmdb_id for name, movie in reversed(named) if movie.set_tmdb_id}
    groups: dict[tuple[int | None, str], list[Member]] = defaultdict(list)
    for name, movie in named:
        tmdb_id = movie.set_tmdb_id or ids.get(name)
        groups[tmdb_id, "" if tmdb_id else name].append(movie)
    for (tmdb_id, _), movies in groups.items():
        yield tmdb_id, movies


def _same_set(tmdb_id: int | None, name: str, known: Sequence[KnownSet]) -> KnownSet | None:
    by_id = (each for each in known if tmdb_id is not None and each.tmdb_id == tmdb_id)
    by_name = (
        each
        for each in known
        if fold(each.set_name) == fold(name) and None in (tmdb_id, each.tmdb_id)
    )
    return next(by_id, None) or next(by_name, None)


@dataclass(frozen=True, slots=True, kw_only=True)
class UsualLoss:
    """How many titles may go missing at once: fewer than `below`, or at most a share of all."""

    below: int
    share: float


def may_go_missing(gone: int, total: int, usual: UsualLoss) -> Choice[bool]:
    """Decide whether so many titles may go missing without asking."""
    if gone < usual.below or gone <= total * usual.share:
        return Choice(value=True, reason=f"{gone} of {total} titles is a usual loss.")
    return Choice(
        value=False,
        reason=f"{gone} of {total} titles at once looks like a disk that is not there.",
    )


def how_to_watch(root: str, found: Mapping[str, str]) -> Choice[Watching]:
    """Decide whether a folder can be watched, by the kinds of file systems in the mount table."""
    kind = mounts.kind_at(root, found)
    if kind is not None and mounts.is_network(kind):
        reason = f"{root} is on a network mount ({kind}), where changes are not told."
        return Choice(Watching.SCHEDULED, reason)
    if apart := mounts.network_below(root, found):
        reason = f"Changes are seen as they happen, but for {', '.join(sorted(apart))}: a network."
        return Choice(Watching.LIVE, reason)
    return Choice(Watching.LIVE, "Changes are seen as they happen.")


def at_rest(changed: Mapping[str, float], root: str, before: float) -> list[str]:
    """Name the changed folders around which nothing has happened since a moment.

    What lies in one folder of the root is waited for together: a film comes in several files.
    """
    latest: dict[str, float] = {}
    branches = {path: _branch(path, root) for path in changed}
    for path, moment in changed.items():
        branch = branches[path]
        latest[branch] = max(moment, latest.get(branch, moment))
    return [path for path in changed if latest[branches[path]] <= before]


def _branch(path: str, root: str) -> str:
    return path[len(root.rstrip("/")) :].strip("/").partition("/")[0]


class Areas:
    """Which folders a change concerns: the smallest that can be scanned without the rest."""

    def __init__(self, known: Iterable[str]) -> None:
        self._known = sorted(known)

    def of(self, path: str, root: str) -> str:
        """Name the folder to scan after a change at `path` below `root`.

        That is the title folder it lies in, the innermost one; else the highest folder on the way
        to it in which there was no title yet, for it is new as a whole.
        """
        area = root
        for part in path[len(root.rstrip("/")) :].strip("/").split("/"):
            below = f"{area.rstrip('/')}/{part}"
            is_known = self._holds(below) or self._has_below(below)
            if not part or (self._holds(area) and not is_known):
                break
            area = below
            if not self._has_below(area):
                break
        return area

    def _holds(self, folder: str) -> bool:
        place = bisect_left(self._known, folder)
        return place < len(self._known) and self._known[place] == folder

    def _has_below(self, folder: str) -> bool:
        place = bisect_left(self._known, f"{folder}/")
        return place < len(self._known) and self._known[place].startswith(f"{folder}/")


def lies_in(path: str, folder: str) -> bool:
    """Tell whether a path is a folder's own or lies below it: `/movies-4k` is not in `/movies`."""
    return path == folder or path.startswith(folder.rstrip("/") + "/")


def outermost(folders: Iterable[str]) -> list[str]:
    """Leave out the folders that lie in another one of them."""
    outer: list[str] = []
    for folder in sorted(set(folders)):
        if not lies_in_any(folder, outer):
            outer.append(folder)
    return outer


def lies_in_any(path: str, folders: Iterable[str]) -> bool:
    """Tell whether a path is or lies below one of these folders."""
    return any(lies_in(path, folder) for folder in folders)


def resolution(width: int, height: int) -> Resolution:
    """Name the size of a picture in pixels; a wide one counts by its width, as its makers do."""
    tallest = max(height, width * 9 / 16)
    return next(name for name, lowest in _LOWEST.items() if tallest >= lowest)


def traits_of(  # the columns of a track
    kind: str,
    codec: str,
    language: str,
    hdr: str | None,
    width: int | None,
    height: int | None,
) -> Iterator[tuple[str, str]]:
    """Say what a track makes true of the titles that its file plays: facets and their values."""
    if kind == "video":
        yield "resolution", resolution(width or 0, height or 0).value
        yield "video_codec", codec
        yield from [("hdr", hdr)] if hdr else []
    elif kind == "audio":
        yield "audio_codec", codec
        yield "audio_language", language
    elif kind == "subtitle":
        yield "subtitle_language", language
