import type { ArtHint, ArtShape, EnergyDefinition, EnergyType } from "@menagerie/client";
import type { SeededRandom } from "./seeded-random.js";
import { thingOfName } from "./art-words.js";
import { GLYPHS, TONES } from "./palette.js";

const LINE = "#3a3430";

const CLOTHS = ["#b4553c", "#4f7c8a", "#6d8a4e", "#8a5a86", "#c29a3f", "#4b5f87", "#a8654a"];

/** The things of hints, in the order in which they are drawn below. */
const SHAPES: readonly ArtShape[] = [
  "flask",
  "satchel",
  "lantern",
  "map",
  "bell",
  "key",
  "compass",
  "scarf",
  "charm",
  "bandage",
  "whistle",
];

/** An object one could hold: what items and tools show. */
export function itemArt(name: string, hint: ArtHint | undefined, random: SeededRandom): string {
  const cloth = random.pick(CLOTHS);
  const other = random.pick(CLOTHS.filter((one) => one !== cloth));
  const color = hint?.palette[0] ?? cloth;
  const second = hint?.palette[1] ?? other;
  const paint = `stroke="${LINE}" stroke-width="3" stroke-linejoin="round" stroke-linecap="round"`;
  const things = [
    // A flask
    `<path d="M88 34h24v22l22 42a12 12 0 0 1-10 18H76a12 12 0 0 1-10-18l22-42z" fill="#f6fbfb" ${paint}/><path d="M78 84h44l10 18a8 8 0 0 1-7 11H75a8 8 0 0 1-7-11z" fill="${color}"/><circle cx="92" cy="96" r="4" fill="#fff" opacity=".7"/><circle cx="108" cy="102" r="3" fill="#fff" opacity=".7"/><rect x="84" y="26" width="32" height="11" rx="4" fill="${second}" ${paint}/>`,
    // A satchel
    `<path d="M74 60C74 30 126 30 126 60" fill="none" ${paint}/><rect x="58" y="56" width="84" height="62" rx="14" fill="${color}" ${paint}/><path d="M58 70q42 34 84 0v-4a10 10 0 0 0-10-10H68a10 10 0 0 0-10 10z" fill="${second}" ${paint}/><circle cx="100" cy="86" r="6" fill="#f4e3b5" ${paint}/>`,
    // A lantern
    `<path d="M84 38a16 16 0 0 1 32 0" fill="none" ${paint}/><rect x="76" y="38" width="48" height="12" rx="5" fill="${color}" ${paint}/><path d="M80 50h40l6 54H74z" fill="#fff3c4" ${paint}/><path d="M100 62c10 12 12 18 12 24a12 12 0 0 1-24 0c0-6 2-12 12-24z" fill="#f0a93c"/><rect x="68" y="104" width="64" height="14" rx="6" fill="${color}" ${paint}/>`,
    // A map
    `<path d="M52 46l32-10 32 10 32-10v72l-32 10-32-10-32 10z" fill="#f5e8c8" ${paint}/><path d="M84 36v72M116 46v72" ${paint} opacity=".5"/><path d="M62 92q14-26 30-10t34-26" fill="none" stroke="${color}" stroke-width="4" stroke-dasharray="7 6"/><path d="M126 46l12 12M138 46l-12 12" stroke="${second}" stroke-width="4"/>`,
    // A bell
    `<path d="M100 30c26 0 34 24 36 48l8 22H56l8-22c2-24 10-48 36-48z" fill="${color}" ${paint}/><circle cx="100" cy="108" r="11" fill="${second}" ${paint}/><path d="M78 58q4-14 16-16" fill="none" stroke="#fff" stroke-width="5" opacity=".6"/><circle cx="100" cy="28" r="7" fill="${second}" ${paint}/>`,
    // A key
    `<circle cx="76" cy="60" r="26" fill="${color}" ${paint}/><circle cx="76" cy="60" r="11" fill="#f4efe2" ${paint}/><path d="M95 74l46 38-8 10-8-6-6 7-9-7 5-7-27-22z" fill="${color}" ${paint}/>`,
    // A compass
    `<circle cx="100" cy="76" r="44" fill="${color}" ${paint}/><circle cx="100" cy="76" r="34" fill="#fbf6e8" ${paint}/><path d="M100 46l9 30h-18z" fill="#c4472f" ${paint}/><path d="M100 106l9-30h-18z" fill="#5a6b75" ${paint}/>`,
    // A scarf
    `<path d="M56 56q44 26 88 0l4 22q-46 28-96 0z" fill="${color}" ${paint}/><path d="M108 84l22-4 8 38h-26z" fill="${second}" ${paint}/><path d="M70 66l6 18M92 72l2 18M114 72l-2 14" stroke="#fff" stroke-width="4" opacity=".5"/>`,
    // A charm on a string
    `<path d="M60 36q40 60 80 0" fill="none" ${paint}/><path d="M100 62l24 22-24 36-24-36z" fill="${color}" ${paint}/><path d="M76 84h48M100 62l-8 22 8 36 8-36z" fill="none" stroke="#fff" stroke-width="2.500" opacity=".7"/>`,
    // A roll of bandage
    `<path d="M66 62h58v46H66z" fill="#fbf7ee" ${paint}/><ellipse cx="124" cy="85" rx="13" ry="23" fill="#fbf7ee" ${paint}/><ellipse cx="124" cy="85" rx="5" ry="9" fill="${second}" ${paint}/><path d="M66 108q-18 0-22 12h40V108z" fill="#fbf7ee" ${paint}/><path d="M85 74v22M74 85h22" fill="none" stroke="${color}" stroke-width="7"/>`,
    // A whistle
    `<path d="M52 62h60v16a24 24 0 1 1-34 6H52z" fill="${color}" ${paint}/><circle cx="98" cy="96" r="9" fill="#3a3430" opacity=".6"/><path d="M84 62v-8h16v8" fill="${second}" ${paint}/><path d="M120 78q24-4 28-30" fill="none" stroke="${second}" stroke-width="5"/>`,
  ];
  const shown = hint?.shape ? SHAPES.indexOf(hint.shape) : (thingOfName(name) ?? -1);
  return `<ellipse cx="100" cy="124" rx="52" ry="8" fill="#000" opacity=".14"/><g transform="rotate(${random.integer(-9, 9)} 100 80)">${things[shown] ?? random.pick(things)}</g>`;
}

