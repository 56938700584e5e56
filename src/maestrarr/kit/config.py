"""What must be known before the database opens: environment over file over defaults.

Every value remembers where it came from, and every mistake is told at once, with its place.
Read by hand and checked by pydantic: pydantic-settings knows neither where a value stood nor
which variables nobody reads, and takes four times as long to import.
"""

import difflib
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, ClassVar, Literal, TypeAlias

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    PrivateAttr,
    ValidationError,
    ValidationInfo,
    field_validator,
)
from pydantic_core import ErrorDetails

from maestrarr.kit.config_file import read_values
from maestrarr.kit.config_values import (
    AbsolutePath,
    BasePath,
    DatabaseUrl,
    HostName,
    SecretKey,
    SetupToken,
    TrustedNetwork,
)
from maestrarr.kit.config_values import Origin as AllowedOrigin
from maestrarr.kit.data_folder import DataFolder
from maestrarr.kit.errors import Problem

PREFIX = "MAESTRARR_"
DEFAULT_PORT = 9393

_OF_KUBERNETES = "tcp://"
_SECRETS = frozenset({"database_url", "setup_token", "secret_key"})
_LISTS = {
    "allowed_roots": os.pathsep,
    "trusted_proxies": ",",
    "allowed_hosts": ",",
    "cors_origins": ",",
}
_SENTENCES = {
    "int_parsing": "must be a whole number",
    "int_type": "must be a whole number",
    "bool_parsing": "must be true or false",
    "bool_type": "must be true or false",
    "string_type": "must be text",
    "path_type": "must be a path",
    "tuple_type": "must be a list",
}

Source: TypeAlias = Literal["default", "file", "environment", "option"]


class ConfigWrong(Problem):
    """The configuration has mistakes; `facts["mistakes"]` lists them all."""

    status: ClassVar[int] = 422

    def __init__(self, mistakes: list[str]) -> None:
        count = "a mistake" if len(mistakes) == 1 else f"{len(mistakes)} mistakes"
        lines = "".join(f"\n  {mistake}" for mistake in mistakes)
        super().__init__(f"The configuration has {count}:{lines}", mistakes=mistakes)


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a value came from: its source, and the variable, the option or the line of a file."""

    source: Source
    place: str = ""

    @property
    def locks(self) -> bool:
        """Tell whether the value can only be changed where it came from."""
        return self.source != "default"


@dataclass(frozen=True, slots=True)
class Found:
    """A value as it was found, not yet checked."""

    value: object
    origin: Origin


class Log(BaseModel):
    """What is logged, and in which form."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    level: Literal["debug", "info", "warning", "error"] = "info"
    format: Literal["auto", "json", "text"] = "auto"


class Config(BaseModel):
    """The configuration of an installation, checked."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    data: AbsolutePath
    database_url: DatabaseUrl | None = None
    host: Annotated[str, Field(min_length=1, max_length=253)] = "127.0.0.1"
    port: Annotated[int, Field(ge=0, le=65_535)] = DEFAULT_PORT
    setup_token: SetupToken | None = None
    secret_key: SecretKey | None = None
    allowed_roots: tuple[AbsolutePath, ...] = ()
    base_path: BasePath = ""
    trusted_proxies: tuple[TrustedNetwork, ...] = ()
    allowed_hosts: tuple[HostName, ...] = ()
    cors_origins: tuple[AllowedOrigin, ...] = ()
    job_engine: Literal["embedded", "distributed"] = "embedded"
    dry_run: bool = False
    log: Log = Log()

    _origins: dict[str, Origin] = PrivateAttr(default_factory=dict)

    @field_validator("job_engine")
    @classmethod
    def _has_a_database_for_many(cls, chosen: str, info: ValidationInfo) -> str:
        if chosen == "distributed" and info.data.get("database_url", chosen) is None:
            raise ValueError("must be embedded while database_url names no PostgreSQL")
        return chosen

    def origin(self, key: str) -> Origin:
        """Tell where the value of a key, such as `log.level`, came from."""
        return self._origins.get(key, Origin("default"))

    def shown(self, key: str) -> str:
        """Write the value of a key as a person may see it: a secret's is hidden."""
        value: object = self
        for part in key.split("."):
            value = getattr(value, part)
        if isinstance(value, tuple):
            return ", ".join(map(str, value))
        return "" if value is None else str(value)


def keys() -> list[str]:
    """List every key, those of a section as `section.key`."""
    inner = [f"log.{name}" for name in Log.model_fields]
    return [*(name for name in Config.model_fields if name != "log"), *inner]


