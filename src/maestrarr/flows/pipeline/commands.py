"""What `maestrarr pipeline` does: asks the API, and tells what came of it."""

from collections.abc import Sequence

from maestrarr.features.library import commands as library
from maestrarr.features.library.commands import WordUnknown
from maestrarr.flows.pipeline.states import Pass
from maestrarr.kit.tables import Table
from maestrarr.kit.terminal import ATTENTION, DONE, Terminal


async def preview(terminal: Terminal, name: str, *, everything: bool) -> int:
    """Count what each pass would look into; return the exit code."""
    async with terminal.api() as api:
        found = library.one_named(name, await library.libraries(api))
        told = await api.get(f"libraries/{found['id']}/process", everything=everything)
    rows = [(each["name"], each["count"], each["reason"]) for each in told["passes"]]
    terminal.emit(told, table=Table(("Pass", "Open", "By itself"), rows))
    return DONE


async def run(terminal: Terminal, name: str, passes: Sequence[str], *, everything: bool) -> int:
    """Make passes over a library, and wait for their end; return the exit code.

    Raises:
        WordUnknown: one of the passes is none.
    """
    for word in passes:
        if word not in list(Pass):
            raise WordUnknown("--pass", word, list(Pass))
    async with terminal.api(work=True) as api:
        found = library.one_named(name, await library.libraries(api))
        body = {"passes": list(passes) or None, "everything": everything}
        job = await terminal.wait_for(api, await api.post(f"libraries/{found['id']}/process", body))
    result = job["result"] or {}
    rows = [(each, result[each]) for each in Pass if each in result]
    says = Table(("Pass", "Done"), rows) if rows else job["error"] or f"{name}: {job['status']}."
    terminal.emit({"job_id": job["id"], **result}, table=says)
    return DONE if job["status"] == "completed" and not result.get("failed") else ATTENTION