/** A person: what supporters show. */
export function supporterArt(random: SeededRandom): string {
  const skin = random.pick(["#f2cfae", "#d9a27a", "#a8714c", "#7a4f35", "#e8bb92"]);
  const hair = random.pick(["#3b2b22", "#6b4226", "#b9803c", "#8a8f98", "#7c3f34", "#2c3140"]);
  const coat = random.pick(CLOTHS);
  const second = random.pick(CLOTHS.filter((cloth) => cloth !== coat));
  const paint = `stroke="${LINE}" stroke-width="3" stroke-linejoin="round" stroke-linecap="round"`;
  const back = random.pick([
    `<path d="M64 66C58 22 142 22 136 66L140 108H60z" fill="${hair}" ${paint}/>`,
    `<circle cx="100" cy="26" r="15" fill="${hair}" ${paint}/>`,
    "",
  ]);
  const hat = random.pick([
    `<path d="M64 52C66 20 134 20 136 52q-36-10-72 0z" fill="${second}" ${paint}/><path d="M52 54q48-18 96 0-48-6-96 0z" fill="${second}" ${paint}/>`,
    `<path d="M66 60C62 24 138 20 135 60C122 44 112 44 100 48C88 42 74 46 66 60z" fill="${hair}" ${paint}/>`,
    `<path d="M66 58C66 26 134 26 134 58C118 56 120 40 104 44C90 58 76 50 66 58z" fill="${hair}" ${paint}/>`,
  ]);
  const glasses = random.chance(0.35)
    ? `<g fill="none" ${paint}><circle cx="86" cy="70" r="10"/><circle cx="114" cy="70" r="10"/><path d="M96 70h8"/></g>`
    : "";
  return (
    back +
    `<path d="M40 154C42 116 66 106 100 106s58 10 60 48z" fill="${coat}" ${paint}/><path d="M82 106l18 26 18-26" fill="${second}" ${paint}/>` +
    `<rect x="90" y="90" width="20" height="22" rx="8" fill="${skin}" ${paint}/><path d="M68 64c0-44 64-44 64 0 0 24-16 38-32 38S68 88 68 64z" fill="${skin}" ${paint}/>` +
    `<circle cx="86" cy="70" r="3.500" fill="${LINE}"/><circle cx="114" cy="70" r="3.500" fill="${LINE}"/><path d="M91 ${random.integer(84, 86)}q9 ${random.integer(5, 9)} 18 0" fill="none" ${paint}/>` +
    glasses +
    hat
  );
}