def load(
    *,
    file: Path | None = None,
    options: Mapping[str, object] | None = None,
    environment: Mapping[str, str] = os.environ,
) -> Config:
    """Read and check the configuration; nothing is opened or written.

    Args:
        file: the file to read instead of the data folder's own, which may be missing.
        options: values given on the command line, by key; those that are None count as not given.
        environment: the variables to read.

    Raises:
        ConfigWrong: with every mistake that was found.
    """
    mistakes: list[str] = []
    above = _from_environment(environment, mistakes) | _from_options(options or {})
    below = _from_file(file, above, mistakes)
    found = below | above
    if "data" not in found:
        found["data"] = Found(_usual_data_folder(environment), Origin("default"))
    mistakes.extend(_unknown(key, value) for key, value in found.items() if key not in keys())
    config = _check({key: value for key, value in found.items() if key in keys()}, mistakes)
    if config is None or mistakes:
        raise ConfigWrong(mistakes)
    config._origins.update((key, value.origin) for key, value in found.items())  # noqa: SLF001  # its own class's
    return config


def _from_options(options: Mapping[str, object]) -> dict[str, Found]:
    return {
        key: Found(value, Origin("option", f"--{key.replace('_', '-')}"))
        for key, value in options.items()
        if value is not None
    }


def _from_environment(environment: Mapping[str, str], mistakes: list[str]) -> dict[str, Found]:
    """Read the variables, and name those that look like a slip of the pen; empty ones are not set.

    Others of our prefix are let be: Kubernetes sets MAESTRARR_SERVICE_HOST and the like, and for a
    service called maestrarr also MAESTRARR_PORT, to an address.
    """
    known = {PREFIX + key.replace(".", "_").upper(): key for key in keys()}
    secret_files = {f"{name}_FILE": key for name, key in known.items() if key in _SECRETS}
    found = {}
    for name, text in environment.items():
        if not text or text.startswith(_OF_KUBERNETES):
            continue
        if name in known:
            found[known[name]] = Found(_split(known[name], text), Origin("environment", name))
        elif name in secret_files:
            _read_secret(name, Path(text), secret_files[name], found, mistakes)
        elif name.startswith(PREFIX):
            mistakes.extend(_slip_of_the_pen(name, [*known, *secret_files]))
    return found


def _split(key: str, text: str) -> object:
    if key not in _LISTS:
        return text
    parts = (part.strip() for part in text.split(_LISTS[key]))
    return [part for part in parts if part]


def _read_secret(
    name: str, path: Path, key: str, found: dict[str, Found], mistakes: list[str]
) -> None:
    try:
        secret = path.read_text("utf-8").strip()
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8 text"
        mistakes.append(f"{key} ({name}): {path} cannot be read: {reason}")
        return
    found[key] = Found(secret, Origin("environment", name))


def _slip_of_the_pen(name: str, known: list[str]) -> list[str]:
    bare = {other.removeprefix(PREFIX): other for other in known}
    near = difflib.get_close_matches(name.removeprefix(PREFIX), bare, n=1, cutoff=0.75)
    return [f"{name} is not a variable; did you mean {bare[near[0]]}?"] if near else []


def _from_file(
    file: Path | None, above: Mapping[str, Found], mistakes: list[str]
) -> dict[str, Found]:
    if file is not None:
        values = read_values(file, mistakes)
    else:
        usual = DataFolder(_data_folder(above)).config
        if not usual.exists():
            return {}
        values = read_values(usual, mistakes)
        if "data" in values:
            mistakes.append(
                f"data ({values.pop('data').place}): the file lies in the data folder, "
                "so it cannot name it; use MAESTRARR_DATA or --data"
            )
    return {
        key: Found(line.value, Origin("file", line.place))
        for key, line in values.items()
        if line.value is not None  # a key without a value is a key not set
    }


def _data_folder(above: Mapping[str, Found]) -> Path:
    return Path(str(above["data"].value)) if "data" in above else _usual_data_folder(os.environ)


def _usual_data_folder(environment: Mapping[str, str]) -> Path:
    """Name the data folder of who says nothing. Source: XDG Base Directory Specification."""
    named = environment.get("XDG_DATA_HOME", "")
    base = Path(named) if named.startswith("/") else Path.home() / ".local/share"
    return base / "maestrarr"


def _check(found: Mapping[str, Found], mistakes: list[str]) -> Config | None:
    tree: dict[str, Any] = {}
    for key, value in found.items():
        *sections, name = key.split(".")
        branch = tree
        for section in sections:
            branch = branch.setdefault(section, {})
        branch[name] = value.value
    try:
        return Config.model_validate(tree)
    except ValidationError as error:
        mistakes.extend(_wrong(details, found) for details in error.errors())
        return None


def _unknown(key: str, found: Found) -> str:
    if key == "log":
        return f"log ({found.origin.place}): must be a section with keys of its own"
    near = difflib.get_close_matches(key, keys(), n=1)
    meant = f"; did you mean {near[0]}?" if near else ""
    return f"{key} ({found.origin.place}): is not a key{meant}"


def _wrong(details: ErrorDetails, found: Mapping[str, Found]) -> str:
    key = ".".join(part for part in details["loc"] if isinstance(part, str))
    words = _SENTENCES.get(details["type"]) or _must(details["msg"])
    if key not in _SECRETS:
        words += f", not {details['input']!r:.80}"
    return f"{key} ({found[key].origin.place}): {words}"


def _must(message: str) -> str:
    for opening in ("Value error, ", "Input should ", "String should ", "must "):
        message = message.removeprefix(opening)
    return f"must {message}"
