"""What tests of all formats share."""

import zlib

import pytest

_BEYOND = 600 << 20
"""Bytes to which a part of a zip bomb unpacks: more than any reader takes."""


@pytest.fixture(scope="session")
def much() -> bytes:
    """What unpacks to very many spaces."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    found = b"".join(packer.compress(b" " * (1 << 20)) for _ in range(_BEYOND >> 20))
    return found + packer.flush()
