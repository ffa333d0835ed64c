// A finished game step by step, as each seat and a spectator saw it.

/** Steps of one answer; each has a whole state. */
const PAGE = 50;

const names = (cards) => (cards.length === 0 ? "none" : cards.map((card) => card.card).join(", "));

function creature(one) {
  if (!one) return "none";
  const hurt = one.damage > 0 && `${one.damage} damage of ${one.hp} HP`;
  const energy = one.energy.length > 0 && `${one.energy.length} energy`;
  return [one.card, hurt, energy, ...one.conditions].filter(Boolean).join(", ");
}

function side(player) {
  return [
    player.name,
    creature(player.active),
    player.bench.length === 0 ? "none" : player.bench.map(creature).join("; "),
    player.hand ? names(player.hand) : `${player.hand_count} hidden`,
    String(player.deck_count),
    names(player.discard),
    String(player.prizes_remaining),
    String(player.points),
  ];
}

/** @param tools what console.js has for its pages */
export function replayPages({ el, get, json, say, table, time, viewerField, VIEWERS }) {
  async function replay([id]) {
    let viewer = "0";
    let from = 0;
    let frames = [];
    let more = true;
    let at = 0;
    const place = el("div", { role: "group", "aria-label": "Step" });
    const back = el("button", { type: "button", onclick: () => void go(at - 1) }, "Step back");
    const next = el("button", { type: "button", onclick: () => void go(at + 1) }, "Step");
    const choose = viewerField((chosen) => ((viewer = chosen), (frames = []), void go(at)));

    async function load(step) {
      from = Math.floor(step / PAGE) * PAGE;
      const page = await get(`/admin/games/${id}/replay/frames?viewer=${viewer}&from=${from}&limit=${PAGE}`);
      frames = page.items;
      more = page.next_cursor !== undefined && page.next_cursor !== null;
    }

    const has = (step) => step >= from && step < from + frames.length;

    async function go(step) {
      try {
        if (!has(step)) await load(step);
        if (has(step)) at = step;
        showStep();
      } catch (failure) {
        say(failure.message, true);
      }
    }

    function showStep() {
      const frame = frames[at - from];
      if (!frame) return;
      back.disabled = at === 0;
      next.disabled = at === from + frames.length - 1 && !more;
      const { state, events } = frame;
      const turn = state.turn ? `turn ${state.turn.number}, ${state.turn.phase}` : state.status;
      place.replaceChildren(
        el("p", {}, `Version ${frame.event_id}, ${turn}: ${frame.action_type}, ${time(frame.at)}`),
        table(
          `As ${VIEWERS[viewer]} saw it`,
          ["player", "active", "bench", "hand", "deck", "discard", "prizes left", "points"],
          state.players.filter((one) => one).map(side),
        ),
        json("Events", events),
        json("State", state),
      );
    }

    await load(0);
    showStep();
    return [
      el("h2", {}, `Replay of game ${id}`),
      el("div", { class: "acts" }, choose, back, next),
      place,
    ];
  }

  return { replay };
}
