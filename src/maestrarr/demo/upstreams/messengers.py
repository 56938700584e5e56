"""The twins of who passes notices on: a receiver of webhooks, Gotify, and Expo's push service.

Each keeps what it was told, under its name at the switchboard's `/heard`.
"""

from typing import Annotated, Any

from fastapi import Body, FastAPI, Header, Response

from maestrarr.demo.upstreams import answers
from maestrarr.demo.upstreams.answers import told
from maestrarr.demo.upstreams.world import World

TOKEN = "A-demo-of-a-key"  # noqa: S105  # no secret: Gotify's have fifteen signs
GONE = "ExponentPushToken[gone]"
Sent = Annotated[dict[str, Any], Body()]


def make_receiver(world: World) -> FastAPI:
    """Make a receiver of webhooks, which knows by its key what it was told before."""
    app, heard = answers.service(world, told({}, 404)), world.desks

    @app.post("/")
    @app.post("/{_place}")
    async def hear(sent: Sent, idempotency_key: Annotated[str, Header()]) -> Response:
        known = [each["key"] for each in heard.of("receiver").heard]
        if idempotency_key not in known:
            heard.of("receiver").heard.append(sent)
        return told({}, 202)

    return app


def make_gotify(world: World) -> FastAPI:
    """Make Gotify 2. Source: its API, at https://gotify.net/api-docs (POST /message)."""
    wrong = {"error": "Unauthorized", "errorCode": 401, "errorDescription": "you need a token"}
    app = answers.service(world, told({"error": "Not Found", "errorCode": 404}, 404))

    @app.post("/message")
    async def message(sent: Sent, x_gotify_key: Annotated[str, Header()] = "") -> Response:
        if x_gotify_key != TOKEN:
            return told(wrong, 401)
        heard = world.desks.of("gotify").heard
        heard.append(sent)
        return told(sent | {"id": len(heard), "appid": 1})

    return app


def make_expo(world: World) -> FastAPI:
    """Make Expo's push service.

    Source: https://docs.expo.dev/push-notifications/sending-notifications/
    """
    app = answers.service(world, told({"errors": [{"code": "NOT_FOUND"}]}, 404))

    @app.post("/--/api/v2/push/send")
    async def send(sent: Sent) -> Response:
        if sent["to"] == GONE:
            message = f'"{GONE}" is not a registered push notification recipient'
            details = {"error": "DeviceNotRegistered"}
            return told({"data": {"status": "error", "message": message, "details": details}})
        heard = world.desks.of("expo").heard
        heard.append(sent)
        return told({"data": {"status": "ok", "id": f"{len(heard):08d}"}})

    return app
