"""Who did what: every room writes it down here, in the transaction of the deed."""

from sqlalchemy.ext.asyncio import AsyncSession

from maestrarr.core.accounts.callers import Caller
from maestrarr.core.accounts.models import AuditEntry
from maestrarr.kit.errors import Fact


def record(
    session: AsyncSession, caller: Caller, action: str, subject: str = "", **facts: Fact
) -> None:
    """Write down what a caller does; it lasts if, and only if, the deed does.

    Args:
        session: the one that the deed is done in.
        caller: who does it; `callers.TERMINAL` for a command of this machine.
        action: room and past tense, as an event is named: `user.added`.
        subject: to what, by its name.
        facts: what else is worth knowing; never a secret.
    """
    session.add(
        AuditEntry(
            user_id=caller.user_id,
            actor=caller.name,
            action=action,
            subject=subject,
            facts=facts,
            address=caller.address,
        )
    )
