/** One operation of RFC 6902; the server writes the first two kinds. */
export type Operation =
  | {
      /** What is done. */
      op: "add" | "replace" | "test" | "remove";
      /** Where: a JSON Pointer. */
      path: string;
      /** The value; a removal has none. */
      value?: unknown;
    }
  | {
      /** What is done. */
      op: "move" | "copy";
      /** From where: a JSON Pointer. */
      from: string;
      /** To where: a JSON Pointer. */
      path: string;
    };

/** A patch does not apply to the document: the client's copy differs from the server's. */
export class PatchMismatch extends Error {
  /** The operation that does not apply. */
  readonly operation: Operation;

  /**
   * @param operation that does not apply
   * @param why in a few words
   */
  constructor(operation: Operation, why: string) {
    super(`${operation.op} ${operation.path}: ${why}`);
    this.name = "PatchMismatch";
    this.operation = operation;
  }
}

type Container = Record<string, unknown> | unknown[];

/**
 * RFC 6902 on a copy: unchanged parts are shared with the original, which stays as it
 * was. All or nothing.
 *
 * @throws PatchMismatch if the patch does not apply to the document
 */
export function applyPatch<Document>(document: Document, patch: readonly Operation[]): Document {
  const fresh = new Set<object>();
  let root: unknown = document;
  for (const operation of patch) root = applyOne(root, operation, fresh);
  return root as Document;
}

function applyOne(root: unknown, operation: Operation, fresh: Set<object>): unknown {
  switch (operation.op) {
    case "add":
      return put(root, operation, operation.path, operation.value, "add", fresh);
    case "replace":
      return put(root, operation, operation.path, operation.value, "replace", fresh);
    case "remove":
      return remove(root, operation, operation.path, fresh);
    case "move": {
      if (operation.path.startsWith(operation.from + "/")) {
        throw new PatchMismatch(operation, "a value cannot move into itself");
      }
      const value = read(root, operation, operation.from);
      return put(remove(root, operation, operation.from, fresh), operation, operation.path, value, "add", fresh);
    }
    case "copy":
      return put(root, operation, operation.path, structuredClone(read(root, operation, operation.from)), "add", fresh);
    case "test":
      if (!same(read(root, operation, operation.path), operation.value)) {
        throw new PatchMismatch(operation, "holds another value");
      }
      return root;
  }
}

function tokens(pointer: string, operation: Operation): string[] {
  if (pointer === "") return [];
  if (!pointer.startsWith("/")) throw new PatchMismatch(operation, "not a JSON pointer");
  return pointer
    .slice(1)
    .split("/")
    .map((token) => token.replaceAll("~1", "/").replaceAll("~0", "~"));
}

function read(root: unknown, operation: Operation, pointer: string): unknown {
  let value = root;
  for (const token of tokens(pointer, operation)) value = child(value, token, operation);
  return value;
}

function child(parent: unknown, token: string, operation: Operation): unknown {
  if (Array.isArray(parent)) return parent[index(token, parent.length - 1, operation)];
  if (isObject(parent) && Object.hasOwn(parent, token)) return parent[token];
  throw new PatchMismatch(operation, `there is no ${token}`);
}

function put(
  root: unknown,
  operation: Operation,
  pointer: string,
  value: unknown,
  how: "add" | "replace",
  fresh: Set<object>,
): unknown {
  const path = tokens(pointer, operation);
  const last = path.pop();
  if (last === undefined) return value;
  const [top, parent] = own(root, path, operation, fresh);
  if (Array.isArray(parent)) {
    if (how === "replace") parent[index(last, parent.length - 1, operation)] = value;
    else if (last === "-") parent.push(value);
    else parent.splice(index(last, parent.length, operation), 0, value);
  } else {
    if (how === "replace" && !Object.hasOwn(parent, last)) {
      throw new PatchMismatch(operation, `there is no ${last}`);
    }
    define(parent, last, value);
  }
  return top;
}

function remove(root: unknown, operation: Operation, pointer: string, fresh: Set<object>): unknown {
  const path = tokens(pointer, operation);
  const last = path.pop();
  if (last === undefined) throw new PatchMismatch(operation, "the whole document cannot be removed");
  const [top, parent] = own(root, path, operation, fresh);
  if (Array.isArray(parent)) {
    parent.splice(index(last, parent.length - 1, operation), 1);
  } else {
    if (!Object.hasOwn(parent, last)) throw new PatchMismatch(operation, `there is no ${last}`);
    delete parent[last];
  }
  return top;
}

/** Copies every container on the way that is still shared with the original; the top, and the container at the path. */
function own(root: unknown, path: string[], operation: Operation, fresh: Set<object>): [unknown, Container] {
  const top = thaw(root, operation, fresh);
  let parent = top;
  for (const token of path) {
    const next = thaw(child(parent, token, operation), operation, fresh);
    if (Array.isArray(parent)) parent[Number(token)] = next;
    else define(parent, token, next);
    parent = next;
  }
  return [top, parent];
}

function thaw(value: unknown, operation: Operation, fresh: Set<object>): Container {
  if (!isObject(value) && !Array.isArray(value)) throw new PatchMismatch(operation, "not a container");
  if (fresh.has(value)) return value;
  const copy: Container = Array.isArray(value) ? [...value] : { ...value };
  fresh.add(copy);
  return copy;
}

/** As an own member, whatever its name: a plain assignment of `__proto__` would not be one. */
function define(parent: Record<string, unknown>, name: string, value: unknown): void {
  Object.defineProperty(parent, name, { value, writable: true, enumerable: true, configurable: true });
}

function index(token: string, most: number, operation: Operation): number {
  if (!/^(0|[1-9][0-9]*)$/.test(token) || Number(token) > most) {
    throw new PatchMismatch(operation, `there is no index ${token}`);
  }
  return Number(token);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Whether two values of JSON are equal. */
export function same(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (Array.isArray(left) && Array.isArray(right)) {
    return left.length === right.length && left.every((item, i) => same(item, right[i]));
  }
  if (!isObject(left) || !isObject(right)) return false;
  const names = Object.keys(left);
  return (
    names.length === Object.keys(right).length &&
    names.every((name) => Object.hasOwn(right, name) && same(left[name], right[name]))
  );
}
