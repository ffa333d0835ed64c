"""The Python client of the python-socketio project, unmodified, against a server at $PORT (see TestServer)."""

import os
import queue

import socketio

URL = f"http://127.0.0.1:{os.environ['PORT']}"
PATIENCE = 10


class Client(socketio.ClientNamespace):
    """The client with a queue where it has callbacks."""

    def __init__(self, transports, token="good"):
        super().__init__("/game")
        self.heard = queue.Queue()
        self.sio = socketio.Client(reconnection_delay=0.1)
        self.sio.register_namespace(self)
        self.sio.connect(
            URL, auth={"token": token}, transports=transports, namespaces=["/game"], wait_timeout=PATIENCE
        )

    def trigger_event(self, event, *args):
        self.heard.put((event, *args))
        if event == "question":
            return args[0] * args[1]

    def next(self, event):
        while True:
            heard = self.heard.get(timeout=PATIENCE)
            if heard[0] == event:
                return heard[1:]

    def __enter__(self):
        self.next("welcome")
        return self

    def __exit__(self, *_):
        self.sio.disconnect()


def talks(transports):
    with Client(transports) as client:
        client.emit("echo", (1, "zwölf", {"a": [None, True]}, b"\x01\x02\x03"))
        assert client.next("echo") == (1, "zwölf", {"a": [None, True]}, b"\x01\x02\x03")
        assert client.sio.call("ask", {"b": b"\x09"}, namespace="/game") == {"b": b"\x09"}
        expected = transports[-1]
        assert client.sio.call("transport", namespace="/game") == expected, expected


def is_refused():
    try:
        Client(["websocket"], token="bad")
        raise AssertionError("was let in")
    except socketio.exceptions.ConnectionError as refused:
        assert "unauthenticated" in str(refused) or "namespaces" in str(refused), refused


def hears_its_room():
    with Client(["websocket"]) as first, Client(["polling"]) as second:
        first.sio.call("join", "python table", namespace="/game")
        second.sio.call("join", "python table", namespace="/game")
        first.emit("tell", ("python table", {"x": 1}))
        assert second.next("told") == ({"x": 1},)


def answers_questions():
    with Client(["websocket"]) as client:
        client.emit("question me")
        assert client.next("so you say") == (42,)


def comes_back():
    with Client(["websocket"]) as client:
        client.emit("cut me off")
        client.next("disconnect")
        client.next("welcome")


def is_put_out():
    with Client(["websocket"]) as client:
        client.emit("put me out")
        client.next("disconnect")


CHECKS = {
    "talks over websocket": lambda: talks(["websocket"]),
    "talks over polling": lambda: talks(["polling"]),
    "upgrades": lambda: talks(["polling", "websocket"]),
    "is refused": is_refused,
    "hears its room": hears_its_room,
    "answers questions": answers_questions,
    "comes back when cut off": comes_back,
    "is put out": is_put_out,
}

for name, check in CHECKS.items():
    check()
    print("ok", name, flush=True)
