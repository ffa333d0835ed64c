import type { ArtHint, EnergyType, PokemonDefinition } from "@menagerie/client";
import { SeededRandom } from "./seeded-random.js";
import { buildOfName } from "./art-words.js";
import { mixed, TONES } from "./palette.js";
import {
  type Build,
  type Coat,
  arm,
  bubbles,
  crest,
  ears,
  face,
  fin,
  foot,
  leg,
  marks,
  shape,
  spine,
  stroke,
  tail,
  talon,
  wing,
} from "./pokemon-parts.js";

const GROWTH: Record<PokemonDefinition["stage"], number> = { basic: 0.8, stage_1: 0.9, stage_2: 0.97 };

/** A creature: its build by its line (the name of its Basic), its colors and small differences by its own card. */
export function pokemonArt(
  card: PokemonDefinition,
  line: string,
  hint: ArtHint | undefined,
  own: SeededRandom,
): string {
  const family = new SeededRandom(line);
  const type = card.types[0] ?? "colorless";
  const coat = painted(coatOf(type, family, own), hint?.palette ?? []);
  const build = {
    ...buildOf(type, family, own),
    ...(buildOfName(line) ?? buildOfName(card.name)),
    ...buildOfHint(hint),
  };
  const grown = card.stage === "basic" ? 0 : card.stage === "stage_1" ? 1 : 2;
  const size = GROWTH[card.stage] * own.between(0.97, 1.04);
  const body = bodies[build.plan](coat, build, grown, type, own);
  const flip = own.chance(0.5) ? -1 : 1;
  return `<g transform="translate(100 134) scale(${(size * flip).toFixed(3)} ${size.toFixed(3)}) rotate(${build.lean})" stroke-linejoin="round" stroke-linecap="round">${body}</g>`;
}

function buildOfHint(hint: ArtHint | undefined): Partial<Build> {
  const plan = hint?.shape && hint.shape in bodies ? (hint.shape as Build["plan"]) : undefined;
  return { ...(plan && { plan }), ...(hint?.ears && { ears: hint.ears }) };
}

/** A coat in the colors of a palette: its first is the whole, its second the details. */
function painted(coat: Coat, palette: readonly string[]): Coat {
  const [main, accent] = palette;
  return {
    ...coat,
    ...(main && { main, dark: mixed(main, 0, 0.3), light: mixed(main, 255, 0.45), line: mixed(main, 0, 0.65) }),
    ...(accent && { accent }),
  };
}

function coatOf(type: EnergyType, family: SeededRandom, own: SeededRandom): Coat {
  const tone = TONES[type];
  const hue = tone.hue + family.between(-16, 16) + own.between(-4, 4);
  const sat = tone.saturation + family.between(-8, 8);
  const bright = (type === "darkness" ? 40 : type === "metal" ? 60 : 56) + family.between(-5, 7);
  const far = hue + family.pick([150, 180, 210, 40, -40]);
  const hsl = (h: number, s: number, l: number): string =>
    `hsl(${Math.round((h + 360) % 360)} ${Math.round(Math.max(0, Math.min(100, s)))}% ${Math.round(l)}%)`;
  return {
    main: hsl(hue, sat, bright),
    dark: hsl(hue - 6, sat * 0.95, bright - 17),
    light: hsl(hue + 12, sat * 0.7, Math.min(92, bright + 28)),
    accent: hsl(far, 52, 60),
    line: hsl(hue - 10, sat * 0.6, 20),
  };
}

function buildOf(type: EnergyType, family: SeededRandom, own: SeededRandom): Build {
  const plans: Record<EnergyType, Build["plan"][]> = {
    grass: ["round", "walker", "bug", "upright", "serpent"],
    fire: ["walker", "upright", "bird", "round", "serpent"],
    water: ["swimmer", "round", "serpent", "swimmer", "upright"],
    lightning: ["walker", "bird", "round", "bug", "upright"],
    psychic: ["round", "upright", "swimmer", "bird", "serpent"],
    fighting: ["upright", "walker", "upright", "round", "bug"],
    darkness: ["bird", "walker", "serpent", "upright", "round"],
    metal: ["bug", "walker", "round", "upright", "swimmer"],
    fairy: ["round", "bird", "upright", "walker", "bug"],
    dragon: ["serpent", "walker", "upright", "serpent", "bird"],
    colorless: ["bird", "walker", "round", "upright", "swimmer"],
  };
  return {
    plan: family.pick(plans[type]),
    ears: family.pick(["pointed", "round", "long", "horns", "antennae", "tuft"] as const),
    tail: family.chance(0.8),
    marks: family.pick(["spots", "stripes", "belly", "mask"] as const),
    eyes: family.pick(["bright", "bright", "dots", "calm"] as const),
    lean: own.between(-3, 3),
  };
}

