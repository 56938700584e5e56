"""What can go wrong with people, sessions and tokens, in words."""

from collections.abc import Mapping
from typing import ClassVar

from maestrarr.kit.errors import Invalid, NotFound, Problem, Reasoned


class NotSignedIn(Problem):
    """The request bears no proof of who makes it, or one that does not hold."""

    status: ClassVar[int] = 401
    hint: ClassVar[str] = "Sign in, or send a token that is still valid."

    def __init__(self) -> None:
        super().__init__("Nobody is signed in.")


class NotAllowed(Problem):
    """The caller is known, and may not do this."""

    status: ClassVar[int] = 403
    hint: ClassVar[str] = "Ask an admin for another role."

    def __init__(self, role: str, needed: str) -> None:
        super().__init__(
            f"This needs the role {needed}; yours is {role}.", role=role, needed=needed
        )


class ReadsOnly(Problem):
    """A token that may only read was used to change something."""

    status: ClassVar[int] = 403
    hint: ClassVar[str] = "Make a token with the scope `operate`."

    def __init__(self) -> None:
        super().__init__("This token may only read.")


class NeedsPerson(Problem):
    """A token was used where a person has to be signed in."""

    status: ClassVar[int] = 403
    hint: ClassVar[str] = "Sign in with name and password."

    def __init__(self) -> None:
        super().__init__("Only who is signed in as a person may do this, not a token.")


class ScopeTooWide(Problem):
    """An API token would let do more than the user may for whom it stands."""

    status: ClassVar[int] = 403
    hint: ClassVar[str] = "Choose a narrower scope, or give the user another role."

    def __init__(self, user: str, role: str, needed: str) -> None:
        super().__init__(
            f"{user} is {role}; a token with this scope needs a user who is {needed}.",
            user=user,
            role=role,
            needed=needed,
        )


class WrongCredentials(Problem):
    """The name, the password or both are wrong; which of them is not told."""

    status: ClassVar[int] = 401
    hint: ClassVar[str] = "An admin of this machine can set a new password from the terminal."

    def __init__(self) -> None:
        super().__init__("Name or password is wrong.")


class TooManyAttempts(Problem):
    """Somebody tried too often."""

    status: ClassVar[int] = 429
    hint: ClassVar[str] = "Wait, and try again."

    def __init__(self, retry_after_seconds: int) -> None:
        super().__init__("Too many attempts failed.", retry_after_seconds=retry_after_seconds)


class TooMuchStarted(Problem):
    """Somebody started more work within a minute than one may."""

    status: ClassVar[int] = 429
    hint: ClassVar[str] = "Wait, and try again; what was started goes on."

    def __init__(self, retry_after_seconds: int) -> None:
        super().__init__(
            "More work was started within a minute than one may start.",
            retry_after_seconds=retry_after_seconds,
        )


class SessionEnded(Problem):
    """A refresh token is unknown, expired, or of a session that was ended."""

    status: ClassVar[int] = 401
    hint: ClassVar[str] = "Sign in again."

    def __init__(self) -> None:
        super().__init__("This session has ended.")


class RefreshTokenReused(SessionEnded):
    """A refresh token came back after it was exchanged, so that somebody else may hold it."""


class SetupDone(Problem):
    """The installation has its first admin already."""

    status: ClassVar[int] = 409
    hint: ClassVar[str] = "Sign in; who lost the password asks an admin to set a new one."

    def __init__(self) -> None:
        super().__init__("This installation is set up already.")


class WrongSetupToken(Problem):
    """The setup token is not the one that this installation was started with."""

    status: ClassVar[int] = 403
    hint: ClassVar[str] = "Follow the link that the server printed when it started."

    def __init__(self) -> None:
        super().__init__("The setup token is wrong.")


class NameUnfit(Invalid):
    """A user's name has a form that is not allowed."""

    def __init__(self, longest: int) -> None:
        super().__init__(
            f"A name has at most {longest} letters, digits and . _ @ + -, and begins with a letter "
            "or digit.",
            longest=longest,
        )


class PasswordUnfit(Reasoned, Invalid):
    """A password is too easily guessed, or too long."""

    sentences: ClassVar[Mapping[str, str]] = {
        "too_short": "A password has at least {shortest} characters.",
        "too_long": "A password has at most {longest} characters.",
        "well_known": "This password is among the first that others would try.",
        "like_the_name": "A password is not made of the name.",
    }


class NameTaken(Problem):
    """Another user has this name already."""

    status: ClassVar[int] = 409

    def __init__(self, name: str) -> None:
        super().__init__(f"There is already a user {name}.", name=name)


class NoSuchUser(NotFound):
    """There is no user with this name or id."""

    def __init__(self, name: str) -> None:
        super().__init__(f"There is no user {name}.", name=name)


class NoSuchSession(NotFound):
    """There is no session with this id that the caller may see."""

    def __init__(self, session: str) -> None:
        super().__init__(f"There is no session {session}.", session=session)


class NoSuchToken(NotFound):
    """There is no API token with this id that the caller may see."""

    def __init__(self, token: str) -> None:
        super().__init__(f"There is no token {token}.", id=token)


class LastAdmin(Problem):
    """Without this user nobody could look after the installation."""

    status: ClassVar[int] = 409
    hint: ClassVar[str] = "Make another user admin first."

    def __init__(self, name: str) -> None:
        super().__init__(f"{name} is the last admin.", name=name)
