"""OpenSubtitles' words into ours."""

import re
from collections.abc import Iterable
from typing import Final

from maestrarr.providers.contracts import SubtitleOffer, SubtitlesWanted
from maestrarr.providers.opensubtitles.wire import Attributes, Download, Offered
from maestrarr.providers.reading import Unreadable, document_of

# Theirs, where it is not the first part of the tag.
_THEIRS: Final = {
    "zh": "zh-cn",
    "zh-cn": "zh-cn",
    "zh-hans": "zh-cn",
    "zh-hant": "zh-tw",
    "zh-tw": "zh-tw",
    "pt": "pt-pt",
    "pt-pt": "pt-pt",
    "pt-br": "pt-br",
    "es-419": "ea",
    "nb": "no",
}
_HOST: Final = re.compile(r"[a-z0-9-]+\.opensubtitles\.com")


def params_of(wanted: SubtitlesWanted, page: int = 1) -> dict[str, str | int | None]:
    """Say what is wanted as they take it: in the order of the alphabet, in small letters."""
    prefix = "parent_" if wanted.episode is not None else ""
    ids = wanted.ids
    imdb = None if ids.imdb is None else int(ids.imdb.removeprefix("tt"))
    params: dict[str, str | int | None] = {
        "languages": ",".join(sorted(_by_code(wanted.languages))),
        f"{prefix}tmdb_id": ids.tmdb,
        f"{prefix}imdb_id": imdb if ids.tmdb is None else None,
        "season_number": wanted.season,
        "episode_number": wanted.episode,
        "page": page if page > 1 else None,
    }
    return dict(sorted(params.items()))


def offers_in(offered: Iterable[Offered], wanted: SubtitlesWanted) -> list[SubtitleOffer]:
    """Read what is offered, in their order; one of several parts is of no use to one film.

    Their languages are fewer than ours: each offer is in that which was asked for.
    """
    languages = _by_code(wanted.languages)
    said = (each.attributes for each in offered)
    found = (
        _offer(each, languages.get((each.language or "").lower()))
        for each in said
        if len(each.files) == 1
    )
    return [each for each in found if each is not None]


def url_for(host: str | None, usual_url: str) -> str:
    """Say where who has logged in asks from then on: at the host they name, if it is theirs."""
    names = (host or "", usual_url.removeprefix("https://"))
    return f"https://{host}" if all(map(_HOST.fullmatch, names)) else usual_url


def refusal_in(body: bytes) -> str | None:
    """Read why a download is refused; None where it is not told."""
    try:
        return Download.model_validate(document_of(body)).message
    except Unreadable:
        return None


def _offer(said: Attributes, language: str | None) -> SubtitleOffer | None:
    file = said.files[0]
    if file.file_id is None or language is None:
        return None
    return SubtitleOffer(
        id=str(file.file_id),
        language=language,
        release=said.release or file.file_name,
        downloads=said.download_count,
        rating=said.ratings or None,
        is_forced=bool(said.foreign_parts_only),
        is_hearing_impaired=bool(said.hearing_impaired),
        is_machine_made=bool(said.ai_translated or said.machine_translated),
        is_trusted=bool(said.from_trusted),
    )


def _by_code(languages: Iterable[str]) -> dict[str, str]:
    """Name each language by their code; of two with one code, the first."""
    found: dict[str, str] = {}
    for language in languages:
        folded = language.lower()
        found.setdefault(_THEIRS.get(folded) or folded.partition("-")[0], language)
    return found
