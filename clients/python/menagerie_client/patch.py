"""RFC 6902 patches, as far as the server writes them: add, replace and remove."""

from __future__ import annotations

from typing import Any, Iterable, Mapping


class PatchMismatch(ValueError):
    """A patch does not apply: the client's copy differs from the server's."""


def apply_patch(document: Any, patch: Iterable[Mapping[str, Any]]) -> Any:
    """Returns the document after the patch. Parts that do not change are shared; the original stays as it was.

    :raises PatchMismatch: if the patch does not apply; nothing is changed
    """
    for operation in patch:
        pointer = operation["path"]
        if pointer and not pointer.startswith("/"):
            raise PatchMismatch(f"{pointer} is no JSON Pointer")
        names = [name.replace("~1", "/").replace("~0", "~") for name in pointer.split("/")[1:]]
        document = _applied(document, operation, names)
    return document


def _applied(node: Any, operation: Mapping[str, Any], names: list[str]) -> Any:
    if not names:
        if operation["op"] == "remove":
            raise PatchMismatch("the whole document cannot be removed")
        return operation["value"]
    name, rest = names[0], names[1:]
    if isinstance(node, dict):
        return _in_object(node, operation, name, rest)
    if isinstance(node, list):
        return _in_list(node, operation, name, rest)
    raise PatchMismatch(f"{operation['path']} leads through a value")


def _in_object(node: dict[str, Any], operation: Mapping[str, Any], name: str, rest: list[str]) -> dict[str, Any]:
    if name not in node and (rest or operation["op"] != "add"):
        raise PatchMismatch(f"{operation['path']} is not there")
    changed = dict(node)
    if rest:
        changed[name] = _applied(node[name], operation, rest)
    elif operation["op"] == "remove":
        del changed[name]
    else:
        changed[name] = operation["value"]
    return changed


def _in_list(node: list[Any], operation: Mapping[str, Any], name: str, rest: list[str]) -> list[Any]:
    adds = operation["op"] == "add" and not rest
    changed = list(node)
    if adds and name == "-":
        changed.append(operation["value"])
        return changed
    if not name.isascii() or not name.isdigit() or (len(name) > 1 and name[0] == "0"):
        raise PatchMismatch(f"{operation['path']}: {name} is no index")
    index = int(name)
    if index > len(node) or (index == len(node) and not adds):
        raise PatchMismatch(f"{operation['path']} is not there")
    if rest:
        changed[index] = _applied(node[index], operation, rest)
    elif adds:
        changed.insert(index, operation["value"])
    elif operation["op"] == "remove":
        del changed[index]
    else:
        changed[index] = operation["value"]
    return changed
