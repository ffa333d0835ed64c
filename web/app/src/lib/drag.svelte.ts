import type { TableModel } from "./table.svelte.js";

/** A pointer that moves less than this, in pixels, taps. */
const DRAG_FROM = 10;

interface Dragged {
  /** The dragged item: the id of a card, or the energy zone. */
  source: string;
  pointer: number;
  startX: number;
  startY: number;
  x: number;
  y: number;
  width: number;
  moving: boolean;
}

/** Drags a card of the hand, or the energy of the zone, to its target. */
export class Drag {
  current: Dragged | undefined = $state();
  readonly #model: TableModel;
  #suppressClick = false;

  constructor(model: TableModel) {
    this.#model = model;
  }

  /** Whether this source is being moved. */
  moves(source: string): boolean {
    return this.current?.moving === true && this.current.source === source;
  }

  start(event: PointerEvent, source: string): void {
    if (event.button !== 0 || !this.#model.moves.has(source)) return;
    const { width } = (event.currentTarget as HTMLElement).getBoundingClientRect();
    const { pointerId: pointer, clientX: x, clientY: y } = event;
    this.current = { source, pointer, startX: x, startY: y, x, y, width, moving: false };
  }

  move(event: PointerEvent): void {
    const drag = this.current;
    if (!drag || event.pointerId !== drag.pointer) return;
    drag.x = event.clientX;
    drag.y = event.clientY;
    if (!drag.moving && Math.hypot(drag.x - drag.startX, drag.y - drag.startY) > DRAG_FROM) {
      drag.moving = true;
      this.#model.selection.dragged = drag.source;
      this.#model.selection.selected = drag.source;
      this.#model.selection.inspected = undefined;
    }
  }

  /** Drops on the target under the pointer; elsewhere on the board a card without a target is played. */
  drop(event: PointerEvent): void {
    const done = this.#end();
    if (!done?.moving) return;
    this.#suppressClick = true;
    setTimeout(() => (this.#suppressClick = false));
    const under = document.elementFromPoint(event.clientX, event.clientY);
    const target = under?.closest<HTMLElement>("[data-target]")?.dataset["target"];
    const action = target ? this.#model.targets.get(target) : undefined;
    const direct = this.#model.moves.get(done.source)?.direct ?? [];
    if (action) void this.#model.send(action);
    else if (direct.length === 1 && direct[0] && under?.closest("[data-board]")) void this.#model.send(direct[0]);
    else this.#model.undo();
  }

  cancel(): void {
    if (this.#end()?.moving) this.#model.undo();
  }

  #end(): Dragged | undefined {
    const done = this.current;
    this.current = undefined;
    this.#model.selection.dragged = undefined;
    return done;
  }

  /** A tap; the click at the end of a drag is none. */
  tap(source: string, card: string | undefined): void {
    if (!this.#suppressClick) this.#model.touch(source, card);
  }
}
