"""Damage to a file, made by chances that come again."""

import random

HEADERS_BYTES = 8_192  # where damage hurts most


def seeded(words: str) -> random.Random:
    """Make chances that come again whenever the test is run."""
    return random.Random(words)  # noqa: S311  # no secret


def mutate(whole: bytes, chance: random.Random) -> bytes:
    """Damage a few bytes, mostly in the headers, and sometimes cut the end off."""
    changed = bytearray(whole)
    reach = len(changed) if chance.random() < 0.3 else min(len(changed), HEADERS_BYTES)
    for _ in range(chance.randint(1, 5)):
        place = chance.randrange(reach)
        changed[place] = chance.choice((0, 1, 0x7F, 0x80, 0xFF, chance.randrange(256)))
    if chance.random() < 0.2:
        del changed[chance.randrange(len(changed)) :]
    return bytes(changed)
