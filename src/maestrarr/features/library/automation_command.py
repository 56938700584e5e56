"""What a library does by itself, as the terminal says it."""

from collections.abc import Sequence
from typing import Final

from maestrarr.features.library import commands
from maestrarr.features.library.commands import WordUnknown
from maestrarr.features.library.states import AUTOMATION, Automation
from maestrarr.kit.terminal import Api, Document

_FLAGS: Final = tuple(name for name in AUTOMATION if name != "automation")


def wanted(mode: str | None, on: Sequence[str], off: Sequence[str]) -> dict[str, object]:
    """Understand a mode, and the flags that are raised and lowered; what is not said stays.

    Raises:
        WordUnknown: one of the words is none of these.
    """
    said: dict[str, object] = {}
    if mode is not None:
        if mode not in list(Automation):
            raise WordUnknown("MODE", mode, list(Automation))
        said["automation"] = mode
    for flags, value in ((on, True), (off, False)):
        for flag in (each.replace("-", "_") for each in flags):
            if flag not in _FLAGS:
                raise WordUnknown("A flag", flag, _FLAGS)
            said[flag] = value
    return said


async def automated(api: Api, name: str, said: dict[str, object]) -> tuple[Document, str]:
    """Say what the library of this name does by itself; return it so far, and in words."""
    found = commands.one_named(name, await commands.libraries(api))
    if said:
        found = await api.patch(f"libraries/{found['id']}", said)
    document = {key: found[key] for key in ("id", "name", *AUTOMATION)}
    return document, _in_words(document)


def _in_words(library: Document) -> str:
    if library["automation"] == Automation.MANUAL:
        return f"{library['name']} is manual: it does nothing by itself."
    if library["automation"] == Automation.AUTOMATIC:
        return f"{library['name']} is automatic: it does everything by itself."
    on = [flag for flag in _FLAGS if library[flag]]
    off = [flag for flag in _FLAGS if not library[flag]]
    said = [f"{word}: {', '.join(flags)}" for word, flags in (("on", on), ("off", off)) if flags]
    return f"{library['name']} is hybrid: {'; '.join(said)}."
