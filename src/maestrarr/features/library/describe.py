"""The one gate through which every field of a title is written, whoever says it."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

from maestrarr.features.library import in_nfo
from maestrarr.features.library.report import FoundTitle
from maestrarr.kit.text import sort_key
from maestrarr.media.nfo import NfoEntry

# What a title can be told; every one of these can be locked by its user.
FIELDS = (
    "title",
    "original_title",
    "other_titles",
    "sort_title",
    "year",
    "premiered",
    "tagline",
    "outline",
    "plot",
    "runtime_minutes",
    "certification",
    "rating",
    "ratings",
    "original_language",
    "languages",
    "status",
    "set_name",
    "genres",
    "studios",
    "networks",
    "countries",
    "tags",
    "people",
    "trailers",
)
# Which work a title is: its user says all of these together, and then they are the user's own.
IDS = ("tmdb_id", "tvdb_id", "imdb_id")
# What follows from another field, and is locked with it.
FOLLOWS: Mapping[str, str] = {"set_tmdb_id": "set_name"}
# Of these it is kept who said them.
SOURCED = frozenset({*FIELDS, "places"})
# Who speaks for the files and the people of this house; everybody else is a service.
OWN_SOURCES = frozenset({"user", "nfo", "name"})
LISTS = frozenset(
    {
        "other_titles",
        "ratings",
        "languages",
        "genres",
        "studios",
        "networks",
        "countries",
        "tags",
        "people",
        "trailers",
    }
)

# Jellyfin's LockedFields, in our words; its Images and Cast lock artwork and people.
_JELLYFIN_LOCKS: Mapping[str, tuple[str, ...]] = {
    "name": ("title", "original_title", "sort_title"),
    "overview": ("plot", "outline", "tagline"),
    "genres": ("genres",),
    "studios": ("studios",),
    "productionlocations": ("countries",),
    "tags": ("tags",),
    "cast": ("people",),
    "runtime": ("runtime_minutes",),
    "officialrating": ("certification",),
}

Values = Mapping[str, Any]


def accept(said: Values, known: Values, locked: Collection[str]) -> dict[str, Any]:
    """Return what may be written of all that is said of a title.

    Nothing empty, nothing that is known already, and nothing that the user has locked.
    """
    return {
        field: value
        for field, value in said.items()
        if value not in (None, "", [], {})
        and FOLLOWS.get(field, field) not in locked
        and known.get(field) != value
    }


def undescribed() -> dict[str, Any]:
    """Return every field of a title of which nothing has been said."""
    empty: dict[str, Any] = {field: [] if field in LISTS else None for field in FIELDS}
    return {**empty, "set_tmdb_id": None, "sources": {}, "places": {}, "episode_order": None}


def by(source: str, known: Values, changes: Values) -> dict[str, Any]:
    """Return changes of a title together with who says them."""
    said = {field: source for field in changes if field in FIELDS}
    if not said:
        return dict(changes)
    return {**changes, "sources": {**known["sources"], **said}}


def said_by_name(found: FoundTitle) -> dict[str, Any]:
    """Return what a title's file and folder names say of it."""
    return {"title": found.title, "year": found.year, "premiered": found.air_date}


def told_by_nfo(entry: NfoEntry, known: Values, locked: Collection[str]) -> dict[str, Any]:
    """Return what changes by what an NFO file says of a title that we would not say in its place.

    Files say less than we know: what they leave out of a cast, say, is no news.
    """
    said, ours = in_nfo.said_by(entry), in_nfo.said_by(in_nfo.entry_of(known))
    news = {field: value for field, value in said.items() if value != ours[field]}
    changes = accept(news, known, locked)
    guessed = {field for field, source in known["sources"].items() if source == "name"}
    confirmed = {field for field in guessed if said.get(field) not in (None, "", [])}
    sources = {field: "nfo" for field in {*changes, *confirmed} if field in FIELDS}
    return changes | ({"sources": {**known["sources"], **sources}} if sources else {})


def has_own_ids(locked: Collection[str]) -> bool:
    """Tell by what is locked whether a title's ids are its user's own."""
    return not set(IDS).isdisjoint(locked)


def locked_by_nfo(entry: NfoEntry) -> set[str]:
    """Return the fields that an NFO file says are locked."""
    if entry.is_locked:
        return set(FIELDS)
    words = {word.lower() for word in entry.locked_fields}
    named = (_JELLYFIN_LOCKS.get(word, ()) for word in words)
    return {field for fields in named for field in fields} | words & {*FIELDS, *IDS}


def derived(known: Values, changes: Values) -> dict[str, Any]:
    """Return what follows from a change of title: how it is sorted."""
    is_own = known["sort_title"] is not None and known["sort_title"] != sort_key(known["title"])
    if "title" not in changes or "sort_title" in changes or is_own:
        return {}
    return {"sort_title": sort_key(changes["title"])}


def to_json(values: Values) -> dict[str, Any]:
    """Write described values so that JSON can carry them."""
    return {
        field: value.isoformat() if isinstance(value, date) else value
        for field, value in values.items()
    }


def from_json(values: Values) -> dict[str, Any]:
    """Read described values as `to_json` wrote them."""
    premiered = values.get("premiered")
    if not isinstance(premiered, str):
        return dict(values)
    return {**values, "premiered": date.fromisoformat(premiered)}
