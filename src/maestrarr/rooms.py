"""The rooms of the house, lowest first, and the way to each one's doors."""

import importlib
from importlib.util import find_spec
from types import ModuleType
from typing import Literal, TypeAlias

Door: TypeAlias = Literal["models", "settings", "jobs", "listeners", "api", "cli"]

ROOMS = (
    "core.events",
    "core.settings",
    "core.accounts",
    "core.logs",
    "core.jobs",
    "core.changes",
    "core.connections",
    "core.notifications",
    "core.upkeep",
    "features.library",
    "features.metadata",
    "features.audio",
    "features.subtitles",
    "features.artwork",
    "features.publishing",
    "flows.pipeline",
    "flows.webhooks",
    "flows.onboarding",
)


def load(door: Door) -> dict[str, ModuleType]:
    """Import one door of every room, lowest first; a missing door is fine, a broken one is not."""
    names = {room: f"maestrarr.{room}.{door}" for room in ROOMS if find_spec(f"maestrarr.{room}")}
    return {room: importlib.import_module(name) for room, name in names.items() if find_spec(name)}
