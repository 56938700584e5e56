"""The one score of pictures: its parts, what never costs points, and an order that always holds."""

import random
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from maestrarr.features.artwork.policy import (
    Candidate,
    Taste,
    choose,
    rank,
    score,
    too_small,
)
from maestrarr.features.artwork.usual import (
    LANGUAGE_ORDERS,
    MINIMUM_SIZES,
    WEIGHTS,
    PartName,
)
from maestrarr.media.artwork import ARTWORK_TYPES, IDEAL_SIZES

CHECKOUT = Path(__file__).parents[3]
TASTE = Taste(preferred=("de",), providers=("tmdb", "fanart", "tvdb"))
POSTER = Candidate(
    type="poster", url="a", provider="tmdb", width=2000, height=3000, language="de", rating=10
)
FANART = replace(POSTER, type="fanart", width=3840, height=2160, is_textless=True, language=None)


def part(candidate: Candidate, name: PartName, original: str | None = "ja") -> float:
    scored = score(candidate, original, TASTE)
    return next(each.points for each in scored.parts if each.name == name)


def test_the_weights_make_a_hundred_and_every_type_has_its_order_and_size() -> None:
    assert sum(WEIGHTS.values()) == 100
    assert set(LANGUAGE_ORDERS) == set(MINIMUM_SIZES) == set(ARTWORK_TYPES)
    assert all(MINIMUM_SIZES[kind][0] <= IDEAL_SIZES[kind][0] for kind in ARTWORK_TYPES)


def test_the_page_about_the_score_says_what_the_score_does() -> None:
    page = (CHECKOUT / "docs" / "reference" / "artwork-score.md").read_text()

    for name, most in WEIGHTS.items():
        assert f"| {name} | {most} |" in page
    for kind in ARTWORK_TYPES:
        ideal, least = (" × ".join(map(str, by[kind])) for by in (IDEAL_SIZES, MINIMUM_SIZES))
        assert f"| `{kind}` | {ideal} | {least} | {' > '.join(LANGUAGE_ORDERS[kind])} |" in page
    german = replace(POSTER, width=1000, height=1500, rating=5.4, votes=40)
    english = replace(POSTER, provider="fanart", language="en", rating=None, votes=5)
    sums = [score(each, "ja", TASTE).points for each in (german, english)]
    assert "| **sum** | **{:g}** | **{:g}** |".format(*sums) in page


@pytest.mark.parametrize(
    ("base", "said", "original", "points"),
    [
        (POSTER, {"language": "de", "is_textless": False}, "ja", 30),
        (POSTER, {"language": "de-AT"}, "ja", 30),
        (POSTER, {"language": "en", "is_textless": False}, "ja", 22.5),
        (POSTER, {"language": "ja"}, "ja", 15),
        (POSTER, {"language": None, "is_textless": True}, "ja", 7.5),
        (POSTER, {"language": "fr"}, "ja", 0),
        (POSTER, {"language": None}, "ja", 3.75),
        # English is the original: three are left to choose from.
        (POSTER, {"language": "en"}, "en", 20),
        (POSTER, {"language": None, "is_textless": True}, None, 10),
        (FANART, {"is_textless": True}, "ja", 30),
        (FANART, {"language": "de", "is_textless": False}, "ja", 22.5),
        (FANART, {"language": "en", "is_textless": False}, "ja", 15),
        (FANART, {"language": "ja", "is_textless": None}, "ja", 7.5),
    ],
)
def test_each_type_has_its_order_of_languages(
    base: Candidate, said: dict[str, Any], original: str, points: float
) -> None:
    assert part(replace(base, **said), "language", original) == points


@pytest.mark.parametrize(
    ("width", "height", "resolution", "shape"),
    [
        (2000, 3000, 25, 10),
        (4000, 6000, 25, 10),
        (1000, 1500, 12.5, 10),
        (1000, 1515, 12.5, 10),
        (2000, 3180, 25, 5.22),
        (2000, 2000, 16.67, 0),
        (None, None, 12.5, 5),
    ],
)
def test_more_pixels_than_ideal_cost_nothing_and_another_shape_does(
    width: int | None, height: int | None, resolution: float, shape: float
) -> None:
    candidate = replace(POSTER, width=width, height=height)

    assert (part(candidate, "resolution"), part(candidate, "shape")) == (resolution, shape)


@pytest.mark.parametrize(
    ("rating", "votes", "points"),
    [
        (None, None, 12.5),
        (10, 0, 12.5),
        (10, 1, 13.64),
        (8, 10, 16.25),
        (8, 1000, 19.93),
        (2, 1000, 5.07),
        (None, 10, 15),
        (None, -3, 12.5),
    ],
)
def test_few_votes_say_little(rating: float | None, votes: int | None, points: float) -> None:
    assert part(replace(POSTER, rating=rating, votes=votes), "votes") == points


