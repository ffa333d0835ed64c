import { expect, test } from "vitest";
import { buildOfName, thingOfName } from "../src/lib/art-words.js";

test("a creature is built as its name says", () => {
  expect(buildOfName("Conductor Crow")?.plan).toBe("bird");
  expect(buildOfName("Inkeel")?.plan).toBe("serpent");
  expect(buildOfName("Rivetbeetle")?.plan).toBe("bug");
  expect(buildOfName("Crumbmouse")?.plan).toBe("round");
  expect(buildOfName("Lanternhare ex")).toEqual({ plan: "upright", ears: "long" });
  expect(buildOfName("Torrentfin")?.plan).toBe("swimmer");
  expect(buildOfName("Nullcap")).toBeUndefined();
});

test("a thing is drawn as its name says", () => {
  expect(thingOfName("Soft Bandage")).toBe(9);
  expect(thingOfName("Keen Whistle")).toBe(10);
  expect(thingOfName("Recall Bell")).toBe(4);
  expect(thingOfName("Old Lantern")).toBe(2);
  expect(thingOfName("Light Step")).toBeUndefined();
});
