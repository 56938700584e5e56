"""Which work a title is, found by its name: every service is searched until one is sure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import cast
from uuid import UUID

from sqlalchemy import delete
from sqlalchemy.ext.asyncio import AsyncSession

from maestrarr.core.connections import service as connections
from maestrarr.core.notifications import service as notifications
from maestrarr.core.notifications.kinds import Kind
from maestrarr.core.notifications.service import Occurrence
from maestrarr.features.library import identify
from maestrarr.features.library.errors import IdsTaken
from maestrarr.features.metadata import queries, waits
from maestrarr.features.metadata.enriching import told
from maestrarr.features.metadata.models import Candidate, Identification
from maestrarr.features.metadata.queries import Nameless
from maestrarr.kit.choice import Choice
from maestrarr.kit.clock import now
from maestrarr.kit.errors import Problem
from maestrarr.kit.outside import Outside
from maestrarr.media import matching
from maestrarr.media.ids import ExternalIds
from maestrarr.media.matching import Score
from maestrarr.providers.contracts import (
    Asking,
    Found,
    SearchedKind,
    SearchesTitles,
    Wanted,
)

MOST_CANDIDATES = 12


@dataclass(frozen=True, slots=True)
class Searcher:
    """Who finds titles by their names."""

    name: str
    client: SearchesTitles


@dataclass(frozen=True, slots=True)
class Likely:
    """A work that a title may be, who found it, and how well it fits."""

    found: Found
    provider: str
    score: Score


@dataclass(frozen=True, slots=True)
class Search:
    """What came of a search: the likeliest first, who is surely meant, and what went wrong."""

    likely: Sequence[Likely]
    choice: Choice[Likely] | None
    problem: Problem | None


async def searchers(session: AsyncSession, outside: Outside) -> list[Searcher]:
    """List who finds titles, each kind of service once; often nobody."""
    found: dict[str, Searcher] = {}
    for each in await connections.connected(session, outside, SearchesTitles):
        kind = each.connection.kind
        found.setdefault(kind, Searcher(kind, each.client))
    return list(found.values())


def in_order(everybody: Sequence[Searcher], order: Sequence[str]) -> list[Searcher]:
    """Put those first whose word counts most in a library."""
    ranks = {name: rank for rank, name in enumerate(order)}
    return sorted(everybody, key=lambda each: ranks.get(each.name, len(ranks)))


async def search(
    everybody: Sequence[Searcher],
    kind: str,
    title: str,
    year: int | None,
    *,
    language: str,
    asking: Asking,
) -> Search:
    """Search one service after the other until one work fits, and no other nearly as well.

    Each is asked with the year first, and without it where that finds nothing that is sure.
    """
    found: list[Likely] = []
    problem: Problem | None = None
    years = [None] if year is None else [year, None]
    for searcher in everybody:
        for asked_year in years:
            wanted = Wanted(
                kind=cast("SearchedKind", kind), title=title, year=asked_year, language=language
            )
            try:
                answers = await searcher.client.search(wanted, asking)
            except Problem as failed:
                problem = failed
                break
            found = ranked([*found, *_scored(answers, searcher.name, title, year)])
            if choice := chosen(found):
                return Search(found[:MOST_CANDIDATES], choice, None)
    return Search(found[:MOST_CANDIDATES], None, problem)


def ranked(found: Iterable[Likely]) -> list[Likely]:
    """Put the likeliest first, each work once, whoever found it; ties as they were found."""
    kept: list[Likely] = []
    for each in sorted(found, key=lambda likely: -likely.score.value):
        twin = next((k for k, other in enumerate(kept) if _is_same(each.found, other.found)), None)
        if twin is None:
            kept.append(each)
    return kept


def chosen(found: Sequence[Likely]) -> Choice[Likely] | None:
    """Take the likeliest where it is surely meant."""
    choice = matching.choose([each.score.value for each in found])
    return None if choice is None else Choice(found[choice.value], choice.reason)


async def note(session: AsyncSession, title: Nameless, made: Search) -> bool:
    """Write down what a search found; take the title for a work that is surely meant.

    Returns whether it is identified now. A work that another title is already stays a candidate; a
    title that somebody has identified meanwhile, or that has gone, is passed over.
    """
    if not await queries.is_nameless(session, title.id):
        return False
    problem = made.problem
    if made.choice is not None:
        try:
            await identify.recognise(session, title.id, made.choice.value.found.ids)
        except IdsTaken as taken:
            problem = taken
        else:
            await forget(session, title.id)
            return True
    await keep(session, title, made.likely, problem)
    if problem is None or isinstance(problem, IdsTaken):
        await _tell(session, title)
    return False


async def _tell(session: AsyncSession, title: Nameless) -> None:
    """Let who wants to hear of it know that somebody has to say which work a title is."""
    called = title.title if title.year is None else f"{title.title} ({title.year})"
    facts = {"title": called, "title_id": str(title.id)}
    unknown = Occurrence(kind=Kind.TITLE_UNIDENTIFIED, key=f"title/{title.id}", facts=facts)
    await notifications.note(session, unknown)


async def keep(
    session: AsyncSession, title: Nameless, likely: Sequence[Likely], problem: Problem | None
) -> None:
    """Keep what a title may be, and when it is searched for again.

    What was found before stays where nobody could be asked now.
    """
    found_nothing_out = problem is not None and not likely
    await forget(session, title.id, but_candidates=found_nothing_out)
    moment = now()
    failures = title.failures + 1 if problem else 0
    wait = waits.search_wait(problem, title.failures)
    session.add(
        Identification(
            title_id=title.id,
            searched_for=title.title,
            searched_at=moment,
            due_at=moment + wait,
            failures=failures,
            problem=problem and told(problem),
        )
    )
    session.add_all(_candidate(title.id, position, each) for position, each in enumerate(likely))
    await session.flush()


async def forget(session: AsyncSession, title_id: UUID, *, but_candidates: bool = False) -> None:
    """Forget that a title was searched for, and what it may be."""
    await session.execute(delete(Identification).where(Identification.title_id == title_id))
    if not but_candidates:
        await session.execute(delete(Candidate).where(Candidate.title_id == title_id))


def ids_of(candidate: Candidate) -> ExternalIds:
    """Return the ids of a work that a title may be."""
    return ExternalIds(candidate.tmdb_id, candidate.tvdb_id, candidate.imdb_id)


def _scored(answers: Iterable[Found], provider: str, title: str, year: int | None) -> list[Likely]:
    return [
        Likely(each, provider, matching.score(title, year, _titles(each), each.year))
        for each in answers
    ]


def _titles(found: Found) -> list[str]:
    return [found.title, *filter(None, [found.original_title]), *found.other_titles]


def _is_same(one: Found, other: Found) -> bool:
    """Tell whether two services found one work: by an id that both say, else by name and year."""
    if one.ids.conflicts_with(other.ids):
        return False
    shared = [
        (mine, theirs)
        for mine, theirs in (
            (one.ids.tmdb, other.ids.tmdb),
            (one.ids.tvdb, other.ids.tvdb),
            (one.ids.imdb, other.ids.imdb),
        )
        if mine is not None and theirs is not None
    ]
    if shared:
        return True
    return (
        one.year == other.year
        and matching.score(one.title, one.year, _titles(other), other.year).title == 1.0
    )


def _candidate(title_id: UUID, position: int, likely: Likely) -> Candidate:
    found, score = likely.found, likely.score
    return Candidate(
        title_id=title_id,
        position=position,
        provider=likely.provider,
        tmdb_id=found.ids.tmdb,
        tvdb_id=found.ids.tvdb,
        imdb_id=found.ids.imdb,
        title=found.title,
        original_title=found.original_title,
        year=found.year,
        plot=found.plot,
        poster_url=found.poster_url,
        score=score.value,
        title_score=score.title,
        year_score=score.year,
    )
