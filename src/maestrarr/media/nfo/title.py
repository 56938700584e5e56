"""The elements of one title in an NFO file that are ours, in the order in which new ones stand.

Source: kodi.wiki, NFO files (movies, TV shows, episodes); Jellyfin's NFO reader.
"""

import html
import re
from collections.abc import Callable, Sequence
from functools import partial
from typing import Final, TypeAlias

from maestrarr.media.nfo import groups
from maestrarr.media.nfo.cleaning import text_or_none
from maestrarr.media.nfo.editing import element
from maestrarr.media.nfo.page import Page
from maestrarr.media.nfo.trailers import read_trailer, written_trailer

_Put: TypeAlias = Callable[[Page], None]

_ATTRIBUTION: Final = re.compile(r"<!--\s*Maestrarr: (.*?)\s*-->", re.DOTALL)


def put_all(page: Page, attribution: Sequence[str]) -> None:
    """Bring a title's element up to date with what is wanted of it."""
    _put_attribution(page, attribution)
    for put in _IN_ORDER:
        put(page)


def _put_attribution(page: Page, sentences: Sequence[str]) -> None:
    """Say in a comment whose data this is, as the providers' terms want it."""
    said = " ".join(text for each in sentences if (text := text_or_none(each)))
    if not said:
        return
    comment = re.sub(r"-(?=-)", "- ", " ".join(said.split())).rstrip(" -")
    title = page.title
    end = title.children[0].start if title.children else title.inner_end
    found = _ATTRIBUTION.search(page.editor.text, title.inner_start, end)
    line = f"<!-- Maestrarr: {comment} -->"
    if not found:
        page.editor.put_first(line)
    elif html.unescape(found[1]) != comment:
        page.editor.put_at(found.start(), found.end(), line)


def _put_year(page: Page) -> None:
    """Write the year where the file names one, or where its date would say another."""
    nodes = page.title.named("year")
    premiered = page.wanted.premiered or page.current.premiered
    implied = premiered.year if premiered and "premiered" not in page.cleared else None
    is_new = not page.title.children
    if page.wanted.year and not nodes and (is_new or page.wanted.year != implied):
        page.editor.put([], [[(0, element("year", str(page.wanted.year)))]])
        return
    if nodes:
        page.put_text("year", "year")


def _put_premiered(page: Page) -> None:
    is_episode = page.wanted.kind == "episode"
    names = ("aired",) if is_episode else ("premiered", "releasedate")
    page.put_text("premiered", *names)


def _put_season(page: Page) -> None:
    is_episode = page.wanted.kind == "episode"
    names = ("season",) if is_episode else ("seasonnumber", "season")
    page.put_text("season", *names)


def _put_trailers(page: Page) -> None:
    """Write the trailers; other add-ons' words for one stay."""
    nodes = page.title.named("trailer")
    page.editor.passed(nodes)
    ours = [node for node in nodes if read_trailer(node.said())]
    if "trailers" in page.cleared:
        page.take_out(ours)
    elif page.wanted.trailers and page.wanted.trailers != page.current.trailers:
        texts = [written_trailer(address) for address in page.wanted.trailers]
        page.editor.put(ours, [[(0, element("trailer", text))] for text in texts])


def _put_locks(page: Page) -> None:
    """Write the locks; one that stands in the file stays until it is cleared."""
    nodes = page.title.named("lockdata")
    is_new = page.wanted.is_locked and not page.current.is_locked
    if "is_locked" in page.cleared and page.current.is_locked:
        page.take_out(nodes)
    elif is_new:
        page.set_text(nodes, "true", "lockdata")
    page.editor.passed(nodes)
    fields = page.title.named("lockedfields")
    if "locked_fields" in page.cleared:
        page.take_out(fields)
    elif page.wanted.locked_fields and page.wanted.locked_fields != page.current.locked_fields:
        page.set_text(fields, "|".join(sorted(page.wanted.locked_fields)), "lockedfields")
    page.editor.passed(fields)


def _put_languages(page: Page) -> None:
    nodes = page.title.named("languages")
    if "languages" in page.cleared:
        page.take_out(nodes)
    elif page.wanted.languages and page.wanted.languages != page.current.languages:
        page.set_text(nodes, ", ".join(page.wanted.languages), "languages")
    page.editor.passed(nodes)


def _text(field: str, *names: str) -> _Put:
    return partial(_put_text, field=field, names=names)


def _list(field: str, *names: str) -> _Put:
    return partial(_put_list, field=field, names=names)


def _put_text(page: Page, field: str, names: tuple[str, ...]) -> None:
    page.put_text(field, *names)


def _put_list(page: Page, field: str, names: tuple[str, ...]) -> None:
    page.put_list(field, *names)


_IN_ORDER: Final[tuple[_Put, ...]] = (
    _text("title", "title", "localtitle"),
    _text("original_title", "originaltitle"),
    _text("sort_title", "sorttitle", "sortname"),
    _text("series_title", "showtitle"),
    groups.put_ratings,
    _put_season,
    _text("episode", "episode"),
    _text("last_episode", "episodenumberend"),
    _text("display_season", "displayseason"),
    _text("display_episode", "displayepisode"),
    _text("dvd_season", "dvd_season"),
    _text("dvd_episode", "dvd_episode", "dvd_episodenumber"),
    _text("absolute_number", "absolute_number"),
    _text("outline", "outline"),
    _text("plot", "plot", "overview", "biography"),
    _text("tagline", "tagline"),
    _text("runtime_minutes", "runtime"),
    _text("certification", "mpaa", "certification"),
    groups.put_ids,
    _list("genres", "genre"),
    _list("countries", "country"),
    groups.put_set,
    _list("tags", "tag"),
    _list("writers", "credits", "writer"),
    _list("directors", "director"),
    _put_premiered,
    _put_year,
    _text("status", "status"),
    _list("studios", "studio"),
    _list("networks", "network"),
    _put_trailers,
    groups.put_streams,
    groups.put_actors,
    _text("original_language", "originallanguage", "original_language"),
    _put_languages,
    _put_locks,
)
