"""What every real household also has: files that are not what they say, or not at all."""

from collections.abc import Callable
from pathlib import Path

from maestrarr.demo.library import recipes
from maestrarr.demo.library.truth import DemoFile, DemoTitle, Piece, Plan
from maestrarr.media.facts import FaultKind

_LETTER = "Dear finder,\nthis was to be a film. It is a shopping list.\nEggs. Rope. A lantern.\n"


def plan_broken(root: Path) -> list[Plan]:
    """Plan one title for each way in which a file can disappoint."""
    return [
        _plan(root, "The Unrecorded Tape", 1997, ".mkv", FaultKind.EMPTY, bytes),
        _plan(root, "Half a Goodbye", 2002, ".mkv", FaultKind.TRUNCATED, _half),
        _plan(root, "Letter to a Projector", 2013, ".mp4", FaultKind.NOT_MEDIA, _LETTER.encode),
        _plan(root, "The Wrong Overcoat", 1990, ".mp4", FaultKind.WRONG_SUFFIX, _whole),
        _plan(root, "Gone to Sea", 1982, ".mkv", FaultKind.BROKEN_LINK, bytes),
    ]


def _plan(
    root: Path, title: str, year: int, suffix: str, fault: FaultKind, make: Callable[[], bytes]
) -> Plan:
    name = f"{title} ({year})"
    path = root / name / f"{name}{suffix}"
    told = DemoTitle(
        kind="movie",
        title=title,
        year=year,
        language="en",
        plot="",
        folder=root / name,
        files=[DemoFile(path=path, fault=fault)],
        faults=[(path, fault)],
    )
    is_link = fault is FaultKind.BROKEN_LINK
    target = root.parent / "a disk that was unplugged" / path.name if is_link else None
    return Plan(told, [Piece(path, make, target)])


def _whole() -> bytes:
    recipe = recipes.named("right default")
    return recipe.make(recipe.facts("broken/overcoat", language="en", title="", seconds=2.0))


def _half() -> bytes:
    whole = _whole()
    return whole[: len(whole) // 2]
