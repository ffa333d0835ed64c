"""One game over one connection that comes back after interruptions."""

from __future__ import annotations

import time
import uuid
from typing import Any, Iterator, Mapping

from .connection import Connection, NoReply
from .errors import Refused, SessionClosed
from .joined_game import JoinedGame, backoff
from .listeners import Listener
from .wire import Action, GameState

# Attempts after a temporary refusal such as `busy`, before the caller gets the refusal.
_MAX_ATTEMPTS = 6


class GameSession(JoinedGame):
    """Plays or watches one game, and resumes after interruptions. Made by ``Menagerie.play`` and ``watch``.

    Thread safe. Listeners run on a thread of the session, one after the other; an exception of theirs is logged.

    :param sync: ``delta`` (default): patches; ``full``: the whole state after each commit
    :param events: False: commits come without what happened
    :param legal_actions: False: states come without legal actions; ``turns`` yields nothing then
    :param history: True: all earlier commits come with the first state
    """

    @property
    def state(self) -> GameState | None:
        """The state as the user sees it; None until the game is joined. Not to be changed."""
        with self._changed:
            return self._game.state

    @property
    def connected(self) -> bool:
        """Whether the game is joined at the moment."""
        with self._changed:
            return self._joined

    def server_now(self) -> float:
        """The server's clock in seconds since 1970; compare deadlines with it."""
        return time.time() + self._clock_offset

    def on(self, event: str, listener: Listener) -> None:
        """Calls ``listener`` with a dictionary for each event of that name.

        ``commit`` (``commit``, ``state``, ``turn_start``, ``game_over``), ``state`` (``state``, ``missed``,
        ``resync``), ``game_over``, ``closed`` (``code``, ``message``), and other messages of the server by their names,
        such as ``game:turn_timeout``.
        """
        with self._changed:
            self._listeners.add(event, listener)

    def ready(self) -> GameState:
        """Waits for the game to be joined, and returns the state.

        :raises SessionClosed: if the game cannot be joined
        """
        with self._changed:
            self._changed.wait_for(lambda: self._game.state or self._closed)
            if self._game.state:
                return self._game.state
            raise self._end()

    def turns(self) -> Iterator[GameState]:
        """Yields every state in which this player may act, once each, until the game is over.

        :raises SessionClosed: if the session ends before the game
        """
        last = -1
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._closed or self._is_turn(last))
                state = self._game.state
                if state and state["status"] == "finished":
                    return
                if self._closed or not state:
                    raise self._end()
                last = state["event_id"]
            yield state

    def _is_turn(self, last: int) -> bool:
        state = self._game.state
        if not state:
            return False
        return state["status"] == "finished" or (state["event_id"] > last and len(state["legal_actions"]) > 0)

    def act(
        self, action: Action, *, expected_event_id: int | None = None, traceparent: str | None = None
    ) -> Mapping[str, Any]:
        """Sends an action, and returns the reply once the server has committed it, however often the connection breaks.

        :param expected_event_id: refuses the action with ``stale_version`` if the game has moved on
        :param traceparent: the span of OpenTelemetry that the server's spans are to be below
        :raises Refused: if the server refuses; the game is unchanged
        :raises SessionClosed: if the session ended first
        """
        options = {"expected_event_id": expected_event_id, "traceparent": traceparent}
        given = {name: value for name, value in options.items() if value is not None}
        return self._send("game:action", {"action": action, **given})

    def resign(self) -> Mapping[str, Any]:
        """Resigns the game; otherwise like :meth:`act`."""
        return self._send("game:resign", {})

    def _send(self, event: str, members: Mapping[str, Any]) -> Mapping[str, Any]:
        # The same id each time: the server carries it out once and repeats its first reply.
        message = {"message_id": uuid.uuid4().hex, "game_id": self.game_id, **members}
        attempts = 0
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._closed or self._joined)
                if self._closed:
                    raise self._end()
                connection = self._connection
            assert connection is not None
            try:
                attempts += 1
                return connection.request(event, message, self._on_reply)
            except NoReply:
                self._leave_room_for_the_loss(connection)
            except Refused as refused:
                if not refused.temporary or attempts >= _MAX_ATTEMPTS:
                    raise
                time.sleep(backoff(attempts))

    def _leave_room_for_the_loss(self, connection: Connection) -> None:
        """A connection that breaks tells its requests before the session has noticed."""
        with self._changed:
            if self._connection is connection and not connection.connected:
                self._joined = False

    def close(self) -> None:
        """Closes the connection. The game goes on."""
        with self._changed:
            connection = self._connection if self._joined else None
        if connection:
            connection.send("game:leave", {"game_id": self.game_id})
        self._end_with("left", "You have left the table.")

    def __enter__(self) -> GameSession:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
