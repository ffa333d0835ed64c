import { artOf } from "../src/lib/art.js";
import { ENERGY_TYPES, type CardDefinition } from "@menagerie/client";
const body = document.body;
const add = (card: CardDefinition, family: string): void => {
  const div = document.createElement("div");
  div.className = "a";
  div.innerHTML = artOf(card, family);
  body.append(div);
};
for (const type of ENERGY_TYPES) {
  for (let i = 0; i < 3; i++)
    for (const stage of ["basic", "stage_1", "stage_2"] as const)
      add({ type: "pokemon", id: `${type}-${i}-${stage}`, name: "x", stage, hp: 60, types: [type], retreat: 1, attacks: [], abilities: [], tags: [], rule_box: i === 2 && stage === "stage_2" ? "ex" : null }, `${type}${i}x`);
}
for (const kind of ["item", "supporter", "stadium", "tool"] as const)
  for (let i = 0; i < 5; i++) add({ type: "trainer", id: `${kind}${i}`, name: "x", kind, abilities: [], tags: [] }, "");
for (const type of ENERGY_TYPES) add({ type: "energy", id: `e-${type}`, name: "x", basic: true, provides: [[type]], abilities: [], tags: [] }, "");
add({ type: "energy", id: `e-dual`, name: "x", basic: false, provides: [["fire", "water"]], abilities: [], tags: [] }, "");
