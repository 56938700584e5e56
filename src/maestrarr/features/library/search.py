"""Full-text search: what titles are found under, and how they are found.

A title is found by the beginnings of words in its names, people, folder and files, and by words of
its names with one typo. What the user types is folded to bare words first, so none of it is ever
read as an expression.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cache, partial
from typing import Any, Protocol, TypeAlias
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Connection,
    Text,
    and_,
    case,
    cast,
    column,
    delete,
    exists,
    func,
    literal,
    or_,
    select,
    table,
    type_coerce,
)
from sqlalchemy.dialects.postgresql import ARRAY, TSQUERY
from sqlalchemy.ext.asyncio import AsyncSession

from maestrarr.features.library.models import TITLES, MediaFile, Title, TitleFile, TitleSearch
from maestrarr.features.library.rows import Row
from maestrarr.features.library.states import TitleKind
from maestrarr.kit.db import in_pieces, insert_rows
from maestrarr.kit.text import fold, is_typo_of, trigrams

MOST_WORDS = 12
LONGEST_WORD = 60
SHORTEST_WITH_TYPO = 5
MOST_CANDIDATES = 3_000
_MOST_WORDS_KEPT = 2_000
Conditions: TypeAlias = Sequence[ColumnElement[bool]]
_INDEX = table("title_search_index", column("rowid"))
_SEARCH = TitleSearch.__table__


class Match(IntEnum):
    """How well a title fits what was searched, the best first."""

    EXACT = 0
    PREFIX = 1
    WORD = 2
    ELSEWHERE = 3
    TYPO = 4


@dataclass(frozen=True, slots=True)
class Hit:
    """A title that was found, and how well it fits."""

    title_id: UUID
    match: Match


class _Candidate(Protocol):
    title_id: UUID
    is_part: bool
    name: str
    original_name: str
    words: str


async def refresh(session: AsyncSession, title_ids: Iterable[UUID]) -> None:
    """Bring up to date under which words these titles are found; the caller commits."""
    for some in in_pieces(list(title_ids)):
        await session.execute(delete(TitleSearch).where(TitleSearch.title_id.in_(some)))
        names = await _file_names(session, some)
        query = select(
            Title.id,
            Title.kind,
            Title.title,
            Title.original_title,
            Title.people,
            type_coerce(Title.folder, Text).label("folder"),
        ).where(Title.id.in_(some), Title.kind != TitleKind.SEASON.value)
        found = [_row(title, names.get(title.id, ())) for title in await session.execute(query)]
        await insert_rows(session, TitleSearch, found)


def find(
    connection: Connection,
    text: str,
    *,
    limit: int = 50,
    by_name: bool = False,
    narrowing: Conditions = (),
) -> list[Hit]:
    """Return the titles that fit best, best first.

    Args:
        connection: to read with.
        text: what the user typed, whatever it is.
        limit: how many at the most.
        by_name: only by their names, and without typos; else a word of five letters or more may
            have one.
        narrowing: what has to be true of a title besides.
    """
    wanted = [word[:LONGEST_WORD] for word in fold(text).split()[:MOST_WORDS]]
    if not wanted:
        return []
    hits = _fitting(connection, wanted, limit, narrowing, by_name=by_name)
    if not by_name and len(hits) < limit and any(map(_may_be_typo, wanted)):
        known = {hit.title_id for hit in hits}
        similar = _similar(connection, wanted, narrowing)
        hits += [hit for hit in similar if hit.title_id not in known]
    return hits[:limit]


def _fitting(
    connection: Connection,
    wanted: Sequence[str],
    limit: int,
    narrowing: Conditions,
    *,
    by_name: bool,
) -> list[Hit]:
    """Find the titles of which every word that is wanted begins a word."""
    match = _rank(wanted)
    query = (
        select(_SEARCH.c.title_id, match)
        .where(_matches(connection, wanted, []), *_are(narrowing))
        .order_by(
            match,
            _SEARCH.c.is_part,
            func.length(_SEARCH.c.name),
            _SEARCH.c.name,
            _SEARCH.c.title_id,
        )
        .limit(limit)
    )
    if by_name:
        query = query.where(match <= Match.WORD.value)
    return [Hit(title_id, Match(rank)) for title_id, rank in connection.execute(query)]


def _similar(connection: Connection, wanted: Sequence[str], narrowing: Conditions) -> list[Hit]:
    """Find the titles that have every word, some with a typo; the index knows half of each word."""
    doubtful = [word for word in wanted if _may_be_typo(word)]
    sure = [word for word in wanted if not _may_be_typo(word)]
    names = (_SEARCH.c.is_part, _SEARCH.c.name, _SEARCH.c.original_name)
    query = (
        select(_SEARCH.c.title_id, *names, _as_text(connection, _SEARCH.c.words).label("words"))
        .where(_matches(connection, sure, doubtful), *_are(narrowing))
        .order_by(_SEARCH.c.id)
        .limit(MOST_CANDIDATES)
    )
    typed = [_Typed.of(word) for word in wanted]
    ranked = [
        (mistakes, row.is_part, len(row.name), row.name, row.title_id)
        for row in connection.execute(query)
        if (mistakes := _mistakes(typed, row)) is not None
    ]
    return [Hit(title_id, Match.TYPO) for *_, title_id in sorted(ranked)]


def _as_text(connection: Connection, words: ColumnElement[Any]) -> ColumnElement[str]:
    """Say words as one text with a space between them, as SQLite keeps them."""
    if connection.dialect.name == "sqlite":
        return type_coerce(words, Text)
    return func.array_to_string(words, " ")


def _are(narrowing: Conditions) -> Conditions:
    """Say that the title of a hit is so; asked of hits alone, however many titles there are."""
    if not narrowing:
        return ()
    return [exists().where(TITLES.c.id == _SEARCH.c.title_id, *narrowing)]


@dataclass(frozen=True, slots=True)
class _Typed:
    """A word that was typed: what shows that one begins with it, and whether one is it mistyped.

    Titles share most of their words, so what was said of a word is remembered.
    """

    begins: str
    may_mean: Callable[[str], bool]

    @classmethod
    def of(cls, word: str) -> "_Typed":
        """Get ready to look for a word."""
        return cls(f" {word}", cache(partial(_means, word)))


def _means(word: str, other: str) -> bool:
    return _may_be_typo(word) and is_typo_of(word, other)


def _mistakes(wanted: Sequence[_Typed], found: Any) -> int | None:  # noqa: ANN401  # a row
    """Count the words with a typo; None when a word is not there at all."""
    candidate: _Candidate = found
    words, names = f" {candidate.words}", f"{candidate.name} {candidate.original_name}".split()
    mistakes = 0
    for word in wanted:
        if word.begins in words:
            continue
        if not any(map(word.may_mean, names)):
            return None
        mistakes += 1
    return mistakes


def _may_be_typo(word: str) -> bool:
    return len(word) >= SHORTEST_WITH_TYPO


def _rank(wanted: Sequence[str]) -> ColumnElement[int]:
    phrase = " ".join(wanted)
    name, original = _SEARCH.c.name, _SEARCH.c.original_name
    names = literal(" ") + name + literal(" ") + original
    begins = or_(
        name.startswith(phrase, autoescape=True), original.startswith(phrase, autoescape=True)
    )
    in_names = and_(*(names.contains(f" {word}", autoescape=True) for word in wanted))
    return case(
        (or_(name == phrase, original == phrase), Match.EXACT.value),
        (begins, Match.PREFIX.value),
        (in_names, Match.WORD.value),
        else_=Match.ELSEWHERE.value,
    )


def _matches(
    connection: Connection, sure: Sequence[str], doubtful: Sequence[str]
) -> ColumnElement[bool]:
    """Say in the database's words: every sure word begins a word, half of each doubtful one is."""
    halves = [(word, _halves(word)) for word in doubtful]
    if connection.dialect.name == "sqlite":
        return _matches_on_sqlite(sure, halves)
    return _matches_on_postgresql(sure, halves)


