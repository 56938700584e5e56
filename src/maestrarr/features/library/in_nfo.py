"""What the library knows of a title in the words of an NFO file, and the other way round."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from maestrarr.kit.text import sort_key
from maestrarr.media.ids import ExternalIds
from maestrarr.media.nfo import Actor, Description, NfoEntry, NfoKind, Rating
from maestrarr.providers.registry import KINDS

Values = Mapping[str, Any]

_KINDS: Final[Mapping[str, NfoKind]] = {
    "movie": "movie", "series": "series", "season": "season", "episode": "episode",
}  # fmt: skip
_CAST: Final = ("actor", "guest")
_WRITERS: Final = ("writer", "creator")
# Kodi's and our words for whose rating it is.
_TO_KODI: Final = {"tmdb": "themoviedb"}
_FROM_KODI: Final = {theirs: ours for ours, theirs in _TO_KODI.items()}
OWN_RATING: Final = "maestrarr"
_STATUS: Final = {
    **dict.fromkeys(("continuing", "returning series", "in production"), "continuing"),
    **dict.fromkeys(("ended", "canceled", "cancelled"), "ended"),
    **dict.fromkeys(("upcoming", "planned", "pilot", "unreleased"), "upcoming"),
}
# The fields of an entry that say what a field of ours says, where they are not called alike.
_SAID_IN: Final[Mapping[str, tuple[str, ...]]] = {
    "people": ("actors", "directors", "writers"),
    "rating": ("ratings",),
}
_NOT_SAID: Final = frozenset({"other_titles", "tmdb_id", "tvdb_id", "imdb_id"})


def description_of(known: Values, series_title: str | None = None) -> Description:
    """Return what a title's NFO file shall say, what was emptied on purpose, and whose data it is.

    A season or an episode names its series.
    """
    locked: Sequence[str] = known["locked_fields"]
    return Description(
        entry_of(known, series_title), cleared(known, locked), attribution(known["sources"])
    )


def entry_of(known: Values, series_title: str | None = None) -> NfoEntry:
    """Say in an NFO's words what is known of a title."""
    people, places = known["people"], known["places"]
    return NfoEntry(
        kind=_KINDS.get(known["kind"], "unknown"),
        title=known["title"],
        original_title=known["original_title"],
        sort_title=_sort_title(known),
        year=known["year"],
        premiered=known["premiered"],
        runtime_minutes=known["runtime_minutes"],
        plot=known["plot"],
        outline=known["outline"],
        tagline=known["tagline"],
        certification=known["certification"],
        ratings=tuple(_ratings(known)),
        genres=tuple(known["genres"]),
        studios=tuple(known["studios"]),
        networks=tuple(known["networks"]),
        countries=tuple(known["countries"]),
        tags=tuple(known["tags"]),
        directors=tuple(_names(people, ("director",))),
        writers=tuple(_names(people, _WRITERS)),
        actors=tuple(_actors(people)),
        set_name=known["set_name"],
        ids=ExternalIds(known["tmdb_id"], known["tvdb_id"], known["imdb_id"]),
        default_id=_default_id(known),
        series_title=series_title,
        season=known["season_number"],
        episode=known["episode_number"],
        absolute_number=_place(places, "absolute", 1) or known["absolute_number"],
        dvd_season=_place(places, "dvd", 0),
        dvd_episode=_place(places, "dvd", 1),
        display_season=_place(places, "shown_before", 0),
        display_episode=_place(places, "shown_before", 1),
        original_language=known["original_language"],
        languages=tuple(known["languages"]),
        trailers=tuple(trailer["url"] for trailer in known["trailers"]),
        status=known["status"] and known["status"].capitalize(),
        locked_fields=frozenset(known["locked_fields"]),
    )


def cleared(known: Values, locked: Collection[str]) -> frozenset[str]:
    """Name the fields of an entry that somebody emptied on purpose; locks, where there are none."""
    empty = (field for field in locked if field not in _NOT_SAID and not known.get(field))
    names = {name for field in empty for name in _SAID_IN.get(field, (field,))}
    if known["ratings"] or known["rating"] is not None:
        names.discard("ratings")
    return frozenset(names if locked else {*names, "locked_fields"})


