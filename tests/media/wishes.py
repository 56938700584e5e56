"""What the tests of remuxes ask for, and how they take a refusal."""

from pathlib import Path

from writers import require

from maestrarr.media import probe
from maestrarr.media.edits import CannotEdit, Defaults
from maestrarr.media.remux import Wish, find_mkvpropedit


def wish(path: Path, audio: int | None = None, subtitle: int | None = None) -> Wish:
    defaults = Defaults(audio=audio, subtitle=subtitle)
    return Wish(source=path, staging=path.with_name("staged"), defaults=defaults)


def last_sound(path: Path) -> int:
    return probe.probe(path).audio[-1].index


def mkvpropedit() -> Path:
    require("mkvpropedit")
    found = find_mkvpropedit()
    assert found is not None
    return found


def refusal(made: object) -> CannotEdit:
    assert isinstance(made, CannotEdit), made
    return made
