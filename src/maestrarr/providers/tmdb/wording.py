"""Which language TMDB's texts are in, and which stand in where there is none."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from maestrarr.media.languages import is_within
from maestrarr.providers.contracts import Episode
from maestrarr.providers.reading import language_of
from maestrarr.providers.tmdb.wire import Details, Translation, Wording

# TMDB tells Chinese apart by place, we by script where no place is named.
_AS_TMDB_WRITES: Final = {
    "zh": "zh-CN",
    "zh-Hans": "zh-CN",
    "zh-Hant": "zh-TW",
    "yue": "zh-HK",
    "en": "en-US",
}
_USUAL_PLACES: Final = {"en": "US", "pt": "PT", "fr": "FR", "es": "ES", "de": "DE", "zh": "CN"}
_GENERIC: Final = re.compile(r"(?:\D{1,12}\b)?(?P<number>\d{1,4})(?:[.,]?\D{0,12})?")


@dataclass(frozen=True, slots=True)
class Words:
    """A title's texts, and which of them are not in the language that was asked for."""

    title: str | None
    tagline: str | None
    plot: str | None
    fallbacks: frozenset[str]


def language_parameter(language: str) -> str:
    """Write a language as TMDB does: two letters, and a country where it matters."""
    known = _AS_TMDB_WRITES.get(language)
    if known:
        return known
    first, *rest = language.split("-")
    place = next((part for part in rest if len(part) == 2), None)
    return f"{first}-{place}" if place else first


def words_of(details: Details, language: str) -> Words:
    """Choose the texts: in the language, else in English, else in the title's own."""
    own = _wording(details.translations.translations, language)
    english = _wording(details.translations.translations, "en")
    fallbacks = set()
    title = details.title or details.name
    if not _is_titled(details, own, language):
        title = english.title or english.name or title
        # A blank title beside a plot says: here it bears its original one.
        if own.overview is None or title not in (details.original_title, details.original_name):
            fallbacks.add("title")
    plot, tagline = details.overview or own.overview, details.tagline or own.tagline
    if plot is None and english.overview:
        plot = english.overview
        fallbacks.add("plot")
    if tagline is None and english.tagline:
        tagline = english.tagline
        fallbacks.add("tagline")
    return Words(title, tagline, plot, frozenset(fallbacks))


def _is_titled(details: Details, own: Wording, language: str) -> bool:
    """Say whether the title is in the language; where there is none, TMDB gives the original."""
    if own.title or own.name or not details.translations.translations:
        return True
    original = language_of(details.original_language)
    return original is not None and (is_within(language, original) or is_within(original, language))


def _wording(translations: Sequence[Translation], language: str) -> Wording:
    """Find the texts in a language: of its place, else of its usual one, else of any."""
    first, _, place = language_parameter(language).partition("-")
    places = [place, _USUAL_PLACES.get(first)]
    spoken = [each for each in translations if each.iso_639_1 == first]
    spoken.sort(
        key=lambda each: places.index(each.iso_3166_1) if each.iso_3166_1 in places else len(places)
    )
    return spoken[0].data if spoken else Wording()


def lack_words(episodes: Sequence[Episode]) -> bool:
    """Say whether some episode of a season has no text of its own in its language."""
    return any(each.plot is None or _is_generic(each) for each in episodes)


def filled_from(episodes: Sequence[Episode], english: Sequence[Episode]) -> tuple[Episode, ...]:
    """Fill what episodes lack with their English texts, and say so."""
    theirs = {(each.season, each.number): each for each in english}
    return tuple(_filled(each, theirs.get((each.season, each.number))) for each in episodes)


def _filled(episode: Episode, english: Episode | None) -> Episode:
    if english is None:
        return episode
    fallbacks = set(episode.fallbacks)
    title, plot = episode.title, episode.plot
    if english.title and (title is None or (_is_generic(episode) and not _is_generic(english))):
        title = english.title
        fallbacks.add("title")
    if plot is None and english.plot:
        plot = english.plot
        fallbacks.add("plot")
    return replace(episode, title=title, plot=plot, fallbacks=frozenset(fallbacks))


def _is_generic(episode: Episode) -> bool:
    """Recognise what TMDB calls an episode without a name: `Episode 5`, `5. Bölüm`, `第 5 集`."""
    match = _GENERIC.fullmatch(episode.title or "")
    return match is not None and int(match["number"]) == episode.number
