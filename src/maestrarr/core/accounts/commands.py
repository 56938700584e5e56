"""What the commands that make users share: how a terminal asks for a new password."""

import sys

from maestrarr.kit.errors import Invalid, Problem
from maestrarr.kit.terminal import Terminal, asked_unseen


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
    if password and sys.stdin.isatty() and not same(asked_unseen("Once more"), password):
        raise PasswordsDiffer
    return password


def fit_name(name: str) -> str:
    """Return a name that a user can have.

    Raises:
        NameUnfit: it is none.
    """
    from maestrarr.core.accounts import names  # noqa: PLC0415
    from maestrarr.core.accounts.errors import NameUnfit  # noqa: PLC0415

    if not names.is_fit(name):
        raise NameUnfit(names.LONGEST_NAME)
    return name


def fit_password(terminal: Terminal, name: str) -> str:
    """Ask for a new password until one would keep others out; empty where it is skipped."""
    from maestrarr.core.accounts.policy import password_fault  # noqa: PLC0415

    while True:
        fault: Problem | None = None
        try:
            password = new_password(name)
        except PasswordsDiffer as differ:
            fault = differ
        else:
            if not password or not (fault := password_fault(password, name=name)):
                return password
        terminal.say(str(fault))
