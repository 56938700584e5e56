"""Senders are known by their secrets, wherever they may stand."""

import base64
import hashlib
import hmac
from uuid import UUID

import pytest

from maestrarr.flows.webhooks.proving import Sender, prove
from maestrarr.flows.webhooks.states import Proof

BODY = b'{"eventType":"Test"}'
ONE = Sender(UUID(int=1), "radarr", "one", b"the secret of one")
TWO = Sender(UUID(int=2), "radarr", "two", b"the secret of two")
SIGNED = hmac.new(TWO.secret, BODY, hashlib.sha256).hexdigest()


def basic(pair: bytes) -> str:
    return f"Basic {base64.b64encode(pair).decode()}"


@pytest.mark.parametrize(
    ("token", "headers", "known"),
    [
        ("the secret of two", {}, (TWO, Proof.PATH)),
        (None, {"authorization": basic(b"x:the secret of one")}, (ONE, Proof.BASIC)),
        (None, {"authorization": basic(b":the secret of one")}, (ONE, Proof.BASIC)),
        (None, {"authorization": "Bearer the secret of one"}, (ONE, Proof.HEADER)),
        (None, {"authorization": "bearer the secret of one "}, (ONE, Proof.HEADER)),
        (None, {"authorization": "the secret of one"}, (ONE, Proof.HEADER)),
        (None, {"x-webhook-token": "the secret of two"}, (TWO, Proof.HEADER)),
        (None, {"x-api-key": "the secret of two"}, (TWO, Proof.HEADER)),
        (None, {"x-hub-signature-256": f"sha256={SIGNED}"}, (TWO, Proof.SIGNATURE)),
        (None, {"x-webhook-signature": SIGNED.upper()}, (TWO, Proof.SIGNATURE)),
        (None, {"x-webhook-signature": SIGNED[:-1]}, None),
        (None, {"x-webhook-signature": ""}, None),
        (None, {"authorization": "Basic \xfc\xfc"}, None),
        (None, {"authorization": "\xfc", "x-webhook-signature": "\xfc"}, None),
        (None, {}, None),
        ("", {}, None),
        ("the secret of thre", {}, None),
        ("the secret of", {"authorization": "Basic !!"}, None),
        ("é", {"authorization": basic(b"no colon"), "x-api-key": "é"}, None),
        (None, {"authorization": "Bearer"}, None),
    ],
)
def test_a_sender_is_known_by_its_secret_alone(
    token: str | None, headers: dict[str, str], known: tuple[Sender, Proof] | None
) -> None:
    assert prove([ONE, TWO], token, headers, BODY) == known


def test_a_signature_is_that_of_this_body() -> None:
    headers = {"x-webhook-signature": SIGNED}

    assert prove([TWO], None, headers, BODY + b" ") is None
    assert prove([], "the secret of two", headers, BODY) is None
    assert "secret" not in repr(ONE)
