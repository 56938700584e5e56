"""What a library wants of its pictures: the usual, and what was said for it."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import TypeVar
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from maestrarr.core.events import service as events
from maestrarr.features.artwork.events import WishesChanged
from maestrarr.features.artwork.models import LibraryWishes
from maestrarr.features.artwork.policy import Taste
from maestrarr.features.artwork.schemas import EffectiveWishes, Wishes
from maestrarr.features.artwork.usual import (
    COUNTS,
    LANGUAGE_ORDERS,
    MINIMUM_SIZES,
    ORIGINAL,
    PREFERRED,
    TEXTLESS,
    WEIGHTS,
)
from maestrarr.features.library import queries as library
from maestrarr.features.library.models import Library
from maestrarr.kit.clock import now
from maestrarr.media.languages import normalise

Key = TypeVar("Key", bound=str)
Value = TypeVar("Value")


async def of_library(session: AsyncSession, library_id: UUID) -> Wishes:
    """Return what was said for a library."""
    found = await session.get(LibraryWishes, library_id)
    return Wishes() if found is None else Wishes.model_validate(found.wishes)


async def say(session: AsyncSession, library_id: UUID, said: Wishes) -> None:
    """Let a library want this of its pictures, in the place of all that was said for it.

    Raises:
        LibraryUnknown: there is none with this id.
    """
    await library.library(session, library_id)
    found = await session.get(LibraryWishes, library_id)
    wishes = said.model_dump(mode="json", exclude_defaults=True)
    if found is None:
        session.add(LibraryWishes(library_id=library_id, wishes=wishes))
    else:
        found.wishes, found.changed_at = wishes, now()
    await session.flush()
    await events.publish(session, WishesChanged(library_id))


def taste(of: Library, said: Wishes) -> Taste:
    """Put together what a library wants."""
    orders = {
        name: tuple(_tag(word) for word in order) for name, order in said.language_orders.items()
    }
    return Taste(
        preferred=(of.language,) if of.language else (),
        providers=tuple(of.providers),
        weights=_over(WEIGHTS, said.weights),
        language_orders=_over(LANGUAGE_ORDERS, orders),
        minimum_sizes=_over(MINIMUM_SIZES, said.minimum_sizes),
        counts=_over(COUNTS, said.counts),
        keeps_local=said.keeps_local is not False,
    )


def effective(of: Library, said: Wishes) -> EffectiveWishes:
    """Say what holds for a library, and what of it was said for it."""
    holding = taste(of, said)
    return EffectiveWishes(
        weights=holding.weights,
        counts=holding.counts,
        minimum_sizes=holding.minimum_sizes,
        language_orders=holding.language_orders,
        keeps_local=holding.keeps_local,
        said=said,
    )


def _over(usual: Mapping[Key, Value], said: Mapping[Key, Value]) -> Mapping[Key, Value]:
    return MappingProxyType({**usual, **said})


def _tag(word: str) -> str:
    return word if word in (PREFERRED, ORIGINAL, TEXTLESS) else normalise(word)
