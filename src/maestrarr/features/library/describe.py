"""The one gate through which every field of a title is written, whoever says it."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import Any

from maestrarr.features.library.report import FoundTitle
from maestrarr.kit.text import fold, sort_key
from maestrarr.media.nfo import NfoEntry

# What a title can be told; every one of these can be locked by its user.
FIELDS = (
    "title",
    "original_title",
    "sort_title",
    "year",
    "premiered",
    "tagline",
    "outline",
    "plot",
    "runtime_minutes",
    "certification",
    "rating",
    "original_language",
    "set_name",
    "genres",
    "studios",
    "countries",
    "tags",
    "people",
)
# Which work a title is: its user says all of these together, and then they are the user's own.
IDS = ("tmdb_id", "tvdb_id", "imdb_id")
_LISTS = ("genres", "studios", "countries", "tags", "people")

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
        if value not in (None, "", []) and field not in locked and known.get(field) != value
    }


def undescribed() -> dict[str, Any]:
    """Return every field of a title of which nothing has been said."""
    return {field: [] if field in _LISTS else None for field in FIELDS}


def said_by_name(found: FoundTitle) -> dict[str, Any]:
    """Return what a title's file and folder names say of it."""
    return {"title": found.title, "year": found.year, "premiered": found.air_date}


def said_by_nfo(entry: NfoEntry) -> dict[str, Any]:
    """Return what an NFO file says of a title."""
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
        "rating": entry.rating and round(entry.rating.value / entry.rating.highest * 10, 2),
        "original_language": entry.original_language,
        "set_name": entry.set_name,
        "genres": list(entry.genres),
        "studios": list(entry.studios),
        "countries": list(entry.countries),
        "tags": list(entry.tags),
        "people": _people(entry),
    }


def has_own_ids(locked: Collection[str]) -> bool:
    """Tell by what is locked whether a title's ids are its user's own."""
    return not set(IDS).isdisjoint(locked)


def locked_by_nfo(entry: NfoEntry) -> set[str]:
    """Return the fields that an NFO file says are locked."""
    if entry.is_locked:
        return set(FIELDS)
    named = (_JELLYFIN_LOCKS.get(field.lower(), ()) for field in entry.locked_fields)
    return {field for fields in named for field in fields}


def derived(known: Values, changes: Values) -> dict[str, Any]:
    """Return what follows from a change of title: how it is sorted and found."""
    if not {"title", "original_title"} & changes.keys():
        return {}
    after = {**known, **changes}
    follows = {"search_text": search_text(after["title"], after["original_title"])}
    is_own = known["sort_title"] is not None and known["sort_title"] != sort_key(known["title"])
    if "sort_title" not in changes and not is_own:
        follows["sort_title"] = sort_key(after["title"])
    return follows


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


def search_text(title: str, original_title: str | None) -> str:
    """Return the folded text under which a title is found."""
    return fold(f"{title} {original_title or ''}")


def _people(entry: NfoEntry) -> list[dict[str, Any]]:
    return [
        *({"name": actor.name, "job": "actor", "role": actor.role} for actor in entry.actors),
        *_with_job(entry.directors, "director"),
        *_with_job(entry.writers, "writer"),
    ]


def _with_job(people: Iterable[str], job: str) -> list[dict[str, Any]]:
    return [{"name": name, "job": job, "role": None} for name in people]
