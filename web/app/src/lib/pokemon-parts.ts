import type { EnergyType } from "@menagerie/client";
import type { SeededRandom } from "./seeded-random.js";

export interface Coat {
  main: string;
  dark: string;
  light: string;
  accent: string;
  line: string;
}

export interface Build {
  plan: "round" | "walker" | "bird" | "serpent" | "swimmer" | "upright" | "bug";
  ears: "pointed" | "round" | "long" | "horns" | "antennae" | "tuft";
  tail: boolean;
  marks: "spots" | "stripes" | "belly" | "mask";
  eyes: "bright" | "dots" | "calm";
  lean: number;
}

export function shape(path: string, coat: Coat, fill = coat.main): string {
  return `<path d="${path}" fill="${fill}" stroke="${coat.line}" stroke-width="2.600"/>`;
}

export function stroke(path: string, color: string, width: number, opacity = "1"): string {
  return `<path d="${path}" fill="none" stroke="${color}" stroke-width="${width}" opacity="${opacity}"/>`;
}

export function face(build: Build, coat: Coat, x: number, y: number, scale: number): string {
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

export function ears(build: Build, coat: Coat, x: number, y: number, spread: number, grown: number): string {
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
export function crest(grown: number, coat: Coat, x: number, y: number): string {
  if (grown === 0) return "";
  const spike = (dx: number, height: number, tilt: number): string =>
    `<path d="M${x + dx - 6} ${y + 4}L${x + dx + tilt} ${y - height}L${x + dx + 6} ${y + 4}z" fill="${coat.accent}" stroke="${coat.line}" stroke-width="2.200"/>`;
  return grown === 1 ? spike(0, 14, 2) : spike(-11, 13, -5) + spike(11, 13, 5) + spike(0, 22, 0);
}

export function spine(grown: number, coat: Coat, x: number, y: number, width: number): string {
  let out = "";
  for (let i = 0; i <= grown; i++) {
    const at = x - width / 3 + (i * width) / 3;
    out += `<path d="M${at - 8} ${y + 6}L${at + 5} ${y - 12}L${at + 10} ${y + 6}z" fill="${coat.accent}" stroke="${coat.line}" stroke-width="2.200"/>`;
  }
  return out;
}

export function marks(build: Build, coat: Coat, x: number, y: number, reach: number, own: SeededRandom): string {
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

export function foot(coat: Coat, x: number, y: number): string {
  return `<ellipse cx="${x}" cy="${y - 4}" rx="13" ry="7" fill="${coat.dark}" stroke="${coat.line}" stroke-width="2.400"/>`;
}

export function leg(coat: Coat, x: number, y: number, far: boolean): string {
  const fill = far ? coat.dark : coat.main;
  return `<path d="M${x - 9} ${y}V-4Q${x - 9} 0 ${x - 4} 0H${x + 7}Q${x + 10} -2 ${x + 8} -6L${x + 7} ${y}z" fill="${fill}" stroke="${coat.line}" stroke-width="2.400"/>`;
}

export function talon(coat: Coat, x: number): string {
  return stroke(`M${x} -12V-2M${x - 7} 0L${x} -3L${x + 7} 0`, coat.line, 3.4);
}

export function arm(coat: Coat, x: number, y: number, angle: number): string {
  return `<g transform="translate(${x} ${y}) rotate(${angle})"><path d="M-7 -4C-8 10 -6 20 0 22C6 20 8 10 7 -4z" fill="${coat.main}" stroke="${coat.line}" stroke-width="2.400"/></g>`;
}

export function wing(coat: Coat, x: number, y: number, scale: number, side: number): string {
  return `<g transform="translate(${x} ${y}) scale(${(side * scale).toFixed(2)} ${scale.toFixed(2)})"><path d="M-6 14C-4 -16 20 -34 50 -36C46 -28 48 -24 52 -20C44 -18 44 -12 46 -7C38 -8 36 -2 36 4C28 2 24 8 20 14C12 22 -4 26 -6 14z" fill="${coat.light}" stroke="${coat.line}" stroke-width="2.400"/><path d="M4 8C12 -8 24 -18 38 -24M8 12C16 2 24 -6 34 -9" fill="none" stroke="${coat.dark}" stroke-width="2" opacity=".7"/></g>`;
}

export function fin(coat: Coat, x: number, y: number, scale: number, angle: number): string {
  return `<g transform="translate(${x} ${y}) rotate(${angle}) scale(${scale.toFixed(2)})"><path d="M-4 -8C10 -22 24 -24 34 -22C28 -12 28 -4 34 10C22 14 8 12 -4 8z" fill="${coat.accent}" stroke="${coat.line}" stroke-width="2.400"/><path d="M6 -4L24 -14M6 2L24 4" stroke="${coat.line}" stroke-width="1.600" opacity=".5"/></g>`;
}

export function bubbles(type: EnergyType, own: SeededRandom): string {
  if (type !== "water") return "";
  let out = "";
  for (let i = 0; i < 4; i++) {
    out += `<circle cx="${own.integer(-86, -58)}" cy="${own.integer(-100, -40)}" r="${own.between(2, 5).toFixed(1)}" fill="#fff" opacity=".55"/>`;
  }
  return out;
}

/** A tail ends in what its type is about. */
export function tail(type: EnergyType, coat: Coat, x: number, y: number, scale: number): string {
  const stem = stroke("M-8 6C10 8 20 -2 20 -16", coat.line, 11) + stroke("M-8 6C10 8 20 -2 20 -16", coat.main, 6.5);
  const tip: Partial<Record<EnergyType, string>> = {
    fire: `<path d="M20 -48C23 -38 32 -34 32 -23A12 12 0 0 1 8 -23C8 -29 11 -32 13 -35C14 -32 15 -31 17 -30C16 -38 18 -42 20 -48z" fill="#f08c2e" stroke="${coat.line}" stroke-width="2.200"/><path d="M20 -34C22 -29 26 -27 26 -22A6 6 0 0 1 14 -22C14 -26 18 -28 20 -34z" fill="#ffd86b"/>`,
    grass: `<path d="M20 -14C6 -26 10 -42 26 -50C34 -36 32 -22 20 -14z" fill="${coat.accent}" stroke="${coat.line}" stroke-width="2.200"/><path d="M20 -16C20 -28 23 -38 25 -44" fill="none" stroke="${coat.line}" stroke-width="1.600"/>`,
    lightning: `<path d="M14 -14L34 -34L24 -36L40 -58L8 -38L18 -34z" fill="#f6cf3f" stroke="${coat.line}" stroke-width="2.200"/>`,
    water: `<path d="M20 -14C4 -18 0 -34 4 -44C12 -38 16 -36 20 -30C24 -36 30 -40 38 -44C40 -32 34 -18 20 -14z" fill="${coat.light}" stroke="${coat.line}" stroke-width="2.200"/>`,
  };
  const plain = `<circle cx="20" cy="-22" r="10" fill="${coat.accent}" stroke="${coat.line}" stroke-width="2.200"/>`;
  return `<g transform="translate(${x} ${y}) scale(${scale.toFixed(2)})">${stem}${tip[type] ?? plain}</g>`;
}
