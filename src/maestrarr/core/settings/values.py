"""Values on their way between what is stored, what code reads, and what a person may see."""

import difflib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from pydantic import JsonValue, SecretStr, ValidationError
from pydantic_core import ErrorDetails

from maestrarr.core.settings.errors import SettingsWrong
from maestrarr.core.settings.registry import Model, Section, Settings, name_of
from maestrarr.kit.mistakes import Mistake, mistake_of

HIDDEN = "[hidden]"
LONGEST_NAME = 100  # of what is told back of a name that is none
Values = dict[str, JsonValue]

_HALF = re.compile("[\ud800-\udfff]")

_OPENING = re.compile(r"^(Input|String|List|Dictionary|Tuple) should ")
_SENTENCES = {
    "bool_type": "must be true or false",
    "int_type": "must be a whole number",
    "int_from_float": "must be a whole number",
    "float_type": "must be a number",
    "finite_number": "must be a finite number",
    "string_type": "must be text",
}


@dataclass(frozen=True, slots=True)
class Current:
    """A room's settings as they are: `stored` holds what was set, and nothing that is a default."""

    section: Section
    settings: Settings
    stored: Values
    version: int = 0
    changed_at: datetime | None = None

    @property
    def shown(self) -> Values:
        """The effective values, as a person may see them."""
        return masked(self.section, plain(self.settings))

    @property
    def defaults(self) -> Values:
        """The values of who sets nothing, as a person may see them."""
        return masked(self.section, plain(self.section.model()))


@dataclass(frozen=True, slots=True)
class Edit:
    """One field that changes, as a person may see it."""

    name: str
    field: str
    before: JsonValue
    after: JsonValue


def checked(model: type[Model], values: Mapping[str, object]) -> Model:
    """Make typed settings of JSON values; those that are missing have their defaults.

    Raises:
        SettingsWrong: naming everything that does not fit.
    """
    unstorable = [name for name, value in values.items() if not _is_storable([name, value])]
    if unstorable:
        raise SettingsWrong(
            [_unstorable(f"{name_of(model)}.{_visible(name)}") for name in unstorable]
        )
    try:
        return _validated(model, values)
    except ValidationError as error:
        raise SettingsWrong([_wrong(model, details) for details in error.errors()]) from error


def kept(model: type[Model], values: Mapping[str, object]) -> tuple[Model, list[str]]:
    """Make typed settings of what was stored once, and name the fields that no longer fit.

    Another version has other fields and bounds; what does not fit here has its default.
    """
    try:
        return _validated(model, values), []
    except ValidationError as error:
        unfit = {str(details["loc"][0]) for details in error.errors() if details["loc"]}
    fitting = {name: value for name, value in values.items() if name not in unfit}
    if len(fitting) == len(values):  # they do not fit each other
        return model(), sorted(values)
    settings, more = kept(model, fitting)
    return settings, sorted({*unfit, *more})


def plain(settings: Settings) -> Values:
    """Write settings as JSON values, secrets in clear: for the database alone."""
    said: Values = settings.model_dump(mode="json")
    for name in said:
        value = getattr(settings, name)
        if isinstance(value, SecretStr):
            said[name] = value.get_secret_value()
    return said


def masked(section: Section, values: Mapping[str, JsonValue]) -> Values:
    """Write values as a person may see them: of a secret, only whether there is one."""
    return {
        name: HIDDEN if name in section.secrets and value else value
        for name, value in values.items()
    }


def given(section: Section, values: Mapping[str, JsonValue]) -> Values:
    """Leave out secrets that come back as they were shown: they stay what they are."""
    return {
        name: value
        for name, value in values.items()
        if not (name in section.secrets and value == HIDDEN)
    }


def unknown(name: str, *, near: str | None = None) -> Mistake:
    """Say that there is no setting of a name, and which one may have been meant."""
    short = name[:LONGEST_NAME]
    if near is None:
        return Mistake(path=short, type="unknown", context={}, sentence="is not a setting")
    sentence = f"is not a setting; did you mean {near}?"
    return Mistake(path=short, type="unknown_near", context={"near": near}, sentence=sentence)


def _validated(model: type[Model], values: Mapping[str, object]) -> Model:
    return model.model_validate_json(json.dumps(values))


def _is_storable(value: object) -> bool:
    """Tell whether both databases take every text in a value: no NUL, no half characters."""
    match value:
        case str():
            return "\0" not in value and not _HALF.search(value)
        case list():
            return all(map(_is_storable, value))
        case dict():
            return all(map(_is_storable, [*value, *value.values()]))
    return True


def _visible(name: str) -> str:
    return name[:LONGEST_NAME].encode("ascii", "backslashreplace").decode().replace("\0", "\\0")


def _unstorable(path: str) -> Mistake:
    return Mistake(path=path, type="unstorable", context={}, sentence="holds what is no character")


def _wrong(model: type[Settings], details: ErrorDetails) -> Mistake:
    names = [str(name)[:LONGEST_NAME] for name in (name_of(model), *details["loc"])]
    path = ".".join(names)
    if details["type"] == "extra_forbidden":
        near = difflib.get_close_matches(names[-1], model.model_fields, n=1)
        return unknown(path, near=near[0] if near else None)
    words = _SENTENCES.get(details["type"]) or details["msg"]
    words = _OPENING.sub("must ", words.removeprefix("Value error, "))
    sentence = words if details["loc"] else f"does not fit: {words}"
    return mistake_of(details, sentence=sentence, path=path)
