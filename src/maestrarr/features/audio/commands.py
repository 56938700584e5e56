"""What `maestrarr audio` does: asks the API, or reads files aside, and tells what came of it."""

import asyncio
import os
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from maestrarr.features.audio import batch_commands
from maestrarr.features.audio.batch_commands import STATUSES
from maestrarr.features.audio.errors import NotALanguage
from maestrarr.features.library.commands import as_server_names
from maestrarr.kit.terminal import ATTENTION, DONE, Api, Document, Terminal
from maestrarr.kit.text import as_on_disk, readable

KINDS: Final = ("audio.fix", "audio.batch")
MOST_CHANGES: Final = 1_000
_WORDS: Final = {True: "would be changed", False: "changed"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a command was told on its line."""

    paths: Sequence[Path]
    recursive: bool = True
    pattern: str | None = None
    languages: Sequence[str] = ()
    original_language: str | None = None
    dry_run: bool = False


async def run(terminal: Terminal, asked: Asked) -> int:
    """Set default tracks, or say what would be set; return the exit code.

    Raises:
        NotALanguage: a language is none that is known.
        NotThere, NotCovered: a path cannot be gone over.
    """
    began = time.monotonic()
    _check_languages(asked)
    if asked.dry_run and not terminal.is_set_up():
        files = await asyncio.to_thread(_aside, asked)
    else:
        files = await _batch(terminal, asked)
    return _tell(terminal, files, asked, round(time.monotonic() - began, 3))


def _check_languages(asked: Asked) -> None:
    from maestrarr.media.facts import UNDETERMINED  # noqa: PLC0415  # takes long to import
    from maestrarr.media.languages import normalise  # noqa: PLC0415

    for word in (*asked.languages, *filter(None, [asked.original_language])):
        if normalise(word) == UNDETERMINED:
            raise NotALanguage(word)


def _aside(asked: Asked) -> list[Document]:
    """Read files where there is no installation to ask, and make none."""
    from maestrarr.features.audio import aside  # noqa: PLC0415  # heavy

    wanted = aside.Wanted(
        paths=[path.expanduser().absolute() for path in asked.paths],
        recursive=asked.recursive,
        pattern=asked.pattern,
        languages=asked.languages,
        original_language=asked.original_language,
    )
    return [
        {
            "path": str(result.target.path),
            "status": result.status.value,
            "track_index": result.track,
            "reason": result.reason,
            "milliseconds": round(result.milliseconds, 3),
            "may_pass": result.may_pass,
        }
        for result in aside.plan(wanted)
    ]


async def _batch(terminal: Terminal, asked: Asked) -> list[Document]:
    async with terminal.api(work=True) as api:
        batch = await api.post(
            "batches",
            {
                "path": [as_server_names(api, path) for path in asked.paths],
                "recursive": asked.recursive,
                "pattern": asked.pattern,
                "dry_run": asked.dry_run,
                "priority": "high",
                "languages": list(asked.languages),
                "original_language": asked.original_language,
                "wait_for_growing": False,
            },
        )
        job = await terminal.wait_for(api, await api.get(f"jobs/{batch['job_id']}"))
        if job["status"] != "completed":
            terminal.say(f"{job['title']}: {job['status']}. {job['error'] or ''}".rstrip())
        files = await api.pages(f"batches/{batch['id']}/files", "files", by="after")
        return [file | {"path": as_on_disk(file["exact_path"])} for file in files]


def _tell(terminal: Terminal, files: Sequence[Document], asked: Asked, seconds: float) -> int:
    counts = Counter(file["status"] for file in files)
    keys = ("path", "status", "track_index", "reason", "milliseconds")
    document: Document = {
        "files": [{key: file[key] for key in keys} for file in files],
        **{status: counts[status] for status in STATUSES},
        "seconds": seconds,
    }
    for file in files:
        if file["may_pass"]:
            terminal.say(f"{file['path']}: {file['reason']}")
    told = [file for file in files if file["status"] != "right"]
    shown = [batch_commands.files(told)] if told else []
    terminal.emit(document, table=[*shown, _sentence(counts, asked, seconds)])
    is_whole = not counts["failed"] and not any(file["may_pass"] for file in files)
    return DONE if is_whole and None not in counts else ATTENTION


def _sentence(counts: Counter[Any], asked: Asked, seconds: float) -> str:
    if not counts:
        return "No film and no episode lies there."
    words = {"changed": _WORDS[asked.dry_run], "right": "right already"}
    said = [f"{counts[each]} {words.get(each, each)}" for each in STATUSES if counts[each]]
    return f"{', '.join(said)}, in {seconds:.1f} s."


async def undo(terminal: Terminal, paths: Sequence[Path]) -> int:
    """Take back the newest change of each file at and below paths; without any, the last command.

    Returns the exit code.
    """
    counts: Counter[str] = Counter()
    async with terminal.api(work=True) as api:
        wanted = await _below(api, paths) if paths else await _last(api)
        for change_set, changes in wanted:
            job = await api.post(f"changes/{change_set}/undo", {"changes": changes})
            ended = await terminal.wait_for(api, job)
            result = ended["result"] or {}
            counts["undone"] += result.get("undone", 0)
            counts["refused"] += result.get("refused", 0)
            if ended["status"] != "completed":
                counts["refused"] += 1
                terminal.say(f"{ended['title']}: {ended['error'] or ended['status']}")
    document = {"undone": counts["undone"], "refused": counts["refused"]}
    said = f"{counts['undone']} taken back, {counts['refused']} left alone."
    if not wanted:
        said = "Nothing was changed that could be taken back."
    terminal.emit(document, table=said)
    return DONE if counts["undone"] and not counts["refused"] else ATTENTION


async def _last(api: Api) -> list[tuple[str, list[str]]]:
    answer = await api.get("changes", kind=KINDS, undone="false", undoes="false", limit=1)
    return [(found["id"], []) for found in answer["change_sets"]]


async def _below(api: Api, paths: Iterable[Path]) -> list[tuple[str, list[str]]]:
    """Find the newest standing change of each file, by the sets that hold them."""
    wanted: list[tuple[str, list[str]]] = []
    seen: set[str] = set()
    for name in [real_name(api, path) for path in paths]:
        sets = await api.pages(
            "changes", "change_sets", by="before", file=name, kind=KINDS, undone="false"
        )
        shown = readable(as_on_disk(name))
        for found in sets:
            changes = await api.pages(f"changes/{found['id']}", "changes", by="after")
            standing = [
                each for each in changes if _stands(each, shown) and each["path"] not in seen
            ]
            seen.update(each["path"] for each in standing)
            ids = [each["id"] for each in standing]
            parts = range(0, len(ids), MOST_CHANGES)
            wanted += [(found["id"], ids[start : start + MOST_CHANGES]) for start in parts]
    return wanted


def real_name(api: Api, path: Path) -> str:
    """Name a file or folder as whoever answers sees it, by where it really lies if that is here."""
    real = Path(os.path.realpath(path.expanduser())) if api.is_here else path
    return as_server_names(api, real)


def _stands(change: Document, name: str) -> bool:
    """Tell whether a change is one of a file at or below a path, and was not taken back."""
    place = Path(change["path"])
    return change["undone_at"] is None and (place == Path(name) or place.is_relative_to(name))
