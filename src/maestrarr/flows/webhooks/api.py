"""`/deliveries` and `/webhooks`: what outside services reported, and where they may."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request

from maestrarr.core.accounts import audit
from maestrarr.core.accounts.access import (
    STARTS_WORK,
    Admin,
    Database,
    Operator,
    Outside,
    ReadDatabase,
)
from maestrarr.flows.webhooks import queries, service
from maestrarr.flows.webhooks.schemas import (
    AddressWanted,
    DeliveriesPage,
    DeliveryDetail,
    DeliveryDocument,
    SenderAddress,
    Senders,
    SetUp,
)
from maestrarr.flows.webhooks.states import State
from maestrarr.kit.db import Database as Store
from maestrarr.kit.db import after_commit

LARGEST_PAGE = 500
MOST_WORDS = 50

router = APIRouter(tags=["webhooks"])


@router.get("/deliveries")
async def list_deliveries(
    _caller: Operator,
    session: ReadDatabase,
    connection: Annotated[UUID | None, Query(description="Only of this connection.")] = None,
    kind: Annotated[list[str], Query(max_length=MOST_WORDS, description="Such as `radarr`.")] = [],  # noqa: B006  # FastAPI copies it
    state: Annotated[
        list[State], Query(max_length=MOST_WORDS, description="What became of them.")
    ] = [],  # noqa: B006  # as above
    before: UUID | None = None,
    limit: Annotated[int, Query(ge=1, le=LARGEST_PAGE)] = queries.PAGE,
) -> DeliveriesPage:
    """List what was reported, the newest first; `next` is the `before` of the next page."""
    wanted = queries.Filter(connection_id=connection, kinds=kind, states=state)
    found = await queries.deliveries(session, wanted, before=before, limit=limit + 1)
    page = [DeliveryDocument.model_validate(each) for each in found[:limit]]
    return DeliveriesPage(deliveries=page, next=page[-1].id if len(found) > limit else None)


@router.get("/deliveries/{delivery_id}")
async def get_delivery(
    delivery_id: UUID, _caller: Operator, session: ReadDatabase
) -> DeliveryDetail:
    """Return a report with what was sent; secrets in it are masked."""
    return service.shown(await queries.delivery(session, delivery_id))


@router.post("/deliveries/{delivery_id}/replay", status_code=202, dependencies=STARTS_WORK)
async def replay_delivery(
    delivery_id: UUID, caller: Operator, session: Database, request: Request
) -> DeliveryDocument:
    """Have a report taken up once more, as if it had just come."""
    delivery = await service.replay(session, delivery_id)
    audit.record(session, caller, "delivery.replayed", delivery.about or delivery.kind)
    after_commit(session, request.app.state.reception.inbox.on_written)
    return DeliveryDocument.model_validate(delivery)


@router.get("/webhooks")
async def list_senders(_caller: Operator, session: ReadDatabase) -> Senders:
    """List the connections that can report by themselves, and whether they do."""
    return Senders(senders=await service.senders(session))


@router.post("/webhooks/{connection_id}/address")
async def get_sender_address(
    connection_id: UUID,
    wanted: AddressWanted,
    caller: Admin,
    session: Database,
    outside: Outside,
    request: Request,
) -> SenderAddress:
    """Return where a connection reports, with its secret; a new one takes the place of the old."""
    path = await service.address_of(session, outside.keys, connection_id, is_new=wanted.is_new)
    name = (await queries.connection(session, connection_id)).name
    audit.record(session, caller, "webhook.address_shown", name, is_new=wanted.is_new)
    after_commit(session, request.app.state.reception.senders.look_again)
    return SenderAddress(path=path)


@router.post("/webhooks/{connection_id}/set-up", status_code=204)
async def set_up_sender(
    connection_id: UUID, said: SetUp, caller: Admin, request: Request, outside: Outside
) -> None:
    """Tell Radarr or Sonarr where to report; it sends a report at once, to try it."""
    database: Store = request.app.state.installation.database
    async with database.writing() as session:
        connection, client = await service.who_sends_news(session, outside, connection_id)
        path = await service.address_of(session, outside.keys, connection_id)
        audit.record(session, caller, "webhook.set_up", connection.name)
    request.app.state.reception.senders.look_again()
    await client.send_news(service.hook_at(said.url, path))
