import type { Build } from "./pokemon-parts.js";

/** Words in names that say how a creature is built, the first that fits decides. */
const BUILDS: readonly (readonly [RegExp, Build["plan"], Build["ears"]])[] = [
  [/crow|raven|magpie|sparrow|pigeon|kite|heron|gander|crane|vane|dove|shearwing/i, "bird", "tuft"],
  [/owl/i, "bird", "horns"],
  [/moth|bug|beetle|flitter|crab/i, "bug", "antennae"],
  [/eel|leech|wyrm|drake|wyvern|lurcher/i, "serpent", "horns"],
  [/fin\b|fin$|puff|snail/i, "swimmer", "round"],
  [/hare|hopper/i, "upright", "long"],
  [/stag|fawn|deer|antler|goat|ram\b|cragram|woolgather|bellwether/i, "walker", "horns"],
  [/mouse|gossamouse|rat\b|larderrat|mole|delve|vole|bat\b|echobat/i, "round", "round"],
  [/toad|newt|tortoise|sapling|marshqueen/i, "round", "round"],
  [/pup|hound|vixen|mutt|kit$|lynx|cat$|leopard|marten|otter|mink|spark|foal|mare$/i, "walker", "pointed"],
  [/bear|boar|hog|marshal|bard/i, "upright", "round"],
];

/** The build that a name speaks of: a crow is a bird. Undefined for a name that says nothing. */
export function buildOfName(name: string): Pick<Build, "plan" | "ears"> | undefined {
  const found = BUILDS.find(([word]) => word.test(name));
  return found && { plan: found[1], ears: found[2] };
}

/** Words in names of things, with the place of the drawing among those of items. */
const THINGS: readonly (readonly [RegExp, number])[] = [
  [/kettle|jar|tea|incense|supper|bucket/i, 0],
  [/basket|satchel|tray|box|boots/i, 1],
  [/lantern|lamp|dynamo/i, 2],
  [/guide|album|notice|sifter|mask/i, 3],
  [/bell/i, 4],
  [/whistle/i, 10],
  [/mallet|wire|claw|stick/i, 5],
  [/bandage/i, 9],
  [/vest|cloak|scarf|collar/i, 7],
  [/rope|spool|beads|acorn|thimble/i, 8],
];

/** Which drawing shows a thing of that name; undefined for a name that says nothing. */
export function thingOfName(name: string): number | undefined {
  return THINGS.find(([word]) => word.test(name))?.[1];
}
