"""REST calls and tokens."""

from __future__ import annotations

import threading
import time
from typing import Any, Callable, Iterator, Mapping

import requests

from .errors import RequestRefused, Unreachable
from .wire import Tokens, User

# Longer than the server takes for any call; after that the network is at fault.
_TIMEOUT_SECONDS = 15

# A token is renewed this long before it expires, so that no request is sent with an expired one.
_RENEW_BEFORE_SECONDS = 30


class RestClient:
    """Makes calls with the tokens of one user, and renews them. Thread safe."""

    def __init__(self, url: str) -> None:
        self.url = url.rstrip("/")
        self._lock = threading.RLock()
        self._tokens: Tokens | None = None
        self._expires_at = 0.0

    @property
    def user(self) -> User | None:
        """Who is signed in."""
        with self._lock:
            return self._tokens["user"] if self._tokens else None

    def save(self, tokens: Tokens) -> User:
        """Keeps new tokens."""
        with self._lock:
            self._tokens = tokens
            self._expires_at = time.monotonic() + tokens["expires_in"]
            return tokens["user"]

    def clear(self) -> Tokens | None:
        """Forgets the tokens, and returns them."""
        with self._lock:
            tokens, self._tokens = self._tokens, None
            return tokens

    def access_token(self, other_than: str | None = None) -> str | None:
        """A valid token, renewed when it is about to expire or is the one that was refused; None: not signed in."""
        with self._lock:
            if not self._tokens:
                return None
            old = self._expires_at - time.monotonic() < _RENEW_BEFORE_SECONDS
            if old or self._tokens["access_token"] == other_than:
                self.renew()
            return self._tokens["access_token"] if self._tokens else None

    def renew(self) -> None:
        """Gets new tokens; calls at the same time wait for each other.

        :raises RequestRefused: if the session has ended; the user is signed out then
        """
        with self._lock:
            if not self._tokens:
                return
            body = {"refresh_token": self._tokens["refresh_token"]}
            try:
                self.save(self.call("POST", "/auth/refresh", body=body, signed_in=False))
            except RequestRefused as refused:
                if refused.status in (401, 403):
                    self.clear()
                raise

    def call(
        self,
        method: str,
        path: str,
        *,
        body: Any = None,
        query: Mapping[str, str | None] | None = None,
        headers: Mapping[str, str] | None = None,
        signed_in: bool = True,
    ) -> Any:
        """Makes one call of the OpenAPI document.

        :returns: the body of the response; None for 204
        :raises RequestRefused: if the server refuses
        :raises Unreachable: if there is no response
        """
        token = self.access_token() if signed_in else None

        def send(with_token: str | None) -> requests.Response:
            given = {**(headers or {}), **({"Authorization": f"Bearer {with_token}"} if with_token else {})}
            parameters = {name: value for name, value in (query or {}).items() if value is not None}
            return _send(method, self.url + path, json=body, params=parameters, headers=given)

        response = send(token)
        if response.status_code == 401 and token:
            response = send(self.access_token(other_than=token))
        if not response.ok:
            raise RequestRefused(response.status_code, _problem(response), response.headers.get("Retry-After"))
        return None if response.status_code == 204 else response.json()

    def items(self, path: str, query: Mapping[str, str | None] | None = None, cursor: str = "cursor") -> Iterator[Any]:
        """All items of a list, page by page."""
        following: str | None = None
        while True:
            page = self.call("GET", path, query={**(query or {}), cursor: following})
            yield from page["items"]
            following = page.get("next_cursor")
            if not following:
                return


def _send(method: str, url: str, **arguments: Any) -> requests.Response:
    request: Callable[..., requests.Response] = requests.request
    try:
        return request(method, url, timeout=_TIMEOUT_SECONDS, **arguments)
    except requests.RequestException as failure:
        raise Unreachable(f"{method} {url}: no response") from failure


def _problem(response: requests.Response) -> Mapping[str, Any]:
    # A body without JSON is not from the game server: it is a proxy's page, or empty.
    try:
        problem = response.json()
    except ValueError:
        return {}
    return problem if isinstance(problem, dict) else {}
