"""Reading maestrarr.yaml: plain values with their lines, and nothing that could swell or run."""

from dataclasses import dataclass
from pathlib import Path

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import AliasEvent, CollectionEndEvent, CollectionStartEvent
from ruamel.yaml.nodes import MappingNode, Node

from maestrarr.kit.errors import Invalid

LARGEST_BYTES = 64 * 1024
DEEPEST = 8


@dataclass(frozen=True, slots=True)
class Line:
    """A value and the line it stands on, written `file:line`."""

    value: object
    place: str


class _Unfit(Exception):
    """The file is YAML that a configuration has no use for."""


class FileUnfit(Invalid):
    """A file that should hold plain values cannot be read."""

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(f"{path} cannot be read: {why}.", path=str(path))


def read_document(path: Path) -> object:
    """Read a file of plain values, in YAML or JSON, as one thing.

    Raises:
        FileUnfit: it cannot be read.
    """
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST_BYTES + 1)
        text = _checked(content)
        return YAML(typ="safe", pure=True).load(text)
    except OSError as error:
        raise FileUnfit(path, error.strerror or str(error)) from error
    except UnicodeDecodeError as error:
        raise FileUnfit(path, "it is not UTF-8 text") from error
    except (YAMLError, _Unfit) as error:
        raise FileUnfit(path, str(error)) from error


def read_values(path: Path, mistakes: list[str]) -> dict[str, Line]:
    """Read the values of a configuration file by key; what is wrong with it goes to `mistakes`."""
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST_BYTES + 1)
        return _parse(content, path)
    except OSError as error:
        mistakes.append(f"{path} cannot be read: {error.strerror}")
    except UnicodeDecodeError:
        mistakes.append(f"{path} cannot be read: it is not UTF-8 text")
    except MarkedYAMLError as error:
        line = f":{error.problem_mark.line + 1}" if error.problem_mark else ""
        mistakes.append(f"{path}{line} is not valid YAML: {error.problem}")
    except (YAMLError, _Unfit) as error:
        mistakes.append(f"{path} cannot be read: {error}")
    return {}


def _parse(content: bytes, path: Path) -> dict[str, Line]:
    text = _checked(content)
    yaml = YAML(typ="safe", pure=True)
    values, node = yaml.load(text), YAML(typ="safe", pure=True).compose(text)
    if values is None:
        return {}
    if not isinstance(values, dict):
        raise _Unfit("it must hold keys and values")
    return _flat(values, node, path, "")


def _checked(content: bytes) -> str:
    if len(content) > LARGEST_BYTES:
        raise _Unfit(f"it is larger than {LARGEST_BYTES // 1024} KiB")
    text = content.decode("utf-8-sig")
    _refuse_swelling(text)
    return text


def _refuse_swelling(text: str) -> None:
    """Refuse aliases and deep nesting before anything is built from them."""
    depth = 0
    for event in YAML(typ="safe", pure=True).parse(text):
        depth += isinstance(event, CollectionStartEvent) - isinstance(event, CollectionEndEvent)
        if isinstance(event, AliasEvent):
            raise _Unfit("aliases (*name) have no use here")
        if depth > DEEPEST:
            raise _Unfit("its values are nested too deeply")


def _flat(
    values: dict[object, object], node: MappingNode, path: Path, prefix: str
) -> dict[str, Line]:
    found: dict[str, Line] = {}
    children: list[tuple[Node, Node]] = node.value
    for (name, value), (key_node, value_node) in zip(values.items(), children, strict=True):
        key = f"{prefix}{name}"
        if isinstance(value, dict) and value and isinstance(value_node, MappingNode):
            found |= _flat(value, value_node, path, f"{key}.")
        else:
            found[key] = Line(value, f"{path}:{key_node.start_mark.line + 1}")
    return found
