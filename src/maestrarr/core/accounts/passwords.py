"""Passwords are hashed by Argon2id, two at a time, beside the loop.

19 MiB and two passes: 13 sign-ins a second on one core, and no more memory than a small machine
has. Source: OWASP Password Storage Cheat Sheet.
"""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from maestrarr.core.accounts import policy

_HASHER = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
_TWO_AT_A_TIME = ThreadPoolExecutor(2, thread_name_prefix="passwords")


async def hashed(password: str) -> str:
    """Return the hash by which a password is kept."""
    loop = asyncio.get_running_loop()
    return await loop.run_in_executor(_TWO_AT_A_TIME, _HASHER.hash, policy.in_one_form(password))


async def is_right(password: str, kept: str | None) -> bool:
    """Tell whether a password is the kept one; without one, take as long to say no."""
    loop = asyncio.get_running_loop()
    return await loop.run_in_executor(_TWO_AT_A_TIME, _matches, password, kept)


def _matches(password: str, kept: str | None) -> bool:
    try:
        _HASHER.verify(kept or _of_nobody(_HASHER), policy.in_one_form(password))
    except (VerificationError, InvalidHashError):
        return False
    return kept is not None


@cache
def _of_nobody(hasher: PasswordHasher) -> str:
    return hasher.hash(b"nobody's")