@pytest.mark.parametrize(
    ("provider", "points"), [("tmdb", 10), ("fanart", 6.67), ("tvdb", 3.33), ("upload", 0)]
)
def test_providers_count_by_their_place(provider: str, points: float) -> None:
    assert part(replace(POSTER, provider=provider), "provider") == points


def test_a_score_says_what_it_is_made_of() -> None:
    scored = score(replace(POSTER, votes=10, rating=8), "ja", TASTE)

    assert scored.points == 91.25
    assert scored.reason == (
        "91.25 of 100 points: in German, choice 1 of 4 (30 of 30), 2000 × 3000 (25 of 25), "
        "8 by 10 votes (16.25 of 25), the right shape (10 of 10), "
        "from tmdb, provider 1 of 3 (10 of 10)."
    )


def test_what_is_too_small_is_left_out_and_what_is_unknown_is_not() -> None:
    small = replace(POSTER, url="s", width=449, height=700)
    near = replace(POSTER, url="n", width=450, height=675)
    unknown = replace(POSTER, url="u", width=None)

    assert (
        too_small(small, TASTE) == "449 × 700 is less than 500 × 750, which a poster has at least."
    )
    assert {each.candidate.url for each in rank([small, near, unknown], None, TASTE)} == {"n", "u"}


def test_weights_and_orders_are_a_librarys_own() -> None:
    taste = replace(
        TASTE, weights={"language": 100, "votes": 0}, language_orders={"poster": ("original",)}
    )
    german, japanese = POSTER, replace(POSTER, url="b", language="ja")

    assert [each.candidate.url for each in rank([german, japanese], "ja", taste)] == ["b", "a"]
    assert score(japanese, "ja", taste).points == 100
    assert score(german, None, taste).points == 0


def test_a_tie_falls_to_votes_then_provider_then_pixels_then_the_address() -> None:
    taste = replace(TASTE, weights={"language": 100})
    best_first = [
        replace(POSTER, url="z", votes=2, provider="tvdb"),
        replace(POSTER, url="y", votes=1),
        replace(POSTER, url="x", provider="fanart", width=4000, height=6000),
        replace(POSTER, url="v", provider="fanart"),
        replace(POSTER, url="w", provider="fanart"),
        replace(POSTER, url="a", provider="upload"),
    ]
    shuffled = list(best_first)
    random.Random(3).shuffle(shuffled)  # noqa: S311

    assert [each.candidate for each in rank(shuffled, "ja", taste)] == best_first


def test_what_looks_like_a_better_one_is_passed_over() -> None:
    candidates = [replace(POSTER, url=url, votes=100 - n) for n, url in enumerate("abcd")]
    ranked = rank(candidates, "ja", TASTE)
    hashes = {"a": 0, "b": 0b111111, "c": 0b1111111}  # 6 bits of 64 are the same picture, 7 not

    assert [choice.value.candidate.url for choice in choose(ranked, 3, hashes)] == ["a", "c", "d"]
    assert [choice.value.candidate.url for choice in choose(ranked, 1, {})] == ["a"]
    assert choose(ranked, 0, {}) == []
    assert choose(ranked, 2, hashes)[1].reason.startswith("Number 3 of 4: ")


candidates = st.lists(
    st.builds(
        Candidate,
        type=st.just("poster"),
        url=st.text("abc", max_size=3),
        provider=st.sampled_from(["tmdb", "tvdb", "other"]),
        width=st.one_of(st.none(), st.integers(0, 9000)),
        height=st.one_of(st.none(), st.integers(0, 9000)),
        language=st.sampled_from([None, "de", "ja", "nothing known"]),
        is_textless=st.sampled_from([None, True, False]),
        rating=st.one_of(st.none(), st.floats(-1, 11)),
        votes=st.one_of(st.none(), st.integers(-2, 10**6)),
    ),
    max_size=8,
    unique_by=lambda candidate: candidate.url,
)


@settings(max_examples=60, deadline=None)
@given(candidates, st.randoms(use_true_random=False))
def test_the_order_never_depends_on_how_candidates_came(
    found: list[Candidate], chance: random.Random
) -> None:
    ranked = rank(found, "ja", TASTE)
    chance.shuffle(found)

    assert rank(found, "ja", TASTE) == ranked
    assert all(0 <= each.points <= 100 for each in ranked)
    assert all(0 <= part.points <= part.most for each in ranked for part in each.parts)
