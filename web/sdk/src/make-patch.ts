import type { PatchOperation } from "./wire.js";

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const pointer = (path: string, name: string): string => `${path}/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`;

/** RFC 6902 operations that turn one document into another; lists of different lengths are replaced whole. */
export function makePatch(before: unknown, after: unknown, path = ""): PatchOperation[] {
  if (Object.is(before, after)) return [];
  if (Array.isArray(before) && Array.isArray(after) && before.length === after.length)
    return before.flatMap((element, index) => makePatch(element, after[index], `${path}/${index}`));
  if (!isObject(before) || !isObject(after)) return [{ op: "replace", path, value: after }];
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].flatMap((name): PatchOperation[] => {
    const at = pointer(path, name);
    if (!(name in after)) return [{ op: "remove", path: at }];
    if (!(name in before)) return [{ op: "add", path: at, value: after[name] }];
    return makePatch(before[name], after[name], at);
  });
}
