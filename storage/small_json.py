"""The small files beside the register that are JSON, and that anybody may have changed."""

import json
from typing import Any


def json_in(written: bytes) -> Any:  # noqa: ANN401 - what it is must be found out
    """Return what *written* says in JSON; raises ValueError for all that cannot be read as that."""
    try:
        return json.loads(written)
    except RecursionError as error:
        message = "nested too deeply"
        raise ValueError(message) from error
