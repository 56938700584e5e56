"""OpenSubtitles' words into ours."""

from collections.abc import Iterable

from maestrarr.media.facts import UNDETERMINED
from maestrarr.media.languages import normalise
from maestrarr.providers.contracts import SubtitleOffer, SubtitlesWanted
from maestrarr.providers.opensubtitles.wire import Attributes, Download, Offered
from maestrarr.providers.reading import Unreadable, document_of

# Theirs, where it is not the tag in small letters.
_THEIRS = {"zh": "zh-cn", "zh-hans": "zh-cn", "zh-hant": "zh-tw", "pt": "pt-pt"}
_OURS = {"zh-cn": "zh-Hans", "zh-tw": "zh-Hant", "ze": "zh", "pt-pt": "pt"}


def params_of(wanted: SubtitlesWanted) -> dict[str, str | int | None]:
    """Say what is wanted as they take it: in the order of the alphabet, in small letters."""
    prefix = "parent_" if wanted.episode is not None else ""
    ids = wanted.ids
    imdb = None if ids.imdb is None else int(ids.imdb.removeprefix("tt"))
    params: dict[str, str | int | None] = {
        "languages": ",".join(sorted(map(_code_of, wanted.languages))),
        f"{prefix}tmdb_id": ids.tmdb,
        f"{prefix}imdb_id": imdb if ids.tmdb is None else None,
        "season_number": wanted.season,
        "episode_number": wanted.episode,
    }
    return dict(sorted(params.items()))


def offers_in(offered: Iterable[Offered], wanted: SubtitlesWanted) -> list[SubtitleOffer]:
    """Read what is offered, in their order; one of several parts is of no use to one film."""
    said = (each.attributes for each in offered)
    found = (_offer(each) for each in said if len(each.files) == 1)
    languages = set(wanted.languages)
    return [each for each in found if each is not None and each.language in languages]


def refusal_in(body: bytes) -> str | None:
    """Read why a download is refused; None where it is not told."""
    try:
        return Download.model_validate(document_of(body)).message
    except Unreadable:
        return None


def _offer(said: Attributes) -> SubtitleOffer | None:
    file = said.files[0]
    language = normalise(_OURS.get((said.language or "").lower(), said.language))
    if file.file_id is None or language == UNDETERMINED:
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


def _code_of(language: str) -> str:
    folded = language.lower()
    return _THEIRS.get(folded, folded)
