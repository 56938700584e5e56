"""Who asks for the head alone is answered as who asks for all of it. Source: RFC 9110, 9.3.2."""

from starlette.types import ASGIApp, Message, Receive, Scope, Send


class Heads:
    """Answers `HEAD` wherever `GET` is answered, without the body; a stream ends at its head."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on as one that reads, and keep back what comes after the head."""
        if scope["type"] != "http" or scope["method"] != "HEAD":
            await self.app(scope, receive, send)
            return
        is_over = False

        async def send_head(message: Message) -> None:
            nonlocal is_over
            if message["type"] == "http.response.start":
                await send(message)
            elif not is_over:
                is_over = True
                await send({"type": "http.response.body", "body": b""})

        reading = {**scope, "method": "GET"}
        try:
            await self.app(reading, receive, send_head)
        finally:
            scope.update({**reading, "method": "HEAD"})  # the layers around read the route there
