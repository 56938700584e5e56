"""News that tests publish, and a listener that gathers it."""

from dataclasses import dataclass
from typing import ClassVar

from maestrarr.core.events import service as events
from maestrarr.core.events.events import Event
from maestrarr.core.events.feed import News, Subscription
from maestrarr.kit.db import Database

SECONDS = 20


@dataclass(frozen=True, slots=True)
class Told(Event):
    topic: ClassVar[str] = "tests"
    kind: ClassVar[str] = "test.told"

    number: int


async def tell(database: Database, *numbers: int) -> None:
    async with database.writing() as session:
        await events.publish(session, *map(Told, numbers))


def everything(_news: News) -> bool:
    return True


async def next_news(subscription: Subscription) -> News:
    one = await subscription.next(SECONDS)
    assert isinstance(one, News), one
    return one


async def heard(subscription: Subscription, count: int) -> list[int]:
    return [(await next_news(subscription)).facts["number"] for _ in range(count)]
