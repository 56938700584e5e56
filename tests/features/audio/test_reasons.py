"""Why a track plays first, in English."""

import pytest

from maestrarr.features.audio.reasons import obstacle, say
from maestrarr.media.edits import Obstacle


@pytest.mark.parametrize(
    ("place", "word"), [(8, "eighth"), (9, "9th"), (11, "11th"), (21, "21st"), (113, "113th")]
)
def test_a_late_choice_has_its_ordinal(place: int, word: str) -> None:
    said = str(say("choice", language="ja", place=place))

    assert said == f"Japanese is your {word} choice."


@pytest.mark.parametrize("each", Obstacle)
def test_every_obstacle_can_be_said(each: Obstacle) -> None:
    assert str(obstacle(each)).endswith(".")
