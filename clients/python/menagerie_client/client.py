"""The entry of the client."""

from __future__ import annotations

import uuid
from typing import Any, Iterator, Literal, Mapping
from urllib.parse import quote

from .errors import ClientError
from .rest import RestClient
from .session import GameSession
from .wire import (
    BotOffer,
    BrokenRule,
    CardDefinition,
    CreatedGame,
    Deck,
    DeckDraft,
    GameSummary,
    NewGame,
    ReplayFrame,
    RulesConfig,
    User,
    Verification,
)


class Menagerie:
    """A client of one server for one user. Thread safe.

    :param url: the server's address, such as ``http://127.0.0.1:8080``; it may have a path
    """

    def __init__(self, url: str) -> None:
        self._rest = RestClient(url)

    @property
    def url(self) -> str:
        """The server's address, without a slash at the end."""
        return self._rest.url

    @property
    def user(self) -> User | None:
        """Who is signed in; None: nobody."""
        return self._rest.user

    # ---- accounts ----

    def sign_in_as_guest(self, name: str | None = None) -> User:
        """Signs in as a new guest; without a name the server gives one."""
        return self._sign_in("/auth/guest", {"name": name} if name else {})

    def register(self, name: str, password: str) -> User:
        """Makes an account and signs in."""
        return self._sign_in("/auth/register", {"name": name, "password": password})

    def login(self, name: str, password: str) -> User:
        """Signs in with an account.

        :raises RequestRefused: ``unauthenticated``: name or password is wrong; ``banned``
        """
        return self._sign_in("/auth/login", {"name": name, "password": password})

    def _sign_in(self, path: str, body: Mapping[str, str]) -> User:
        return self._rest.save(self._rest.call("POST", path, body=body, signed_in=False))

    def logout(self) -> None:
        """Signs out. The tokens are forgotten even if the server cannot be reached."""
        tokens = self._rest.clear()
        if not tokens:
            return
        headers = {"Authorization": f"Bearer {tokens['access_token']}"}
        body = {"refresh_token": tokens["refresh_token"]}
        try:
            self._rest.call("POST", "/auth/logout", body=body, headers=headers, signed_in=False)
        except ClientError:
            pass  # the server forgets the session by itself

    def renew(self) -> None:
        """Gets new tokens; the client does that by itself before they expire."""
        self._rest.renew()

    # ---- cards, rules, decks ----

    def cards(self) -> list[CardDefinition]:
        """Every card that the server knows."""
        return list(self._rest.items("/cards"))

    def rules(self) -> list[RulesConfig]:
        """The presets of rules."""
        return list(self._rest.items("/rules"))

    def bots(self) -> list[BotOffer]:
        """Bots to play against."""
        return list(self._rest.items("/bots"))

    def decks(self) -> list[Deck]:
        """The user's own decks and the starter decks."""
        return list(self._rest.items("/decks"))

    def create_deck(self, draft: DeckDraft) -> Deck:
        """Stores a new deck.

        :raises RequestRefused: ``deck_invalid`` with all ``broken_rules``
        """
        return self._rest.call("POST", "/decks", body=draft)

    def delete_deck(self, deck_id: str) -> None:
        """Deletes a deck of the user."""
        self._rest.call("DELETE", f"/decks/{quote(deck_id, safe='')}")

    def check_deck(self, draft: DeckDraft) -> list[BrokenRule]:
        """Every rule that a deck breaks; empty: it can be played."""
        return self._rest.call("POST", "/decks/check", body=draft)["errors"]

    # ---- games ----

    def create_game(self, game: NewGame, idempotency_key: str | None = None) -> CreatedGame:
        """Creates a game. Safe to repeat with the same key."""
        headers = {"Idempotency-Key": idempotency_key or uuid.uuid4().hex}
        return self._rest.call("POST", "/games", body=game, headers=headers)

    def join_game(self, game_id: str, deck_id: str, invite_code: str | None = None) -> CreatedGame:
        """Takes the second seat of a waiting game. A game that is not listed needs its invite code."""
        body = {"deck_id": deck_id, **({"invite_code": invite_code} if invite_code else {})}
        return self._rest.call("POST", f"/games/{quote(game_id, safe='')}/join", body=body)

    def game(self, game_id: str) -> GameSummary:
        """A game in short: its status, players and version."""
        return self._rest.call("GET", f"/games/{quote(game_id, safe='')}")

    def active_games(self) -> list[GameSummary]:
        """The user's unfinished games."""
        return list(self._rest.items("/games/me/active"))

    def live_games(self) -> list[GameSummary]:
        """Public games that are being played."""
        return list(self._rest.items("/games/live"))

    def open_games(self) -> list[GameSummary]:
        """Public games that wait for an opponent."""
        return list(self._rest.items("/games/open"))

    def replay_frames(self, game_id: str) -> Iterator[ReplayFrame]:
        """Every commit of a finished game in order with nothing hidden, fetched page by page."""
        return self._rest.items(f"/games/{quote(game_id, safe='')}/replay/frames", cursor="from")

    def verify_replay(self, game_id: str) -> Verification:
        """Has the server replay the game from its seed and actions and compare every digest."""
        return self._rest.call("POST", f"/games/{quote(game_id, safe='')}/replay/verify")

    def call(self, method: str, path: str, *, body: Any = None, query: Mapping[str, str | None] | None = None) -> Any:
        """Any other call of ``/openapi.json``, for the user who is signed in."""
        return self._rest.call(method, path, body=body, query=query)

    # ---- sessions ----

    def play(self, game_id: str, **options: Any) -> GameSession:
        """Opens a session for a game the user plays in; the options are those of :class:`GameSession`."""
        return self._session(game_id, "play", options)

    def watch(self, game_id: str, **options: Any) -> GameSession:
        """Opens a session that watches a public game."""
        return self._session(game_id, "watch", options)

    def _session(self, game_id: str, mode: Literal["play", "watch"], options: Mapping[str, Any]) -> GameSession:
        return GameSession(self._rest, game_id, mode, **options)
