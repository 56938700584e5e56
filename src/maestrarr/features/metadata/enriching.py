"""One title and one service: asked, merged field by field, written through the library's gate."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, cast
from uuid import UUID

from sqlalchemy import ColumnElement, delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from maestrarr.core.connections import service as connections
from maestrarr.core.settings import service as settings
from maestrarr.features.library import progress, telling
from maestrarr.features.library.models import Library
from maestrarr.features.library.states import TitleState
from maestrarr.features.library.telling import Told
from maestrarr.features.metadata import policy, queries, saying, waits
from maestrarr.features.metadata.models import Candidate, Enrichment, Identification
from maestrarr.features.metadata.policy import Order
from maestrarr.features.metadata.queries import Asked
from maestrarr.features.metadata.saying import Said, Wishes
from maestrarr.features.metadata.settings import MetadataSettings
from maestrarr.kit.clock import now
from maestrarr.kit.db import in_pieces, insert_rows
from maestrarr.kit.errors import Problem
from maestrarr.kit.http.errors import Garbled
from maestrarr.kit.outside import Outside
from maestrarr.media.ids import ExternalIds
from maestrarr.media.languages import normalise
from maestrarr.providers.contracts import (
    Asking,
    DescribedKind,
    DescribesTitles,
    Description,
    Episode,
)
from maestrarr.providers.contracts import Order as EpisodeOrder
from maestrarr.providers.errors import NotThere


@dataclass(frozen=True, slots=True)
class Service:
    """Who describes titles, under the word by which a title's sources name it."""

    name: str
    title: str
    client: DescribesTitles


@dataclass(frozen=True, slots=True, eq=False)
class Answer:
    """What came of asking a service about a title: what it says, or why it says nothing."""

    asked: Asked
    service: Service
    description: Description | None
    problem: Problem | None = None


@dataclass(frozen=True, slots=True)
class Rules:
    """By what titles are described: the settings, and the libraries with theirs."""

    said: MetadataSettings
    libraries: Mapping[UUID, Library] = field(default_factory=dict)

    def wishes(self, library_id: UUID) -> Wishes:
        """Say how the titles of a library are described."""
        library = self.libraries.get(library_id)
        language = normalise((library and library.language) or self.said.language)
        return Wishes(language, self.said.countries, self.said.most_actors)

    def order(self, library_id: UUID, names: Sequence[str]) -> Order:
        """Say whose word counts first in a library; who is connected and not named comes last."""
        library = self.libraries.get(library_id)
        named = list(library.providers) if library else []
        return Order(tuple(dict.fromkeys([*named, *names])), self.said.orders)


async def rules(session: AsyncSession) -> Rules:
    """Read by what titles are described."""
    said = await settings.read(session, MetadataSettings)
    return Rules(said, await queries.libraries(session))


async def services(session: AsyncSession, outside: Outside) -> list[Service]:
    """List who describes titles, each kind of service once; often nobody."""
    found: dict[str, Service] = {}
    for each in await connections.connected(session, outside, DescribesTitles):
        kind = each.connection.kind
        found.setdefault(kind, Service(kind, each.connection.name, each.client))
    return list(found.values())


async def ask(service: Service, asked: Asked, wishes: Wishes, asking: Asking) -> Answer:
    """Ask a service about a title; what goes wrong is part of the answer."""
    kind = cast("DescribedKind", asked.kind)
    try:
        said = await service.client.describe(kind, asked.ids, wishes.language, asking)
    except Problem as problem:
        return Answer(asked, service, None, problem)
    if said.title is None:
        return Answer(asked, service, None, Garbled("unexpected", service.title))
    return Answer(asked, service, said)


async def write(
    session: AsyncSession, answers: Sequence[Answer], by: Rules, names: Sequence[str]
) -> None:
    """Write down what services said of titles, or why they did not, and when each is asked again.

    Args:
        session: to write with.
        answers: what came of asking, in the order in which it came.
        by: by what titles are described.
        names: every service that is connected.
    """
    for some in _one_of_each_title(answers):
        known = await telling.known_of(session, [answer.asked.id for answer in some])
        there = [answer for answer in some if answer.asked.id in known]
        told: dict[UUID, dict[str, Told]] = {}
        for answer in there:
            told |= await _told(session, known[answer.asked.id], answer, by, names)
        await telling.describe_titles(session, told)
        described = [answer.asked.id for answer in there if answer.description is not None]
        await progress.reach(session, described, TitleState.ENRICHED)
        await _note(session, {each: _outcome(each, known[each.asked.id], by) for each in there})
        for answer in there:
            if _has_new_ids(answer, known[answer.asked.id]):
                await _ask_again_by_new_ids(session, answer, now())


def _one_of_each_title(answers: Sequence[Answer]) -> list[list[Answer]]:
    """Part answers so that what two services say of one title is merged one after the other."""
    parts: list[list[Answer]] = []
    for answer in answers:
        fitting = (p for p in parts if all(each.asked.id != answer.asked.id for each in p))
        part = next(fitting, None)
        if part is None:
            parts.append([answer])
        else:
            part.append(answer)
    return parts


def _has_new_ids(answer: Answer, known: Mapping[str, Any]) -> bool:
    said, before = answer.description, _ids_of(known)
    return said is not None and said.ids.merged_with(before) != before


async def want(session: AsyncSession, title_ids: Sequence[UUID], names: Sequence[str]) -> None:
    """Let services be asked about titles before all others, as soon as may be."""
    moment = now()
    soon = {"due_at": moment, "wanted_at": moment}
    for some in in_pieces(title_ids):
        query = select(Enrichment.title_id, Enrichment.provider)
        known = {tuple(row) for row in await session.execute(query.where(_is_of(some)))}
        again = update(Enrichment).where(_is_of(some)).values(soon)
        await session.execute(again.execution_options(synchronize_session=False))
        new = [(each, name) for each in some for name in names if (each, name) not in known]
        rows = [{**_NEVER, "title_id": each, "provider": name, **soon} for each, name in new]
        await insert_rows(session, Enrichment, rows)


