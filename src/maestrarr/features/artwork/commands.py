"""What `maestrarr artwork` does, over the API."""

import asyncio
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import ClassVar, Final

from maestrarr.features.artwork.errors import CandidateUnknown
from maestrarr.features.artwork.usual import WEIGHTS
from maestrarr.features.library import commands as library
from maestrarr.kit.errors import Invalid
from maestrarr.kit.tables import Table
from maestrarr.kit.terminal import ATTENTION, DONE, Api, Document, Terminal

_PAGE: Final = 200


class WishUnclear(Invalid):
    """What a library shall want is not of the form that it is said in."""

    hint: ClassVar[str] = "Such as fanart=3, poster=textless,en, votes=40 or poster=1000x1500."

    def __init__(self, word: str) -> None:
        super().__init__(f"It is not clear what {word} means.", word=word)


async def title_id(api: Api, name: str) -> str:
    """Return the id of the one title that is called so, or has this id."""
    found = await api.get("titles/find", name=name)
    return str(found["id"])


async def shown(api: Api, name: str) -> Document:
    """Return the pictures of a title."""
    return await api.get(f"titles/{await title_id(api, name)}/artwork")


async def candidates(
    api: Api, name: str, type_: str, narrowed: Mapping[str, str | int | None], limit: int
) -> list[Document]:
    """Return what is offered for a title, the best first."""
    path = f"titles/{await title_id(api, name)}/artwork/{type_}/candidates"
    found: list[Document] = []
    after: int | None = 0
    while after is not None and len(found) < limit:
        page = await api.get(path, **narrowed, after=after, limit=min(_PAGE, limit - len(found)))
        found += page["candidates"]
        after = page["next"]
    return found


async def candidate(api: Api, name: str, type_: str, place: int) -> Document:
    """Return the candidate in a place, as the list of candidates numbers them.

    Raises:
        CandidateUnknown: so many are not offered.
    """
    path = f"titles/{await title_id(api, name)}/artwork/{type_}/candidates"
    page = await api.get(path, after=place - 1, limit=1)
    if not page["candidates"]:
        raise CandidateUnknown
    found: Document = page["candidates"][0]
    return found


async def pick(api: Api, name: str, role: tuple[str, int], what: str) -> Document:
    """Give a title a picture: a candidate by its place, an address, or a file of this machine.

    Raises:
        CandidateUnknown: so many are not offered.
        OSError: the file cannot be read.
    """
    type_, number = role
    place = f"titles/{await title_id(api, name)}/artwork/{type_}/{number}"
    if what.isdecimal():
        chosen = await candidate(api, name, type_, int(what))
        return await api.put(place, {"candidate_id": chosen["id"]})
    if what.startswith(("http://", "https://")):
        return await api.put(place, {"url": what})
    content = await asyncio.to_thread(Path(what).read_bytes)
    return await api.put(f"{place}/file", content)


def wishes_said(
    counts: Sequence[str], orders: Sequence[str], weights: Sequence[str], least: Sequence[str]
) -> Document:
    """Read what is said on the command line, such as `fanart=3`, as the API takes it.

    Raises:
        WishUnclear: something is not of that form.
    """
    sizes = {name: value.lower().split("x") for name, value in _pairs(least)}
    if any(len(sides) != 2 or not all(map(str.isdecimal, sides)) for sides in sizes.values()):
        raise WishUnclear(" ".join(least))
    return {
        "counts": {name: _number(value) for name, value in _pairs(counts)},
        "language_orders": {name: value.split(",") for name, value in _pairs(orders)},
        "weights": {name: _number(value) for name, value in _pairs(weights)},
        "minimum_sizes": {name: [int(side) for side in sides] for name, sides in sizes.items()},
    }


async def wish(api: Api, name: str, said: Document, *, from_usual: bool) -> Document:
    """Add to what a library wants of its pictures, or to the usual; return what holds."""
    found = library.one_named(name, await library.libraries(api))
    path = f"libraries/{found['id']}/artwork"
    before: Document = {} if from_usual else (await api.get(path))["said"]
    if not from_usual and not any(said.values()):
        return await api.get(path)
    whole = {
        key: {**before.get(key, {}), **value} if isinstance(value, dict) else value
        for key, value in said.items()
    }
    if before.get("keeps_local") is not None:
        whole.setdefault("keeps_local", before["keeps_local"])
    return await api.put(path, whole)


