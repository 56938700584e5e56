"""Who may say what of a title."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any, Final

# Of these a service knows more, and newer, than a file that was written once.
_SERVICES_FIRST: Final = frozenset({"rating", "ratings", "status", "trailers", "other_titles"})
# What several say is put together; of all else, one says the whole.
_TOGETHER: Final = frozenset({"ratings", "other_titles"})
IN_ANOTHER_LANGUAGE: Final = "~"  # behind a source: its text is not in the language asked for
NEW_FOR: Final = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Order:
    """Whose word counts first: the library's services in their order, and who is set by field."""

    providers: Sequence[str]
    by_field: Mapping[str, Sequence[str]] = field(default_factory=dict)

    def of(self, name: str) -> Sequence[str]:
        """Name who may say a field, the first counts most."""
        if name in self.by_field:
            return self.by_field[name]
        if name in _SERVICES_FIRST:
            return (*self.providers, "nfo")
        return ("nfo", *self.providers)

    def rank(self, name: str, source: str | None) -> int:
        """Tell who counts how much for a field: the less, the more; names of files count least."""
        order = self.of(name)
        bare = (source or "").removesuffix(IN_ANOTHER_LANGUAGE)
        if bare not in order:
            return 2 * len(order)
        return order.index(bare) + (len(order) if source != bare else 0)


def merge(
    known: Mapping[str, Any], said: Mapping[str, Any], provider: str, order: Order
) -> dict[str, tuple[Any, str]]:
    """Return what one service may say of a title, field by field, and as whose word.

    Args:
        known: what the title's fields are, and their `sources`.
        said: what the service says; a field whose name ends in `~` is in another language.
        provider: the service.
        order: whose word counts first.
    """
    accepted: dict[str, tuple[Any, str]] = {}
    for told, value in said.items():
        if value in (None, "", [], {}):
            continue
        name = told.removesuffix(IN_ANOTHER_LANGUAGE)
        source = provider + told[len(name) :]
        before = known["sources"].get(name)
        is_empty = known[name] in (None, "", [], {})
        is_its_own = (before or "").removesuffix(IN_ANOTHER_LANGUAGE) == provider
        if name in _TOGETHER:
            accepted[name] = (_together(name, known[name], value), provider)
        elif is_empty or is_its_own or order.rank(name, source) < order.rank(name, before):
            accepted[name] = (value, source)
    return accepted


def _together(name: str, known: Sequence[Any], said: Sequence[Any]) -> list[Any]:
    if name == "ratings":
        sources = {each["source"] for each in said}
        return [*(each for each in known if each["source"] not in sources), *said]
    return list(dict.fromkeys([*known, *said]))


def is_running(status: str | None, premiered: date | None, today: date) -> bool:
    """Tell whether more is to be said of a title soon: a series that goes on, or what is new."""
    if status in ("continuing", "upcoming"):
        return True
    return premiered is not None and today - premiered < NEW_FOR
