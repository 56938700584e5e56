"""What titles are filtered and counted by that stands in their files, kept with the title.

The tracks of a title, or of what is below it, say its languages, codecs and resolutions. Asking
them at every look would join five tables for tens of thousands of titles, so each change of a title
writes down here what follows from it.
"""

import hashlib
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import Any, TypeAlias
from uuid import UUID

from sqlalchemy import ColumnElement, Select, bindparam, func, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from maestrarr.features.library import lacking, policy
from maestrarr.features.library.models import (
    TITLES,
    FileFault,
    MediaFile,
    TitleFile,
    Track,
    Trait,
    TraitSet,
)
from maestrarr.features.library.states import DefaultAudio
from maestrarr.kit.db import in_pieces, insert_rows
from maestrarr.media.names import Role

GROUPS: Mapping[str, tuple[str, ...]] = {
    "picture_traits": ("resolution", "hdr", "video_codec"),
    "audio_traits": ("audio_codec", "audio_language"),
    "subtitle_traits": ("subtitle_language",),
    "genre_traits": ("genre",),
}
GROUP_OF = {facet: group for group, facets in GROUPS.items() for facet in facets}
LONGEST_VALUE = 100

_Traits: TypeAlias = frozenset[tuple[str, str]]
_FACTS = ("size_bytes", "has_faults", "default_audio", *GROUPS)
_WORST_FIRST = tuple(DefaultAudio)
_SEASON, _EPISODE = TITLES.alias("season"), TITLES.alias("episode")
_OF_A_TRACK = ("kind", "codec", "language", "hdr", "width", "height")
_UPDATE = (
    update(TITLES)
    .where(TITLES.c.id == bindparam("_id"))
    .values({name: bindparam(name) for name in _FACTS})
)


@dataclass(slots=True)
class _File:
    """What one file adds to each title that it plays."""

    size_bytes: int
    is_there: bool
    is_feature: bool
    is_faulty: bool
    default_audio: str | None
    traits: set[tuple[str, str]] = field(default_factory=set)


async def refresh(session: AsyncSession, title_ids: AbstractSet[UUID]) -> None:
    """Write down what follows from the files of these titles, for them and what they are part of.

    The caller commits.
    """
    await session.flush()
    for some in in_pieces(list(title_ids | await above(session, title_ids))):
        played = await _played(session, some)
        files = await _files(session, {file_id for ids in played.values() for file_id in ids})
        misdescribed = await _misdescribed(session, some)
        query = select(TITLES.c.id, TITLES.c.genres).where(TITLES.c.id.in_(some))
        facts = [
            {
                "_id": title_id,
                **_facts(
                    genres,
                    [files[each] for each in played[title_id]],
                    is_misdescribed=title_id in misdescribed,
                ),
            }
            for title_id, genres in await session.execute(query)
        ]
        await lacking.refresh(session, some)
        await _point_to_sets(session, facts)
        if facts:
            await session.execute(_UPDATE, facts)


async def default_audio(
    session: AsyncSession, title_ids: Collection[UUID]
) -> dict[UUID, str | None]:
    """Say what follows for these titles from what their files are marked with: the worst."""
    found: dict[UUID, str | None] = {}
    for some in in_pieces(list(title_ids)):
        played = await _played(session, some)
        marks: dict[UUID, str | None] = {}
        for files in in_pieces(list({file_id for ids in played.values() for file_id in ids})):
            there = MediaFile.id.in_(files) & MediaFile.missing_since.is_(None)
            query = select(MediaFile.id, MediaFile.default_audio).where(there)
            marks |= {row.id: row.default_audio for row in await session.execute(query)}
        found |= {
            title_id: _worst({marks.get(each) for each in played[title_id]}) for title_id in some
        }
    return found


async def titles_playing(session: AsyncSession, file_ids: Sequence[UUID]) -> set[UUID]:
    """Return the titles that these files play."""
    found: set[UUID] = set()
    for some in in_pieces(file_ids):
        query = select(TitleFile.title_id).where(TitleFile.media_file_id.in_(some))
        found.update(await session.scalars(query))
    return found


