"""What films and series are called on disk, in the conventions of everybody who names them."""

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from maestrarr.demo.library.catalogue import Film

LONGEST_BYTES = 255

_DUTIES = {":": " -", "/": "-", "?": "", '"': "'", "*": "", "<": "", ">": "", "|": ""}
_AND_SO_ON = " and Back Again"


@dataclass(frozen=True, slots=True)
class Name:
    """Where a film lies: its folder below the root, none for a flat one, and its file's stem."""

    folder: str | None
    stem: str


def film_name(film: Film, quality: str) -> Name:
    """Name a film in one of the conventions; which one follows from its place in the catalogue."""
    if film.form == "long":
        return _long(film)
    if film.form == "twin":
        return Name(*[unicodedata.normalize("NFD", "Café Boréal (1961)")] * 2)
    plain = f"{safe(film.title)} ({film.year})"
    if film.form != "plain" or film.title == "Café Boréal":
        return Name(plain, plain)
    style = _STYLES[(film.position * 5 + film.position // 8) % len(_STYLES)]
    return style(film, plain, quality)


def safe(title: str) -> str:
    """Take out of a title what no file system allows, as Radarr does it."""
    for letter, instead in _DUTIES.items():
        title = title.replace(letter, instead)
    return title.strip().rstrip(".")


def dotted(title: str) -> str:
    """Write a title as a release name does: dots between the words."""
    kept = "".join(letter if letter.isalnum() else " " for letter in title)
    return ".".join(kept.split())


def _long(film: Film) -> Name:
    """Fill the last byte that a file system allows, suffix included."""
    year = f" ({film.year})"
    stem = safe(film.title)
    room = LONGEST_BYTES - len(".mkv") - len(year)
    stem = (stem + _AND_SO_ON * 20).encode()[:room].decode()
    return Name(f"{safe(film.title)}{year}", stem.rstrip().ljust(room, "n") + year)


def _release(film: Film, _: str, quality: str) -> Name:
    name = f"{dotted(film.title)}.{film.year}.{quality}.BluRay.x264-LANTERN"
    return Name(name, name)


def _radarr(film: Film, plain: str, quality: str) -> Name:
    folder = f"{plain} {{tmdb-{film.ids.tmdb}}}"
    return Name(folder, f"{folder} - [Bluray-{quality}][x264]-LANTERN")


def _both(form: str) -> Callable[[Film, str, str], Name]:
    def name(film: Film, plain: str, quality: str) -> Name:
        told = form.format(plain=plain, tmdb=film.ids.tmdb, imdb=film.ids.imdb, quality=quality)
        return Name(told, told)

    return name


_STYLES: tuple[Callable[[Film, str, str], Name], ...] = (
    _both("{plain}"),
    _radarr,
    _both("{plain} [tmdbid-{tmdb}]"),
    _both("{plain} {{imdb-{imdb}}}"),
    _release,
    lambda _, plain, quality: Name(plain, f"{plain} [{quality}]"),
    _both("{plain} [tmdbid={tmdb}]"),
    lambda _, plain, __: Name(None, plain),
)
