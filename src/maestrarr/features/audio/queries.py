"""Every question about sound: what decisions rest on, what was decided, rules and pins."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Connection, Select, exists, literal, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from maestrarr.features.audio.errors import FileUnknown, RuleUnknown
from maestrarr.features.audio.models import PinRecord, RuleRecord, VerdictRecord
from maestrarr.features.audio.taste import Film, Pin
from maestrarr.features.library.models import MediaFile, Title, TitleFile, Track
from maestrarr.features.library.states import DefaultAudio
from maestrarr.kit.db import in_pieces
from maestrarr.media.facts import AudioTrack, SubtitleTrack

FEATURE = "feature"  # the role of a file that is a film or an episode itself

_SHAPES: Final[Mapping[str, type[Any]]] = {"audio": AudioTrack, "subtitle": SubtitleTrack}
_COLUMNS: Final = {"index": "track_index"}
_NAMES: Final = {
    shape: tuple(field.name for field in fields(shape) if field.name != "path")
    for shape in _SHAPES.values()
}
_FILES: Final = select(
    MediaFile.id,
    MediaFile.path,
    MediaFile.library_id,
    MediaFile.container,
    MediaFile.size_bytes,
    MediaFile.mtime_ns,
)
_SEASON: Final = aliased(Title)
_PLAYED: Final = (
    select(TitleFile.media_file_id, Title.id, Title.parent_id, _SEASON.parent_id)
    .join(Title, Title.id == TitleFile.title_id)
    .outerjoin(_SEASON, _SEASON.id == Title.parent_id)
    .order_by(TitleFile.media_file_id, TitleFile.position, Title.id)
)
_TRACKS: Final = {
    kind: select(
        Track.media_file_id, *(getattr(Track, _COLUMNS.get(name, name)) for name in _NAMES[shape])
    )
    .where(Track.kind == kind, Track.track_index.is_not(None))
    .order_by(Track.media_file_id, Track.position)
    for kind, shape in _SHAPES.items()
}


@dataclass(frozen=True, slots=True, kw_only=True)
class FileFacts:
    """What is known of a file, as far as a decision about its sound rests on it.

    `title_ids` are the title that it plays, and those above; none for a file without a title.
    """

    id: UUID
    path: Path
    library_id: UUID
    container: str | None
    size_bytes: int
    mtime_ns: int
    title_ids: tuple[UUID, ...]
    film: Film
    audio: tuple[AudioTrack, ...]
    subtitles: tuple[SubtitleTrack, ...]


@dataclass(frozen=True, slots=True)
class _Said:
    """What is said of a title that decides about its sound."""

    genres: Sequence[str]
    tags: Sequence[str]
    original_language: str | None


def facts(connection: Connection, file_ids: Sequence[UUID]) -> list[FileFacts]:
    """Return what is known of these files, in their order; one that is not there is left out."""
    found: dict[UUID, FileFacts] = {}
    for some in in_pieces(file_ids):
        played = _played(connection, some)
        above = {title for chain in played.values() for title in chain}
        said, pins = _said(connection, above), pins_of(connection, above)
        tracks = _tracks(connection, some)
        for row in connection.execute(_FILES.where(MediaFile.id.in_(some))):
            titles = played.get(row.id, ())
            pin = next((pins[each] for each in titles if each in pins), None)
            film = _film(str(row.path), row.library_id, [said[each] for each in titles])
            audio, subtitles = tracks[row.id]
            found[row.id] = FileFacts(
                **row._mapping,  # noqa: SLF001  # a row's public name for itself
                title_ids=titles,
                film=replace(film, pin=pin),
                audio=tuple(audio),
                subtitles=tuple(subtitles),
            )
    return [found[file_id] for file_id in file_ids if file_id in found]


async def facts_in(session: AsyncSession, file_ids: Sequence[UUID]) -> list[FileFacts]:
    """Return what is known of these files as this transaction sees it."""
    connection = await session.connection()
    return await connection.run_sync(facts, file_ids)


async def file_facts(session: AsyncSession, file_id: UUID) -> FileFacts:
    """Return what is known of a file.

    Raises:
        FileUnknown: there is none with this id.
    """
    found = await facts_in(session, [file_id])
    if not found:
        raise FileUnknown(str(file_id))
    return found[0]


def unjudged(taste: str) -> Select[UUID]:
    """Select the films and episodes that were not judged since something changed.

    That is the file, what is said of its title, or the taste of this digest.
    """
    return (
        select(MediaFile.id)
        .outerjoin(VerdictRecord, VerdictRecord.media_file_id == MediaFile.id)
        .where(
            MediaFile.missing_since.is_(None),
            MediaFile.role == FEATURE,
            or_(
                MediaFile.default_audio.is_(None),
                VerdictRecord.taste.is_distinct_from(taste),
            ),
        )
    )


async def open_paths(
    session: AsyncSession, title_ids: Sequence[UUID], *, everything: bool = False
) -> list[Path]:
    """Name the films and episodes of these titles that start wrong, or that nobody has judged.

    With `everything`, all of them are named.
    """
    found: list[Path] = []
    for some in in_pieces(title_ids):
        query = (
            select(MediaFile.path)
            .join(TitleFile, TitleFile.media_file_id == MediaFile.id)
            .where(
                TitleFile.title_id.in_(some),
                MediaFile.missing_since.is_(None),
                MediaFile.role == FEATURE,
                or_(
                    MediaFile.default_audio.is_(None),
                    MediaFile.default_audio == DefaultAudio.WRONG.value,
                    literal(everything),
                ),
            )
            .distinct()
        )
        found += await session.scalars(query)
    return sorted(set(found))


async def has_unjudged(session: AsyncSession, taste: str) -> bool:
    """Tell whether there is anything to judge."""
    return bool(await session.scalar(select(exists(unjudged(taste)))))


async def verdicts(session: AsyncSession, file_ids: Sequence[UUID]) -> Mapping[UUID, VerdictRecord]:
    """Return what was decided about these files, by their ids."""
    found: dict[UUID, VerdictRecord] = {}
    for some in in_pieces(file_ids):
        query = select(VerdictRecord).where(VerdictRecord.media_file_id.in_(some))
        found |= {each.media_file_id: each for each in await session.scalars(query)}
    return found


async def rules(session: AsyncSession) -> Sequence[RuleRecord]:
    """Return every language rule, the one that is asked first before the others."""
    return (await session.scalars(select(RuleRecord).order_by(RuleRecord.position))).all()


async def rule(session: AsyncSession, rule_id: UUID) -> RuleRecord:
    """Return a language rule.

    Raises:
        RuleUnknown: there is none with this id.
    """
    found = await session.get(RuleRecord, rule_id)
    if found is None:
        raise RuleUnknown(str(rule_id))
    return found


def pins_of(connection: Connection, title_ids: Collection[UUID]) -> dict[UUID, Pin]:
    """Return the pins of these titles, by title."""
    found: dict[UUID, Pin] = {}
    query = select(PinRecord.title_id, PinRecord.track_index, PinRecord.language)
    for some in in_pieces(list(title_ids)):
        for title_id, index, language in connection.execute(
            query.where(PinRecord.title_id.in_(some))
        ):
            found[title_id] = Pin(index=index, language=language)
    return found


def files_below(title_id: UUID) -> Select[UUID]:
    """Select the files that play a title, or what is below it."""
    seasons = select(Title.id).where(Title.parent_id == title_id)
    parts = select(Title.id).where(
        or_(Title.id == title_id, Title.parent_id == title_id, Title.parent_id.in_(seasons))
    )
    return select(TitleFile.media_file_id).where(TitleFile.title_id.in_(parts))


def _played(connection: Connection, file_ids: Sequence[UUID]) -> dict[UUID, tuple[UUID, ...]]:
    """Return the title that each file plays, the first of several, and those above it."""
    played: dict[UUID, tuple[UUID, ...]] = {}
    of_files = _PLAYED.where(TitleFile.media_file_id.in_(file_ids))
    for file_id, *chain in connection.execute(of_files):
        played.setdefault(file_id, tuple(each for each in chain if each is not None))
    return played


def _said(connection: Connection, title_ids: Collection[UUID]) -> dict[UUID, _Said]:
    said: dict[UUID, _Said] = {}
    query = select(Title.id, Title.genres, Title.tags, Title.original_language)
    for some in in_pieces(list(title_ids)):
        for row in connection.execute(query.where(Title.id.in_(some))):
            said[row.id] = _Said(row.genres, row.tags, row.original_language)
    return said


def _film(path: str, library_id: UUID, said: Iterable[_Said]) -> Film:
    """Gather what is said of a title and of those above it; the nearest says the language."""
    chain = list(said)
    languages = (each.original_language for each in chain)
    return Film(
        path=path,
        library=str(library_id),
        genres=tuple(dict.fromkeys(genre for each in chain for genre in each.genres)),
        tags=tuple(dict.fromkeys(tag for each in chain for tag in each.tags)),
        original_language=next(filter(None, languages), None),
    )


def _tracks(
    connection: Connection, file_ids: Sequence[UUID]
) -> Mapping[UUID, tuple[list[AudioTrack], list[SubtitleTrack]]]:
    """Return the sound tracks and the subtitles inside these files."""
    found: dict[UUID, tuple[list[AudioTrack], list[SubtitleTrack]]] = defaultdict(lambda: ([], []))
    for kind, shape in _SHAPES.items():
        of_files = _TRACKS[kind].where(Track.media_file_id.in_(file_ids))
        for file_id, *said in connection.execute(of_files):
            track = shape(**dict(zip(_NAMES[shape], said, strict=True)))
            found[file_id][isinstance(track, SubtitleTrack)].append(track)
    return found