async def above(session: AsyncSession, title_ids: Collection[UUID]) -> set[UUID]:
    """Return the seasons and series of which these titles are part."""
    part = select(TITLES.c.parent_id, _SEASON.c.parent_id).join(
        _SEASON, _SEASON.c.id == TITLES.c.parent_id
    )
    found: set[UUID] = set()
    for some in in_pieces(list(title_ids)):
        for parents in await session.execute(part.where(TITLES.c.id.in_(some))):
            found.update(parent for parent in parents if parent is not None)
    return found


def having(facet: str, words: Iterable[str]) -> ColumnElement[bool]:
    """Tell whether a title has one of these values of a facet, whatever their case."""
    folded = [_folded(word) for word in words]
    sets = select(Trait.set_id).where(Trait.facet == facet, Trait.folded.in_(folded))
    return TITLES.c[GROUP_OF[facet]].in_(sets)


def counts(group: str, meant: Sequence[ColumnElement[bool]]) -> Select[str, str, int]:
    """Count the titles that are meant by their traits of a group: facet, value, how many."""
    column = TITLES.c[group]
    sets = select(column.label("set_id"), func.count().label("titles")).where(*meant)
    each = sets.group_by(column).subquery()
    return (
        select(Trait.facet, func.min(Trait.value), func.sum(each.c.titles))
        .join(each, each.c.set_id == Trait.set_id)
        .group_by(Trait.facet, Trait.folded)
    )


async def _played(session: AsyncSession, title_ids: Sequence[UUID]) -> dict[UUID, set[UUID]]:
    """Return the files that play each of these titles, or what is below it."""
    own = select(TitleFile.title_id, TitleFile.media_file_id)
    below = select(_EPISODE.c.parent_id, TitleFile.media_file_id).join(
        TitleFile, TitleFile.title_id == _EPISODE.c.id
    )
    further = (
        select(_SEASON.c.parent_id, TitleFile.media_file_id)
        .join(_EPISODE, _EPISODE.c.parent_id == _SEASON.c.id)
        .join(TitleFile, TitleFile.title_id == _EPISODE.c.id)
    )
    files: dict[UUID, set[UUID]] = defaultdict(set)
    queries: tuple[Select[Any, Any], ...] = (
        own.where(TitleFile.title_id.in_(title_ids)),
        below.where(_EPISODE.c.parent_id.in_(title_ids)),
        further.where(_SEASON.c.parent_id.in_(title_ids)),
    )
    for query in queries:
        for title_id, file_id in await session.execute(query):
            files[title_id].add(file_id)
    return files


async def _files(session: AsyncSession, file_ids: Collection[UUID]) -> dict[UUID, _File]:
    """Return what each of these files adds to its titles."""
    files: dict[UUID, _File] = {}
    facts = select(
        MediaFile.id,
        MediaFile.size_bytes,
        MediaFile.missing_since.is_(None).label("is_there"),
        (MediaFile.role == Role.FEATURE.value).label("is_feature"),
        MediaFile.default_audio,
        _is_faulty(MediaFile.__table__.c.path).label("is_faulty"),
    )
    tracks = select(Track.media_file_id, *(getattr(Track, name) for name in _OF_A_TRACK))
    picture = Track.is_attached_picture
    for some in in_pieces(list(file_ids)):
        for row in await session.execute(facts.where(MediaFile.id.in_(some))):
            files[row.id] = _File(
                row.size_bytes, row.is_there, row.is_feature, row.is_faulty, row.default_audio
            )
        said = tracks.where(Track.media_file_id.in_(some), picture.is_(False))
        for file_id, *track in await session.execute(said):
            files[file_id].traits.update(policy.traits_of(*track))
    return files