def attribution(sources: Mapping[str, str]) -> tuple[str, ...]:
    """Return what the services whose data this is want to be said with it."""
    kinds = (KINDS[source] for source in sorted(set(sources.values())) if source in KINDS)
    return tuple(kind.attribution for kind in kinds if kind.attribution)


def said_by(entry: NfoEntry) -> dict[str, Any]:
    """Return what an NFO file says of a title, in our words."""
    preferred = entry.rating
    return {
        "title": entry.title,
        "original_title": entry.original_title,
        "sort_title": entry.sort_title and sort_key(entry.sort_title),
        "year": entry.year,
        "premiered": entry.premiered,
        "tagline": entry.tagline,
        "outline": entry.outline,
        "plot": entry.plot,
        "runtime_minutes": entry.runtime_minutes,
        "certification": entry.certification,
        "rating": preferred and _of_ten(preferred),
        "ratings": [_rating(rating) for rating in entry.ratings if rating.source != OWN_RATING],
        "original_language": entry.original_language,
        "languages": list(entry.languages),
        "status": _STATUS.get((entry.status or "").casefold()),
        "set_name": entry.set_name,
        "genres": list(entry.genres),
        "studios": list(entry.studios),
        "networks": list(entry.networks),
        "countries": list(entry.countries),
        "tags": list(entry.tags),
        "people": _people(entry),
        "trailers": [{"url": url} for url in entry.trailers],
    }


def _sort_title(known: Values) -> str | None:
    """Return a title's own sort title; one that follows from the title, or stands there, is none.

    We keep it folded: what a file says of it is better written.
    """
    is_usual = known["sort_title"] in (None, sort_key(known["title"]))
    is_in_file = known["sources"].get("sort_title") == "nfo" and known["nfo_path"] is not None
    return None if is_usual or is_in_file else known["sort_title"]


def _ratings(known: Values) -> Iterator[Rating]:
    own, locked = known["rating"], "rating" in known["locked_fields"]
    if own is not None and locked:
        yield Rating(source=OWN_RATING, value=own, is_default=True)
    for number, said in enumerate(known["ratings"]):
        is_default = number == 0 and not (own is not None and locked)
        source = _TO_KODI.get(said["source"], said["source"])
        yield Rating(
            source=source, value=said["value"], votes=said.get("votes"), is_default=is_default
        )


def _rating(rating: Rating) -> dict[str, Any]:
    source = _FROM_KODI.get(rating.source, rating.source)
    return {"source": source, "value": _of_ten(rating), "votes": rating.votes}


def _of_ten(rating: Rating) -> float:
    return round(rating.value / rating.highest * 10, 2)


def _default_id(known: Values) -> str | None:
    """Name the service whose id players look at first: that of the kind's own people."""
    order = ("tmdb", "imdb", "tvdb") if known["kind"] == "movie" else ("tvdb", "tmdb", "imdb")
    return next((name for name in order if known[f"{name}_id"]), None)


def _place(places: Values, order: str, part: int) -> int | None:
    return places[order][part] if order in places else None


def _names(people: Iterable[Values], jobs: Sequence[str]) -> Iterator[str]:
    return iter(dict.fromkeys(person["name"] for person in people if person["job"] in jobs))


def _actors(people: Iterable[Values]) -> Iterator[Actor]:
    cast = (person for person in people if person["job"] in _CAST)
    for order, person in enumerate(cast):
        yield Actor(
            name=person["name"],
            role=person["role"],
            order=order,
            thumb=person.get("portrait_url"),
        )


def _people(entry: NfoEntry) -> list[dict[str, Any]]:
    return [
        *(_person(actor.name, "actor", actor.role, actor.thumb) for actor in entry.actors),
        *(_person(name, "director") for name in entry.directors),
        *(_person(name, "writer") for name in entry.writers),
    ]


def _person(
    name: str, job: str, role: str | None = None, portrait_url: str | None = None
) -> dict[str, Any]:
    return {"name": name, "job": job, "role": role, "portrait_url": portrait_url}
