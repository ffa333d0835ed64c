/** Where the keyboard focus was, in a form that survives a new state of the table. */
export interface FocusPlace {
  card: string | undefined;
  /** The position in the hand, if the focus was there. */
  handIndex: number | undefined;
}

/** The place of the focused element within the table. */
export function placeOf(element: Element): FocusPlace {
  const held = element.closest(".held");
  const hand = held?.parentElement;
  return {
    card: element.closest<HTMLElement>("[data-card]")?.dataset["card"],
    handIndex: held && hand ? [...hand.querySelectorAll(".held")].indexOf(held) : undefined,
  };
}

/**
 * Puts the focus back after its element disappeared: to the same card wherever it is, to the card at its position in
 * the hand, or to the prompt. Does nothing while another element has the focus.
 */
export function restoreFocus(board: HTMLElement, { card, handIndex }: FocusPlace): void {
  const lost = document.activeElement === null || document.activeElement === document.body;
  if (!lost || document.querySelector("dialog[open]")) return;
  const same = card ? board.querySelector<HTMLElement>(`button[data-card="${CSS.escape(card)}"]`) : undefined;
  const hand = [...board.querySelectorAll<HTMLElement>(".held")];
  const next = handIndex === undefined ? undefined : hand[Math.min(handIndex, hand.length - 1)];
  (same ?? next ?? board.querySelector<HTMLElement>(".prompt"))?.focus({ preventScroll: true });
}
