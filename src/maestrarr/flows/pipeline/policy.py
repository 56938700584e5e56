"""Which passes a library's automation allows, and why it forbids the others."""

from collections.abc import Collection, Iterable, Mapping
from datetime import timedelta
from pathlib import Path
from typing import Final, Protocol

from maestrarr.features.library.states import Automation
from maestrarr.flows.pipeline.states import Occasion, Pass
from maestrarr.kit.choice import Choice

# Until a file that grows is looked at again, or a service that was away is asked again.
RESTS: Final = (
    timedelta(seconds=10), timedelta(minutes=1), timedelta(minutes=10), timedelta(hours=1),
    timedelta(hours=6), timedelta(hours=24),
)  # fmt: skip


class Automated(Protocol):
    """What a library says of automation."""

    name: str
    automation: str
    auto_enrich: bool
    auto_select: bool
    auto_publish: bool
    webhook_enabled: bool
    webhook_auto_publish: bool


def verdicts(library: Automated, occasion: Occasion) -> Mapping[Pass, Choice[bool]]:
    """Say of every pass whether it is made, and why or why not."""
    return {each: _verdict(library, occasion, each) for each in Pass}


def _verdict(library: Automated, occasion: Occasion, wanted: Pass) -> Choice[bool]:
    if occasion is Occasion.ASKED:
        return Choice(value=True, reason="Somebody asked for it.")
    if library.automation == Automation.MANUAL:
        return Choice(value=False, reason=f"In {library.name} nothing is done by itself.")
    if library.automation == Automation.AUTOMATIC:
        return Choice(value=True, reason=f"In {library.name} everything is done by itself.")
    if occasion is Occasion.IMPORT and not library.webhook_enabled:
        return Choice(value=False, reason=f"{library.name} does not follow reports of imports.")
    return _by_flag(library, occasion, wanted)


def _by_flag(library: Automated, occasion: Occasion, wanted: Pass) -> Choice[bool]:
    is_import = occasion is Occasion.IMPORT
    allowed, what = {
        Pass.IDENTIFY: (library.auto_enrich, "titles are identified"),
        Pass.ENRICH: (library.auto_enrich, "titles are described"),
        Pass.AUDIO: (is_import, "sound is set right after an import and else when it is asked for"),
        Pass.ARTWORK: (library.auto_select, "pictures are chosen"),
        Pass.PUBLISH: (
            library.auto_publish or (is_import and library.webhook_auto_publish),
            "titles are published",
        ),
    }[wanted]
    if wanted is Pass.AUDIO:
        return Choice(allowed, f"In {library.name} {what}.")
    how = "by themselves" if allowed else "only when it is asked for"
    return Choice(allowed, f"In {library.name} {what} {how}.")


def concerned(found: Iterable[str], folder: str, roots: Collection[Path]) -> list[str]:
    """Choose the title folders in a folder that is brought in, or around it.

    Films that lie loose in the library's own folder lie around every other: that one alone is none.
    """
    wanted = Path(folder)
    return [
        each
        for each in found
        if Path(each).is_relative_to(wanted)
        or (wanted.is_relative_to(each) and Path(each) not in roots)
    ]


def rest(again: int) -> timedelta | None:
    """Say how long to rest before the next try, `again` of which were in vain; None: no more."""
    return RESTS[again] if again < len(RESTS) else None