type Body = (coat: Coat, build: Build, grown: number, type: EnergyType, own: SeededRandom) => string;

/** Each begins at 0 and is drawn upwards, some 90 high. */
const bodies: Record<Build["plan"], Body> = {
  round: (coat, build, grown, type, own) =>
    (build.tail ? tail(type, coat, 34, -26, 0.9 + grown * 0.2) : "") +
    foot(coat, -20, 0) +
    foot(coat, 20, 0) +
    ears(build, coat, 0, -72, 26, grown) +
    shape("M0 -86C30 -86 44 -62 44 -38C44 -14 26 -2 0 -2C-26 -2 -44 -14 -44 -38C-44 -62 -30 -86 0 -86z", coat) +
    marks(build, coat, 0, -36, 30, own) +
    arm(coat, -40, -34, 24) +
    arm(coat, 40, -34, -24) +
    crest(grown, coat, 0, -86) +
    face(build, coat, 0, -56, 1.15),
  walker: (coat, build, grown, type, own) =>
    (build.tail ? tail(type, coat, 44, -44, 1 + grown * 0.25) : "") +
    leg(coat, 34, -30, true) +
    leg(coat, -12, -30, true) +
    spine(grown, coat, 16, -58, 46) +
    shape("M-36 -52C-20 -66 34 -66 46 -46C52 -30 42 -16 22 -16H-20C-38 -18 -46 -38 -36 -52z", coat) +
    marks(build, coat, 10, -40, 24, own) +
    leg(coat, 24, -26, false) +
    leg(coat, -24, -26, false) +
    ears(build, coat, -34, -84, 21, grown) +
    shape(
      "M-34 -96C-12 -96 -4 -80 -6 -66C-8 -50 -22 -44 -36 -44C-54 -44 -64 -54 -62 -70C-60 -86 -50 -96 -34 -96z",
      coat,
    ) +
    crest(grown, coat, -34, -96) +
    face(build, coat, -37, -70, 0.92),
  bird: (coat, build, grown, type, own) =>
    tail(type, coat, 30, -18, 0.8) +
    talon(coat, -10) +
    talon(coat, 12) +
    wing(coat, 30, -52, 1 + grown * 0.32, 1) +
    shape("M-4 -92C24 -92 40 -66 36 -36C34 -16 18 -8 0 -8C-20 -8 -36 -18 -36 -40C-36 -68 -28 -92 -4 -92z", coat) +
    marks({ ...build, marks: build.marks === "mask" ? "belly" : build.marks }, coat, -2, -34, 26, own) +
    wing(coat, -32, -50, 0.9 + grown * 0.3, -1) +
    ears({ ...build, ears: build.ears === "long" ? "tuft" : build.ears }, coat, -2, -86, 18, grown) +
    crest(grown, coat, -3, -92) +
    face(build, coat, -5, -64, 0.95) +
    `<path d="M-12 -56L-5 -46L2 -56z" fill="${coat.accent}" stroke="${coat.line}" stroke-width="2"/>`,
  serpent: (coat, build, grown, type, own) => {
    const path = "M44 -6C6 2 -40 -2 -36 -24C-32 -44 30 -34 28 -56C27 -66 8 -70 -8 -72";
    const width = 24 + grown * 3;
    let plates = "";
    for (const [x, y] of [
      [-20, -6],
      [6, -3],
      [-26, -34],
      [2, -41],
      [24, -52],
    ] as const) {
      plates += `<circle cx="${x}" cy="${y}" r="${4 + own.next() * 2}" fill="${coat.light}" opacity=".75"/>`;
    }
    return (
      tail(type, coat, 44, -8, 0.8 + grown * 0.15) +
      stroke(path, coat.line, width + 4.5) +
      stroke(path, coat.main, width) +
      stroke(path, coat.light, 5, ".35") +
      plates +
      (grown > 0 ? wing(coat, 22, -60, 0.6 + grown * 0.25, 1) : "") +
      ears(build, coat, -16, -90, 19, grown) +
      shape(
        "M-14 -106C8 -106 16 -90 12 -76C8 -62 -6 -58 -18 -58C-34 -58 -42 -68 -40 -80C-38 -96 -30 -106 -14 -106z",
        coat,
      ) +
      crest(grown, coat, -14, -106) +
      face(build, coat, -17, -82, 0.88)
    );
  },
  swimmer: (coat, build, grown, type, own) =>
    `<g transform="translate(0 -8)">` +
    fin(coat, 46, -44, 1.1 + grown * 0.2, 8) +
    fin(coat, 0, -80, 0.9 + grown * 0.25, -78) +
    shape("M-52 -42C-48 -72 -14 -84 16 -74C38 -66 52 -52 54 -42C50 -28 34 -14 8 -10C-24 -8 -52 -18 -52 -42z", coat) +
    marks(build, coat, 14, -38, 24, own) +
    fin(coat, 8, -24, 0.7, 60) +
    ears({ ...build, ears: build.ears === "long" ? "antennae" : build.ears }, coat, -26, -72, 15, grown) +
    crest(grown, coat, -20, -76) +
    face(build, coat, -27, -46, 1) +
    bubbles(type, own) +
    `</g>`,
  upright: (coat, build, grown, type, own) =>
    (build.tail ? tail(type, coat, 24, -18, 0.9 + grown * 0.2) : "") +
    arm(coat, 28, -46, -38 + grown * -14) +
    foot(coat, -15, 0) +
    foot(coat, 15, 0) +
    shape("M0 -64C22 -64 30 -42 28 -22C26 -8 14 -3 0 -3C-14 -3 -26 -8 -28 -22C-30 -42 -22 -64 0 -64z", coat) +
    marks({ ...build, marks: build.marks === "mask" ? "belly" : build.marks }, coat, 0, -28, 20, own) +
    arm(coat, -28, -46, 38 + grown * 14) +
    ears(build, coat, 0, -98, 22, grown) +
    shape("M0 -112C22 -112 34 -98 33 -82C32 -66 18 -57 0 -57C-18 -57 -32 -66 -33 -82C-34 -98 -22 -112 0 -112z", coat) +
    crest(grown, coat, 0, -112) +
    face(build, coat, 0, -82, 1),
  bug: (coat, build, grown, type, own) =>
    (grown > 0 ? wing(coat, 24, -60, 0.75 + grown * 0.25, 1) + wing(coat, -6, -64, 0.75 + grown * 0.25, -1) : "") +
    [-16, 4, 24].map((x) => stroke(`M${x} -22L${x - 6} -8L${x - 10} 0`, coat.line, 4)).join("") +
    (build.tail ? tail(type, coat, 50, -34, 0.7) : "") +
    shape(
      "M34 -58C52 -58 58 -44 56 -32C54 -20 42 -14 32 -16C20 -18 14 -28 16 -40C18 -52 24 -58 34 -58z",
      coat,
      coat.dark,
    ) +
    shape("M4 -66C26 -66 34 -50 32 -36C30 -22 18 -14 2 -14C-14 -14 -24 -24 -24 -38C-24 -54 -14 -66 4 -66z", coat) +
    marks(build, coat, 6, -38, 18, own) +
    [-24, -4, 16].map((x) => stroke(`M${x} -22L${x - 8} -10L${x - 12} 0`, coat.line, 4.5)).join("") +
    ears({ ...build, ears: "antennae" }, coat, -28, -76, 16, grown) +
    shape(
      "M-28 -88C-10 -88 -2 -74 -4 -62C-6 -48 -16 -42 -30 -42C-46 -42 -54 -52 -54 -64C-54 -78 -44 -88 -28 -88z",
      coat,
    ) +
    crest(grown, coat, -28, -88) +
    face(build, coat, -31, -66, 0.9),
};
