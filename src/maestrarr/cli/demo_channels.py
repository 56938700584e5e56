"""How the sample installation's user is told what happens: by twins, which keep what they hear."""

from typing import Final
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from maestrarr.kit.outside import Outside
from maestrarr.server.installation import OpenInstallation

_KINDS: Final = {"file_faulty": "now", "import_finished": "now", "title_unidentified": "now"}
_WISHES: Final = {"zone": "UTC", "daily_at": "08:00", "kinds": _KINDS}


async def reach(installation: OpenInstallation, name: str, address: str) -> None:
    """Let a user have a channel to each twin, or find those again where they are served now."""
    from maestrarr.core.accounts import queries as accounts  # noqa: PLC0415
    from maestrarr.core.notifications import queries, service  # noqa: PLC0415

    async with installation.database.writing() as session:
        user = await accounts.find_user(session, name)
        if user is None:
            return
        known = {each.name: each for each in await queries.channels(session, user.id)}
        if not known:
            await _add(session, installation.outside, user.id, address)
            await service.keep_wishes(session, user.id, _WISHES)
        for called, _, where in _twins(address):
            if record := known.get(called):
                place = service.place_of(record.id)
                record.sealed = installation.outside.keys.seal(where, place=place)


async def _add(session: AsyncSession, outside: Outside, user_id: UUID, address: str) -> None:
    from maestrarr.core.notifications import addresses, service  # noqa: PLC0415
    from maestrarr.core.notifications.models import ChannelRecord  # noqa: PLC0415
    from maestrarr.core.notifications.states import ChannelKind  # noqa: PLC0415
    from maestrarr.kit.ids import new_id  # noqa: PLC0415

    for called, kind, where in _twins(address):
        shown = dict(addresses.shown(ChannelKind(kind), where))
        record = ChannelRecord(id=new_id(), user_id=user_id, kind=kind, shown=shown)
        await service.add_channel(session, outside, record, where, called)


def _twins(address: str) -> tuple[tuple[str, str, str], ...]:
    """Name the channels, of what kind each is, and where its twin is."""
    from maestrarr.demo.upstreams.messengers import TOKEN  # noqa: PLC0415

    gotify = f"{address.replace('http:', 'gotify:')}/gotify/{TOKEN}"
    return ("Gotify", "apprise", gotify), ("Home", "webhook", f"{address}/receiver/demo")
