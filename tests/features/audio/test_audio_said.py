"""What is said of sound, for every language: by keys and facts."""

from pathlib import Path

from batching import batch, work
from cinema import Cinema


async def test_what_became_of_files_and_what_was_written_is_said_for_every_language(
    cinema: Cinema, tmp_path: Path
) -> None:
    changed = cinema.film("Ringu", "en", "ja", original="ja")
    linked = cinema.film("Tampopo", "en", "ja", original="ja")
    (tmp_path / "seeding.mkv").hardlink_to(linked)
    cinema.film("Lost", "und", original="fr")
    cinema.film("Text", "en").write_text("This is no film at all. " * 50)
    await cinema.shelf.scan()

    told = await batch(cinema)
    became = {
        Path(each["path"]).stem: each
        for each in (await cinema.get(f"batches/{told['id']}/files"))["files"]
    }
    original = [[{"key": "original", "facts": {"language": "ja"}}]]
    assert (became["Ringu"]["said"], became["Ringu"]["problem"]) == (original, None)
    assert became["Lost"]["said"][0][0]["key"] == "none_fits"
    assert became["Lost"]["problem"] is None
    assert became["Tampopo"]["problem"]["key"] == "changes.hard_linked"
    assert became["Tampopo"]["problem"]["facts"]["links"] == 2
    assert became["Text"]["problem"]["facts"]["obstacle"] == "obstacle_unreadable"
    assert told["said"] == {"key": "in", "facts": {"name": cinema.shelf.root.name, "more": 0}}

    assert (await cinema.get(f"jobs/{told['job_id']}"))["arguments"]["said"] == told["said"]

    undo = await cinema.send("POST", f"changes/{told['change_set_id']}/undo", status=202)
    undone = (await work(cinema, undo["id"]))["result"]["change_set_id"]
    for change_set in (told["change_set_id"], undone):
        shown = await cinema.get(f"changes/{change_set}")
        assert shown["said"] == told["said"]
        assert [(each["path"], each["said"]) for each in shown["changes"]] == [
            (str(changed), original)
        ]
