"""`/webhook`: where outside services report. Who sends is known before anything is read."""

from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response

from maestrarr.core.accounts.access import Anyone, address_of
from maestrarr.core.accounts.attempts import Failures
from maestrarr.flows.webhooks import service
from maestrarr.flows.webhooks.errors import UnknownSender, WhichConnection
from maestrarr.flows.webhooks.inbox import Inbox
from maestrarr.flows.webhooks.kinds import kind_named
from maestrarr.flows.webhooks.proving import prove
from maestrarr.flows.webhooks.schemas import Accepted
from maestrarr.flows.webhooks.senders import KnownSenders

router = APIRouter(tags=["webhooks"])


class Reception:
    """What a process needs to take reports."""

    def __init__(self, inbox: Inbox, senders: KnownSenders) -> None:
        self.inbox = inbox
        self.senders = senders
        self.failures = Failures()

    async def take(self, name: str, token: str | None, request: Request) -> Accepted:
        """Keep a report of a known sender, and say under which id; it is durable then.

        Raises:
            NoSuchListener: nothing here listens to services that are called so.
            UnknownSender: it has no secret, or a wrong one.
            TooManyAttempts: too many from its address had none.
            WhichConnection: it named no connection, and there are several.
        """
        kind = kind_named(name)
        body = await request.body()
        senders = await self.senders.of_kind(kind)
        headers = dict(request.headers)
        proven = prove(senders, token, headers, body)
        if proven is None:
            self.failures.note(address_of(request))
            raise UnknownSender
        if token is None and len(senders) > 1:
            raise WhichConnection(kind, len(senders))
        row = service.row_of(*proven, headers, body, address_of(request))
        await self.inbox.put(row)
        return Accepted(id=row["id"])


async def _reception(request: Request) -> Reception:
    reception: Reception = request.app.state.reception
    return reception


Received = Annotated[Reception, Depends(_reception)]


@router.post("/webhook/{kind}", status_code=202, response_model=Accepted)
async def receive_report(
    kind: str, request: Request, _caller: Anyone, reception: Received
) -> Response:
    """Take a report of the only connection of a kind, by a password, a header or a signature.

    The password is the secret at the end of the connection's own address; as a header it is
    `X-Webhook-Token` or `Authorization`, or the key by which `X-Webhook-Signature` signs the body
    (HMAC-SHA256, in hexadecimal digits). It is answered once it is kept for good.
    """
    return _answer(await reception.take(kind, None, request))


@router.post("/webhook/{kind}/{token}", status_code=202, response_model=Accepted)
async def receive_report_by_address(
    kind: str, token: str, request: Request, _caller: Anyone, reception: Received
) -> Response:
    """Take a report at a connection's own address, which ends in its secret."""
    return _answer(await reception.take(kind, token, request))


router.add_api_route(
    "/webhook/{kind}", receive_report, methods=["PUT"], status_code=202, include_in_schema=False
)
router.add_api_route(
    "/webhook/{kind}/{token}",
    receive_report_by_address,
    methods=["PUT"],
    status_code=202,
    include_in_schema=False,
)


def _answer(accepted: Accepted) -> Response:
    """Answer without the detour that FastAPI makes for models: this is asked by the thousand."""
    return Response(f'{{"id":"{accepted.id}"}}', 202, media_type="application/json")
