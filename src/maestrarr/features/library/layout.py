"""Titles, files and libraries as rows and words for a person."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from maestrarr.kit import durations
from maestrarr.kit.clock import from_text, now
from maestrarr.kit.tables import Table
from maestrarr.kit.terminal import Document
from maestrarr.media.facts import HdrKind

_HEIGHTS = ((2000, "2160p"), (1000, "1080p"), (700, "720p"), (560, "576p"), (460, "480p"))
_LAYOUTS = {1: "1.0", 2: "2.0", 6: "5.1", 7: "6.1", 8: "7.1"}


def apart(inventory: Sequence[Document]) -> tuple[list[Document], list[Document]]:
    """Take titles and their files apart, as a scanned folder is told: a title names its files."""
    files = {file["path"]: file for title in inventory for file in title["files"]}
    titles = [{**title, "files": [file["path"] for file in title["files"]]} for title in inventory]
    return titles, [files[path] for path in sorted(files)]


def files_table(titles: Sequence[Document], files: Sequence[Document], root: Path) -> Table:
    """Lay out every file with its tracks, beside the title that it plays."""
    names = _names_by_path(titles)
    rows = [
        (
            names.get(file["path"], "–") + _role(file),
            _video(file),
            _audio(file),
            _subtitles(file),
            _below(file["path"], root),
        )
        for file in sorted(files, key=lambda file: (names.get(file["path"], "~"), file["path"]))
    ]
    return Table(
        ("Title", "Video", "Audio (* default)", "Subtitles", "File"),
        rows,
        empty="No film and no episode lies here: no file such as .mkv or .mp4.",
    )


def faults_table(faults: Sequence[Document], root: Path) -> Table:
    """Lay out what is wrong with files."""
    return Table(
        ("File", "What is wrong"),
        [(_below(fault["path"], root), fault["reason"]) for fault in faults],
    )


def size_in_words(size_bytes: int) -> str:
    """Write a size as people do, in powers of 1024: `1.4 GiB`."""
    size = float(size_bytes)
    for unit in ("B", "KiB", "MiB", "GiB"):
        if size < 1024:
            return f"{size:.0f} B" if unit == "B" else f"{size:.1f} {unit}"
        size /= 1024
    return f"{size:.1f} TiB"


def counted(count: int, thing: str) -> str:
    """Write a number of things: `1 title`, `2 titles`."""
    return f"{count} {thing}" if count == 1 else f"{count} {thing}s"


def name_of(title: Mapping[str, Any], series: str | None = None) -> str:
    """Name a title as people do: `Alien (1979)`, `The Wire S01E02 The Detail`."""
    if title["kind"] != "episode":
        return f"{title['title']} ({title['year']})" if title["year"] else str(title["title"])
    number = title["episode_number"]
    place = title.get("air_date") or title.get("premiered") or ""
    if number is not None:
        place = f"S{title['season_number']:02}E{number:02}"
    return " ".join(filter(None, (series, place, title["title"])))


def _names_by_path(titles: Sequence[Document]) -> dict[Path | str, str]:
    by_key = {title["key"]: title for title in titles}
    names: dict[Path | str, str] = {}
    for title in titles:
        season = by_key.get(title.get("parent") or "")
        series = by_key.get((season or {}).get("parent") or "")
        name = name_of(title, series["title"] if series else None)
        for path in title.get("files", ()):
            names[path] = f"{names[path]} + {name}" if path in names else name
    return names


def _below(path: Path | str, root: Path) -> Path:
    whole = Path(path)
    return whole.relative_to(root) if whole.is_relative_to(root) else whole


def _role(file: Document) -> str:
    return "" if file["role"] == "feature" else f" · {file['role']}"


def _video(file: Document) -> str:
    return ", ".join(
        " ".join(
            filter(
                None,
                (
                    resolution(track["height"], track["width"]),
                    track["codec"],
                    "" if track["hdr"] == HdrKind.SDR else str(track["hdr"]),
                ),
            )
        )
        for track in file["video"]
        if not track["is_attached_picture"]
    )


def resolution(height: int | None, width: int | None) -> str:
    """Name a picture's size as people do; a wide picture counts by its width: `1080p`."""
    tallest = max(height or 0, (width or 0) * 9 // 16)
    named = next((name for limit, name in _HEIGHTS if tallest >= limit), None)
    return named or (f"{height}p" if height else "")


def _audio(file: Document) -> str:
    return ", ".join(
        ("*" if track["is_default"] else "")
        + " ".join(
            filter(
                None,
                (
                    track["language"],
                    _LAYOUTS.get(track["channels"], str(track["channels"])),
                    track["codec"],
                    "commentary" if track["is_commentary"] else "",
                ),
            )
        )
        for track in file["audio"]
    )


def _subtitles(file: Document) -> str:
    return ", ".join(
        track["language"] + (" forced" if track["is_forced"] else "") for track in file["subtitles"]
    )


def libraries_table(found: Sequence[Document]) -> Table:
    """Lay out libraries, and how much each holds."""
    return Table(
        ("Library", "Kind", "Titles", "Files", "Size", "Missing", "Faults", "Last scan"),
        [
            (
                library["name"],
                library["kind"],
                library["titles"],
                library["files"],
                size_in_words(library["size_bytes"]),
                library["missing"],
                library["faults"],
                _since(library["scanned_at"]),
            )
            for library in found
        ],
        empty="No library yet. Add one: maestrarr library add FOLDER",
    )


def _since(moment: str | None) -> str:
    return "never" if moment is None else durations.ago(from_text(moment), now())


def titles_table(titles: Sequence[Document]) -> Table:
    """Lay out titles; an episode that was searched is named with its series."""
    return Table(
        ("Title", "Kind", "State", "Ids"),
        [
            (name_of(title, title.get("series")), title["kind"], title["state"], ids_of(title))
            for title in titles
        ],
        empty="No title is called so. `maestrarr library scan` looks for new ones on the disk.",
    )


def title_sheet(title: Document) -> Table:
    """Lay out what is known of one title."""
    facts = {
        "Title": name_of(title),
        "Kind": title["kind"],
        "State": title["state"],
        "Ids": ids_of(title),
        "Yours": ", ".join(title["locked_fields"]),
        "Genres": ", ".join(title["genres"]),
        "Plot": title["plot"],
        "Folder": title["folder"],
        "Id": title["id"],
    }
    return Table(("", ""), [(name, value) for name, value in facts.items() if value])


def ids_of(title: Mapping[str, Any]) -> str:
    """Write the ids that services know a title by: `tmdb-603 imdb-tt0133093`."""
    known = title.get("ids") or {each: title[f"{each}_id"] for each in ("tmdb", "tvdb", "imdb")}
    return " ".join(f"{service}-{value}" for service, value in known.items() if value is not None)
