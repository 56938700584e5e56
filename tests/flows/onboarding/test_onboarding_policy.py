"""Which step of onboarding comes next, and which folder is which."""

from pathlib import Path

import pytest

from maestrarr.flows.onboarding.policy import likely_folder, next_step
from maestrarr.flows.onboarding.states import Step

ALL = frozenset(Step)


@pytest.mark.parametrize(
    ("settled", "libraries", "expected"),
    [
        (set(), False, Step.LIBRARIES),
        (set(), True, None),  # set up otherwise: before there was this, or at the terminal
        ({Step.ACCOUNT}, True, Step.LIBRARIES),
        ({Step.ACCOUNT, Step.LIBRARIES}, True, Step.CONNECTIONS),
        ({Step.LIBRARIES, Step.PREFERENCES}, False, Step.CONNECTIONS),
        (ALL - {Step.FIRST_RUN}, True, Step.FIRST_RUN),
        (ALL - {Step.ACCOUNT}, False, None),  # somebody else has made the account
        (ALL, False, None),
    ],
)
def test_the_first_step_that_is_not_settled_comes_next(
    settled: set[Step], libraries: object, expected: Step | None
) -> None:
    choice = next_step(settled, has_libraries=bool(libraries))

    assert choice.value is expected
    assert choice.reason.endswith(".")


@pytest.mark.parametrize(
    ("remote", "likely"),
    [
        ("/data/media/movies", "/srv/Movies"),
        ("/data/media/movies/", "/srv/Movies"),
        ("D:\\Media\\TV", "/srv/tv"),
        ("/anime", None),  # two are called so
        ("/", None),
    ],
)
def test_the_only_folder_of_that_name_is_likely_the_same(remote: str, likely: str | None) -> None:
    here = [Path("/srv/Movies"), Path("/srv/tv"), Path("/srv/Anime"), Path("/old/anime")]

    assert likely_folder(remote, here) == (Path(likely) if likely else None)
