"""A job's arguments, between what its handler takes and what JSON can carry."""

import inspect
from collections.abc import Callable, Mapping
from typing import Any, get_type_hints

from pydantic import BaseModel, ConfigDict, ValidationError, create_model

from maestrarr.core.jobs.errors import UnfitArguments
from maestrarr.kit import text
from maestrarr.kit.mistakes import mistake_of


class Arguments:
    """The arguments that the handler of one kind of job takes, after the job itself."""

    def __init__(self, kind: str, handler: Callable[..., object]) -> None:
        self._kind = kind
        self._model = _model(handler)

    def to_json(self, given: Mapping[str, object]) -> dict[str, Any]:
        """Write arguments as JSON can carry them, defaults included.

        Raises:
            UnfitArguments: the handler does not take these.
        """
        plain = self._read(given).model_dump(mode="json")
        stored: dict[str, Any] = map_text(plain, text.storable)
        return stored

    def from_json(self, stored: Mapping[str, object]) -> dict[str, Any]:
        """Read arguments back as the handler takes them.

        Raises:
            UnfitArguments: the handler has changed, and no longer takes these.
        """
        model = self._read(map_text(dict(stored), text.as_on_disk))
        return {name: getattr(model, name) for name in type(model).model_fields}

    def _read(self, given: Mapping[str, object]) -> BaseModel:
        try:
            return self._model.model_validate(given)
        except ValidationError as error:
            raise UnfitArguments(self._kind, list(map(mistake_of, error.errors()))) from error


def map_text(value: Any, change: Callable[[str], str]) -> Any:  # noqa: ANN401  # whatever JSON holds
    """Change every text in a value that JSON can carry."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, dict):
        return {name: map_text(one, change) for name, one in value.items()}
    if isinstance(value, list):
        return [map_text(one, change) for one in value]
    return value


def _model(handler: Callable[..., object]) -> type[BaseModel]:
    hints = get_type_hints(handler)
    _, *parameters = inspect.signature(handler).parameters.values()
    fields: dict[str, Any] = {
        one.name: (hints[one.name], ... if one.default is one.empty else one.default)
        for one in parameters
    }
    return create_model("Arguments", __config__=ConfigDict(extra="forbid"), **fields)
