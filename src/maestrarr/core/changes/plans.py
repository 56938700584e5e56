"""Edit plans as JSON: what the journal and the database keep of them."""

from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from maestrarr.media.edits import (
    BytePatch,
    EditPlan,
    HeaderPrint,
    Method,
    TrackChange,
    TrackSetting,
)


def plan_to_json(plan: EditPlan) -> dict[str, Any]:
    """Write a whole plan."""
    return {
        "patches": [patch_to_json(patch) for patch in plan.patches],
        "size_bytes": plan.size_bytes,
        "header": header_to_json(plan.header),
        "changes": [asdict(change) for change in plan.changes],
        "method": plan.method.name,
        "is_playable_throughout": plan.is_playable_throughout,
    }


def plan_from_json(said: Mapping[str, Any]) -> EditPlan:
    """Read what `plan_to_json` has written."""
    return EditPlan(
        patches=tuple(patch_from_json(patch) for patch in said["patches"]),
        size_bytes=said["size_bytes"],
        header=header_from_json(said["header"]),
        changes=tuple(
            TrackChange(
                change["track"],
                TrackSetting(change["setting"]),
                change["before"],
                change["after"],
            )
            for change in said["changes"]
        ),
        method=Method[said["method"]],
        is_playable_throughout=said["is_playable_throughout"],
    )


def patch_to_json(patch: BytePatch) -> list[Any]:
    """Write a patch as its offset, its old and its new bytes."""
    return [patch.offset, b64encode(patch.old).decode(), b64encode(patch.new).decode()]


def patch_from_json(said: list[Any]) -> BytePatch:
    """Read what `patch_to_json` has written."""
    return BytePatch(said[0], b64decode(said[1]), b64decode(said[2]))


def header_to_json(header: HeaderPrint) -> dict[str, Any]:
    """Write how a header looks."""
    return {"spans": header.spans, "before": header.before, "after": header.after}


def header_from_json(said: Mapping[str, Any]) -> HeaderPrint:
    """Read what `header_to_json` has written."""
    spans = tuple((start, end) for start, end in said["spans"])
    return HeaderPrint(spans, said["before"], said["after"])
