"""The library's decisions, one by one."""

import pytest

from maestrarr.features.library import policy
from maestrarr.features.library.settings import LibrarySettings
from maestrarr.features.library.states import TitleState
from maestrarr.media.ids import NO_IDS, ExternalIds


@pytest.mark.parametrize(
    ("gone", "total", "may"),
    [(0, 0, True), (9, 9, True), (9, 20, True), (10, 100, True), (11, 100, False), (10, 10, False)],
)
def test_more_than_a_tenth_and_at_least_ten_are_asked_about(
    gone: int, total: int, *, may: bool
) -> None:
    choice = policy.may_go_missing(gone, total, LibrarySettings().usual_loss)

    assert choice.value is may
    assert f"{gone} of {total} titles" in choice.reason


@pytest.mark.parametrize(
    ("before", "ids", "is_part", "state"),
    [
        (None, NO_IDS, False, TitleState.DISCOVERED),
        (None, ExternalIds(tmdb=1), False, TitleState.IDENTIFIED),
        (None, NO_IDS, True, TitleState.IDENTIFIED),
        (TitleState.MISSING, NO_IDS, False, TitleState.DISCOVERED),
        (TitleState.DISCOVERED, ExternalIds(tmdb=1), False, TitleState.IDENTIFIED),
        (TitleState.IDENTIFIED, NO_IDS, False, TitleState.IDENTIFIED),
        (TitleState.PUBLISHED, NO_IDS, False, TitleState.PUBLISHED),
        (TitleState.FAILED, ExternalIds(tmdb=1), False, TitleState.FAILED),
    ],
)
def test_a_title_that_is_there_has_come_at_least_as_far_as_before(
    before: TitleState | None, ids: ExternalIds, *, is_part: bool, state: TitleState
) -> None:
    assert policy.state_on_disk(before, ids, is_part=is_part) is state


def test_a_title_is_the_first_known_one_whose_ids_do_not_say_otherwise() -> None:
    known = [ExternalIds(tmdb=1), ExternalIds(imdb="tt2"), NO_IDS]

    assert policy.same_title(ExternalIds(tmdb=1), known) == 0
    assert policy.same_title(ExternalIds(tmdb=2), known) == 1
    assert policy.same_title(ExternalIds(tmdb=2, imdb="tt3"), known) == 2
    assert policy.same_title(ExternalIds(tmdb=2), known[:1]) is None
    assert policy.same_title(NO_IDS, []) is None


@pytest.mark.parametrize(
    ("path", "folder", "lies"),
    [
        ("/movies", "/movies", True),
        ("/movies/Up", "/movies", True),
        ("/movies/Up", "/movies/", True),
        ("/movies-4k/Up", "/movies", False),
        ("/movies", "/movies/Up", False),
        ("/any", "/", True),
    ],
)
def test_a_longer_name_beside_a_folder_lies_outside_it(
    path: str, folder: str, *, lies: bool
) -> None:
    assert policy.lies_in(path, folder) is lies
