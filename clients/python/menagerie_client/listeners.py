"""What a session tells its program."""

from __future__ import annotations

import logging
import queue
import threading
from typing import Any, Callable, Mapping

_log = logging.getLogger("menagerie_client")

Listener = Callable[[Mapping[str, Any]], None]


class Listeners:
    """Calls listeners on a thread of its own, one after the other. Thread safe."""

    def __init__(self, name: str) -> None:
        self._listeners: dict[str, list[Listener]] = {}
        self._told: queue.SimpleQueue[tuple[str, Mapping[str, Any]] | None] = queue.SimpleQueue()
        threading.Thread(target=self._run, name=name, daemon=True).start()

    def add(self, event: str, listener: Listener) -> None:
        """Calls ``listener`` for each event of that name from now on."""
        self._listeners = {**self._listeners, event: [*self._listeners.get(event, ()), listener]}

    def tell(self, event: str, what: Mapping[str, Any]) -> None:
        """Has the listeners of an event called. Does not wait."""
        self._told.put((event, what))

    def end(self) -> None:
        """Ends the thread after what has been told."""
        self._told.put(None)

    def _run(self) -> None:
        while told := self._told.get():
            event, what = told
            for listener in self._listeners.get(event, ()):
                try:
                    listener(what)
                except Exception:  # one listener must not silence the others
                    _log.exception("a listener of %s failed", event)
