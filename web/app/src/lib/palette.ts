import type { EnergyType } from "@menagerie/client";

/** The colors a type is drawn in: hue and saturation of its creatures, frame and symbol. */
export interface Tone {
  hue: number;
  saturation: number;
  /** Card frame and symbol ground. */
  frame: string;
  /** Sky behind a creature, top and bottom. */
  sky: [string, string];
  ground: string;
}

export const TONES: Record<EnergyType, Tone> = {
  grass: { hue: 105, saturation: 42, frame: "#5f8f4a", sky: ["#e3efcf", "#b9d6a0"], ground: "#86ad6a" },
  fire: { hue: 14, saturation: 72, frame: "#c9582f", sky: ["#fde6cc", "#f3b78a"], ground: "#b9663e" },
  water: { hue: 203, saturation: 55, frame: "#3f7fa8", sky: ["#d9edf5", "#9fcbe0"], ground: "#5d9bbb" },
  lightning: { hue: 45, saturation: 85, frame: "#c9971a", sky: ["#fdf3c6", "#f3d98a"], ground: "#c7a64b" },
  psychic: { hue: 292, saturation: 34, frame: "#8c5a9c", sky: ["#f0e2f2", "#d0b2d8"], ground: "#9f7bab" },
  fighting: { hue: 22, saturation: 45, frame: "#a5673f", sky: ["#f2e2d0", "#d9b592"], ground: "#a97c56" },
  darkness: { hue: 245, saturation: 18, frame: "#474761", sky: ["#8f8fab", "#5c5c7c"], ground: "#3d3d56" },
  metal: { hue: 208, saturation: 10, frame: "#73818c", sky: ["#e8edf0", "#bcc8cf"], ground: "#8d9ba3" },
  fairy: { hue: 338, saturation: 55, frame: "#bf6488", sky: ["#fbe3eb", "#f0b8cb"], ground: "#cc8ba3" },
  dragon: { hue: 168, saturation: 38, frame: "#3f8577", sky: ["#f0e6c8", "#cfd6a8"], ground: "#7f9a6e" },
  colorless: { hue: 38, saturation: 24, frame: "#8f8672", sky: ["#f3eee2", "#dcd2bd"], ground: "#b3a78c" },
};

/** A shape of 24 × 24 for each type, distinguishable without color. */
export const GLYPHS: Record<EnergyType, string> = {
  grass: "M5 19C4 10 10 4 20 4c0 10-5 15-12 14.500M5 20c1.500-5 4.500-8 9-10.500",
  fire: "M12 3c1 4 5.500 6 5.500 11a5.500 5.500 0 0 1-11 0c0-2.500 1.500-4 2.500-5.500.5 1.500 1 2 2 2.500C11.500 8.500 11 6 12 3z",
  water: "M12 3c3.500 4.500 6 7.500 6 11a6 6 0 0 1-12 0c0-3.500 2.500-6.500 6-11z",
  lightning: "M13.500 2.500L5.500 13.500h5l-1.500 8 9-12h-5.500z",
  psychic:
    "M12 12m-8 0c2.500-5 13.500-5 16 0-2.500 5-13.500 5-16 0zM12 12m-2.600 0a2.600 2.600 0 1 0 5.200 0a2.600 2.600 0 1 0-5.200 0",
  fighting: "M6 10l3-4 4-1 5 3 1 5-2 5-6 2-5-3z M9 11l9 0 M8.500 15l8 0",
  darkness: "M15.500 3.500a9 9 0 1 0 5 12.500 7.500 7.500 0 0 1-5-12.500z",
  metal: "M12 3l7.800 4.500v9L12 21l-7.800-4.500v-9z M12 8.500l3 1.750v3.500L12 15.500l-3-1.750v-3.500z",
  fairy: "M12 2.500l2.300 7.200 7.200 2.300-7.200 2.300L12 21.500l-2.300-7.200L2.500 12l7.200-2.300z",
  dragon: "M4 6c5-1 8 0 10 3l6-2-3 5 2 5-5-1c-2 3-5 4-9 3 3-1 4-3 3.500-5.500C8 10 6.500 8 4 6z",
  colorless:
    "M12 4.500l2.200 4.900 5.300.6-3.900 3.600 1.100 5.300L12 16.200l-4.700 2.700 1.100-5.300L4.500 10l5.300-.6z",
};

/** Types whose symbol is drawn as lines. */
const LINED: ReadonlySet<EnergyType> = new Set(["grass", "psychic", "fighting", "metal"]);

/** The symbol of a type as SVG text, on its own ground. */
export function symbol(type: EnergyType): string {
  const lined = LINED.has(type);
  const paint = lined
    ? 'fill="none" stroke="#fffaf0" stroke-width="1.900" stroke-linejoin="round" stroke-linecap="round"'
    : 'fill="#fffaf0"';
  return (
    `<svg viewBox="0 0 24 24" aria-hidden="true"><circle cx="12" cy="12" r="12" fill="${TONES[type].frame}"/>` +
    `<circle cx="12" cy="12" r="11" fill="none" stroke="#fff" stroke-opacity=".28" stroke-width="1"/>` +
    `<g transform="translate(12 12) scale(.7) translate(-12 -12)"><path d="${GLYPHS[type]}" ${paint}/></g></svg>`
  );
}

/** A color `#rrggbb` on its way to black (0) or white (255). */
export function mixed(color: string, towards: 0 | 255, part: number): string {
  const channels = [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16));
  return `#${channels
    .map((value) =>
      Math.round(value + (towards - value) * part)
        .toString(16)
        .padStart(2, "0"),
    )
    .join("")}`;
}
