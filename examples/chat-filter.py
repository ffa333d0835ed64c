"""A chat filter for `menagerie serve --chat --chat-filter-url http://127.0.0.1:9000/judge`.

Run it with `python3 chat-filter.py WORDS PORT`. WORDS is a file with one word a line: such words are starred out. A line
that begins with "!" is a word that keeps the whole message from being said.
"""

import json
import re
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

words = Path(sys.argv[1]).read_text(encoding="utf-8").split()
starred = [word for word in words if not word.startswith("!")]
refused = [word[1:] for word in words if word.startswith("!")]


def pattern(of: list[str]) -> re.Pattern[str]:
    """Finds these words, whole, in any case; nothing if there are none."""
    return re.compile(r"\b(" + "|".join(map(re.escape, of)) + r")\b" if of else "(?!)", re.IGNORECASE)


class Judge(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        text = json.loads(self.rfile.read(int(self.headers["Content-Length"])))["text"]
        changed = pattern(starred).sub(lambda found: "*" * len(found.group()), text)
        if pattern(refused).search(text):
            self.answer(422)
        elif changed == text:
            self.answer(204)
        else:
            self.answer(200, json.dumps({"text": changed}).encode())

    def answer(self, status: int, body: bytes = b"") -> None:
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """What players write is in no log."""


ThreadingHTTPServer(("127.0.0.1", int(sys.argv[2])), Judge).serve_forever()
