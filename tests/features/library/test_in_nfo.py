"""What the library knows goes into an NFO file and comes back; a file says less than it knows."""

from datetime import date
from typing import Any

from maestrarr.features.library import describe, in_nfo
from maestrarr.media.nfo import read, write

KNOWN: dict[str, Any] = {
    **describe.undescribed(),
    "kind": "movie",
    "title": "The Long Night",
    "original_title": "Uzun Gece",
    "sort_title": "night 2",
    "year": 2010,
    "premiered": date(2010, 4, 16),
    "plot": "It is dark.",
    "ratings": [{"source": "tmdb", "value": 7.25, "votes": 12}],
    "rating": 7.25,
    "genres": ["Drama"],
    "networks": ["TRT"],
    "languages": ["tr", "en"],
    "status": None,
    "set_name": "Nights",
    "people": [
        {"name": "Ada", "job": "actor", "role": "Queen", "portrait_url": "https://e.org/a.jpg"},
        {"name": "Bo", "job": "producer", "role": None, "portrait_url": None},
        {"name": "Cem", "job": "director", "role": None, "portrait_url": None},
    ],
    "trailers": [{"url": "https://www.youtube.com/watch?v=abcdefghijk", "name": "Teaser"}],
    "locked_fields": ["plot", "tagline"],
    "sources": {"title": "tmdb", "plot": "user"},
    "tmdb_id": 603,
    "tvdb_id": None,
    "imdb_id": "tt0133093",
    "season_number": None,
    "episode_number": None,
    "absolute_number": None,
    "nfo_path": None,
}


def test_what_we_wrote_ourselves_is_no_news() -> None:
    written = write(None, [in_nfo.description_of(KNOWN)])

    (entry,) = read(written).entries

    assert b"The Long Night" in written
    assert b'name="themoviedb"' in written
    assert b"TMDB" in written  # whose data it is, as its terms want it
    assert describe.told_by_nfo(entry, KNOWN, locked=[]) == {}
    assert describe.locked_by_nfo(entry) == {"plot", "tagline"}
    assert in_nfo.description_of(KNOWN).cleared == {"tagline"}


def test_what_somebody_else_wrote_is_and_who_said_it_is_kept() -> None:
    written = write(None, [in_nfo.description_of(KNOWN)])
    (entry,) = read(written.replace(b"Drama", b"Comedy").replace(b"It is dark.", b"")).entries

    told = describe.told_by_nfo(entry, KNOWN, locked=["plot"])

    assert told == {
        "genres": ["Comedy"],
        "sources": {"title": "tmdb", "plot": "user", "genres": "nfo"},
    }


def test_what_a_file_confirms_is_no_guess_any_more() -> None:
    known = {**KNOWN, "sources": {"title": "name", "year": "name"}}
    (entry,) = read(b"<movie><title>The Long Night</title></movie>").entries

    assert describe.told_by_nfo(entry, known, locked=[])["sources"] == {
        "title": "nfo",
        "year": "name",
    }
