"""fanart.tv's words in ours."""

from typing import Any

import pytest

from maestrarr.providers.fanart.convert import offers_in


def _image(**told: Any) -> dict[str, Any]:
    return {
        "id": "7",
        "url": "https://assets.fanart.tv/fanart/x.png",
        "lang": "en",
        "likes": "3",
    } | told


def test_each_of_their_types_is_one_of_ours() -> None:
    document = {
        "name": "Kuyu",
        "thetvdb_id": "700201",
        "hdtvlogo": [_image(width="800", height="310")],
        "clearart": [_image()],
        "characterart": [_image()],
        "seasonposter": [_image(season="1")],
        "tvsomething": [_image()],
    }

    offers = offers_in(document)

    assert [(o.type, o.width, o.height, o.season) for o in offers] == [
        ("clearlogo", 800, 310, None),
        ("clearart", 500, 281, None),
        ("characterart", None, None, None),
        ("season-poster", 1000, 1426, 1),
    ]
    assert offers[0].preview_url == "https://assets.fanart.tv/preview/x.png"
    assert offers[0].votes == 3


@pytest.mark.parametrize("lang", ["", "00", None])
def test_a_poster_without_text_is_key_art_too(lang: str | None) -> None:
    offers = offers_in({"movieposter": [_image(lang=lang)]})

    assert [(o.type, o.language, o.is_textless) for o in offers] == [
        ("poster", None, True),
        ("keyart", None, True),
    ]


@pytest.mark.parametrize(
    ("season", "read"), [("all", -1), ("0", 0), ("12", 12), (3, None), ("x", None), (None, None)]
)
def test_seasons(season: object, read: int | None) -> None:
    offers = offers_in({"seasonbanner": [_image(season=season)]})

    assert [offer.season for offer in offers] == ([] if read is None else [read])


def test_strange_entries_are_left_out() -> None:
    document = {
        "movielogo": [None, 3, {}, _image(url=""), _image(likes="many", id=7)],
        "moviebanner": None,
    }

    assert [(o.type, o.votes, o.id) for o in offers_in(document)] == [("clearlogo", None, None)]
