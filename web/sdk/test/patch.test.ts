import { describe, expect, it } from "vitest";
import { applyPatch, PatchMismatch } from "../src/patch.js";

describe("a patch", () => {
  it("adds, replaces and removes members and elements", () => {
    const before = { a: [1, 2, 3], b: { c: "x" }, gone: true };
    const after = applyPatch<unknown>(before, [
      { op: "add", path: "/a/1", value: 9 },
      { op: "add", path: "/a/-", value: 4 },
      { op: "replace", path: "/b/c", value: "y" },
      { op: "remove", path: "/gone" },
      { op: "remove", path: "/a/0" },
    ]);
    expect(after).toEqual({ a: [9, 2, 3, 4], b: { c: "y" } });
    expect(before).toEqual({ a: [1, 2, 3], b: { c: "x" }, gone: true });
  });

  it("moves, copies and tests", () => {
    const after = applyPatch<unknown>({ hand: [{ id: 1 }, { id: 2 }], bench: [] }, [
      { op: "test", path: "/hand/0", value: { id: 1 } },
      { op: "move", from: "/hand/0", path: "/bench/-" },
      { op: "copy", from: "/hand/0", path: "/top" },
    ]);
    expect(after).toEqual({ hand: [{ id: 2 }], bench: [{ id: 1 }], top: { id: 2 } });
  });

  it("replaces the whole document", () => {
    expect(applyPatch<unknown>({ a: 1 }, [{ op: "replace", path: "", value: [] }])).toEqual([]);
  });

  it("reads escaped names", () => {
    expect(
      applyPatch<unknown>({ "a/b": 1, "m~n": 2 }, [
        { op: "remove", path: "/a~1b" },
        { op: "replace", path: "/m~0n", value: 3 },
      ]),
    ).toEqual({ "m~n": 3 });
  });

  it("shares what it does not touch", () => {
    const before = { touched: { x: 1 }, kept: { y: 1 } };
    const after = applyPatch(before, [{ op: "replace", path: "/touched/x", value: 2 }]);
    expect(after.kept).toBe(before.kept);
    expect(after.touched).not.toBe(before.touched);
  });

  it.each([
    { op: "replace", path: "/missing", value: 1 },
    { op: "remove", path: "/a/5" },
    { op: "add", path: "/a/01", value: 1 },
    { op: "add", path: "/a/4", value: 1 },
    { op: "test", path: "/a/0", value: 9 },
    { op: "add", path: "nonsense", value: 1 },
    { op: "move", from: "/a", path: "/a/0" },
  ] as const)("that does not fit is refused: $op $path", (operation) => {
    const before = { a: [1, 2, 3] };
    expect(() => applyPatch<unknown>(before, [{ op: "remove", path: "/a/0" }, operation])).toThrow(PatchMismatch);
    expect(before).toEqual({ a: [1, 2, 3] });
  });

  it("cannot reach a prototype", () => {
    const after = applyPatch<Record<string, unknown>>({}, [{ op: "add", path: "/__proto__", value: { bad: true } }]);
    expect(({} as Record<string, unknown>)["bad"]).toBeUndefined();
    expect(Object.getPrototypeOf(after)).toBe(Object.prototype);
    expect(() => applyPatch<unknown>({}, [{ op: "add", path: "/constructor/bad", value: 1 }])).toThrow(PatchMismatch);
  });

  it("and the differences it was made from agree, whatever they are", () => {
    const seed = Date.now() % 100_000;
    let state = seed;
    const roll = (sides: number): number => {
      state = (state * 48271) % 2147483647;
      return state % sides;
    };
    for (let round = 0; round < 300; round++) {
      const before = { list: Array.from({ length: roll(6) }, () => roll(9)), map: { a: roll(3), b: roll(3) } };
      const list = [...before.list];
      const patch: Parameters<typeof applyPatch>[1][number][] = [];
      for (let step = 0; step < 5; step++) {
        if (list.length > 0 && roll(2)) {
          const at = roll(list.length);
          list.splice(at, 1);
          patch.push({ op: "remove", path: `/list/${at}` });
        } else {
          const at = roll(list.length + 1);
          const value = roll(100);
          list.splice(at, 0, value);
          patch.push({ op: "add", path: `/list/${at}`, value });
        }
      }
      expect(applyPatch(before, patch).list, `seed ${seed}, round ${round}`).toEqual(list);
    }
  });
});
