"""The client against the server of MENAGERIE_URL."""

import os
import queue
import re
import subprocess
import sys
import unittest
from pathlib import Path
from threading import Thread

HOME = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(HOME), str(HOME / "scripts"), str(HOME / "tests")]

from make_types import types_of  # noqa: E402
from tunnel import Tunnel  # noqa: E402

from menagerie_client import Menagerie, Refused, RequestRefused, SessionClosed, Unreachable  # noqa: E402

URL = os.environ["MENAGERIE_URL"]


def guest(name, url=URL):
    client = Menagerie(url)
    client.sign_in_as_guest(name)
    return client


def pocket_deck(client):
    return next(deck["id"] for deck in client.decks() if deck["starter"] and deck["rules"] == "pocket")


def against_a_bot(client):
    opponent = {"kind": "bot", "bot": "random"}
    game = client.create_game({"deck_id": pocket_deck(client), "rules_config": "pocket", "opponent": opponent})
    return game["game_id"]


def without_clock(state):
    """A rejoin may give the one who came back more time, which is a commit of its own."""
    turn = {**state["turn"], "deadline": None} if state["turn"] else None
    return {**state, "event_id": 0, "turn": turn, "setup_deadline": None}


class ClientTest(unittest.TestCase):
    def test_the_types_are_those_of_this_server(self):
        kept = (HOME / "menagerie_client" / "wire.py").read_text(encoding="utf-8")
        self.assertTrue(types_of(URL) == kept, "wire.py is out of date: scripts/make_types.py URL")

    def test_the_thirty_lines_of_the_readme_play_a_whole_game(self):
        readme = (HOME / "README.md").read_text(encoding="utf-8")
        program = re.search(r"```python\n(.*?)```", readme, re.DOTALL).group(1)
        self.assertLessEqual(len([line for line in program.splitlines() if line.strip()]), 30)
        run = subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONPATH": str(HOME)},
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        self.assertEqual(run.stderr, "")
        self.assertRegex(run.stdout, r"(won|lost) by \w+")
        self.assertEqual(run.returncode, 0)

    def test_patches_lead_to_the_same_state_as_asking_for_it_whole(self):
        client = guest("Delta")
        game = against_a_bot(client)
        told = queue.SimpleQueue()
        with client.play(game) as session:
            session.on("commit", lambda commit: told.put(commit["commit"]["event_id"]))
            first = session.ready()["event_id"]
            for move, state in enumerate(session.turns()):
                session.act(state["legal_actions"][move % len(state["legal_actions"])])
                if move == 25:
                    break
            # The opponent's part is over when this player may act, or when the game is over.
            followed = next(session.turns(), session.state)
        count = followed["event_id"] - first
        self.assertEqual([told.get(timeout=20) for _ in range(count)], list(range(first + 1, first + 1 + count)))
        with client.play(game, sync="full") as session:
            self.assertEqual(without_clock(session.ready()), without_clock(followed))

    def test_full_mode_plays_too(self):
        client = guest("Whole")
        with client.play(against_a_bot(client), sync="full", transports=["websocket"]) as session:
            for move, state in enumerate(session.turns()):
                session.act(state["legal_actions"][0])
                if move == 10:
                    break

    def test_no_events_and_no_legal_actions_where_they_are_not_wanted(self):
        client = guest("Plain")
        game = against_a_bot(client)
        with client.play(game) as session:
            action = next(session.turns())["legal_actions"][0]
        with client.play(game, events=False, legal_actions=False) as session:
            self.assertEqual(session.ready()["legal_actions"], [])
            self.assertEqual(session.act(action)["events"], [])

    def test_a_lost_answer_is_asked_for_again_and_the_session_resumes(self):
        tunnel = Tunnel(URL)
        self.addCleanup(tunnel.close)
        client = guest("Cut off", tunnel.url)
        watching = queue.SimpleQueue()
        states = queue.SimpleQueue()
        with client.play(against_a_bot(client), transports=["websocket"]) as session:
            turns = session.turns()
            first = next(turns)
            witness = guest("Witness").watch(session.game_id)
            self.addCleanup(witness.close)
            witness.on("commit", watching.put)
            witness.ready()
            session.on("state", states.put)
            tunnel.deaf = True
            replies = queue.SimpleQueue()
            action = first["legal_actions"][0]
            sender = Thread(target=lambda: replies.put(session.act(action, expected_event_id=first["event_id"])))
            sender.start()
            # The action takes effect, as somebody else sees.
            while watching.get(timeout=60)["commit"]["event_id"] <= first["event_id"]:
                pass
            tunnel.cut()
            tunnel.deaf = False
            self.assertEqual(replies.get(timeout=60)["event_id"], first["event_id"] + 1)
            sender.join()
            self.assertFalse(states.get(timeout=60)["resync"])
            self.assertGreater(next(turns)["event_id"], first["event_id"])

    def test_refusals_have_codes_and_facts(self):
        client = guest("Refused")
        with client.play(against_a_bot(client)) as session:
            state = next(session.turns())
            with self.assertRaises(Refused) as stale:
                session.act(state["legal_actions"][0], expected_event_id=0)
            self.assertEqual(stale.exception.code, "stale_version")
            self.assertEqual(stale.exception.details["event_id"], session.state["event_id"])
            with self.assertRaises(Refused) as forbidden:
                session.act({"type": "attack", "attack_index": 9})
            self.assertIn(forbidden.exception.code, ("invalid_action", "not_your_turn"))
        with self.assertRaises(SessionClosed) as closed:
            guest("Stranger").play("gZZZZZZZZZZZZZZZZZZZZZZ").ready()
        self.assertEqual(closed.exception.code, "game_not_found")
        with self.assertRaises(RequestRefused) as bad:
            client.create_game({"deck_id": "none", "rules_config": "pocket"})
        self.assertEqual((bad.exception.status, bad.exception.code), (404, "deck_not_found"))
        self.assertTrue(client.check_deck({"name": "x", "rules": "pocket", "cards": []}))

    def test_a_second_connection_replaces_the_first(self):
        client = guest("Twice")
        game = against_a_bot(client)
        first = client.play(game)
        codes = queue.SimpleQueue()
        first.on("closed", lambda closed: codes.put(closed["code"]))
        first.ready()
        with client.play(game) as second:
            second.ready()
            self.assertEqual(codes.get(timeout=60), "replaced")
            with self.assertRaises(SessionClosed):
                first.act({"type": "pass"})

    def test_two_guests_play_by_code_resign_and_replay(self):
        host, visitor = guest("Host"), guest("Visitor")
        created = host.create_game({"deck_id": pocket_deck(host), "rules_config": "pocket"})
        with self.assertRaises(RequestRefused):
            visitor.join_game(created["game_id"], pocket_deck(visitor), "wrong")
        visitor.join_game(created["game_id"], pocket_deck(visitor), created["invite_code"])
        over = queue.SimpleQueue()
        with host.play(created["game_id"]) as session:
            session.on("game_over", over.put)
            session.ready()
            session.resign()
            self.assertEqual(over.get(timeout=60)["end_reason"], "resigned")
        self.assertTrue(host.verify_replay(created["game_id"])["ok"])
        self.assertIn("state", next(visitor.replay_frames(created["game_id"])))

    def test_tokens_are_renewed_and_forgotten(self):
        client = guest("Renewed")
        with client.play(against_a_bot(client)) as session:
            session.ready()
            client.renew()
            session.act(next(session.turns())["legal_actions"][0])
        client.logout()
        self.assertIsNone(client.user)
        with self.assertRaises(RequestRefused):
            client.active_games()

    def test_a_server_that_is_not_there_is_unreachable(self):
        with self.assertRaises(Unreachable):
            Menagerie("http://127.0.0.1:9").sign_in_as_guest()


if __name__ == "__main__":
    unittest.main()
