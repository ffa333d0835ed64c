/** Short enough to feel like a hand, long enough to be followed. */
const MOVE_MS = 320;

type Places = Map<string, DOMRect>;

const calm = matchMedia("(prefers-reduced-motion: reduce)");

/** Where every card lies; empty where nothing travels. */
export function places(board: HTMLElement): Places {
  const found: Places = new Map();
  if (calm.matches) return found;
  for (const element of board.querySelectorAll<HTMLElement>("[data-card]")) {
    const id = element.dataset["card"];
    if (id && !found.has(id)) found.set(id, element.getBoundingClientRect());
  }
  return found;
}

/** Lets every card that lies elsewhere now travel there; new ones come from their owner's deck. */
export function travel(board: HTMLElement, before: Places): void {
  if (calm.matches || before.size === 0 || document.hidden) return;
  const origins = new Map<string, DOMRect>();
  for (const origin of board.querySelectorAll<HTMLElement>("[data-origin]")) {
    origins.set(origin.dataset["origin"] ?? "", origin.getBoundingClientRect());
  }
  for (const element of board.querySelectorAll<HTMLElement>("[data-card]")) {
    const to = element.getBoundingClientRect();
    const seat = element.closest<HTMLElement>("[data-seat]")?.dataset["seat"];
    const from = before.get(element.dataset["card"] ?? "") ?? origins.get(`deck-${seat}`);
    if (!from || to.width === 0 || from.width === 0) continue;
    const dx = from.left - to.left;
    const dy = from.top - to.top;
    const scale = from.width / to.width;
    if (Math.abs(dx) < 2 && Math.abs(dy) < 2 && Math.abs(scale - 1) < 0.02) continue;
    element.animate(
      [
        { transform: `translate(${dx}px, ${dy}px) scale(${scale})`, transformOrigin: "0 0", zIndex: 5 },
        { transform: "none", transformOrigin: "0 0", zIndex: 5 },
      ],
      { duration: MOVE_MS, easing: "cubic-bezier(.2,.75,.25,1)" },
    );
  }
}
