"""What a title folder holds: its media files, and what stands beside them."""

import os
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from maestrarr.features.library.group import Shape, TitleFolder, disc_number, suffix_of
from maestrarr.features.library.report import FoundArtwork, FoundFile, FoundNfo
from maestrarr.features.library.walk import FileEntry, Stamp
from maestrarr.media import artwork, names, nfo
from maestrarr.media.causes import because_of
from maestrarr.media.facts import FaultKind, FileFault, SubtitleTrack
from maestrarr.media.probe import Probed

ProbeFile = Callable[[Path], Probed]

_SUBTITLE_FOLDERS = frozenset({"sub", "subs", "subtitle", "subtitles"})


@dataclass(slots=True)
class Contents:
    """The files of a title folder, sorted by what they are."""

    folder: TitleFolder
    media: list[FileEntry] = field(default_factory=list)
    subtitles: list[FileEntry] = field(default_factory=list)
    images: list[FileEntry] = field(default_factory=list)
    nfos: list[FileEntry] = field(default_factory=list)
    faults: list[FileFault] = field(default_factory=list)

    def role(self, file: FileEntry) -> names.Role:
        """Tell a feature from an extra, a trailer or a sample."""
        return self.folder.role(file.path)

    def features(self) -> list[FileEntry]:
        """List the media files that are films or episodes themselves."""
        return [file for file in self.media if self.role(file) is names.Role.FEATURE]

    def read_nfo(self, file: FileEntry) -> list[FoundNfo]:
        """Read an NFO file; what is wrong with it becomes a fault."""
        path = Path(file.path)
        try:
            read = nfo.read_file(path)
        except OSError as error:
            cause = because_of("cannot_read", error)
            self.faults.append(FileFault(path, FaultKind.UNREADABLE, cause))
            return []
        if read.fault:
            self.faults.append(FileFault(path, FaultKind.BROKEN_NFO, read.fault))
        return [FoundNfo(path, file.stamp.mtime_ns, entry) for entry in read.entries]

    def artwork(self, images: Iterable[FileEntry], stems: Iterable[str]) -> list[FoundArtwork]:
        """Recognise pictures by their names, given the stems of the videos they may belong to."""
        known = set(stems)
        return [found for image in images if (found := _recognise(image, known)) is not None]


def sort_contents(folder: TitleFolder) -> Contents:
    """Sort the files of a title folder by their suffixes."""
    contents = Contents(folder)
    for file in folder.files:
        suffix = suffix_of(file.path)
        if suffix in names.MEDIA_SUFFIXES:
            contents.media.append(file)
        elif suffix in names.SUBTITLE_SUFFIXES:
            contents.subtitles.append(file)
        elif suffix in artwork.IMAGE_SUFFIXES:
            contents.images.append(file)
        elif suffix == ".nfo":
            contents.nfos.append(file)
    return contents


def read_files(
    contents: Contents, known: Mapping[str, Stamp], probe_file: ProbeFile
) -> list[FoundFile]:
    """Probe the media files whose stamps are not the known ones, and find their subtitles."""
    subtitles = _subtitles_by_video(contents)
    return [
        _read_file(file, contents, subtitles[file.path], known, probe_file)
        for file in contents.media
    ]


def stem_of(path: str) -> str:
    """Return a file's name without its suffix."""
    return os.path.splitext(os.path.basename(path))[0]  # noqa: PTH119, PTH122


def folder_of(path: str) -> str:
    """Return the path of the folder that a file lies in."""
    return os.path.dirname(path)  # noqa: PTH120


def _read_file(
    file: FileEntry,
    contents: Contents,
    subtitles: Sequence[SubtitleTrack],
    known: Mapping[str, Stamp],
    probe_file: ProbeFile,
) -> FoundFile:
    is_series = contents.folder.shape is Shape.SERIES
    path, parsed = Path(file.path), names.parse_file(file.name, numbered=is_series)
    disc = None if is_series else disc_number(file.path, contents.folder.path)
    is_unchanged = known.get(file.path) == file.stamp
    probed = Probed(None, None) if is_unchanged else probe_file(path)
    if probed.fault is not None:
        contents.faults.append(probed.fault)
    return FoundFile(
        path=path,
        stamp=file.stamp,
        role=contents.role(file),
        part=parsed.part or disc,
        edition=parsed.edition,
        version=parsed.version,
        stereo=parsed.stereo,
        probe=probed.probe,
        is_unchanged=is_unchanged,
        subtitles=subtitles,
    )


def _subtitles_by_video(contents: Contents) -> Mapping[str, Sequence[SubtitleTrack]]:
    videos = sorted(contents.features(), key=lambda file: -len(file.name))
    found: dict[str, list[SubtitleTrack]] = defaultdict(list)
    alone = set(names.without_twins([subtitle.name for subtitle in contents.subtitles]))
    for subtitle in contents.subtitles:
        if subtitle.name not in alone:
            continue
        for video in videos:
            track = _subtitle_of(subtitle, video, is_only_video=len(videos) == 1)
            if track is not None:
                found[video.path].append(track)
                break
    return found


def _subtitle_of(
    subtitle: FileEntry, video: FileEntry, *, is_only_video: bool
) -> SubtitleTrack | None:
    stem, folder = stem_of(video.path), folder_of(subtitle.path)
    is_beside = folder == folder_of(video.path)
    is_below = stem_of(folder).lower() in _SUBTITLE_FOLDERS
    if not is_beside and not (is_below and folder_of(folder) == folder_of(video.path)):
        return None
    named = names.subtitle_name(subtitle.name, stem)
    if named is None and is_below and is_only_video:
        named = names.subtitle_name(f"{stem}.{subtitle.name}", stem)
    if named is None:
        return None
    return SubtitleTrack(
        index=None,
        codec=suffix_of(subtitle.path)[1:],
        language=named.language,
        title=named.title,
        is_default=named.is_default,
        is_forced=named.is_forced,
        is_hearing_impaired=named.is_hearing_impaired,
        path=Path(subtitle.path),
    )


def possible_owners(image: FileEntry) -> list[str]:
    """List the videos whose picture this may be by its name: `Up-fanart-1` is Up's, as a rule."""
    stem = stem_of(image.path)
    dashes = (at for at in reversed(range(len(stem))) if stem[at] == "-")
    return [stem, *(stem[:at] for at in dashes)]


def _recognise(image: FileEntry, stems: set[str]) -> FoundArtwork | None:
    video = next((each for each in possible_owners(image) if each in stems), None)
    recognised = artwork.recognise(image.name, video)
    if recognised is None:
        return None
    return FoundArtwork(Path(image.path), image.stamp, recognised)
