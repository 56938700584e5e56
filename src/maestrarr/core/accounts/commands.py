"""What the commands that make users share: how a terminal asks for a new password."""

import sys

from maestrarr.kit.errors import Invalid
from maestrarr.kit.terminal import asked_unseen


class PasswordsDiffer(Invalid):
    """A password that is asked for twice was not typed the same."""

    def __init__(self) -> None:
        super().__init__("The two passwords are not the same.")


def new_password(name: str) -> str:
    """Ask for a new password twice, unseen; a script gives it in a line.

    Raises:
        PasswordsDiffer: it was not typed the same.
    """
    from maestrarr.core.accounts.tokens import same  # noqa: PLC0415

    password = asked_unseen(f"Password for {name}")
    if sys.stdin.isatty() and not same(asked_unseen("Once more"), password):
        raise PasswordsDiffer
    return password
