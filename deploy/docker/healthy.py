# ruff: noqa: INP001  # a script that stands alone
"""Asks the server in this container whether it lives; its exit code is the answer."""

import os
import sys
from http.client import HTTPConnection

try:
    server = HTTPConnection("127.0.0.1", int(os.environ.get("MAESTRARR_PORT", "9393")), timeout=4)
    server.request("GET", "/health")
    sys.exit(server.getresponse().status != 200)
except OSError as error:
    sys.exit(f"It does not answer: {error}")
