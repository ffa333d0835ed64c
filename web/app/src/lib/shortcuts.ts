import { ownSide } from "./moves.js";
import type { TableModel } from "./table.svelte.js";

/** Handles a key of the table; the help overlay lists them. */
export function shortcut(event: KeyboardEvent, board: HTMLElement, model: TableModel): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if ((event.target as Element).closest("input, select, textarea, dialog")) return;
  const active = model.shown && ownSide(model.shown)?.active;
  switch (event.key.toLowerCase()) {
    case "h":
      board.querySelector<HTMLElement>(".held")?.focus();
      break;
    case "a":
      if (active) {
        model.undo();
        model.touch(active.id, active.card);
        board.querySelector<HTMLElement>(`[data-card="${CSS.escape(active.id)}"]`)?.focus();
      }
      break;
    case "e":
      board.querySelector<HTMLElement>("[data-end-turn]")?.click();
      break;
    case "l":
      document.querySelector<HTMLElement>("[role=log]")?.focus();
      break;
    default: {
      const index = Number(event.key) - 1;
      const attack =
        active &&
        model.moves.get(active.id)?.direct.find((action) => action.type === "attack" && action.attack_index === index);
      if (!attack) return;
      void model.send(attack);
    }
  }
  event.preventDefault();
}
