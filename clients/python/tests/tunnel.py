"""A way to a server that can be cut, and that can swallow what the server answers."""

import socket
import threading
from urllib.parse import urlsplit


class Tunnel:
    """Listens on a port of its own and carries bytes to the server and back."""

    def __init__(self, url):
        parts = urlsplit(url)
        self._target = (parts.hostname, parts.port)
        self._open = set()
        self._lock = threading.Lock()
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._listening.getsockname()[1]}"
        #: True: what the server sends is thrown away
        self.deaf = False
        threading.Thread(target=self._accept, daemon=True).start()

    def cut(self):
        """Breaks every connection."""
        with self._lock:
            sockets, self._open = self._open, set()
        for one in sockets:
            try:
                one.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass  # broken already
            one.close()

    def close(self):
        self._listening.close()
        self.cut()

    def _accept(self):
        while True:
            try:
                near, _ = self._listening.accept()
                far = socket.create_connection(self._target)
            except OSError:
                return
            with self._lock:
                self._open |= {near, far}
            threading.Thread(target=self._carry, args=(near, far, False), daemon=True).start()
            threading.Thread(target=self._carry, args=(far, near, True), daemon=True).start()

    def _carry(self, source, target, from_server):
        try:
            while data := source.recv(65536):
                if not (from_server and self.deaf):
                    target.sendall(data)
        except OSError:
            pass
        finally:
            for one in (source, target):
                try:
                    one.shutdown(socket.SHUT_RDWR)
                except OSError:
                    pass
