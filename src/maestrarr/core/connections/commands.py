"""What `maestrarr connections` does."""

from collections.abc import Sequence
from typing import Any, ClassVar

from maestrarr.core.connections.errors import ConnectionUnknown, KindUnknown, MappingUnfit
from maestrarr.kit.errors import Problem
from maestrarr.kit.tables import Table
from maestrarr.kit.terminal import ATTENTION, DONE, Api, Document, asked_unseen


class OnCommandLine(Problem):
    """A secret was written where every process of the machine may read it."""

    hint: ClassVar[str] = "Leave it away, and it is asked for unseen; --ask names one that may be."

    def __init__(self, name: str) -> None:
        super().__init__(f"{name} is secret, and no command line is.", name=name)


class UnfitPair(Problem):
    """Something that should name a field and its value does not."""

    hint: ClassVar[str] = "Such as --set url=http://nas:8096."

    def __init__(self, pair: str) -> None:
        super().__init__(f"{pair} is not of the form FIELD=VALUE.", pair=pair)


async def named(api: Api, name: str) -> Document:
    """Return the connection of this name or id.

    Raises:
        ConnectionUnknown: there is none.
    """
    found: Document
    for found in await _all(api):
        if name in (found["name"], found["id"]):
            return found
    raise ConnectionUnknown(name)


async def told(
    api: Api, kind: str, said: Sequence[str], asked: Sequence[str], *, is_new: bool = False
) -> dict[str, str | None]:
    """Gather what a connection is told: what is said, and each secret asked for unseen.

    Raises:
        KindUnknown: there is no such kind.
        OnCommandLine: a secret stands on the command line, where everybody may read it.
    """
    kinds = {each["name"]: each for each in (await api.get("connections/kinds"))["kinds"]}
    if kind not in kinds:
        raise KindUnknown(kind)
    config: dict[str, str | None] = {}
    for pair in said:
        name, value = _cut(pair)
        config[name] = value or None
    for field in kinds[kind]["fields"]:
        name = field["name"]
        if field["form"] != "secret":
            continue
        if config.get(name):
            raise OnCommandLine(name)
        if name in asked or (is_new and field["is_needed"]):
            config[name] = asked_unseen(name)
    return config


def mappings(said: Sequence[str]) -> list[Document]:
    """Read path mappings, each as THERE=HERE; the last `=` parts them."""
    pairs = []
    for pair in said:
        remote, separator, local = pair.rpartition("=")
        if not separator:
            raise MappingUnfit("local", pair)
        pairs.append({"remote": remote, "local": local})
    return pairs


async def tried(api: Api, name: str | None) -> list[Document]:
    """Try the connection of this name, or all that are on."""
    wanted = [await named(api, name)] if name else await _all(api)
    return [
        await api.post(f"connections/{each['id']}/test")
        for each in wanted
        if name or each["is_enabled"]
    ]


async def ordered(api: Api, names: Sequence[str]) -> list[str]:
    """Put the ids of these connections before those of the others."""
    found = await _all(api)
    first = [(await named(api, name))["id"] for name in names]
    return [*first, *(each["id"] for each in found if each["id"] not in first)]


def exit_code(found: Sequence[Document]) -> int:
    """Say whether somebody should look at one of them."""
    return ATTENTION if any(each["health"]["is_well"] is False for each in found) else DONE


def table(found: Sequence[Document]) -> Table:
    """Lay out connections and how they are."""
    rows = [
        (each["name"], each["kind"], each["options"].get("url", ""), _state(each)) for each in found
    ]
    return Table(
        ("Name", "Kind", "Address", "State"),
        rows,
        empty="Nothing is connected yet: `maestrarr connections add KIND` does it.",
    )


def kinds_table(found: Sequence[Document]) -> Table:
    """Lay out kinds of services, and what each has to be told."""
    rows = [
        (
            each["name"],
            ", ".join(word.replace("_", " ") for word in each["abilities"]),
            " ".join(
                field["name"] if field["is_needed"] else f"[{field['name']}]"
                for field in each["fields"]
            ),
        )
        for each in found
    ]
    return Table(("Kind", "Can do", "Is told"), rows)


def path_table(outcome: Document) -> Table:
    """Lay out a path on both sides."""
    there = {True: "there", False: "not there", None: ""}[outcome["is_there"]]
    row = (outcome["remote"], outcome["local"] or "nowhere", there)
    return Table(("There", "Here", "Is it"), [row])


def _state(connection: Document) -> str:
    health: Document = connection["health"]
    if health["problem"]:
        said = f"{health['problem']['detail']} {health['problem']['hint']}".strip()
    elif health["is_well"]:
        said = " ".join(filter(None, ("well:", health["service_name"], health["service_version"])))
    else:
        said = "not tested yet"
    return said if connection["is_enabled"] else f"off; {said}"


def _cut(pair: str) -> tuple[str, str]:
    name, separator, value = pair.partition("=")
    if not separator:
        raise UnfitPair(pair)
    return name, value


async def _all(api: Api) -> list[Any]:
    found: list[Any] = (await api.get("connections"))["connections"]
    return found
