"""What the rooms declare is documented, has bounds, and is no configuration as well."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import Field

from maestrarr.core.settings import registry
from maestrarr.core.settings.errors import SettingsUnknown
from maestrarr.core.settings.registry import Section, Settings
from maestrarr.core.settings.values import plain
from maestrarr.kit import config

REFERENCE = Path(__file__).parents[3] / "docs" / "reference" / "settings.md"


def ours() -> list[Section]:
    return [one for one in registry.sections() if one.model.__module__.startswith("maestrarr.")]


def every_key() -> Iterator[tuple[str, object]]:
    for one in ours():
        for field, value in plain(one.model()).items():
            yield f"{one.name}.{field}", value


def test_every_setting_is_documented_with_its_default_and_no_other_is() -> None:
    lines = [line for line in REFERENCE.read_text().splitlines() if line.startswith("| `")]
    documented = {line.split("|")[1].strip(" `"): line.split("|")[2].strip() for line in lines}

    def said(value: object) -> str:
        if isinstance(value, str):
            return value
        if isinstance(value, list):
            return ", ".join(value)
        return str(value).lower() if isinstance(value, bool) else f"{value:g}"

    assert documented == {key: said(value) for key, value in every_key()}


def test_no_key_is_a_setting_and_configuration_too() -> None:
    configured = config.keys()

    assert {key for key, _ in every_key()} & set(configured) == set()
    assert {one.name for one in ours()} & {key.partition(".")[0] for key in configured} == set()


def test_every_number_has_bounds_and_every_setting_help() -> None:
    for one in ours():
        assert one.help
        for name, about in one.model.model_json_schema()["properties"].items():
            assert about["description"].endswith(".")
            if about["type"] in {"integer", "number"}:
                assert {"minimum", "maximum"} <= set(about), f"{one.name}.{name}"


def test_settings_need_a_free_name_a_default_and_help() -> None:
    class Helpless(Settings):
        """It does not say what it does."""

        at_all: bool = True

    class Empty(Settings):
        """It has no default."""

        at_all: bool = Field(description="Whether at all.")

    class Fine(Settings):
        """There is nothing to set."""

    for name, model in [("x", Helpless), ("x", Empty), ("jobs", Fine), ("history", Fine)]:
        with pytest.raises(ValueError, match=name):
            registry.section(name, title="X")(model)
    with pytest.raises(SettingsUnknown):
        registry.find("x")
