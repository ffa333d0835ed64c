#!/usr/bin/env python3
"""Writes menagerie_client/wire.py: the types of everything on the wire, from the documents of a running server.

Usage: scripts/make_types.py URL [FILE]
"""

from __future__ import annotations

import json
import keyword
import sys
import textwrap
import urllib.request
from pathlib import Path
from typing import Any

_WIDTH = 120
_SCALARS = {"string": "str", "boolean": "bool", "null": "None", "integer": "int", "number": "float"}

_HEAD = '''"""Made by scripts/make_types.py from a server's /asyncapi.json and /openapi.json. Not to be edited."""

from __future__ import annotations

from typing import Any, Literal, NotRequired, TypedDict, Union
'''


class Types:
    """Writes schemas as Python types; anonymous objects get names of their own."""

    def __init__(self) -> None:
        self.declarations: dict[str, str] = {}

    def add(self, name: str, schema: dict[str, Any]) -> None:
        """Declares a schema under a name."""
        if "properties" in schema:
            text = self._object(name, schema)
        else:
            text = f"{_comment(schema)}{name} = {self._of(name, schema, quoted=True)}"
        if self.declarations.setdefault(name, text) != text:
            raise ValueError(f"two different things would be called {name}")

    def _object(self, name: str, schema: dict[str, Any]) -> str:
        required = schema.get("required", [])
        members = {}
        for member, part in schema["properties"].items():
            kind = self._of(name + _camel(member), part, quoted=False)
            members[member] = (part, kind if member in required else f"NotRequired[{kind}]")
        plain = all(member.isidentifier() and not keyword.iskeyword(member) for member in members)
        if not plain:
            lines = [f'    "{member}": "{kind}",\n' for member, (_, kind) in members.items()]
            body = "".join(_comment(part, "    ") + line for (part, _), line in zip(members.values(), lines))
            return f'{_comment(schema)}{name} = TypedDict("{name}", {{\n{body}}})'
        about = schema.get("description", "").replace('"""', "'''").replace("\\", "\\\\")
        doc = f'    """{about}"""\n\n' if about else ""
        body = "".join(_comment(part, "    ") + f"    {member}: {kind}\n" for member, (part, kind) in members.items())
        return f"class {name}(TypedDict):\n{doc}{body or '    pass'}".rstrip()

    def _of(self, name: str, schema: dict[str, Any], quoted: bool) -> str:
        if "$ref" in schema:
            target = schema["$ref"].rsplit("/", 1)[-1]
            return f'"{target}"' if quoted else target
        if "const" in schema:
            return f"Literal[{schema['const']!r}]"
        if "enum" in schema:
            return f"Literal[{', '.join(repr(one) for one in schema['enum'])}]"
        if "oneOf" in schema:
            return f"Union[{', '.join(self._of(name, one, quoted) for one in schema['oneOf'])}]"
        kind = schema.get("type")
        if kind in _SCALARS:
            return _SCALARS[kind]
        if kind == "array":
            return f"list[{self._of(name, schema.get('items', {}), quoted)}]"
        if kind == "object" and "properties" in schema:
            self.add(name, schema)
            return f'"{name}"' if quoted else name
        if kind == "object":
            return f"dict[str, {self._of(name, schema.get('additionalProperties') or {}, quoted)}]"
        return "Any"


def _camel(name: str) -> str:
    return "".join(part[:1].upper() + part[1:] for part in name.split("_"))


def _comment(schema: dict[str, Any], indent: str = "") -> str:
    lines = textwrap.wrap(schema.get("description", ""), _WIDTH - len(indent) - 2, break_long_words=False)
    return "".join(f"{indent}# {line}\n" for line in lines)


def _document(url: str) -> dict[str, Any]:
    with urllib.request.urlopen(url, timeout=15) as answer:
        return json.load(answer)


def types_of(url: str) -> str:
    """The text of wire.py for the server at an address."""
    types = Types()
    documents = [_document(f"{url}/asyncapi.json"), _document(f"{url}/openapi.json")]
    for document in documents:
        for name, schema in document["components"]["schemas"].items():
            types.add(name, schema)
    for name, message in documents[0]["components"]["messages"].items():
        if not name.startswith("ack."):
            types.add(_camel(name.replace(":", "_")) + "Message", message["payload"])
    classes, aliases = [], []
    for _, text in sorted(types.declarations.items()):
        (classes if text.startswith("class ") or "TypedDict(" in text else aliases).append(text)
    return "\n\n".join([_HEAD.rstrip(), *("\n" + text for text in classes), "\n" + "\n\n".join(aliases)]) + "\n"


def main() -> None:
    """Writes the file."""
    url = sys.argv[1].rstrip("/") if len(sys.argv) > 1 else "http://127.0.0.1:8080"
    here = Path(__file__).resolve().parent.parent / "menagerie_client" / "wire.py"
    file = Path(sys.argv[2]) if len(sys.argv) > 2 else here
    file.write_text(types_of(url), encoding="utf-8")


if __name__ == "__main__":
    main()
