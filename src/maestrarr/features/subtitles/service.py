"""What can be asked about subtitles: which there are, and that text becomes files."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias
from uuid import UUID

from maestrarr.core.changes.errors import in_words
from maestrarr.core.changes.schemas import Refusal
from maestrarr.core.changes.writes import Put, Write
from maestrarr.features.subtitles import policy
from maestrarr.features.subtitles.errors import FilmUnreadable, NotExtracted, NotInTitle
from maestrarr.features.subtitles.policy import Extraction
from maestrarr.features.subtitles.queries import Film
from maestrarr.features.subtitles.schemas import (
    ExtractableTrack,
    SubtitledFile,
    TitleSubtitles,
    TrackNamed,
)
from maestrarr.kit.text import readable
from maestrarr.media import subtitles
from maestrarr.media.facts import SubtitleTrack

Names: TypeAlias = Mapping[Path, Collection[str]]


@dataclass(frozen=True, slots=True)
class Wanted:
    """A film, and the tracks of it that shall be files."""

    film: Film
    extractions: Sequence[Extraction]


def beside(films: Iterable[Film]) -> dict[Path, list[str]]:
    """Name what lies in the folders of films; for a thread.

    Raises:
        Problem: a folder cannot be looked at.
    """
    found: dict[Path, list[str]] = {}
    for folder in {film.path.parent for film in films}:
        try:
            found[folder] = [each.name for each in folder.iterdir()]
        except OSError as error:
            raise in_words(folder, error) from error
    return found


def described(title_id: UUID, films: Sequence[Film], names: Names) -> TitleSubtitles:
    """Describe the subtitles of a title, each with the file that it could be."""
    return TitleSubtitles(
        title_id=title_id,
        files=[
            SubtitledFile(
                file_id=film.id,
                path=film.path,
                tracks=[_track(film, each) for each in _extractions(film, names)],
            )
            for film in films
        ],
    )


def wanted(
    films: Sequence[Film], names: Names, tracks: Sequence[TrackNamed] | None
) -> list[Wanted]:
    """Choose what is to be extracted: the tracks that are named, else all that can be.

    Raises:
        NotExtracted: one that is named cannot be.
    """
    if tracks is not None:
        _check_known(films, tracks)
    chosen = []
    for film in films:
        indexes = None if tracks is None else {t.index for t in tracks if t.file_id == film.id}
        every = _extractions(film, names)
        some = [e for e in every if (not e.reason if indexes is None else e.track.index in indexes)]
        for each in some:
            if each.reason is not None:
                raise NotExtracted(each.reason, film.path.name, label(each))
        if some:
            chosen.append(Wanted(film, some))
    return chosen


def writes(wanted: Wanted, texts: Mapping[int, bytes]) -> list[Write]:
    """Say which files shall stand beside a film; none may stand there yet."""
    film = wanted.film
    return [
        Write(
            path=film.path.with_name(each.name or ""),
            root=film.root,
            action=Put(content=texts[each.track.index or 0]),
            title=readable(each.name or ""),
            reason="Its text stands inside the film.",
        )
        for each in wanted.extractions
    ]


def fetched(film: Film, names: Names, content: bytes, track: SubtitleTrack) -> Write:
    """Say where a text that was fetched shall stand: under a name that is free."""
    taken = {name.casefold() for name in names.get(film.path.parent, ())}
    name = policy.free_name(film.path.stem, track, ".srt", taken)
    return Write(
        path=film.path.with_name(name),
        root=film.root,
        action=Put(content=content),
        title=readable(name),
        reason="It was chosen among what a service offers.",
    )


def film_named(films: Sequence[Film], file_id: UUID) -> Film:
    """Return the film with this id.

    Raises:
        NotInTitle: it does not play the title.
    """
    found = next((film for film in films if film.id == file_id), None)
    if found is None:
        raise NotInTitle
    return found


def texts(wanted: Wanted) -> dict[int, bytes]:
    """Read the text of tracks out of a film, once for all of them; for a thread.

    Raises:
        FilmUnreadable: it cannot be read.
    """
    codecs = {each.track.index or 0: each.track.codec for each in wanted.extractions}
    try:
        found = subtitles.read(wanted.film.path, codecs)
    except subtitles.NotRead as error:
        raise FilmUnreadable(wanted.film.path, str(error)) from error
    except OSError as error:
        raise in_words(wanted.film.path, error) from error
    return {index: subtitles.written(lines) for index, lines in found.items()}


def label(extraction: Extraction) -> str:
    """Name a track for a sentence."""
    track = extraction.track
    return str(track.index) if track.path is None else readable(track.path.name)


def _extractions(film: Film, names: Names) -> list[Extraction]:
    beside = names.get(film.path.parent, ())
    return policy.extractions(film.path.stem, film.container, film.tracks, beside)


def _check_known(films: Sequence[Film], tracks: Sequence[TrackNamed]) -> None:
    known = {(film.id, track.index) for film in films for track in film.tracks}
    for each in tracks:
        if (each.file_id, each.index) not in known:
            raise NotExtracted("unknown", "This title", str(each.index))


def _track(film: Film, extraction: Extraction) -> ExtractableTrack:
    track, reason = extraction.track, extraction.reason
    problem = reason and NotExtracted(reason, readable(film.path.name), label(extraction))
    return ExtractableTrack(
        index=track.index,
        path=track.path,
        codec=track.codec,
        language=track.language,
        title=track.title,
        is_default=track.is_default,
        is_forced=track.is_forced,
        is_commentary=track.is_commentary,
        is_hearing_impaired=track.is_hearing_impaired,
        name=extraction.name and readable(extraction.name),
        obstacle=Refusal.of(problem) if problem else None,
    )
