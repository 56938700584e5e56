"""What names and passwords may be, what a token lets do, and whose attempts count together."""

import pytest

from maestrarr.core.accounts import attempts, names, policy
from maestrarr.core.accounts.attempts import Attempts, SignInLimits
from maestrarr.core.accounts.callers import Role, Scope, reads_only, role_of_token
from maestrarr.core.accounts.errors import TooManyAttempts


class Ticks:
    """A clock that goes on when it is told to, in seconds."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.mark.parametrize(
    ("one", "other"), [("Ada", "ada"), ("STRASSE", "straße"), ("ﬁona", "FIONA"), ("é", "e\u0301")]
)
def test_a_name_is_the_same_however_it_is_written(one: str, other: str) -> None:
    assert names.name_key(one) == names.name_key(other)


@pytest.mark.parametrize("name", ["ada", "Ada.Lovelace", "ada@home", "李", "a", "x" * 64])
def test_a_name_may_be_a_word_of_any_script(name: str) -> None:
    assert names.is_fit(name)


@pytest.mark.parametrize("name", [" ada", "a da", "x" * 65, "-x", "a\0b", "a\nb", "\ud800", "../x"])
def test_a_name_has_nothing_in_it_that_could_mislead(name: str) -> None:
    assert not names.is_fit(name)


@pytest.mark.parametrize(
    "password",
    [
        "",
        "short",
        "aaaaaaaaaaaaaa",
        "ababababab",
        "Password123",
        "adaada",
        "adaAdaADAada",
        "x" * 257,
    ],
)
def test_a_password_that_is_soon_guessed_is_refused(password: str) -> None:
    assert policy.password_fault(password, name="ada") is not None


@pytest.mark.parametrize("password", ["correct horse", "пароль-длинный", "🐎" * 3 + "xyzabcd"])
def test_a_long_password_of_any_signs_will_do(password: str) -> None:
    assert policy.password_fault(password, name="ada") is None


def test_a_password_is_the_same_from_every_keyboard() -> None:
    assert policy.in_one_form("caf\u00e9") == policy.in_one_form("cafe\u0301")


def test_each_role_includes_those_before_it_and_none_after() -> None:
    roles = list(Role)

    for place, role in enumerate(roles):
        assert [role.includes(other) for other in roles] == [at <= place for at in range(4)]


@pytest.mark.parametrize(
    ("role", "scopes", "acts_as"),
    [
        (Role.ADMIN, {Scope.READ}, Role.VIEWER),
        (Role.ADMIN, {Scope.READ, Scope.OPERATE}, Role.OPERATOR),
        (Role.ADMIN, {Scope.ADMIN}, Role.ADMIN),
        (Role.OPERATOR, {Scope.READ, Scope.ADMIN}, Role.OPERATOR),
        (Role.GUEST, {Scope.READ}, Role.GUEST),
        (Role.ADMIN, set(), Role.GUEST),
    ],
)
def test_a_token_acts_within_its_scopes_and_its_user(
    role: Role, scopes: set[Scope], acts_as: Role
) -> None:
    assert role_of_token(role, scopes) is acts_as


def test_only_a_token_without_a_wider_scope_is_kept_to_reading() -> None:
    assert reads_only({Scope.READ})
    assert reads_only(set())
    assert not reads_only({Scope.READ, Scope.OPERATE})


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2001:db8::1", "2001:db8::ffff:2"),
        ("::ffff:192.0.2.1", "192.0.2.1"),
        ("fe80::1%eth0", "fe80::2"),
    ],
)
def test_addresses_of_one_customer_count_together(one: str, other: str) -> None:
    assert policy.neighbourhood(one) == policy.neighbourhood(other)


@pytest.mark.parametrize(
    ("one", "other"), [("192.0.2.1", "192.0.2.2"), ("2001:db8::1", "2001:db8:0:1::1"), ("", "a")]
)
def test_addresses_of_two_customers_count_apart(one: str, other: str) -> None:
    assert policy.neighbourhood(one) != policy.neighbourhood(other)


@pytest.mark.parametrize("address", ["127.0.0.1", "127.8.8.8", "::1", "::ffff:127.0.0.1"])
def test_this_machine_is_known(address: str) -> None:
    assert policy.is_loopback(address)


@pytest.mark.parametrize(
    "address", ["", "192.0.2.1", "localhost", "127.0.0.1.a", "::ffff:10.0.0.1"]
)
def test_other_machines_are_not_this_one(address: str) -> None:
    assert not policy.is_loopback(address)


def test_ten_thousand_guesses_in_an_hour_are_looked_at_three_hundred_times() -> None:
    ticks = Ticks()
    limit = Attempts(attempts.PER_USER, ticks)
    let_through = 0
    for _ in range(10_000):
        ticks.now += 3600 / 10_000
        try:
            limit.take("ada")
        except TooManyAttempts:
            continue
        let_through += 1

    assert 290 <= let_through <= 300


def test_guesses_at_one_user_hold_up_nobody_else() -> None:
    limits = SignInLimits(Ticks())
    for _ in range(attempts.PER_USER):
        with pytest.raises(ValueError), limits.attempt("ada", "192.0.2.1"):
            raise ValueError

    with pytest.raises(TooManyAttempts), limits.attempt("Ada", "198.51.100.1"):
        pass
    with limits.attempt("grace", "192.0.2.1"):
        pass


def test_an_address_that_tries_many_names_is_held_up() -> None:
    limits = SignInLimits(Ticks())
    for number in range(attempts.PER_ADDRESS):
        with pytest.raises(ValueError), limits.attempt(f"user{number}", "192.0.2.1"):
            raise ValueError

    with pytest.raises(TooManyAttempts), limits.attempt("grace", "192.0.2.1"):
        pass
    with limits.attempt("grace", "192.0.2.2"):
        pass


def test_who_succeeds_may_go_on() -> None:
    limits = SignInLimits(Ticks())

    for _ in range(100):
        with limits.attempt("ada", "192.0.2.1"):
            pass


def test_a_minute_later_everybody_may_try_again() -> None:
    ticks = Ticks()
    limit = Attempts(1, ticks)
    limit.take("ada")
    with pytest.raises(TooManyAttempts):
        limit.take("ada")

    ticks.now += attempts.WINDOW_SECONDS
    limit.take("ada")


def test_however_many_names_are_tried_memory_is_bounded() -> None:
    limit = Attempts(1, Ticks())
    for number in range(attempts.MOST_KEYS + 500):
        limit.take(f"name{number}")

    assert len(limit) <= attempts.MOST_KEYS
