"""Who guesses passwords is held up, from however many addresses."""

from collections import Counter

import httpx2
import pytest
from argon2 import PasswordHasher

from household import ORIGIN, PASSWORD, Household
from maestrarr.core.accounts import passwords, service
from maestrarr.core.accounts.attempts import SignInLimits
from maestrarr.core.accounts.callers import TERMINAL, Role

HOUR_SECONDS = 3_600
MOST_AN_HOUR = 300


@pytest.mark.parametrize(
    ("guesses", "seconds"),
    [(500, 180), pytest.param(10_000, HOUR_SECONDS, marks=pytest.mark.sweep)],
)
@pytest.mark.timeout(1_800)
async def test_three_hundred_passwords_an_hour_can_be_tried_of_one_user(
    empty_house: Household, monkeypatch: pytest.MonkeyPatch, guesses: int, seconds: int
) -> None:
    moment = 0.0
    empty_house.app.state.sign_in_limits = SignInLimits(lambda: moment)
    monkeypatch.setattr(passwords, "_HASHER", PasswordHasher(1, 8, 1))  # as fast as may be
    async with empty_house.database.writing() as session:
        made = await passwords.hashed(PASSWORD)
        await service.add_user(session, TERMINAL, name="ada", password_hash=made, role=Role.ADMIN)

    answers: Counter[int] = Counter()
    for number in range(guesses):
        moment = number * seconds / guesses
        body = {
            "name": ("ada", "ADA", " Ada")[number % 3].strip(),
            "password": f"guess {number:09}",
        }
        address = (f"10.{number // 256}.{number % 256}.1", 50_000)
        transport = httpx2.ASGITransport(app=empty_house.app, client=address)
        async with httpx2.AsyncClient(transport=transport, base_url=ORIGIN) as client:
            answers[(await client.post("/api/v1/sessions", json=body)).status_code] += 1

    tried = answers.pop(401)
    assert 0 < tried <= MOST_AN_HOUR * (seconds + 60) / HOUR_SECONDS
    assert answers == {429: guesses - tried}
