"""NFO files in every form that the field writes. Source: kodi.wiki, NFO files."""

from collections.abc import Sequence
from html import escape

from maestrarr.demo.library.catalogue import Episode, Film, Series

FILM_FORMS = (
    "full",
    "video name",
    "ids only",
    "locked",
    "none",
    "url only",
    "with byte order mark",
    "xml and url",
    "legacy id",
    "unknown elements",
)
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def film(told: Film, form: str) -> bytes | None:
    """Write a film's NFO in one of `FILM_FORMS`, or `broken`; None where it has none."""
    url = f"https://www.themoviedb.org/movie/{told.ids.tmdb}\n"
    ids = _unique_ids(told.ids.tmdb, told.ids.imdb)
    whole = _HEAD + _element("movie", _film_body(told), ids)
    forms = {
        "full": whole,
        "video name": whole,
        "ids only": _HEAD + _element("movie", ids),
        "locked": _HEAD
        + _element(
            "movie",
            _film_body(told),
            ids,
            "  <lockdata>false</lockdata>\n  <lockedfields>Name|Overview</lockedfields>\n",
        ),
        "url only": url,
        "with byte order mark": "\ufeff" + whole,
        "xml and url": _HEAD + _element("movie", _text("title", told.title)) + url,
        "legacy id": _HEAD + _element("movie", _film_body(told), _text("id", told.ids.imdb)),
        "unknown elements": _HEAD
        + _element("movie", _film_body(told), ids, "  <shelf>Third from the left</shelf>\n"),
        "broken": whole.replace("</plot>", "</plo").replace("</movie>", ""),
    }
    return None if form == "none" else forms[form].encode()


def series(told: Series) -> bytes:
    """Write a series' tvshow.nfo; Kodi reads its year from `premiered`."""
    body = [
        _text("title", told.title),
        _text("originaltitle", told.title) if told.english else "",
        _text("originallanguage", told.language),
        _text("premiered", f"{told.year}-09-01"),
        _text("plot", told.plot),
        *(_text("genre", genre) for genre in told.genres),
        *(_actor(name, at) for at, name in enumerate(told.cast)),
        _unique_ids(told.ids.tmdb, told.ids.imdb),
        f'  <uniqueid type="tvdb">{told.ids.tvdb}</uniqueid>\n',
    ]
    return (_HEAD + _element("tvshow", *body)).encode()


def season(number: int) -> bytes:
    """Write a season's season.nfo."""
    title = "Specials" if number == 0 else f"Season {number}"
    body = [_text("title", title), _text("seasonnumber", str(number))]
    return (_HEAD + _element("season", *body)).encode()


def episodes(told: Sequence[Episode]) -> bytes:
    """Write one `episodedetails` after another, which as a whole is not XML."""
    roots = [
        _element(
            "episodedetails",
            _text("title", episode.title),
            _text("season", str(episode.season)),
            _text("episode", str(episode.number)),
            _text("aired", episode.aired) if episode.aired else "",
            _text("plot", episode.plot),
        )
        for episode in told
    ]
    return (_HEAD + "".join(roots)).encode()


def _film_body(told: Film) -> str:
    group = f"  <set>\n    <name>{escape(told.group)}</name>\n  </set>\n" if told.group else ""
    rating = (
        '  <ratings>\n    <rating name="themoviedb" max="10" default="true">\n'
        f"      <value>{told.rating}</value>\n      <votes>{900 + told.position * 37}</votes>\n"
        "    </rating>\n  </ratings>\n"
    )
    parts = [
        _text("title", told.english or told.title),
        _text("originaltitle", told.title),
        _text("originallanguage", told.language),
        _text("year", str(told.year)),
        rating,
        _text("plot", told.plot),
        _text("runtime", str(told.minutes)),
        *(_text("genre", genre) for genre in told.genres),
        group,
        _text("director", told.director),
        *(_actor(name, at) for at, name in enumerate(told.cast)),
    ]
    return "".join(parts)


def _unique_ids(tmdb: int, imdb: str) -> str:
    return (
        f'  <uniqueid type="tmdb" default="true">{tmdb}</uniqueid>\n'
        f'  <uniqueid type="imdb">{imdb}</uniqueid>\n'
    )


def _actor(name: str, order: int) -> str:
    return f"  <actor>\n    <name>{escape(name)}</name>\n    <order>{order}</order>\n  </actor>\n"


def _text(name: str, value: str) -> str:
    return f"  <{name}>{escape(value, quote=False)}</{name}>\n"


def _element(name: str, *parts: str) -> str:
    return f"<{name}>\n{''.join(parts)}</{name}>\n"
