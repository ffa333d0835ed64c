import type { EnergyType, PokemonDefinition } from "@menagerie/client";
import type { Dice } from "./chance.js";
import { TONES } from "./palette.js";

interface Coat {
  main: string;
  dark: string;
  light: string;
  accent: string;
  line: string;
}

interface Build {
  plan: "round" | "walker" | "bird" | "serpent" | "swimmer" | "upright" | "bug";
  ears: "pointed" | "round" | "long" | "horns" | "antennae" | "tuft";
  tail: boolean;
  marks: "spots" | "stripes" | "belly" | "mask";
  eyes: "bright" | "dots" | "calm";
  lean: number;
}

const GROWTH: Record<PokemonDefinition["stage"], number> = { basic: 0.8, stage_1: 0.9, stage_2: 0.97 };

/** A creature: its build by its family, its colours and small differences by its own card. */
export function creature(card: PokemonDefinition, family: Dice, own: Dice): string {
  const type = card.types[0] ?? "colorless";
  const coat = coatOf(type, family, own);
  const build = buildOf(type, family, own);
  const grown = card.stage === "basic" ? 0 : card.stage === "stage_1" ? 1 : 2;
  const size = GROWTH[card.stage] * own.between(0.97, 1.04);
  const body = bodies[build.plan](coat, build, grown, type, own);
  const flip = own.chance(0.5) ? -1 : 1;
  return `<g transform="translate(100 134) scale(${(size * flip).toFixed(3)} ${size.toFixed(3)}) rotate(${build.lean})" stroke-linejoin="round" stroke-linecap="round">${body}</g>`;
}