/** A place: what stadiums show. */
export function stadiumArt(random: SeededRandom): string {
  const hill = random.pick(["#8fb078", "#a9b27a", "#7fa39a", "#b79f78"]);
  const wall = random.pick(["#efe0c4", "#d8c3a5", "#cfd6d4"]);
  const roof = random.pick(CLOTHS);
  const paint = `stroke="${LINE}" stroke-width="2.600" stroke-linejoin="round"`;
  const buildings = [
    `<path d="M60 118V74h80v44z" fill="${wall}" ${paint}/><path d="M50 76l50-38 50 38z" fill="${roof}" ${paint}/>${[72, 92, 112].map((x) => `<rect x="${x}" y="84" width="14" height="34" rx="7" fill="${LINE}" opacity=".55"/>`).join("")}`,
    `<ellipse cx="100" cy="104" rx="62" ry="24" fill="${wall}" ${paint}/><ellipse cx="100" cy="92" rx="62" ry="24" fill="${roof}" ${paint}/><ellipse cx="100" cy="90" rx="44" ry="15" fill="${hill}" ${paint}/>`,
    `<path d="M84 120V50h32v70z" fill="${wall}" ${paint}/><path d="M78 52l22-28 22 28z" fill="${roof}" ${paint}/><rect x="94" y="62" width="12" height="18" rx="6" fill="${LINE}" opacity=".6"/><path d="M116 120V82h34v38z" fill="${wall}" ${paint}/><path d="M110 84l23-18 24 18z" fill="${roof}" ${paint}/>`,
  ];
  return (
    `<circle cx="${random.integer(34, 166)}" cy="34" r="17" fill="#fff6d8"/>` +
    `<path d="M-4 150V104q50-34 104-6t104-8v60z" fill="${hill}" opacity=".65"/>` +
    random.pick(buildings) +
    `<path d="M-4 150v-30q60-14 104-2t104-4v36z" fill="${hill}"/>`
  );
}

/** An energy: its symbol, large; of several types, in slices. */
export function energyArt(card: EnergyDefinition, random: SeededRandom): string {
  const types = [...new Set(card.provides.flat())];
  const shown: EnergyType[] = types.length > 0 && types.length < 6 ? types : ["colorless"];
  const first = TONES[shown[0] as EnergyType];
  let out = `<rect width="200" height="150" fill="${first.sky[1]}"/>`;
  for (let ring = 5; ring > 0; ring--) {
    out += `<circle cx="100" cy="75" r="${ring * 24}" fill="${ring % 2 ? first.sky[0] : first.sky[1]}" opacity=".55"/>`;
  }
  for (let i = 0; i < 10; i++) {
    out += `<circle cx="${random.integer(6, 194)}" cy="${random.integer(6, 144)}" r="${random.between(1, 3).toFixed(1)}" fill="#fff" opacity=".7"/>`;
  }
  const step = 62 / shown.length + 10;
  const from = 100 - ((shown.length - 1) * step) / 2;
  const scale = shown.length === 1 ? 4.2 : 4.2 / Math.sqrt(shown.length * 1.6);
  shown.forEach((type, i) => {
    const lined = ["grass", "psychic", "fighting", "metal"].includes(type);
    const paint = lined
      ? 'fill="none" stroke="#fffaf0" stroke-width="1.900" stroke-linejoin="round" stroke-linecap="round"'
      : 'fill="#fffaf0"';
    out += `<g transform="translate(${from + i * step} 75) scale(${scale.toFixed(2)})"><circle r="13" fill="${TONES[type].frame}"/><circle r="11.500" fill="none" stroke="#fff" stroke-opacity=".4"/><path transform="scale(.72) translate(-12 -12)" d="${GLYPHS[type]}" ${paint}/></g>`;
  });
  return out;
}
