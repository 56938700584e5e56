"""API tokens: made by a person, for a script, within scopes and until a day."""

from collections.abc import Collection
from datetime import timedelta
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from maestrarr.core.accounts import queries, tokens
from maestrarr.core.accounts.audit import record
from maestrarr.core.accounts.callers import Caller, Role, Scope, reads_only, role_of_scopes
from maestrarr.core.accounts.errors import NeedsPerson, ScopeTooWide
from maestrarr.core.accounts.events import AccessChanged, TokenMade
from maestrarr.core.accounts.known import forget_after_commit
from maestrarr.core.accounts.models import ApiToken
from maestrarr.core.accounts.schemas import TokenDocument
from maestrarr.core.accounts.tokens import TokenKind
from maestrarr.core.events import service as events
from maestrarr.kit.clock import now


async def make_token(
    session: AsyncSession,
    caller: Caller,
    user_id: UUID,
    *,
    name: str,
    scopes: Collection[Scope],
    lasts: timedelta,
) -> tuple[ApiToken, str]:
    """Make an API token of a user; its text is returned here and never again.

    Raises:
        NoSuchUser: there is no such user.
        NeedsPerson: a token asks, and could so outlive itself.
        ScopeTooWide: the user may not do what the scopes would allow.
    """
    if caller.token_id is not None:
        raise NeedsPerson
    user = await queries.user(session, user_id)
    needed = role_of_scopes(scopes)
    if not (reads_only(scopes) or user.role.includes(needed)):
        raise ScopeTooWide(user.name, user.role, needed)
    text = tokens.make(TokenKind.API)
    made = ApiToken(
        user_id=user.id,
        name=name,
        token_hash=tokens.digest(text),
        scopes=[scope.value for scope in Scope if scope in scopes],
        expires_at=now() + lasts,
    )
    session.add(made)
    await session.flush()
    record(session, caller, "token.made", name, user=user.name, scopes=made.scopes)
    await events.publish(session, TokenMade(user.id, made.id))
    return made, text


async def revoke_token(session: AsyncSession, caller: Caller, token_id: UUID) -> ApiToken:
    """Let an API token be valid no longer: one's own, and for an admin anybody's.

    Raises:
        NoSuchToken: there is none that the caller may see.
    """
    whose = None if caller.role is Role.ADMIN else caller.user_id
    revoked = await queries.token_of(session, whose, token_id)
    await session.delete(revoked)
    record(session, caller, "token.revoked", revoked.name)
    await events.publish(session, AccessChanged(revoked.user_id))
    forget_after_commit(session)
    return revoked


def describe(token: ApiToken, user: str) -> TokenDocument:
    """Say of an API token what may be read by others than its holder."""
    return TokenDocument(
        id=token.id,
        name=token.name,
        user=user,
        scopes=[Scope(word) for word in token.scopes],
        created_at=token.created_at,
        expires_at=token.expires_at,
    )