def artwork_table(told: Document) -> list[Table | str]:
    """Lay out what a title has, type by type."""
    rows = [
        (
            each["type"],
            f"{len(each['selected'])}/{each['wanted']}",
            each["candidates"],
            each["locked_by"] or "",
            " ".join(one["reason"] for one in each["selected"]),
        )
        for each in told["types"]
    ]
    failures = [f"{each['provider']}: {each['sentence']}" for each in told["failures"]]
    return [Table(("Type", "Has", "Offered", "Locked by", "Why"), rows), *failures]


def candidates_table(found: Sequence[Document]) -> Table:
    """Lay out candidates with their scores."""
    rows = [
        (
            each["place"],
            each["score"]["points"],
            each["provider"],
            f"{each['width']} × {each['height']}" if each["width"] else "",
            "textless" if each["is_textless"] else each["language"] or "",
            "chosen" if each["number"] is not None else each["fault"] or "",
            each["url"],
        )
        for each in found
    ]
    columns = ("", "Points", "From", "Size", "Language", "", "Address")
    return Table(columns, rows, empty="Nothing is offered.")


def rejections_table(found: Sequence[Document]) -> Table:
    """Lay out what was rejected."""
    rows = [
        (each["id"], each["title"], each["type"], each["reason"], each["rejected_by"])
        for each in found
    ]
    columns = ("Id", "Title", "Type", "Why", "By")
    return Table(columns, rows, empty="No picture is rejected.")


def wishes_table(told: Document) -> list[Table | str]:
    """Lay out what a library wants of its pictures."""
    rows = [
        (
            type_,
            count,
            " × ".join(map(str, told["minimum_sizes"][type_])),
            " > ".join(told["language_orders"][type_]),
        )
        for type_, count in told["counts"].items()
    ]
    weights = ", ".join(f"{name} {told['weights'][name]:g}" for name in WEIGHTS)
    local = "first" if told["keeps_local"] else "like any other"
    return [
        Table(("Type", "Count", "Least", "Languages"), rows),
        f"Weights: {weights}.",
        f"What stands beside the media goes {local}.",
    ]


def _pairs(said: Sequence[str]) -> list[tuple[str, str]]:
    for each in said:
        if not all(each.partition("=")):
            raise WishUnclear(each)
    return [(each.partition("=")[0], each.partition("=")[2]) for each in said]


def _number(written: str) -> float:
    try:
        number = float(written)
    except ValueError as error:
        raise WishUnclear(written) from error
    return int(number) if number.is_integer() else number


async def select(api: Api, name: str, types: Sequence[str] | None, *, search: bool) -> Document:
    """Queue that a title's pictures are chosen anew; returns the job."""
    body = {"types": list(types) if types else None, "search": search}
    return await api.post(f"titles/{await title_id(api, name)}/artwork/select", body)


async def discard(terminal: Terminal, name: str, *, is_sure: bool) -> int:
    """Take back all that was said of a title's pictures by hand; return the exit code."""
    async with terminal.api(work=True) as api:
        title = await api.get("titles/find", name=name)
        question = f"Lose what was picked, uploaded and rejected for {title['title']}?"
        if not (is_sure or terminal.confirm(question)):
            terminal.say("Nothing was discarded; --yes says that you are sure.")
            return ATTENTION
        job = await api.post(f"titles/{title['id']}/artwork/discard")
        ended = await terminal.wait_for(api, job)
    terminal.emit(ended, table=f"The score chooses the pictures of {title['title']} again.")
    return DONE


async def select_library(api: Api, name: str) -> Document:
    """Queue that a library's pictures are chosen anew; returns the job."""
    found = library.one_named(name, await library.libraries(api))
    return await api.post(f"libraries/{found['id']}/artwork/select")
