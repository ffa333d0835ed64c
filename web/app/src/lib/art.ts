import type { ArtHint, CardDefinition, EnergyType, PokemonDefinition, TrainerDefinition } from "@menagerie/client";
import { pokemonArt } from "./pokemon-art.js";
import { SeededRandom } from "./seeded-random.js";
import { GLYPHS, TONES } from "./palette.js";
import { energyArt, itemArt, stadiumArt, supporterArt } from "./trainer-art.js";

/** Pictures are wider than high; everything is drawn in this frame. */
export const ART_WIDTH = 200;
export const ART_HEIGHT = 150;

const drawn = new Map<string, string>();

/**
 * The picture of a card as SVG text, always the same for the same card. A card's family (the name
 * its line of evolution starts with) decides the build, so that a Pokémon stays recognizable as it evolves; so do the
 * hints of its author, or else those for the first of its line.
 */
export function artOf(card: CardDefinition, family: string, familyHint?: ArtHint): string {
  const hint = card.art ?? familyHint;
  const key = keyOf(card, family, familyHint);
  let art = drawn.get(key);
  if (!art) {
    art = draw(card, family, hint);
    drawn.set(key, art);
  }
  return art;
}

/** Whether the picture of a card has been drawn before, so that it costs nothing now. */
export function isDrawn(card: CardDefinition, family: string, familyHint?: ArtHint): boolean {
  return drawn.has(keyOf(card, family, familyHint));
}

function keyOf(card: CardDefinition, family: string, familyHint: ArtHint | undefined): string {
  return `${card.id}|${family}|${JSON.stringify(card.art ?? familyHint)}`;
}

export function typeOf(card: CardDefinition): EnergyType {
  switch (card.type) {
    case "pokemon":
      return card.types[0] ?? "colorless";
    case "energy": {
      const only = card.provides.length === 1 || card.basic ? card.provides[0] : undefined;
      return only?.length === 1 ? (only[0] ?? "colorless") : "colorless";
    }
    case "trainer":
      return "colorless";
  }
}

function draw(card: CardDefinition, family: string, hint: ArtHint | undefined): string {
  const random = new SeededRandom(card.id);
  switch (card.type) {
    case "pokemon":
      return frame(scenery(typeOf(card), hint?.motif, random, card) + pokemonArt(card, family, hint, random));
    case "trainer":
      return frame(backdrop(card.kind, random) + still(card, hint, random));
    case "energy":
      return frame(energyArt(card, random));
  }
}

function frame(content: string): string {
  return `<svg viewBox="0 0 ${ART_WIDTH} ${ART_HEIGHT}" preserveAspectRatio="xMidYMid slice" aria-hidden="true" focusable="false">${content}</svg>`;
}

function still(card: TrainerDefinition, hint: ArtHint | undefined, random: SeededRandom): string {
  switch (card.kind) {
    case "item":
    case "tool":
      return itemArt(card.name, hint, random);
    case "supporter":
      return supporterArt(random);
    case "stadium":
      return stadiumArt(random);
  }
}

const KIND_COLORS: Record<TrainerDefinition["kind"], [string, string]> = {
  item: ["#e6eef0", "#bfd2d8"],
  tool: ["#ece6f0", "#cbbfd8"],
  supporter: ["#f6e7d2", "#e6c7a0"],
  stadium: ["#dfeadd", "#b5cdb0"],
};

function backdrop(kind: TrainerDefinition["kind"], random: SeededRandom): string {
  const [light, deep] = KIND_COLORS[kind];
  const turn = random.integer(0, 90);
  let rays = "";
  for (let i = 0; i < 9; i++) {
    rays += `<path d="M100 75L${140} -110L${60} -110z" fill="${light}" opacity=".55" transform="rotate(${turn + i * 40} 100 75)"/>`;
  }
  return `<rect width="200" height="150" fill="${deep}"/>${rays}`;
}

/** Sky, a far ridge, a motif of the type, and ground to stand on. */
function scenery(
  type: EnergyType,
  motif: EnergyType | undefined,
  random: SeededRandom,
  card: PokemonDefinition,
): string {
  const tone = TONES[type];
  const [high, low] = tone.sky;
  const sunX = random.integer(40, 160);
  let out = `<rect width="200" height="150" fill="${low}"/>`;
  out += `<circle cx="${sunX}" cy="${random.integer(38, 58)}" r="74" fill="${high}" opacity=".6"/>`;
  out += `<circle cx="${sunX}" cy="${random.integer(34, 52)}" r="${random.integer(34, 46)}" fill="${high}"/>`;
  if (card.rule_box && card.rule_box !== "none") out += rays(card.rule_box === "mega" ? 16 : 12, high);
  out += ridge(tone.ground, random, 92, 0.35) + ridge(tone.ground, random, 106, 0.55);
  for (let i = 0; i < 9; i++) {
    const size = random.between(0.5, 1.2);
    const x = random.integer(4, 190);
    const y = random.integer(4, 92);
    const sign = motif ?? type;
    const line = sign === "grass" || sign === "metal" || sign === "fighting" || sign === "psychic";
    const paint = line ? `fill="none" stroke="${tone.frame}" stroke-width="1.500"` : `fill="${tone.frame}"`;
    out += `<path d="${GLYPHS[sign]}" ${paint} opacity="${(0.12 + random.next() * 0.12).toFixed(2)}" transform="translate(${x} ${y}) rotate(${random.integer(-30, 30)}) scale(${size.toFixed(2)}) translate(-12 -12)"/>`;
  }
  out += `<ellipse cx="100" cy="150" rx="150" ry="30" fill="${tone.ground}"/>`;
  out += `<ellipse cx="100" cy="133" rx="58" ry="7" fill="#000" opacity=".16"/>`;
  return out;
}

function ridge(color: string, random: SeededRandom, height: number, opacity: number): string {
  let path = `M0 150V${height + random.integer(-8, 8)}`;
  for (let x = 0; x < 200; x += 50) {
    path += `Q${x + 25} ${height + random.integer(-22, 10)} ${x + 50} ${height + random.integer(-8, 8)}`;
  }
  return `<path d="${path}V150z" fill="${color}" opacity="${opacity}"/>`;
}

function rays(count: number, color: string): string {
  let out = "";
  for (let i = 0; i < count; i++) {
    out += `<path d="M100 80L${106} -60L${94} -60z" fill="#fff" opacity=".5" transform="rotate(${(360 / count) * i} 100 80)"/>`;
  }
  return out + `<circle cx="100" cy="80" r="46" fill="${color}" opacity=".8"/>`;
}
