// The developers' pages of the console: a running game as each viewer has it, and scenarios step by step.

const POLL_MS = 1000;

/** Messages that the page keeps; the server keeps fewer. */
const MOST_MESSAGES = 300;

/** The text of a scenario that was copied from a game, until the page is loaded again. */
let scenarioText = "";

const pretty = (value) => JSON.stringify(value, null, 2);

/** @param tools what console.js has for its pages */
export function developerPages({ call, el, field, get, json, mayAct, say, table, time, viewerField, VIEWERS }) {
  async function develop([id]) {
    if (!mayAct()) return [el("p", {}, "This takes the role of an operator: hidden cards are shown.")];
    const path = `/admin/games/${id}`;
    let seen = await call("POST", `${path}/watch`);
    let messages = [];
    let shown = "0";
    let version = -1;

    const state = el("div", { role: "group", "aria-label": "State" });
    const sent = el("div");
    const choose = viewerField((viewer) => ((shown = viewer), showState()));

    async function attempt(work) {
      try {
        await work();
      } catch (failure) {
        say(failure.message, true);
      }
    }

    const actAs = (action) =>
      attempt(async () => {
        const query = new URLSearchParams({ seat: shown, action: JSON.stringify(action) });
        await call("POST", `${path}/act?${query}`);
        say(`Done: ${action.type} for seat ${shown}`);
        await poll();
      });

    function actions(legal) {
      const own = field("Another action, as JSON", { size: 60, value: '{"type": "pass"}' });
      const submit = (event) => {
        event.preventDefault();
        void attempt(() => actAs(JSON.parse(own.input.value)));
      };
      return [
        el("h3", {}, `Legal actions of seat ${shown}: ${legal.length}`),
        el(
          "div",
          { class: "acts" },
          ...legal.map((action) =>
            el("button", { type: "button", title: JSON.stringify(action), onclick: () => void actAs(action) }, label(action)),
          ),
        ),
        el("form", { onsubmit: submit }, own.label, el("button", {}, "Act")),
      ];
    }

    function showState() {
      const now = seen.states[shown];
      const turn = now.turn ? `turn ${now.turn.number}, ${now.turn.phase}` : "";
      state.replaceChildren(
        el("p", {}, `Version ${now.event_id}, ${now.status} ${turn}`),
        ...(shown === "spectator" ? [] : actions(now.legal_actions)),
        json(`State as ${VIEWERS[shown]} has it`, now, true),
      );
    }

    function showSent() {
      const rows = messages
        .toReversed()
        .map((one) => [String(one.number), time(one.at), VIEWERS[one.to], json(one.event, one.message)]);
      sent.replaceChildren(
        table("Messages, the last one first; who acted gets the same as a reply", ["no.", "time", "to", "message"], rows),
      );
    }

    /** Shows what has come; elements that did not change stay, with the focus in them. */
    function take(next) {
      seen = next;
      messages = [...messages, ...next.sent].slice(-MOST_MESSAGES);
      if (next.sent.length > 0 || messages.length === 0) showSent();
      const now = Math.max(...Object.values(next.states).map((one) => one.event_id));
      if (now !== version) showState();
      version = now;
    }

    const poll = async () => take(await get(`${path}/sent?after=${messages.at(-1)?.number ?? -1}`));
    const timer = setInterval(() => void attempt(poll), POLL_MS);
    document.addEventListener("leave", () => clearInterval(timer), { once: true });
    take(seen);

    const copy = () =>
      attempt(async () => {
        const { file, notes } = await call("POST", `${path}/scenario`);
        scenarioText = pretty(file);
        say(notes.join(" "));
        location.hash = "#/scenario";
      });
    return [
      el("h2", {}, `Game ${id}, for developers`),
      el(
        "div",
        { class: "acts" },
        choose,
        el("button", { type: "button", onclick: () => void copy() }, "Copy as a scenario"),
      ),
      state,
      el("h3", {}, "On the wire"),
      sent,
    ];
  }

  async function scenario() {
    if (!mayAct()) return [el("p", {}, "This takes the role of an operator.")];
    const text = el("textarea", { rows: 20, spellcheck: "false" });
    text.value = scenarioText;
    const result = el("div", { role: "group", "aria-label": "Result" });
    let at = 0;

    async function look(steps) {
      scenarioText = text.value;
      try {
        const seen = await call("POST", `/admin/scenarios/look?steps=${steps}`, text.value);
        at = seen.done;
        const failed = seen.failure !== undefined && seen.failure !== null;
        say(`${seen.name}: ${seen.done} of ${seen.steps} steps${failed ? ", failed" : ""}`, failed);
        result.replaceChildren(
          ...(failed ? [el("pre", { class: "bad", tabindex: "0" }, seen.failure)] : []),
          ...(seen.state ? [json(`The whole state after ${seen.done} steps`, seen.state, true)] : []),
        );
      } catch (failure) {
        say(failure.message, true);
      }
    }

    const button = (name, steps) => el("button", { type: "button", onclick: () => void look(steps()) }, name);
    return [
      el("h2", {}, "Scenario"),
      el("p", {}, "A file is played on a board of its own; nothing is stored."),
      el("label", {}, "Scenario file", text),
      el(
        "div",
        { class: "acts" },
        button("Start", () => 0),
        button("Step", () => at + 1),
        button("Step back", () => Math.max(0, at - 1)),
        button("Run to the end", () => 100000),
      ),
      result,
    ];
  }

  return { develop, scenario };
}

/** An action in a few words: its type and what it names. */
function label(action) {
  const rest = Object.entries(action).filter(([name]) => name !== "type");
  return [action.type, ...rest.map(([name, value]) => `${name}=${JSON.stringify(value)}`)].join(" ");
}
