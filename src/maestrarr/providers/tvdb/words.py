"""Which language TheTVDB's texts are in, which stand in where there is none; and its addresses."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from maestrarr.providers.reading import address_of
from maestrarr.providers.tvdb import wire
from maestrarr.providers.tvdb.languages import code_of

_PICTURES: Final = "https://artworks.thetvdb.com"


@dataclass(frozen=True, slots=True)
class Words:
    """A title's texts, and which of them are not in the language that was asked for."""

    title: str | None
    plot: str | None
    tagline: str | None
    fallbacks: frozenset[str]


def words_of(title: wire.Title, language: str) -> Words:
    """Choose the texts: in the language, else in English, else in the title's own."""
    codes = (code_of(language), "eng", title.original_language or "")
    names, plots = title.translations.name_translations, title.translations.overview_translations
    own, name = _first(names, codes, "name")
    told, plot = _first(plots, codes, "overview")
    _, tagline = _first(names, codes[:1], "tagline")
    native = title.original_language == codes[0]
    fallbacks = set()
    if not native and own != codes[0]:
        fallbacks.add("title")
    if plot and told != codes[0]:
        fallbacks.add("plot")
    whole = title.name if native else name or title.name
    return Words(whole, plot or title.overview, tagline, frozenset(fallbacks))


def _first(
    translations: Sequence[wire.Translation], codes: Sequence[str], field: str
) -> tuple[str | None, str | None]:
    """Find a text in the first language that has one; with the language."""
    for code in codes:
        for each in translations:
            text: str | None = getattr(each, field)
            if each.language == code and text and not each.is_alias:
                return code, text
    return None, None


def picture_url(address: str | None) -> str | None:
    """Name a picture's whole address; theirs may begin with a slash."""
    if not address:
        return None
    if address.startswith("/"):
        return f"{_PICTURES}{address}"
    return address_of(address)
