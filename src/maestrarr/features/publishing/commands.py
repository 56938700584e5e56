"""What `maestrarr publishing` does: asks the API, and tells what came of it."""

from collections.abc import Sequence
from typing import Any, Final

from maestrarr.features.library import commands as library
from maestrarr.features.library.errors import TitlesUnclear
from maestrarr.kit.tables import Table
from maestrarr.kit.terminal import ATTENTION, DONE, Api, Document, Terminal

_WHY: Final = {
    "new": "it is not there yet",
    "gone": "it has vanished",
    "changed": "something else is known now",
    "altered": "something else has altered it",
    "foreign": "something else stands there",
    "merged": "it is brought up to date, and keeps all else",
    "stale": "it has another name now",
    "same": "it is right",
}


async def publish(
    terminal: Terminal, names: Sequence[str], where: Sequence[str], *, dry_run: bool
) -> int:
    """Publish titles of these names, or all that fit; return the exit code.

    Raises:
        TitlesUnclear: neither names nor a filter were given, or both.
    """
    if bool(names) == bool(where):
        raise TitlesUnclear
    async with terminal.api(work=True) as api:
        found = [await api.get("titles/find", name=name) for name in names]
        wanted = await library.read_filter(api, where)
        meant = {"ids": [title["id"] for title in found]} if names else {}
        body = {**meant, "dry_run": dry_run}
        queued = await api.post("publications", body, **wanted)
        job = await terminal.wait_for(api, queued)
        log = await _log_of(api, job)
    result = job["result"] or {}
    terminal.emit({"job_id": job["id"], "dry_run": dry_run, **result, "log": log}, table=[
        *([Table(("", "What"), log)] if log else []), _counted(job, result, dry_run=dry_run),
    ])  # fmt: skip
    is_fine = job["status"] == "completed" and not (
        result.get("failed", 0) or result.get("refused", 0)
    )
    return DONE if is_fine else ATTENTION


async def plan(terminal: Terminal, name: str) -> int:
    """Say what publishing a title would write; return the exit code."""
    async with terminal.api() as api:
        title = await api.get("titles/find", name=name)
        found = await api.get(f"titles/{title['id']}/publication/plan")
    rows = [(file["deed"], file["name"], _WHY[file["why"]]) for file in found["files"]]
    missed = [("left out", each["type"], each["reason"]) for each in found["missed"]]
    diffs = [line for file in found["files"] for line in file["diff"]]
    tables: list[Table | str] = [Table(("What", "File", "Because"), [*rows, *missed]), *diffs]
    if found["refusal"]:
        tables = [f"{found['refusal']['sentence']} {found['refusal']['hint']}".rstrip()]
    terminal.emit(found, table=tables)
    return ATTENTION if found["refusal"] else DONE


async def verify(terminal: Terminal, name: str | None, *, repairs: bool, reads_bytes: bool) -> int:
    """Compare what was published with the disks; return the exit code."""
    async with terminal.api(work=True) as api:
        which = None
        if name is not None:
            which = library.one_named(name, await library.libraries(api))["id"]
        body = {"library_id": which, "repairs": repairs, "reads_bytes": reads_bytes}
        job = await terminal.wait_for(api, await api.post("verifications", body))
        if job["status"] != "completed":
            terminal.emit(job, table=job["error"] or f"{job['title']}: {job['status']}.")
            return ATTENTION
        result = job["result"]
        verification = await api.get(f"verifications/{result['verification_id']}")
        files = await api.pages(f"verifications/{verification['id']}/files", "files", by="after")
    rows = [(each["found"], each["path"], each["fate"], each["reason"] or "") for each in files]
    said = (
        f"{verification['files']} files of {verification['titles']} titles: "
        f"{verification['missing']} missing, {verification['altered']} altered; "
        f"{verification['restored']} put right, {verification['left']} left."
    )
    tables = [Table(("Found", "File", "Now", "Because"), rows)] if rows else []
    terminal.emit({**verification, "content": files}, table=[*tables, said])
    return ATTENTION if verification["left"] else DONE


async def log(terminal: Terminal, name: str | None, *, failed: bool, limit: int) -> None:
    """List what was published, put back, or failed."""
    async with terminal.api() as api:
        title = (await api.get("titles/find", name=name))["id"] if name else None
        found = await api.pages(
            "publications",
            "publications",
            by="before",
            most=limit,
            title=title,
            status="failed" if failed else None,
        )
    rows = [
        (
            each["made_at"][:16].replace("T", " "),
            each["title"],
            each["kind"] if each["status"] == "published" else each["status"],
            f"{each['created']} new, {each['replaced']} replaced, {each['removed']} removed",
            each["asked_by_name"] or each["asked_by"] or "",
            ", ".join(_player(player) for player in each["players"]),
            each["problem"] or "",
        )
        for each in found
    ]
    columns = ("When", "Title", "What", "Files", "By", "Players", "Because")
    empty = "Nothing was published yet: maestrarr publishing publish NAME"
    terminal.emit({"publications": found}, table=Table(columns, rows, empty=empty))


def _player(known: Document) -> str:
    state = str(known["state"])
    return str(known["name"]) if state == "told" else f"{known['name']} ({state})"


async def discard(terminal: Terminal, name: str, *, is_sure: bool) -> int:
    """Let a title be known again as it was published; return the exit code."""
    async with terminal.api() as api:
        title = await api.get("titles/find", name=name)
        question = f"Lose what was changed of {title['title']} since it was published?"
        if not (is_sure or terminal.confirm(question)):
            terminal.say("Nothing was discarded; --yes says that you are sure.")
            return ATTENTION
        told = await api.post(f"titles/{title['id']}/publication/discard")
    terminal.emit(told, table=f"{title['title']} is known as it was published.")
    return DONE


async def trailer(terminal: Terminal, name: str) -> int:
    """Let a title's trailer stand beside its film; return the exit code."""
    async with terminal.api(work=True) as api:
        title = await api.get("titles/find", name=name)
        job = await terminal.wait_for(api, await api.post(f"titles/{title['id']}/trailer"))
    written = (job["result"] or {}).get("written", [])
    terminal.emit({"job_id": job["id"], "written": written}, table=written or [str(job["error"])])
    return DONE if written else ATTENTION


async def naming(terminal: Terminal, name: str, profiles: Sequence[str], *, is_usual: bool) -> None:
    """See or say for whose players a library's files are named."""
    async with terminal.api() as api:
        found = library.one_named(name, await library.libraries(api))
        place = f"libraries/{found['id']}/naming"
        if profiles or is_usual:
            told = await api.put(place, {"profiles": None if is_usual else list(profiles)})
        else:
            told = await api.get(place)
    whose = "its own choice" if told["own"] else "as the settings say"
    said = f"{found['name']} is named for {', '.join(told['profiles'])}, {whose}."
    terminal.emit({"library_id": found["id"], **told}, table=said)


async def _log_of(api: Api, job: Document) -> list[tuple[str, str]]:
    lines = await api.pages(f"jobs/{job['id']}/lines", "lines", by="after")
    return [
        (str(line["severity"]), str(line["sentence"]))
        for line in lines
        if line["severity"] in {"warning", "error"}
    ]


def _counted(job: Document, result: dict[str, Any], *, dry_run: bool) -> str:
    if not result:
        return str(job["error"] or f"{job['title']}: {job['status']}.")
    words = "would be published" if dry_run else "published"
    return (
        f"{result['published']} {words}, {result['unchanged']} unchanged, "
        f"{result['refused']} refused, {result['failed']} failed."
    )
