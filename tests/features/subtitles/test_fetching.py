"""What services have is listed by languages, and comes beside the film when it is chosen."""

from typing import Any

import pytest
from talkies import PLACE, Talkies

from daily import ON_SQLITE
from maestrarr.demo.video import spoken
from maestrarr.features.subtitles import policy
from maestrarr.features.subtitles.schemas import OfferDocument
from maestrarr.kit.errors import Problem
from maestrarr.kit.ids import new_id


async def offers(talkies: Talkies, title_id: object, *languages: str) -> Any:
    query = "&".join(f"language={each}" for each in languages)
    return await talkies.ask("GET", f"{PLACE.format(title_id)}/offers?{query}")


async def chosen(talkies: Talkies, title_id: object) -> Any:
    """Choose the best French offer, and queue that it is fetched."""
    place = PLACE.format(title_id)
    (file,) = (await talkies.ask("GET", place))["files"]
    best = (await offers(talkies, title_id, "fr"))["offers"][0]
    named = ("connection_id", "offer_id", "language", "is_forced", "is_hearing_impaired")
    body = {"file_id": file["file_id"], **{name: best[name] for name in named}}
    return await talkies.ask("POST", f"{place}/fetch", body, status=202)


@ON_SQLITE
async def test_what_was_chosen_stands_beside_the_film_under_a_free_name(talkies: Talkies) -> None:
    title_id, folder = await talkies.film(fr="mine")
    await talkies.connect(user="demo", password="demo")

    found = await offers(talkies, title_id, "French", "de")
    done = await talkies.run(await chosen(talkies, title_id))

    assert found["languages"] == ["fr", "de"]
    assert [each["language"] for each in found["offers"]] == ["fr"] * 3 + ["de"] * 3
    assert found["offers"][0]["is_trusted"]
    assert found["offers"][2]["is_machine_made"]
    assert done == {"written": ["Film.fr.2.srt"]}
    assert (folder / "Film.fr.2.srt").read_text() == spoken.as_srt("fr")
    assert (folder / "Film.fr.srt").read_text() == "mine"


@pytest.mark.parametrize(
    ("account", "fault", "sentence"),
    [
        ({}, None, "wants the name and the password"),
        ({"user": "demo", "password": "wrong"}, None, "does not accept the name and the password"),
        ({"user": "demo", "password": "demo"}, "garbage", "is no subtitle|is not"),
    ],
)
@ON_SQLITE
async def test_what_does_not_come_is_said_in_a_sentence_and_nothing_is_written(
    talkies: Talkies, account: dict[str, str], fault: str | None, sentence: str
) -> None:
    title_id, folder = await talkies.film()
    await talkies.connect(**account)
    queued = await chosen(talkies, title_id)
    if fault is not None:
        talkies.upstreams.fail("opensubtitles", fault)

    with pytest.raises(Problem, match=sentence):
        await talkies.run(queued)
    assert [path.name for path in folder.iterdir()] == ["Film.mkv"]


@ON_SQLITE
async def test_a_service_that_is_away_is_named_and_none_is_said_to_be_missing(
    talkies: Talkies,
) -> None:
    title_id, _ = await talkies.film()
    nobody = await talkies.ask("GET", f"{PLACE.format(title_id)}/offers", status=409)
    await talkies.connect()
    talkies.upstreams.fail("opensubtitles", "failing", status=401)

    found = await offers(talkies, title_id)

    assert nobody["key"] == "subtitles.no_subtitle_service"
    assert found["offers"] == []
    assert found["failures"][0]["problem"]["key"] == "providers.refused"


def test_offers_are_ordered_by_language_by_who_made_them_and_by_how_many_took_them() -> None:
    def offer(name: str, language: str = "fr", **said: Any) -> OfferDocument:
        usual = {"is_forced": False, "is_hearing_impaired": False, "is_machine_made": False}
        facts = {"is_trusted": False, "downloads": 5, "rating": None, "release": None}
        return OfferDocument(
            connection_id=new_id(),
            provider="opensubtitles",
            offer_id=name,
            language=language,
            **(usual | facts | said),
        )

    ranked = [
        offer("trusted", is_trusted=True, downloads=1),
        offer("taken often", downloads=9),
        offer("taken"),
        offer("for the deaf", is_hearing_impaired=True, is_trusted=True),
        offer("by a machine", is_machine_made=True, is_trusted=True),
        offer("second language", "en", is_trusted=True),
    ]

    mixed = ranked[3:] + ranked[:3]
    assert sorted(mixed, key=lambda each: policy.rank(each, ["fr", "en"])) == ranked