def _is_of(title_ids: Sequence[UUID]) -> ColumnElement[bool]:
    return Enrichment.title_id.in_(title_ids)


async def start_anew(session: AsyncSession, title_id: UUID) -> None:
    """Forget what services said of a title, and all that is below it: it is another work."""
    below = [part["id"] for part in await queries.parts(session, title_id)]
    await telling.forget_services(session, [title_id, *below])
    for table in (Enrichment, Candidate, Identification):
        await session.execute(delete(table).where(table.title_id == title_id))


async def _told(
    session: AsyncSession,
    known: Mapping[str, Any],
    answer: Answer,
    by: Rules,
    names: Sequence[str],
) -> dict[UUID, dict[str, Told]]:
    """Merge what a service says of a title, and of what is below it, field by field."""
    description = answer.description
    if description is None:
        return {}
    asked, provider = answer.asked, answer.service.name
    wishes, order = by.wishes(asked.library_id), by.order(asked.library_id, names)
    said: list[tuple[Mapping[str, Any], Said]] = [(known, saying.of_title(description, wishes))]
    if asked.kind == "series":
        parts = await queries.parts(session, asked.id)
        said += matched(parts, description, wishes, known["episode_order"])
    return {
        each["id"]: {
            name: Told(value, source)
            for name, (value, source) in policy.merge(each, words, provider, order).items()
        }
        for each, words in said
    }


def matched(
    parts: Sequence[Mapping[str, Any]],
    said: Description,
    wishes: Wishes,
    order: str | None,
) -> Iterator[tuple[Mapping[str, Any], Said]]:
    """Find what is said of each season and episode that is there.

    Episodes are found by their numbers in the order in which the series' files are numbered, those
    of daily shows by their dates, those that are only counted through by the absolute order.
    """
    seasons = {season.number: season for season in said.seasons}
    by_place = _by_place(said.episodes, order)
    by_date = {each.premiered: each for each in reversed(said.episodes) if each.premiered}
    by_count = _by_place(said.episodes, EpisodeOrder.ABSOLUTE.value)
    for part in parts:
        if part["kind"] == "season":
            season = seasons.get(part["season_number"])
            if season is not None and order is None:
                yield part, saying.of_season(season)
            continue
        place = (part["season_number"], part["episode_number"])
        found = by_place.get(place)
        if found is None and part["episode_number"] is None:
            found = by_date.get(part["premiered"]) or by_count.get((1, part["absolute_number"]))
        if found is not None:
            yield part, saying.of_episode(found, wishes)


def _by_place(
    episodes: Sequence[Episode], order: str | None
) -> dict[tuple[int | None, int | None], Episode]:
    if order is None:
        return {(each.season, each.number): each for each in episodes}
    name = EpisodeOrder(order)
    return {
        (each.places[name].season, each.places[name].episode): each
        for each in episodes
        if name in each.places
    }


def _outcome(answer: Answer, known: Mapping[str, Any], by: Rules) -> dict[str, Any]:
    """Say what is noted of an answer: when the service is asked again, and what went wrong.

    A service that does not know a title may know it by ids that it was not asked with.
    """
    moment, problem, described = now(), answer.problem, answer.description
    if described is not None:
        after = by.said.refresh_after
        if policy.is_running(described.status, described.premiered, moment.date()):
            after = min(after, by.said.refresh_running_after)
        done = {"described_at": moment, "failures": 0, "problem": None}
        return {"asked_at": moment, "due_at": moment + after, "wanted_at": None, **done}
    wait = timedelta()
    if problem and not (isinstance(problem, NotThere) and _ids_of(known) != answer.asked.ids):
        wait = waits.wait_after(problem, answer.asked.failures)
    return {
        "asked_at": moment,
        "due_at": moment + wait,
        "wanted_at": None,
        "failures": answer.asked.failures + 1,
        "problem": problem and told(problem),
    }


def told(problem: Problem) -> dict[str, Any]:
    """Write a problem down as it is said in every language."""
    return {"key": problem.key, "sentence": problem.sentence, "facts": dict(problem.facts)}


async def _note(session: AsyncSession, outcomes: Mapping[Answer, Mapping[str, Any]]) -> None:
    """Note what came of answers about different titles."""
    titles = [answer.asked.id for answer in outcomes]
    found = await session.scalars(select(Enrichment).where(_is_of(titles)))
    records = {(each.title_id, each.provider): each for each in found}
    for answer, values in outcomes.items():
        key = (answer.asked.id, answer.service.name)
        record = records.get(key)
        if record is None:
            session.add(Enrichment(title_id=key[0], provider=key[1], **values))
            continue
        for name, value in values.items():
            setattr(record, name, value)
    await session.flush()


async def _ask_again_by_new_ids(session: AsyncSession, answer: Answer, moment: datetime) -> None:
    """Let those services be asked again that did not know the title by the ids it had before."""
    by_ids = Enrichment.problem["key"].as_string() == queries.NOT_THERE
    again = update(Enrichment).where(
        Enrichment.title_id == answer.asked.id,
        Enrichment.provider != answer.service.name,
        by_ids,
    )
    await session.execute(again.values(due_at=moment).execution_options(synchronize_session=False))


def _ids_of(known: Mapping[str, Any]) -> ExternalIds:
    return ExternalIds(known["tmdb_id"], known["tvdb_id"], known["imdb_id"])


_NEVER = {"asked_at": None, "described_at": None, "failures": 0, "problem": None}
