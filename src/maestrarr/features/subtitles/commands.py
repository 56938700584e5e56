"""What `maestrarr subtitles` does: asks the API, and tells what came of it."""

from collections.abc import Sequence

from maestrarr.kit.errors import NotFound
from maestrarr.kit.tables import Table
from maestrarr.kit.terminal import ATTENTION, DONE, Document, Terminal


class OfferUnknown(NotFound):
    """No offer of the search has this id."""

    def __init__(self, offer: str) -> None:
        super().__init__(f"The search finds no subtitle {offer}.", offer=offer)


async def list_(terminal: Terminal, name: str) -> None:
    """List the subtitles of a title."""
    async with terminal.api() as api:
        title = await api.get("titles/find", name=name)
        found = await api.get(f"titles/{title['id']}/subtitles")
    _show(terminal, found, found["files"])


async def extract(terminal: Terminal, name: str, tracks: Sequence[int], *, dry_run: bool) -> int:
    """Write text tracks as files; return the exit code."""
    async with terminal.api(work=not dry_run) as api:
        title = await api.get("titles/find", name=name)
        found = await api.get(f"titles/{title['id']}/subtitles")
        named = [
            {"file_id": file["file_id"], "index": track["index"]}
            for file in found["files"]
            for track in file["tracks"]
            if track["index"] in tracks
        ]
        if dry_run:
            _show(terminal, found, found["files"], only=tracks)
            return DONE
        body = {"tracks": named} if tracks else {}
        queued = await api.post(f"titles/{title['id']}/subtitles/extract", body)
        job = await terminal.wait_for(api, queued)
    return _tell(terminal, job)


async def search(terminal: Terminal, name: str, languages: Sequence[str]) -> int:
    """List what services have of a title; return the exit code."""
    async with terminal.api() as api:
        title = await api.get("titles/find", name=name)
        found = await api.get(f"titles/{title['id']}/subtitles/offers", language=languages or None)
    rows = [
        (each["offer_id"], each["language"], each["downloads"], _signs(each), each["release"] or "")
        for each in found["offers"]
    ]
    failed = [f"{each['provider']}: {each['problem']['sentence']}" for each in found["failures"]]
    empty = f"Nobody has any in {', '.join(found['languages'])}."
    columns = ("Id", "Language", "Taken", "", "Made for")
    terminal.emit(found, table=[Table(columns, rows, empty=empty), *failed])
    return DONE if rows else ATTENTION


async def fetch(terminal: Terminal, name: str, offer: str, languages: Sequence[str]) -> int:
    """Let a subtitle that was found stand beside a film; return the exit code.

    Raises:
        OfferUnknown: the search does not find it.
    """
    async with terminal.api(work=True) as api:
        title = await api.get("titles/find", name=name)
        place = f"titles/{title['id']}/subtitles"
        files = (await api.get(place))["files"]
        offers = (await api.get(f"{place}/offers", language=languages or None))["offers"]
        chosen = next((each for each in offers if each["offer_id"] == offer), None)
        if chosen is None or not files:
            raise OfferUnknown(offer)
        named = ("connection_id", "offer_id", "language", "is_forced", "is_hearing_impaired")
        body = {"file_id": files[0]["file_id"], **{key: chosen[key] for key in named}}
        job = await terminal.wait_for(api, await api.post(f"{place}/fetch", body))
    return _tell(terminal, job)


def _tell(terminal: Terminal, job: Document) -> int:
    written = (job["result"] or {}).get("written", [])
    told = "\n".join(written) or str(job["error"] or job["title"])
    terminal.emit({"job_id": job["id"], "written": written}, table=told)
    return DONE if written else ATTENTION


def _signs(offer: Document) -> str:
    signs = ("forced", "hearing_impaired", "machine_made", "trusted")
    return ", ".join(sign.replace("_", " ") for sign in signs if offer[f"is_{sign}"])


def _show(
    terminal: Terminal, found: Document, files: Sequence[Document], *, only: Sequence[int] = ()
) -> None:
    rows = [
        (
            track["index"] if track["path"] is None else "",
            track["language"],
            track["codec"],
            track["title"] or "",
            track["obstacle"]["sentence"] if track["obstacle"] else track["name"],
        )
        for file in files
        for track in file["tracks"]
        if not only or track["index"] in only
    ]
    empty = "There are no subtitles, neither in the film nor beside it."
    columns = ("Track", "Language", "Codec", "Title", "As a file")
    terminal.emit(found, table=Table(columns, rows, empty=empty))
