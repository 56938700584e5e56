"""Which tracks of a film can stand beside it as files, and under which names."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final

from maestrarr.features.subtitles.schemas import OfferDocument
from maestrarr.media.facts import UNDETERMINED, SubtitleTrack
from maestrarr.media.subtitles import suffix_of

_CONTAINERS: Final = frozenset({"matroska", "webm", "mp4", "mov"})


@dataclass(frozen=True, slots=True)
class Extraction:
    """A track with the file that it would be, or the reason why it becomes none."""

    track: SubtitleTrack
    name: str | None
    reason: str | None


def extractions(
    stem: str, container: str | None, tracks: Sequence[SubtitleTrack], beside: Collection[str]
) -> list[Extraction]:
    """Say of each track of a film what it would be called, and what keeps it from being a file.

    `beside` names the files in the film's folder. The names of tracks do not depend on it: two in
    one language are told apart by a number, always by the same one.
    """
    taken: set[str] = set()
    there = {name.casefold() for name in beside}
    found: list[Extraction] = []
    for track in tracks:
        reason = _obstacle(container, track)
        if reason is not None:
            found.append(Extraction(track, None, reason))
            continue
        name = free_name(stem, track, suffix_of(track.codec) or "", taken)
        taken.add(name.casefold())
        found.append(Extraction(track, name, "there" if name.casefold() in there else None))
    return found


def free_name(stem: str, track: SubtitleTrack, suffix: str, taken: Collection[str]) -> str:
    """Name a subtitle file as players read it: `Film.fr.forced.srt`, with a number if need be."""
    flags = ("forced", track.is_forced), ("sdh", track.is_hearing_impaired)
    language = () if track.language == UNDETERMINED else (track.language,)
    words = [stem, *language, *(word for word, is_set in flags if is_set)]
    first = ".".join(words) + suffix
    number = 2
    name = first
    while name.casefold() in taken:
        name = ".".join([*words, str(number)]) + suffix
        number += 1
    return name


def rank(offer: OfferDocument, languages: Sequence[str]) -> tuple[int, bool, bool, bool, int]:
    """Say what an offer is sorted by: its language, who has made it, how many have taken it."""
    place = languages.index(offer.language) if offer.language in languages else len(languages)
    return (
        place,
        offer.is_machine_made,
        offer.is_forced or offer.is_hearing_impaired,
        not offer.is_trusted,
        -(offer.downloads or 0),
    )


def is_subtitle(content: bytes) -> bool:
    """Tell whether a text can be SubRip: it says from when to when something is said."""
    return b"-->" in content and b"\0" not in content


def _obstacle(container: str | None, track: SubtitleTrack) -> str | None:
    if track.path is not None or track.index is None:
        return "beside"
    if container not in _CONTAINERS:
        return "container"
    return None if suffix_of(track.codec) else "pictures"