function coatOf(type: EnergyType, family: Dice, own: Dice): Coat {
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

function buildOf(type: EnergyType, family: Dice, own: Dice): Build {
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

type Body = (coat: Coat, build: Build, grown: number, type: EnergyType, own: Dice) => string;

/** Each stands on 0 and is drawn upwards, some 90 high. */
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
    shape("M-34 -96C-12 -96 -4 -80 -6 -66C-8 -50 -22 -44 -36 -44C-54 -44 -64 -54 -62 -70C-60 -86 -50 -96 -34 -96z", coat) +
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
    for (const [x, y] of [[-20, -6], [6, -3], [-26, -34], [2, -41], [24, -52]] as const) {
      plates += `<circle cx="${x}" cy="${y}" r="${4 + own.next() * 2}" fill="${coat.light}" opacity=".75"/>`;
    }
    return (
      tail(type, coat, 44, -8, 0.8 + grown * 0.15) +
      stroke(path, coat.line, width + 4.500) +
      stroke(path, coat.main, width) +
      stroke(path, coat.light, 5, ".35") +
      plates +
      (grown > 0 ? wing(coat, 22, -60, 0.6 + grown * 0.25, 1) : "") +
      ears(build, coat, -16, -90, 19, grown) +
      shape("M-14 -106C8 -106 16 -90 12 -76C8 -62 -6 -58 -18 -58C-34 -58 -42 -68 -40 -80C-38 -96 -30 -106 -14 -106z", coat) +
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
    shape("M34 -58C52 -58 58 -44 56 -32C54 -20 42 -14 32 -16C20 -18 14 -28 16 -40C18 -52 24 -58 34 -58z", coat, coat.dark) +
    shape("M4 -66C26 -66 34 -50 32 -36C30 -22 18 -14 2 -14C-14 -14 -24 -24 -24 -38C-24 -54 -14 -66 4 -66z", coat) +
    marks(build, coat, 6, -38, 18, own) +
    [-24, -4, 16].map((x) => stroke(`M${x} -22L${x - 8} -10L${x - 12} 0`, coat.line, 4.500)).join("") +
    ears({ ...build, ears: "antennae" }, coat, -28, -76, 16, grown) +
    shape("M-28 -88C-10 -88 -2 -74 -4 -62C-6 -48 -16 -42 -30 -42C-46 -42 -54 -52 -54 -64C-54 -78 -44 -88 -28 -88z", coat) +
    crest(grown, coat, -28, -88) +
    face(build, coat, -31, -66, 0.9),
};

function shape(path: string, coat: Coat, fill = coat.main): string {
  return `<path d="${path}" fill="${fill}" stroke="${coat.line}" stroke-width="2.600"/>`;
}

function stroke(path: string, colour: string, width: number, opacity = "1"): string {
  return `<path d="${path}" fill="none" stroke="${colour}" stroke-width="${width}" opacity="${opacity}"/>`;
}

function face(build: Build, coat: Coat, x: number, y: number, scale: number): string {
  const eye = (side: number): string => {
    const ex = side * 12;
    switch (build.eyes) {
      case "bright":
        return `<ellipse cx="${ex}" cy="0" rx="6" ry="7.500" fill="#fffdf6" stroke="${coat.line}" stroke-width="1.600"/><ellipse cx="${ex - 0.8}" cy="1" rx="3.600" ry="5" fill="${coat.line}"/><circle cx="${ex + 0.8}" cy="-1.800" r="1.700" fill="#fff"/>`;
      case "dots":
        return `<ellipse cx="${ex}" cy="0" rx="3.600" ry="4.800" fill="${coat.line}"/><circle cx="${ex + 1.2}" cy="-1.800" r="1.300" fill="#fff"/>`;
      case "calm":
        return `<path d="M${ex - 5} 0Q${ex} -6 ${ex + 5} 0Q${ex} 5.500 ${ex - 5} 0z" fill="#fffdf6" stroke="${coat.line}" stroke-width="1.600"/><circle cx="${ex}" cy="-.2" r="2.700" fill="${coat.line}"/>`;
    }
  };
  const mask =
    build.marks === "mask"
      ? `<path d="M-22 -2Q0 -14 22 -2Q20 12 10 9Q0 4 -10 9Q-20 12 -22 -2z" fill="${coat.dark}" opacity=".8"/>`
      : "";
  const beaked = build.plan === "bird";
  return (
    `<g transform="translate(${x} ${y}) scale(${scale})">${mask}` +
    `<ellipse cx="-19" cy="9" rx="4.500" ry="2.800" fill="${coat.accent}" opacity=".65"/><ellipse cx="19" cy="9" rx="4.500" ry="2.800" fill="${coat.accent}" opacity=".65"/>` +
    eye(-1) +
    eye(1) +
    (beaked ? "" : `<path d="M-5 10Q0 15 5 10" fill="none" stroke="${coat.line}" stroke-width="2.200"/>`) +
    `</g>`
  );
}

function ears(build: Build, coat: Coat, x: number, y: number, spread: number, grown: number): string {
  const longer = 1 + grown * 0.22;
  const one = (side: number): string => {
    const place = `translate(${x + side * spread} ${y}) scale(${side * longer} ${longer})`;
    const both = (outer: string, inner: string): string =>
      `<g transform="${place}">${shape(outer, coat)}<path d="${inner}" fill="${coat.light}" opacity=".8"/></g>`;
    switch (build.ears) {
      case "pointed":
        return both("M-12 8L6 -24L14 14z", "M-5 5L5 -15L9 9z");
      case "round":
        return both("M-10 8A13 13 0 1 1 14 4z", "M-5 4A8 8 0 1 1 9 2z");
      case "long":
        return both("M-9 10C-12 -18 2 -44 11 -40C20 -34 14 -6 8 12z", "M-3 5C-5 -14 4 -32 9 -30C13 -26 9 -6 5 7z");
      case "horns":
        return `<g transform="${place}"><path d="M-8 8C-4 -6 4 -12 14 -22C16 -6 12 4 6 12z" fill="${coat.light}" stroke="${coat.line}" stroke-width="2.400"/></g>`;
      case "antennae":
        return `<g transform="${place}">${stroke("M-4 8C0 -14 8 -20 14 -24", coat.line, 3)}<circle cx="15" cy="-26" r="5" fill="${coat.accent}" stroke="${coat.line}" stroke-width="2"/></g>`;
      case "tuft":
        return `<g transform="${place}">${shape("M-12 10C-8 -8 4 -16 16 -18C12 -12 14 -8 18 -6C12 -4 12 2 14 8z", coat, coat.dark)}</g>`;
    }
  };
  return one(-1) + one(1);
}

/** What growing up adds on top of the head. */
function crest(grown: number, coat: Coat, x: number, y: number): string {
  if (grown === 0) return "";
  const spike = (dx: number, height: number, tilt: number): string =>
    `<path d="M${x + dx - 6} ${y + 4}L${x + dx + tilt} ${y - height}L${x + dx + 6} ${y + 4}z" fill="${coat.accent}" stroke="${coat.line}" stroke-width="2.200"/>`;
  return grown === 1 ? spike(0, 14, 2) : spike(-11, 13, -5) + spike(11, 13, 5) + spike(0, 22, 0);
}

function spine(grown: number, coat: Coat, x: number, y: number, width: number): string {
  let out = "";
  for (let i = 0; i <= grown; i++) {
    const at = x - width / 3 + (i * width) / 3;
    out += `<path d="M${at - 8} ${y + 6}L${at + 5} ${y - 12}L${at + 10} ${y + 6}z" fill="${coat.accent}" stroke="${coat.line}" stroke-width="2.200"/>`;
  }
  return out;
}

function marks(build: Build, coat: Coat, x: number, y: number, reach: number, own: Dice): string {
  switch (build.marks) {
    case "belly":
    case "mask":
      return `<ellipse cx="${x}" cy="${y + reach * 0.3}" rx="${reach * 0.72}" ry="${reach * 0.66}" fill="${coat.light}" opacity=".85"/>`;
    case "spots": {
      let out = "";
      for (let i = 0; i < 6; i++) {
        const angle = own.between(0, Math.PI * 2);
        const far = own.between(0.25, 0.95) * reach;
        out += `<circle cx="${(x + Math.cos(angle) * far).toFixed(1)}" cy="${(y + 8 + Math.sin(angle) * far * 0.55).toFixed(1)}" r="${own.between(2.5, 5).toFixed(1)}" fill="${coat.dark}" opacity=".7"/>`;
      }
      return out;
    }
    case "stripes":
      return [-0.6, 0, 0.6]
        .map((at) =>
          stroke(
            `M${x + at * reach - 4} ${y - 4}Q${x + at * reach + 5} ${y + 8} ${x + at * reach - 3} ${y + 20}`,
            coat.dark,
            5,
            ".75",
          ),
        )
        .join("");
  }
}

function foot(coat: Coat, x: number, y: number): string {
  return `<ellipse cx="${x}" cy="${y - 4}" rx="13" ry="7" fill="${coat.dark}" stroke="${coat.line}" stroke-width="2.400"/>`;
}

function leg(coat: Coat, x: number, y: number, far: boolean): string {
  const fill = far ? coat.dark : coat.main;
  return `<path d="M${x - 9} ${y}V-4Q${x - 9} 0 ${x - 4} 0H${x + 7}Q${x + 10} -2 ${x + 8} -6L${x + 7} ${y}z" fill="${fill}" stroke="${coat.line}" stroke-width="2.400"/>`;
}

function talon(coat: Coat, x: number): string {
  return stroke(`M${x} -12V-2M${x - 7} 0L${x} -3L${x + 7} 0`, coat.line, 3.400);
}

function arm(coat: Coat, x: number, y: number, angle: number): string {
  return `<g transform="translate(${x} ${y}) rotate(${angle})"><path d="M-7 -4C-8 10 -6 20 0 22C6 20 8 10 7 -4z" fill="${coat.main}" stroke="${coat.line}" stroke-width="2.400"/></g>`;
}

function wing(coat: Coat, x: number, y: number, scale: number, side: number): string {
  return `<g transform="translate(${x} ${y}) scale(${(side * scale).toFixed(2)} ${scale.toFixed(2)})"><path d="M-6 14C-4 -16 20 -34 50 -36C46 -28 48 -24 52 -20C44 -18 44 -12 46 -7C38 -8 36 -2 36 4C28 2 24 8 20 14C12 22 -4 26 -6 14z" fill="${coat.light}" stroke="${coat.line}" stroke-width="2.400"/><path d="M4 8C12 -8 24 -18 38 -24M8 12C16 2 24 -6 34 -9" fill="none" stroke="${coat.dark}" stroke-width="2" opacity=".7"/></g>`;
}

function fin(coat: Coat, x: number, y: number, scale: number, angle: number): string {
  return `<g transform="translate(${x} ${y}) rotate(${angle}) scale(${scale.toFixed(2)})"><path d="M-4 -8C10 -22 24 -24 34 -22C28 -12 28 -4 34 10C22 14 8 12 -4 8z" fill="${coat.accent}" stroke="${coat.line}" stroke-width="2.400"/><path d="M6 -4L24 -14M6 2L24 4" stroke="${coat.line}" stroke-width="1.600" opacity=".5"/></g>`;
}

function bubbles(type: EnergyType, own: Dice): string {
  if (type !== "water") return "";
  let out = "";
  for (let i = 0; i < 4; i++) {
    out += `<circle cx="${own.whole(-86, -58)}" cy="${own.whole(-100, -40)}" r="${own.between(2, 5).toFixed(1)}" fill="#fff" opacity=".55"/>`;
  }
  return out;
}

/** A tail ends in what its type is about. */
function tail(type: EnergyType, coat: Coat, x: number, y: number, scale: number): string {
  const stem = stroke("M-8 6C10 8 20 -2 20 -16", coat.line, 11) + stroke("M-8 6C10 8 20 -2 20 -16", coat.main, 6.500);
  const tip: Partial<Record<EnergyType, string>> = {
    fire: `<path d="M20 -48C23 -38 32 -34 32 -23A12 12 0 0 1 8 -23C8 -29 11 -32 13 -35C14 -32 15 -31 17 -30C16 -38 18 -42 20 -48z" fill="#f08c2e" stroke="${coat.line}" stroke-width="2.200"/><path d="M20 -34C22 -29 26 -27 26 -22A6 6 0 0 1 14 -22C14 -26 18 -28 20 -34z" fill="#ffd86b"/>`,
    grass: `<path d="M20 -14C6 -26 10 -42 26 -50C34 -36 32 -22 20 -14z" fill="${coat.accent}" stroke="${coat.line}" stroke-width="2.200"/><path d="M20 -16C20 -28 23 -38 25 -44" fill="none" stroke="${coat.line}" stroke-width="1.600"/>`,
    lightning: `<path d="M14 -14L34 -34L24 -36L40 -58L8 -38L18 -34z" fill="#f6cf3f" stroke="${coat.line}" stroke-width="2.200"/>`,
    water: `<path d="M20 -14C4 -18 0 -34 4 -44C12 -38 16 -36 20 -30C24 -36 30 -40 38 -44C40 -32 34 -18 20 -14z" fill="${coat.light}" stroke="${coat.line}" stroke-width="2.200"/>`,
  };
  const plain = `<circle cx="20" cy="-22" r="10" fill="${coat.accent}" stroke="${coat.line}" stroke-width="2.200"/>`;
  return `<g transform="translate(${x} ${y}) scale(${scale.toFixed(2)})">${stem}${tip[type] ?? plain}</g>`;
}
