"""What the server's messages do to a game: to the state, and what is told of them."""

from __future__ import annotations

from typing import Any, Mapping

from .follower import Folded, Follower
from .listeners import Listeners
from .patch import PatchMismatch
from .wire import Commit


class GameMessages:
    """Applies messages to a follower and tells listeners. Not thread safe."""

    def __init__(self, game: Follower, listeners: Listeners) -> None:
        self._game = game
        self._tell = listeners.tell
        #: A patch did not apply: the game must be joined again.
        self.lost_track = False

    def receive(self, event: str, message: Mapping[str, Any]) -> None:
        """A message of the server about the game."""
        if event == "game:state":
            self._on_state(message)
        elif event == "game:update":
            self._fold(_commit(message), message)
        elif event == "game:opponent_action":
            self._tell("commit", {"commit": _commit(message)})
        elif event == "game:game_over":
            self._tell("game_over", message)
        else:
            self._tell(event, message)

    def on_reply(self, reply: Mapping[str, Any]) -> None:
        """The acknowledgement of an action of this player."""
        if "action_type" not in reply:
            return
        commit = _commit({**reply, "player_id": self._game.viewer_id})
        if "patch" in reply:
            self._fold(commit, reply)
        else:
            self._tell("commit", {"commit": commit})

    def _on_state(self, message: Mapping[str, Any]) -> None:
        before = self._game.state
        if not self._game.replace(message["state"]):
            return
        known = before["event_id"] if before else -1
        missed = [one for one in message.get("missed_events") or [] if one["event_id"] > known]
        if before == message["state"] and not missed:
            return
        resync = bool(message.get("resync")) and before is not None
        self._tell("state", {"state": message["state"], "missed": missed, "resync": resync})
        self._catch_up()

    def _fold(self, commit: Commit, message: Mapping[str, Any]) -> None:
        try:
            self._tell_commits(self._game.add(commit, message["patch"], message))
        except PatchMismatch:
            self.lost_track = True

    def _catch_up(self) -> None:
        try:
            self._tell_commits(self._game.catch_up())
        except PatchMismatch:
            self.lost_track = True

    def _tell_commits(self, folded: list[Folded]) -> None:
        for commit, message in folded:
            extras = {name: message[name] for name in ("turn_start", "game_over") if name in message}
            self._tell("commit", {"commit": commit, "state": self._game.state, **extras})
            if "game_over" in extras:
                self._tell("game_over", extras["game_over"])


def _commit(message: Mapping[str, Any]) -> Commit:
    return {
        "event_id": message["event_id"],
        "player_id": message["player_id"],
        "action_type": message["action_type"],
        "events": message["events"],
    }