async def _misdescribed(session: AsyncSession, title_ids: Sequence[UUID]) -> set[UUID]:
    """Return those of these titles whose NFO has a fault, or that of something below them."""
    below = select(_EPISODE.c.parent_id).where(_is_faulty(_EPISODE.c.nfo_path))
    further = select(_SEASON.c.parent_id).join(_EPISODE, _EPISODE.c.parent_id == _SEASON.c.id)
    found: set[UUID] = set()
    for query in (
        select(TITLES.c.id).where(TITLES.c.id.in_(title_ids), _is_faulty(TITLES.c.nfo_path)),
        below.where(_EPISODE.c.parent_id.in_(title_ids)),
        further.where(_SEASON.c.parent_id.in_(title_ids), _is_faulty(_EPISODE.c.nfo_path)),
    ):
        found.update(await session.scalars(query))
    return found


def _is_faulty(path: ColumnElement[Any]) -> ColumnElement[bool]:
    return select(FileFault.id).where(FileFault.path == path).exists()


def _facts(
    genres: Sequence[str], files: Sequence[_File], *, is_misdescribed: bool
) -> dict[str, Any]:
    """Say what follows for a title; a file that is gone counts only where none is left.

    Trailers and other extras weigh something, but nobody seeks a film by what they speak.
    """
    features = [file for file in files if file.is_feature]
    sought = [file for file in features if file.is_there] or features
    traits = {trait for file in sought for trait in file.traits}
    traits.update(("genre", genre) for genre in genres)
    return {
        "size_bytes": sum(file.size_bytes for file in files if file.is_there),
        "has_faults": is_misdescribed or any(file.is_faulty for file in files),
        "default_audio": _worst({file.default_audio for file in files if file.is_there}),
    } | {
        group: frozenset(trait for trait in traits if trait[0] in facets)
        for group, facets in GROUPS.items()
    }


def _worst(marks: Collection[str | None]) -> str | None:
    return next((mark.value for mark in _WORST_FIRST if mark.value in marks), None)


async def _point_to_sets(session: AsyncSession, facts: Sequence[dict[str, Any]]) -> None:
    """Replace the traits in these facts by the numbers of their sets, made where they are new."""
    digests = {row[group]: _digest(row[group]) for row in facts for group in GROUPS}
    known = await _known_sets(session, digests.values())
    new = {digest: traits for traits, digest in digests.items() if digest not in known}
    if new:
        known |= await _make_sets(session, new)
    for row in facts:
        row |= {group: known[digests[row[group]]] for group in GROUPS}


async def _known_sets(session: AsyncSession, digests: Iterable[str]) -> dict[str, int]:
    known: dict[str, int] = {}
    for some in in_pieces(list(digests)):
        query = select(TraitSet.digest, TraitSet.id).where(TraitSet.digest.in_(some))
        known |= {row.digest: row.id for row in await session.execute(query)}
    return known


async def _make_sets(session: AsyncSession, new: Mapping[str, _Traits]) -> dict[str, int]:
    """Make sets; one that another transaction makes meanwhile is waited for, and is its."""
    insert = sqlite.insert if session.get_bind().dialect.name == "sqlite" else postgresql.insert
    made: dict[str, int] = {}
    for some in in_pieces(sorted(new)):  # sorted: two that make the same ones never wait in a ring
        statement = insert(TraitSet).values([{"digest": digest} for digest in some])
        own = statement.on_conflict_do_nothing().returning(TraitSet.digest, TraitSet.id)
        made |= {row.digest: row.id for row in await session.execute(own)}
    await insert_rows(
        session, Trait, [row for digest in made for row in _rows(made[digest], new[digest])]
    )
    return made | await _known_sets(session, new.keys() - made.keys())


def _rows(set_id: int, traits: _Traits) -> Iterator[dict[str, Any]]:
    by_key = {(facet, _folded(value)): value for facet, value in sorted(traits)}
    for (facet, folded), value in by_key.items():
        yield {"facet": facet, "folded": folded, "set_id": set_id, "value": value[:LONGEST_VALUE]}


def _folded(value: str) -> str:
    return value[:LONGEST_VALUE].casefold()


def _digest(traits: _Traits) -> str:
    return hashlib.blake2b(repr(sorted(traits)).encode(), digest_size=16).hexdigest()
