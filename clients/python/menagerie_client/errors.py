"""The errors of the client. Their codes are those of docs/protocol.md."""

from __future__ import annotations

from typing import Any, Mapping

_TEMPORARY = frozenset({"busy", "unavailable", "rate_limited"})


class ClientError(Exception):
    """Any error that has its reason outside of the program."""


class Refused(ClientError):
    """The server refused a message or a call and changed nothing.

    ``code`` is stable; the text is for people; ``details`` are facts by code, such as ``rule`` of ``invalid_action`` or
    ``event_id`` of ``stale_version``.
    """

    def __init__(self, code: str, message: str, details: Mapping[str, Any] | None = None) -> None:
        super().__init__(message)
        self.code = code
        self.details: Mapping[str, Any] = details or {}

    @property
    def temporary(self) -> bool:
        """Whether the same request may succeed later."""
        return self.code in _TEMPORARY and self.details.get("reason") != "cards"

    def __str__(self) -> str:
        return f"{self.code}: {super().__str__()}"


class RequestRefused(Refused):
    """A REST call was refused.

    ``status`` is the HTTP status, ``broken_rules`` everything that was wrong at once with its path, and
    ``retry_after`` the seconds to wait, where the server says it.
    """

    def __init__(self, status: int, problem: Mapping[str, Any], retry_after: str | None = None) -> None:
        code = problem.get("code") or ("not_found" if status == 404 else "internal")
        text = problem.get("detail") or problem.get("title") or code
        super().__init__(code, text, problem.get("details"))
        self.status = status
        self.broken_rules: list[Mapping[str, str]] = list(problem.get("errors") or [])
        self.retry_after = int(retry_after) if retry_after and retry_after.isdigit() else None


class SessionClosed(ClientError):
    """The session ended before the request was answered, or the game cannot be joined; ``code`` says why."""

    def __init__(self, code: str, message: str = "") -> None:
        super().__init__(f"the session is closed: {code}. {message}".strip())
        self.code = code


class Unreachable(ClientError):
    """The server gave no response over REST."""
