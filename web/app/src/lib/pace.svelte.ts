/** How long things that happen stay to be seen, of what is usual. */
export const PACES = { calm: 1.6, usual: 1, quick: 0.4, instant: 0 } as const;
export type PaceName = keyof typeof PACES;

const KEY = "menagerie.pace";

/** How fast this person wants to be shown what happens; kept on this device. */
class Pace {
  name: PaceName = $state(kept());

  get factor(): number {
    return PACES[this.name];
  }

  choose(name: PaceName): void {
    this.name = name;
    try {
      localStorage.setItem(KEY, name);
    } catch {
      // Then it holds for this page.
    }
  }
}

function kept(): PaceName {
  try {
    const name = localStorage.getItem(KEY);
    if (name && Object.hasOwn(PACES, name)) return name as PaceName;
  } catch {
    // Storage is not allowed.
  }
  // Who wants less motion does not want to wait for it, either.
  return matchMedia("(prefers-reduced-motion: reduce)").matches ? "quick" : "usual";
}

export const pace = new Pace();
