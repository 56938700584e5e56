"""TMDB's credits in our words."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from maestrarr.providers.contracts import Job, Person
from maestrarr.providers.reading import each_once, ids_of
from maestrarr.providers.tmdb.addresses import Pictures
from maestrarr.providers.tmdb.wire import Credit, Credits, Details, EpisodeDetails

_JOBS: Final = {
    "Director": Job.DIRECTOR,
    **dict.fromkeys(("Writer", "Screenplay", "Story", "Teleplay", "Author"), Job.WRITER),
    **dict.fromkeys(("Producer", "Executive Producer"), Job.PRODUCER),
    **dict.fromkeys(("Original Music Composer", "Music"), Job.COMPOSER),
}


def people_of(details: Details, pictures: Pictures) -> tuple[Person, ...]:
    """List everybody once for each thing they did: creators, then the cast, then the crew."""
    credited = _fuller(details.credits, details.aggregate_credits)
    return _once_each(
        (
            *_all(details.created_by, Job.CREATOR, pictures),
            *_cast(credited.cast, Job.ACTOR, pictures),
            *_crew(credited.crew, pictures),
        )
    )


def people_of_episode(episode: EpisodeDetails, pictures: Pictures) -> tuple[Person, ...]:
    """List an episode's guests and its crew."""
    return _once_each(
        (*_cast(episode.guest_stars, Job.GUEST, pictures), *_crew(episode.crew, pictures))
    )


def _fuller(one: Credits, other: Credits) -> Credits:
    return other if other.cast or other.crew else one


def _cast(cast: Sequence[Credit], job: Job, pictures: Pictures) -> Iterator[Person]:
    last = len(cast)
    ordered = sorted(cast, key=lambda each: last if each.order is None else each.order)
    for order, credit in enumerate(ordered):
        roles = each_once([credit.character, *(role.character for role in credit.roles)])
        person = _person(credit, job, pictures, role=" / ".join(roles) or None, order=order)
        if person:
            yield person


def _crew(crew: Sequence[Credit], pictures: Pictures) -> Iterator[Person]:
    for credit in crew:
        for name in each_once([credit.job, *(each.job for each in credit.jobs)]):
            if name in _JOBS:
                yield from _all([credit], _JOBS[name], pictures)


def _all(somebody: Iterable[Credit], job: Job, pictures: Pictures) -> Iterator[Person]:
    return (person for credit in somebody if (person := _person(credit, job, pictures)))


def _person(
    credit: Credit,
    job: Job,
    pictures: Pictures,
    *,
    role: str | None = None,
    order: int | None = None,
) -> Person | None:
    if credit.name is None:
        return None
    return Person(
        name=credit.name,
        job=job,
        role=role,
        order=order,
        portrait_url=pictures.whole(credit.profile_path),
        ids=ids_of(tmdb=credit.id),
    )


def _once_each(people: Iterable[Person]) -> tuple[Person, ...]:
    first: dict[tuple[str, Job, int | None], Person] = {}
    for person in people:
        first.setdefault((person.name, person.job, person.ids.tmdb), person)
    return tuple(first.values())
