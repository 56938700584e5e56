"""Who starts work without end is held back, by account and by address; others are not."""

from dataclasses import replace

import pytest

from household import LOCAL_TOKEN, Household
from maestrarr.core.accounts.attempts import WORK_PER_ADDRESS, WORK_PER_USER, WorkLimits
from maestrarr.core.accounts.callers import TERMINAL, Caller, Role
from maestrarr.core.accounts.errors import TooMuchStarted
from maestrarr.kit.ids import new_id

SWEEP = "/api/v1/cleanup"


def somebody(address: str = "192.0.2.7") -> Caller:
    return Caller(user_id=new_id(), name="ada", role=Role.OPERATOR, address=address)


async def test_an_account_that_started_too_much_waits_and_another_does_not(
    house: Household,
) -> None:
    limits = house.app.state.work_limits = WorkLimits(lambda: 0.0)
    busy = Caller(user_id=house.users[Role.ADMIN], name="admin", role=Role.ADMIN)
    by_session = await house.client_of(Role.ADMIN)
    by_token = await house.client(await house.api_token(Role.ADMIN, "admin"))
    here = await house.client(LOCAL_TOKEN, address="127.0.0.1")

    before = await by_session.post(SWEEP)
    for _ in range(WORK_PER_USER - 1):
        limits.note(busy)
    refused = [await client.post(SWEEP) for client in (by_session, by_token)]

    assert before.status_code == 202
    for each in refused:
        assert (each.status_code, each.json()["key"]) == (429, "accounts.too_much_started")
        assert 0 < int(each.headers["retry-after"]) <= 61
    assert (await here.post(SWEEP)).status_code == 202
    assert (await by_session.get("/api/v1/jobs")).status_code == 200
    limits.note(somebody())


def test_an_address_is_held_back_whoever_asks_from_it() -> None:
    moment = 0.0
    limits = WorkLimits(lambda: moment)
    for _ in range(WORK_PER_ADDRESS):
        limits.note(somebody())

    with pytest.raises(TooMuchStarted):
        limits.note(somebody())
    limits.note(somebody("192.0.2.8"))
    moment = 61.0
    limits.note(somebody())


def test_the_terminal_of_this_machine_starts_what_it_likes() -> None:
    limits = WorkLimits(lambda: 0.0)

    for _ in range(2 * WORK_PER_ADDRESS):
        limits.note(replace(TERMINAL, address="127.0.0.1"))
