/** Animation durations as a factor of the normal ones; 0 shows results at once. */
export const SPEEDS = { calm: 1.6, normal: 1, quick: 0.4, instant: 0 } as const;
export type SpeedName = keyof typeof SPEEDS;

const KEY = "menagerie.speed";

/** The animation speed this user chose; stored on this device. */
class Speed {
  name: SpeedName = $state(load());

  get factor(): number {
    return SPEEDS[this.name];
  }

  choose(name: SpeedName): void {
    this.name = name;
    try {
      localStorage.setItem(KEY, name);
    } catch {
      // Storage is forbidden: the choice lasts as long as the page.
    }
  }
}

function load(): SpeedName {
  try {
    const name = localStorage.getItem(KEY);
    if (name && Object.hasOwn(SPEEDS, name)) return name as SpeedName;
  } catch {
    // Storage is forbidden.
  }
  return matchMedia("(prefers-reduced-motion: reduce)").matches ? "quick" : "normal";
}

export const speed = new Speed();
