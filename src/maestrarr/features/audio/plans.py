"""What would be done to a file now, as its own bytes are just read."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from maestrarr.core.changes.writes import HardLinks
from maestrarr.features.audio import reasons
from maestrarr.features.audio.patience import seen_in_time
from maestrarr.features.audio.reasons import Reason
from maestrarr.features.audio.taste import Verdict
from maestrarr.kit import disk
from maestrarr.media import containers
from maestrarr.media.edits import AlreadyRight, CannotEdit, EditPlan, Planned

Document = dict[str, Any]


async def plans(
    wanted: Sequence[tuple[Path, Verdict, HardLinks]],
) -> list[tuple[Document, int | None]]:
    """Say of each file what would be done to it, and how many names it has on its disk.

    They are read beside the loop: a disk may not answer, and is not waited for for ever.
    """

    def look() -> list[tuple[Document, int | None]]:
        return [_plan(path, verdict, hard_links) for path, verdict, hard_links in wanted]

    try:
        return await seen_in_time(look)
    except TimeoutError:
        silent = _obstacle("unreadable", reasons.obstacle("silent disk"))
        return [(silent, None)] * len(wanted)


def _plan(path: Path, verdict: Verdict, hard_links: HardLinks) -> tuple[Document, int | None]:
    try:
        names = path.stat().st_nlink
    except OSError as error:
        reason = f"This file cannot be read: {disk.said(error)}."
        return _obstacle("unreadable", reasons.obstacle("unreadable"), reason), None
    if verdict.defaults is None:
        return _obstacle("no track fits", verdict.why), names
    planned = containers.plan_defaults(path, verdict.defaults)
    if isinstance(planned, EditPlan) and names > 1 and hard_links is HardLinks.SKIP:
        return _obstacle("hard links", reasons.obstacle("hard links", count=names)), names
    return _told(planned, verdict), names


def _told(planned: Planned, verdict: Verdict) -> Document:
    match planned:
        case EditPlan():
            return {
                "action": "edit",
                "reason": verdict.reason,
                "said": verdict.why.to_json(),
                "changes": [str(change) for change in planned.changes],
                "method": planned.method,
                "bytes": sum(len(patch.new) for patch in planned.patches),
            }
        case CannotEdit():
            why = reasons.obstacle(planned.obstacle)
            told = _obstacle(planned.obstacle.value, why, planned.reason)
            return told | {"may_be_remuxed": planned.may_be_remuxed}
        case AlreadyRight():
            said = verdict.why.to_json()
            return {"action": "right", "reason": verdict.reason, "said": said}


def _obstacle(obstacle: str, why: Reason, reason: str | None = None) -> Document:
    """Tell of an obstacle: why for every language, and in English with more that is known."""
    return {
        "action": "obstacle",
        "obstacle": obstacle,
        "reason": reason or str(why),
        "said": why.to_json(),
    }