def _matches_on_sqlite(
    sure: Sequence[str], doubtful: Sequence[tuple[str, list[list[str]]]]
) -> ColumnElement[bool]:
    terms = [f'words : "{word}"*' for word in sure]
    for word, halves in doubtful:
        kept = [
            "(" + " AND ".join(f'trigrams : "{each.replace(" ", "_")}"' for each in half) + ")"
            for half in halves
        ]
        terms.append(f'(words : "{word}"* OR {" OR ".join(kept)})')
    fits = column("title_search_index").op("MATCH", is_comparison=True)(" AND ".join(terms))
    return _SEARCH.c.id.in_(select(_INDEX.c.rowid).where(fits))


def _matches_on_postgresql(
    sure: Sequence[str], doubtful: Sequence[tuple[str, list[list[str]]]]
) -> ColumnElement[bool]:
    conditions = [_begins_a_word(word) for word in sure]
    for word, halves in doubtful:
        kept = [
            _SEARCH.c.trigrams.op("@>", is_comparison=True)(cast(half, ARRAY(Text)))
            for half in halves
        ]
        conditions.append(or_(_begins_a_word(word), *kept))
    return and_(*conditions)


def _begins_a_word(word: str) -> ColumnElement[bool]:
    lexemes = func.array_to_tsvector(_SEARCH.c.words)
    return lexemes.op("@@", is_comparison=True)(cast(f"'{word}':*", TSQUERY))


def _halves(word: str) -> list[list[str]]:
    """Return the trigrams of which one group is left whole by any one typo in a word."""
    middle = len(word) // 2
    start, end = f"  {word[:middle]}", f"{word[middle + 1 :]} "
    return [[half[at : at + 3] for at in range(len(half) - 2)] for half in (start, end)]


async def _file_names(
    session: AsyncSession, title_ids: Sequence[UUID]
) -> Mapping[UUID, Sequence[str]]:
    query = (
        select(TitleFile.title_id, type_coerce(MediaFile.path, Text))
        .join(MediaFile, MediaFile.id == TitleFile.media_file_id)
        .where(TitleFile.title_id.in_(title_ids))
    )
    names: dict[UUID, list[str]] = defaultdict(list)
    for title_id, path in await session.execute(query):
        names[title_id].append(path.rpartition("/")[2].rpartition(".")[0])
    return names


def _row(title: Any, file_names: Sequence[str]) -> Row:  # noqa: ANN401  # a row
    name, original = fold(title.title), fold(title.original_title or "")
    people = (str(person["name"]) for person in title.people)
    elsewhere = fold(" ".join([*people, title.folder.rpartition("/")[2], *file_names]))
    words = dict.fromkeys(
        word[:LONGEST_WORD] for text in (name, original, elsewhere) for word in text.split()
    )
    return {
        "title_id": title.id,
        "is_part": title.kind == TitleKind.EPISODE.value,
        "name": name,
        "original_name": original,
        "words": list(words)[:_MOST_WORDS_KEPT],
        "trigrams": trigrams(f"{name} {original}"),
    }
