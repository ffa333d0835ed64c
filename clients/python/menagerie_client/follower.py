"""Keeps the state of one game in step with the server's messages. Sends nothing; not thread safe."""

from __future__ import annotations

from typing import Any, Mapping

from .patch import PatchMismatch, apply_patch
from .wire import Commit, GameState

# So many later commits are kept while an earlier one is missing; after that the game is joined again.
_KEPT = 64

# A commit, and the message that brought it.
Folded = tuple[Commit, Mapping[str, Any]]


class Follower:
    """Folds states and patches by version.

    The Socket.IO library handles each packet on a thread of its own, so messages may come in another order than the
    server sent them in; versions put them in order again.
    """

    def __init__(self) -> None:
        self.state: GameState | None = None
        self._later: dict[int, tuple[Commit, list[Any], Mapping[str, Any]]] = {}

    @property
    def has_gap(self) -> bool:
        """Whether later commits wait for an earlier one."""
        return bool(self._later)

    def replace(self, state: GameState) -> bool:
        """Takes a whole state; False: it is older than the one that is known."""
        known = self.state
        if known and known["epoch"] == state["epoch"] and state["event_id"] < known["event_id"]:
            return False
        if known and known["epoch"] != state["epoch"]:
            self._later.clear()
        self.state = state
        self._later = {at: one for at, one in self._later.items() if at > state["event_id"]}
        return True

    def add(self, commit: Commit, patch: list[Any], message: Mapping[str, Any]) -> list[Folded]:
        """Takes one commit with its patch, and returns the commits that are folded now, in order.

        :raises PatchMismatch: if a patch does not apply, or too many commits wait; the game must be joined again
        """
        if self.state and commit["event_id"] <= self.state["event_id"]:
            return []
        self._later[commit["event_id"]] = (commit, patch, message)
        if len(self._later) > _KEPT:
            raise PatchMismatch("an earlier commit is missing")
        return self.catch_up()

    def catch_up(self) -> list[Folded]:
        """Folds the commits that follow the state without a gap.

        :raises PatchMismatch: if a patch does not apply
        """
        told = []
        while self.state and (following := self._later.pop(self.state["event_id"] + 1, None)):
            commit, patch, message = following
            state = apply_patch(self.state, patch)
            self.state = state if state["event_id"] == commit["event_id"] else {**state, "event_id": commit["event_id"]}
            told.append((commit, message))
        return told

    def forget_later(self) -> None:
        """Drops the commits that wait: a state that holds them is on its way."""
        self._later.clear()

    @property
    def resume_from(self) -> dict[str, int]:
        """The members of a join that ask for the missed commits only."""
        return {"last_event_id": self.state["event_id"], "epoch": self.state["epoch"]} if self.state else {}

    @property
    def viewer_id(self) -> str | None:
        """The id of the player whose view this is."""
        seat = self.state["viewer"]["seat"] if self.state else None
        player = self.state["players"][seat] if self.state and seat is not None else None
        return player["player_id"] if player else None
