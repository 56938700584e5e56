"""What could tell a secret by the time it takes, or by standing where others read."""

import ast
import stat
from pathlib import Path

import pytest
from argon2 import extract_parameters

from household import PASSWORD, password_hash
from maestrarr.core.accounts import keys, passwords, tokens
from maestrarr.core.accounts.tokens import TokenKind
from maestrarr.kit.data_folder import DataFolder

SOURCES = Path(tokens.__file__).parent
SECRET = ("token", "secret", "password", "hash", "digest", "refresh", "presented", "shown")


def compared(tree: ast.AST) -> list[int]:
    """Return the lines that compare a secret in Python by `==`, `!=` or `in`."""
    return [
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.Compare)
        and any(isinstance(sign, (ast.Eq, ast.NotEq, ast.In, ast.NotIn)) for sign in node.ops)
        and not is_column(node.left)
        and any(is_secret(side) for side in (node.left, *node.comparators))
    ]


def is_column(side: ast.expr) -> bool:
    """Tell whether this is a table's column, so that the database compares, by an index."""
    return isinstance(side, ast.Attribute) and ast.unparse(side)[0].isupper()


def is_secret(side: ast.expr) -> bool:
    name = side.attr if isinstance(side, ast.Attribute) else getattr(side, "id", "")
    return name.rpartition("_")[2] in SECRET


def test_secrets_are_compared_in_constant_time_only() -> None:
    found = {
        path.name: lines
        for path in SOURCES.glob("*.py")
        if (lines := compared(ast.parse(path.read_text())))
    }

    assert found == {}


@pytest.mark.parametrize(
    "statement",
    ["token == given", "x != self.token_hash", "secret in known", "held.previous_hash == shown"],
)
def test_a_careless_comparison_is_found(statement: str) -> None:
    assert compared(ast.parse(statement))


async def test_an_unknown_name_costs_as_much_as_a_wrong_password() -> None:
    nobody = passwords._of_nobody(passwords._HASHER)
    assert extract_parameters(nobody) == extract_parameters(await passwords.hashed(PASSWORD))
    assert not await passwords.is_right("nobody's", None)


async def test_a_kept_hash_that_is_damaged_lets_nobody_in() -> None:
    for kept in ("", "damaged", password_hash()[:-1], password_hash().replace("t=2", "t=x")):
        assert not await passwords.is_right(PASSWORD, kept)
    assert await passwords.is_right(PASSWORD, password_hash())


def test_tokens_differ_and_tell_what_they_are() -> None:
    for kind in TokenKind:
        one, other = tokens.make(kind), tokens.make(kind)
        assert one.startswith(kind)
        assert not tokens.same(one, other)
        assert len(one) - len(kind) == 43
        assert len(one) <= tokens.LONGEST


def test_exchanged_tokens_follow_from_the_old_one_and_the_seed_alone() -> None:
    first = tokens.make_refresh()

    following = tokens.next_refresh(first, "a seed")

    assert following == tokens.next_refresh(first, "a seed")
    assert tokens.family_of(following) == tokens.family_of(first)
    others = {
        following,
        tokens.next_refresh(first, "another seed"),
        tokens.next_refresh(following, "a seed"),
        tokens.next_access(first, "a seed"),
    }
    assert len(others) == 4


@pytest.fixture
def data(tmp_path: Path) -> DataFolder:
    folder = DataFolder(tmp_path / "data")
    folder.make()
    return folder


def test_tokens_in_the_data_folder_are_its_owners_alone(data: DataFolder) -> None:
    keys.make_local(data)
    keys.keep_setup(data)

    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in data.path.glob("*-token")}

    assert modes == {"local-token": 0o600, "setup-token": 0o600}


def test_the_local_token_is_new_at_every_start_and_gone_at_the_end(data: DataFolder) -> None:
    first, second = keys.make_local(data), keys.make_local(data)

    assert not tokens.same(first, second)
    assert keys.read_local(data) == second
    keys.remove_local(data)
    keys.remove_local(data)
    assert keys.read_local(data) is None


def test_the_setup_token_stays_until_it_is_used(data: DataFolder) -> None:
    first = keys.keep_setup(data)

    assert keys.keep_setup(data) == first
    keys.remove_setup(data)
    assert not tokens.same(keys.keep_setup(data), first)
