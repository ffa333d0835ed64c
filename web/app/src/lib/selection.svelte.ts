import type { ChoiceOption, Pending } from "@menagerie/client";

/** The player's selected card, inspected card and picks for a choice. Sends nothing. */
export class Selection {
  /** The id of the selected card or Pokémon; its targets are highlighted. */
  selected: string | undefined = $state();
  /** The card in the inspector; `id` is set for a card of this game. */
  inspected: { card: string; id: string | undefined } | undefined = $state();
  /** The id of what is under the moving pointer. It stays selected when a new state arrives. */
  dragged: string | undefined;
  /** The options picked for the pending choice, in order. */
  picks: string[] = $state([]);

  clear(): void {
    this.selected = this.dragged;
    this.inspected = undefined;
    this.picks = [];
  }

  inspect(card: string): void {
    this.inspected = { card, id: undefined };
    this.selected = undefined;
  }

  /** Picks or unpicks an option, within the limits of the choice. */
  toggle(id: string, pending: Pending): void {
    const max = pending.max ?? 1;
    if (this.picks.includes(id)) this.picks = this.picks.filter((other) => other !== id);
    else if (this.picks.length < max) this.picks = [...this.picks, id];
    else if (max === 1) this.picks = [id];
  }

  /** Whether the picks satisfy the choice. */
  completes(pending: Pending | null | undefined): boolean {
    const count = this.picks.length;
    return count >= (pending?.min ?? 1) && count <= (pending?.max ?? 1);
  }
}

/** Whether a choice takes exactly one option. */
export function takesOne({ min = 1, max = 1 }: Pending): boolean {
  return min === 1 && max === 1;
}

/** The options of a choice by id. */
export function optionsOf(pending: Pending | null | undefined): Map<string, ChoiceOption> {
  return new Map((pending?.options ?? []).map((option) => [option.id, option]));
}
