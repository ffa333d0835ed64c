import type { EnergyType } from "@menagerie/client";
import { typeOf } from "./art.js";
import { catalog } from "./services.svelte.js";

/** The symbol of an attached energy. The zone's energies have no card of their own: their type decides. */
export function energyTypeOf(card: string): EnergyType {
  const definition = catalog.get(card);
  if (definition) return typeOf(definition);
  const word = TYPES.find((type) => card.includes(type));
  return word ?? "colorless";
}

const TYPES: EnergyType[] = [
  "grass",
  "fire",
  "water",
  "lightning",
  "psychic",
  "fighting",
  "darkness",
  "metal",
  "fairy",
  "dragon",
];
