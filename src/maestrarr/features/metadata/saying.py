"""What a service says of a title, as fields of ours."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from maestrarr.features.metadata.policy import IN_ANOTHER_LANGUAGE
from maestrarr.kit.text import sort_key
from maestrarr.providers.contracts import (
    Description,
    Episode,
    Job,
    Order,
    Person,
    Place,
    Rating,
    Season,
    Trailer,
)

Said = dict[str, Any]

_CAST: Final = (Job.ACTOR, Job.GUEST)


@dataclass(frozen=True, slots=True)
class Wishes:
    """How titles are described: in which language, by whose age ratings, how much of a cast."""

    language: str
    countries: Sequence[str]
    most_actors: int


def of_title(said: Description, wishes: Wishes) -> Said:
    """Say what a service says of a movie or a series; a name that ends in `~` is a fallback."""
    rating = next(iter(said.ratings), None)
    told: Said = {
        "title": said.title,
        "original_title": said.original_title,
        "other_titles": list(said.other_titles),
        "sort_title": said.sort_title and sort_key(said.sort_title),
        "year": said.year,
        "premiered": said.premiered,
        "tagline": said.tagline,
        "outline": said.outline,
        "plot": said.plot,
        "runtime_minutes": said.runtime_minutes,
        "certification": _certification(said.certifications, wishes.countries),
        "rating": rating and round(rating.value, 2),
        "ratings": _ratings(said.ratings),
        "original_language": said.original_language,
        "languages": list(said.spoken_languages),
        "status": said.status and said.status.value,
        "set_name": said.set and said.set.name,
        "set_tmdb_id": said.set and said.set.ids.tmdb,
        "genres": list(said.genres),
        "studios": list(said.studios),
        "networks": list(said.networks),
        "countries": list(said.countries),
        "tags": list(said.tags),
        "people": people(said.people, wishes.most_actors),
        "trailers": [_trailer(each) for each in said.trailers],
    }
    return _marked(told, said.fallbacks) | _ids(said.ids.tmdb, said.ids.tvdb, said.ids.imdb)


def of_season(said: Season) -> Said:
    """Say what a service says of a season."""
    told = {"title": said.title, "plot": said.plot, "premiered": said.premiered}
    return told | _ids(said.ids.tmdb, said.ids.tvdb, said.ids.imdb)


def of_episode(said: Episode, wishes: Wishes) -> Said:
    """Say what a service says of an episode."""
    rating = next(iter(said.ratings), None)
    told: Said = {
        "title": said.title,
        "plot": said.plot,
        "premiered": said.premiered,
        "year": said.premiered and said.premiered.year,
        "runtime_minutes": said.runtime_minutes,
        "rating": rating and round(rating.value, 2),
        "ratings": _ratings(said.ratings),
        "people": people(said.people, wishes.most_actors),
        "places": places(said),
    }
    return _marked(told, said.fallbacks) | _ids(said.ids.tmdb, said.ids.tvdb, said.ids.imdb)


def places(said: Episode) -> dict[str, list[int]]:
    """Say where an episode stands in other orders, and where a special is shown."""
    found = {order.value: _place(place) for order, place in said.places.items()}
    found.setdefault(Order.AIRED.value, [said.season, said.number])
    if said.shown_before is not None:
        found["shown_before"] = _place(said.shown_before)
    return found


def people(everybody: Iterable[Person], most_actors: int) -> list[Said]:
    """List who worked on a title, of its cast those who are named first."""
    listed, actors = [], 0
    for person in everybody:
        actors += person.job in _CAST
        if person.job not in _CAST or actors <= most_actors:
            listed.append(
                {
                    "name": person.name,
                    "job": person.job.value,
                    "role": person.role,
                    "portrait_url": person.portrait_url,
                }
            )
    return listed


def _certification(known: Mapping[str, str], countries: Sequence[str]) -> str | None:
    return next((known[each.upper()] for each in countries if each.upper() in known), None)


def _ratings(ratings: Iterable[Rating]) -> list[Said]:
    return [
        {"source": each.source, "value": round(each.value, 2), "votes": each.votes}
        for each in ratings
    ]


def _trailer(trailer: Trailer) -> Said:
    return {"url": trailer.url, "name": trailer.name, "language": trailer.language}


def _place(place: Place) -> list[int]:
    return [place.season, place.episode]


def _ids(tmdb: int | None, tvdb: int | None, imdb: str | None) -> Said:
    return {"tmdb_id": tmdb, "tvdb_id": tvdb, "imdb_id": imdb}


def _marked(told: Said, fallbacks: Iterable[str]) -> Said:
    """Mark the fields that are in another language than was asked for."""
    marked = set(fallbacks)
    return {
        f"{name}{IN_ANOTHER_LANGUAGE}" if name in marked else name: value
        for name, value in told.items()
    }
