"""One authenticated Socket.IO connection to the namespace /game. It knows nothing about games."""

from __future__ import annotations

import threading
from typing import Any, Callable, Mapping
from urllib.parse import urlsplit

import socketio

from .errors import Refused

_NAMESPACE = "/game"

# An unanswered message is sent again after this; the server stores its reply, so sending twice is safe.
_REPLY_SECONDS = 8.0
_CONNECT_SECONDS = 15.0


class NoReply(Exception):
    """The connection broke, or no reply came in time."""


class Connection:
    """Lasts until it breaks once; the session makes the next one.

    :param on_message: gets every message, on threads of the Socket.IO library
    """

    def __init__(
        self, url: str, on_message: Callable[[str, Mapping[str, Any]], None], transports: list[str] | None
    ) -> None:
        parts = urlsplit(url)
        self._url = f"{parts.scheme}://{parts.netloc}"
        # A proxy may serve the whole server below a path.
        self._path = f"{parts.path.strip('/')}/socket.io".strip("/")
        self._transports = transports
        self._refusal: Refused | None = None
        self._over = threading.Event()
        self._waiting: set[threading.Event] = set()
        self._socket = socketio.Client(reconnection=False)
        self._socket.on("*", self._handler(on_message), namespace=_NAMESPACE)
        self._socket.on("connect_error", self._on_refused, namespace=_NAMESPACE)
        self._socket.on("disconnect", self._on_disconnect, namespace=_NAMESPACE)
        self._on_message = on_message

    @staticmethod
    def _handler(on_message: Callable[[str, Mapping[str, Any]], None]) -> Callable[..., None]:
        def handle(event: str, message: Any = None) -> None:
            if isinstance(message, dict):
                on_message(event, message)

        return handle

    @property
    def connected(self) -> bool:
        """Whether messages can be sent."""
        return not self._over.is_set() and self._socket.connected and _NAMESPACE in self._socket.namespaces

    def open(self, auth: Mapping[str, Any]) -> None:
        """Connects.

        :param auth: the payload of CONNECT: the token, and the game to go on with
        :raises Refused: if the server refuses the token
        :raises NoReply: if it cannot be reached
        """
        try:
            self._socket.connect(
                self._url,
                socketio_path=self._path,
                namespaces=[_NAMESPACE],
                auth=dict(auth),
                transports=self._transports,
                wait_timeout=_CONNECT_SECONDS,
            )
        except socketio.exceptions.SocketIOError as failure:
            if self._refusal:
                raise self._refusal from failure
            raise NoReply(str(failure)) from failure
        # A break before the handlers of the transport are in place is told to nobody else.
        if not self._socket.connected:
            self._on_disconnect()

    def _on_refused(self, problem: Any = None) -> None:
        details = problem if isinstance(problem, dict) else {}
        code = (details.get("data") or {}).get("code")
        if code:
            self._refusal = Refused(code, str(details.get("message", code)))

    def _on_disconnect(self, *_: object) -> None:
        self._over.set()
        for waiting in list(self._waiting):
            waiting.set()
        self._on_message("disconnected", {})

    def send(self, event: str, message: Mapping[str, Any]) -> None:
        """Sends a message without waiting for an acknowledgement; does nothing without a connection."""
        try:
            self._socket.emit(event, message, namespace=_NAMESPACE)
        except socketio.exceptions.SocketIOError:
            pass  # what breaks is told by `disconnect`

    def request(
        self, event: str, message: Mapping[str, Any], on_reply: Callable[[Mapping[str, Any]], None]
    ) -> Mapping[str, Any]:
        """Sends a message and waits for the acknowledgement.

        :param on_reply: gets an acknowledgement that is no refusal, before this method returns
        :raises Refused: if the server refuses
        :raises NoReply: if no reply arrives in time
        """
        answered = threading.Event()
        replies: list[Mapping[str, Any]] = []

        def acknowledge(reply: Mapping[str, Any]) -> None:
            if reply["ok"]:
                on_reply(reply)
            replies.append(reply)
            answered.set()

        self._waiting.add(answered)
        try:
            self._socket.emit(event, message, namespace=_NAMESPACE, callback=acknowledge)
            if self._over.is_set():
                raise NoReply("the connection broke")
            answered.wait(_REPLY_SECONDS)
        except socketio.exceptions.SocketIOError as failure:
            raise NoReply(str(failure)) from failure
        finally:
            self._waiting.discard(answered)
        if not replies:
            raise NoReply("no reply came in time")
        if not replies[0]["ok"]:
            error = replies[0]["error"]
            raise Refused(error["code"], error["message"], error["details"])
        return replies[0]

    def close(self) -> None:
        """Closes it."""
        self._over.set()
        self._socket.disconnect()
