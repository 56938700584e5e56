"""Which step comes next, and which folder here a folder of a download manager may be."""

from collections.abc import Collection, Iterable
from pathlib import Path, PurePosixPath, PureWindowsPath

from maestrarr.flows.onboarding.states import Step
from maestrarr.kit.choice import Choice


def next_step(settled: Collection[Step], *, has_libraries: bool) -> Choice[Step | None]:
    """Choose what is asked next; None when there is nothing to ask.

    Who has libraries and was never asked anything has set up this installation otherwise.
    """
    if has_libraries and not settled:
        return Choice(None, "There are libraries already.")
    left = [step for step in Step if step not in settled]
    # The one who asks is signed in, so an account there is, whoever has made it.
    left = [step for step in left if step is not Step.ACCOUNT]
    if not left:
        return Choice(None, "Every step is settled.")
    return Choice(left[0], f"{left[0]} is the first step that is not settled.")


def likely_folder(remote: str, folders: Iterable[Path]) -> Path | None:
    """Say which folder here a folder there may be: the only one that is called so."""
    is_windows = "\\" in remote
    name = (PureWindowsPath(remote) if is_windows else PurePosixPath(remote)).name.casefold()
    alike = [folder for folder in folders if folder.name.casefold() == name]
    return alike[0] if len(alike) == 1 else None
