"""Why an endpoint gave no answer, in words; and when to stop asking it."""

from __future__ import annotations

PATIENCE = 2
"""Articles in a row about which the endpoint may fail before the others are not sent any more."""

_STATUS = {
    401: "it does not accept the key",
    402: "the account is used up",
    403: "it does not accept the key",
    404: "it knows no such model or address",
    413: "the request is too long for it",
    429: "it takes no more requests at present",
}


def endpoint_failed(error: BaseException) -> bool:
    """Whether the endpoint is at fault, and the next article would fare no better."""
    from pydantic_ai.exceptions import ModelAPIError

    return isinstance(error, ModelAPIError | OSError | TimeoutError)


def why(error: BaseException, seconds: float) -> str:
    """What went wrong. The words of the endpoint, which may be anything, come last and short."""
    said = " ".join(str(error).split())[:200]
    status = getattr(error, "status_code", None)
    if isinstance(status, int):
        return f"{_STATUS.get(status, 'it failed')} (status {status}): {said}"
    if isinstance(error, TimeoutError) or "Timeout" in type(error).__name__:
        return f"it took longer than {seconds:g} seconds"
    if "Connection" in type(error).__name__:
        return f"no connection to it: {said}"
    return f"{type(error).__name__}: {said}"
