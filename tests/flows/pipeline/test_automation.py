"""What a library's automation allows follows from its mode, its flags and who wants it."""

from types import SimpleNamespace
from typing import Any

import pytest

from maestrarr.flows.pipeline import policy
from maestrarr.flows.pipeline.states import Occasion, Pass

EVERY = set(Pass)
USUAL = {
    "name": "Films",
    "automation": "hybrid",
    "auto_enrich": True,
    "auto_select": True,
    "auto_publish": False,
    "webhook_enabled": True,
    "webhook_auto_publish": True,
}
KNOWN = {Pass.IDENTIFY, Pass.ENRICH}


@pytest.mark.parametrize(
    ("said", "occasion", "made"),
    [
        ({}, Occasion.IMPORT, EVERY),
        ({}, Occasion.SCHEDULE, {*KNOWN, Pass.ARTWORK}),
        ({"auto_publish": True}, Occasion.SCHEDULE, EVERY - {Pass.AUDIO}),
        ({"auto_enrich": False}, Occasion.IMPORT, EVERY - KNOWN),
        ({"auto_select": False}, Occasion.IMPORT, EVERY - {Pass.ARTWORK}),
        ({"webhook_auto_publish": False}, Occasion.IMPORT, EVERY - {Pass.PUBLISH}),
        ({"webhook_auto_publish": False, "auto_publish": True}, Occasion.IMPORT, EVERY),
        ({"webhook_enabled": False}, Occasion.IMPORT, set()),
        ({"webhook_enabled": False}, Occasion.SCHEDULE, {*KNOWN, Pass.ARTWORK}),
        ({"automation": "manual", "auto_publish": True}, Occasion.IMPORT, set()),
        ({"automation": "manual"}, Occasion.ASKED, EVERY),
        ({"automation": "automatic", "auto_enrich": False}, Occasion.SCHEDULE, EVERY),
        ({"automation": "automatic", "webhook_enabled": False}, Occasion.IMPORT, EVERY),
    ],
)
def test_passes_are_made_as_the_library_says(
    said: dict[str, Any], occasion: Occasion, made: set[Pass]
) -> None:
    verdicts = policy.verdicts(SimpleNamespace(**(USUAL | said)), occasion)

    assert {each for each, verdict in verdicts.items() if verdict.value} == made
    assert all(verdict.reason.endswith(".") for verdict in verdicts.values())


def test_what_is_in_vain_is_tried_ever_later_and_then_no_more() -> None:
    rests = [rest for again in range(9) if (rest := policy.rest(again)) is not None]

    assert rests == sorted(set(rests))
    assert policy.rest(len(rests)) is None
