"""Keeps a game joined over connections that break."""

from __future__ import annotations

import logging
import threading
import time
import uuid
from datetime import datetime
from typing import Any, Literal, Mapping

from .connection import Connection, NoReply
from .errors import ClientError, Refused, RequestRefused, SessionClosed
from .follower import Follower
from .game_messages import GameMessages
from .listeners import Listeners
from .rest import RestClient

_log = logging.getLogger("menagerie_client")

# After these the session does not come back.
_FINAL = frozenset({"replaced", "logged_out", "banned", "busy", "flood"})

# How long later commits wait for an earlier one before the game is joined again.
_GAP_SECONDS = 1.5

_FIRST_BACKOFF_SECONDS = 0.25
_LONGEST_BACKOFF_SECONDS = 8.0


class JoinedGame:
    """The part of a session that connects, joins, and follows the game, on a thread of its own."""

    def __init__(
        self,
        rest: RestClient,
        game_id: str,
        mode: Literal["play", "watch"],
        *,
        sync: Literal["full", "delta"] = "delta",
        events: bool = True,
        legal_actions: bool = True,
        history: bool = False,
        transports: list[str] | None = None,
    ) -> None:
        self.game_id = game_id
        self.mode = mode
        self._rest = rest
        self._follow = {"sync": sync, "events": events, "legal_actions": legal_actions}
        self._first_resume = {"last_event_id": 0} if history else {}
        self._transports = transports
        self._changed = threading.Condition()
        self._game = Follower()
        self._connection: Connection | None = None
        self._joined = False
        self._closed: tuple[str, str] | None = None
        self._clock_offset = 0.0
        self._listeners = Listeners(f"menagerie {game_id} events")
        self._messages = GameMessages(self._game, self._listeners)
        threading.Thread(target=self._run, name=f"menagerie {game_id}", daemon=True).start()

    def _run(self) -> None:
        attempt = 0
        refused_tokens = 0
        while not self._closed:
            try:
                if self._once():
                    attempt = refused_tokens = 0
            except Refused as refused:
                if isinstance(refused, RequestRefused) or (refused.code == "unauthenticated" and refused_tokens > 0):
                    self._end_with("unauthenticated", "Sign in again.")
                elif refused.code == "unauthenticated":
                    refused_tokens += 1
                elif not refused.temporary:
                    self._end_with(refused.code, str(refused))
            except ClientError as failure:
                _log.debug("game %s: %s", self.game_id, failure)
            except Exception:  # a mistake of ours must end the session, not leave it silent
                _log.exception("game %s: the session failed", self.game_id)
                self._end_with("internal", "The client failed; see the log.")
            with self._changed:
                self._joined = False
                self._changed.notify_all()
                self._changed.wait_for(lambda: self._closed, timeout=backoff(attempt))
            attempt += 1

    def _once(self) -> bool:
        """Connects, joins, and stays until the connection breaks; False: it was never there.

        :raises Refused: if the server refuses the token or the join
        """
        token = self._rest.access_token()
        connection = Connection(self._rest.url, self._on_message, self._transports)
        with self._changed:
            self._connection = connection
        try:
            try:
                connection.open({"token": token, **self._resume_on_connect()})
            except Refused as refused:
                if refused.code == "unauthenticated" and token:
                    self._rest.access_token(other_than=token)
                raise
            self._join(connection)
            self._stay(connection, token)
            return True
        except NoReply:
            return False
        finally:
            connection.close()

    def _resume_on_connect(self) -> dict[str, Any]:
        """The server takes a player back to a game when the connection is made: to this one, from where it broke."""
        if self.mode == "watch":
            return {}
        with self._changed:
            return {"game_id": self.game_id, **self._follow, **(self._game.resume_from or self._first_resume)}

    def _stay(self, connection: Connection, token: str | None) -> None:
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._needs_care(connection), timeout=1)
                if self._closed or not connection.connected:
                    return
                gap = self._game.has_gap and not self._messages.lost_track
                if gap and not self._changed.wait_for(
                    lambda: self._closed or not self._game.has_gap, timeout=_GAP_SECONDS
                ):
                    self._messages.lost_track = True
                rejoin, self._messages.lost_track = self._messages.lost_track, False
            if rejoin:
                self._join(connection)
            newer = self._rest.access_token()
            if newer and newer != token:
                token = newer
                connection.send("auth:refresh", {"token": newer})

    def _needs_care(self, connection: Connection) -> bool:
        over = self._closed is not None or not connection.connected
        return over or self._messages.lost_track or self._game.has_gap

    def _join(self, connection: Connection) -> None:
        event = "game:join" if self.mode == "play" else "game:spectate"
        with self._changed:
            self._joined = False
            self._game.forget_later()
            resume = self._game.resume_from or self._first_resume
        message = {"message_id": uuid.uuid4().hex, "game_id": self.game_id, **self._follow, **resume}
        connection.request(event, message, lambda _: self._on_joined())

    def _on_joined(self) -> None:
        with self._changed:
            self._joined = True
            self._changed.notify_all()

    # ---- messages, on threads of the Socket.IO library ----

    def _on_message(self, event: str, message: Mapping[str, Any]) -> None:
        with self._changed:
            if event == "session:closed" and message["code"] in _FINAL:
                return self._end_with(message["code"], message["message"])
            if event == "session:ready":
                self._clock_offset = datetime.fromisoformat(message["server_time"]).timestamp() - time.time()
            if message.get("game_id") in (self.game_id, None):
                self._messages.receive(event, message)
            self._changed.notify_all()

    def _on_reply(self, reply: Mapping[str, Any]) -> None:
        with self._changed:
            self._messages.on_reply(reply)
            self._changed.notify_all()

    def _end_with(self, code: str, message: str) -> None:
        with self._changed:
            if self._closed:
                return
            self._closed = (code, message)
            self._joined = False
            self._listeners.tell("closed", {"code": code, "message": message})
            self._listeners.end()
            self._changed.notify_all()

    def _end(self) -> SessionClosed:
        assert self._closed is not None
        return SessionClosed(*self._closed)


def backoff(attempt: int) -> float:
    """The seconds to wait before retry number ``attempt``."""
    return min(_FIRST_BACKOFF_SECONDS * 2**attempt, _LONGEST_BACKOFF_SECONDS)
