import { expect, it } from "vitest";
import { Selection } from "../src/lib/selection.svelte.js";

it("keeps what is dragged when a new state clears it, until the drag ends", () => {
  const selection = new Selection();
  selection.selected = selection.dragged = "7";
  selection.clear();
  expect(selection.selected).toBe("7");

  selection.dragged = undefined;
  selection.clear();
  expect(selection.selected).toBeUndefined();
});
