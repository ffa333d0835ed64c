// The operators' console. The token travels in a header only; answers become text nodes, never markup.

import { developerPages } from "./developer.js";
import { replayPages } from "./replay.js";
import { gameRows, userRows } from "./timeline.js";

const POLL_MS = 3000;
const main = document.getElementById("main");
const status = document.getElementById("status");
let token = "";
let me = { name: "", role: "", origin: "" };
let timer;

/** Calls the management address; a refusal is an Error with the server's own sentence. */
async function call(method, path, body) {
  const headers = { Authorization: `Bearer ${token}` };
  const answer = await fetch(path, { method, headers, body, cache: "no-store", credentials: "omit" });
  const text = await answer.text();
  if (!answer.ok) {
    let sentence = `status ${answer.status}`;
    try {
      sentence = JSON.parse(text).error ?? sentence;
    } catch {
      // no JSON: the status is all that is known
    }
    throw new Error(sentence);
  }
  return path === "/metrics" ? text : JSON.parse(text);
}

const get = (path) => call("GET", path);

function query(values) {
  const given = Object.entries(values).filter(([, value]) => value !== "" && value !== undefined);
  return given.length === 0 ? "" : `?${new URLSearchParams(given)}`;
}

/** An element with attributes, listeners (`onclick`) and children. */
function el(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (value !== false) element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== undefined && child !== null && child !== false));
  return element;
}

function table(caption, heads, rows) {
  const body = rows.map((cells) => el("tr", {}, ...cells.map((cell) => el("td", {}, cell ?? ""))));
  return el(
    "table",
    {},
    el("caption", {}, rows.length === 0 ? `${caption}: none` : caption),
    el("thead", {}, el("tr", {}, ...heads.map((head) => el("th", { scope: "col" }, head)))),
    el("tbody", {}, ...body),
  );
}

const time = (iso) => (iso ? new Date(iso).toISOString().replace("T", " ").slice(0, 19) : "");
const gameLink = (id) => el("a", { href: `#/game/${id}` }, id);
const userLink = (id) => (id ? el("a", { href: `#/user/${id}` }, id) : "");

function list(items) {
  const place = el("span");
  items.forEach((item, index) => place.append(index === 0 ? "" : ", ", item));
  return place;
}

function say(text, bad = false) {
  status.textContent = text;
  status.classList.toggle("bad", bad);
}

function confirmed(question) {
  const dialog = document.getElementById("confirmation");
  document.getElementById("question").textContent = question;
  dialog.returnValue = "no";
  dialog.showModal();
  return new Promise((done) => {
    dialog.addEventListener("close", () => done(dialog.returnValue === "yes"), { once: true });
  });
}

/** Does an act once it is confirmed, then shows the page as it is afterwards. */
async function act(question, path, body) {
  if (!(await confirmed(question))) return;
  try {
    await call("POST", path, body);
    say(`Done: ${question}`);
    await show();
  } catch (failure) {
    say(failure.message, true);
  }
}

const mayAct = () => me.role === "operator";

function button(text, question, path) {
  return mayAct() && el("button", { type: "button", onclick: () => act(question(), path()) }, text);
}

/** A field with a label; `field.input.value` is what was entered. */
function field(label, attributes = {}) {
  const input = el("input", attributes);
  return { input, label: el("label", {}, label, input) };
}

function searchForm(onSearch, ...parts) {
  const submit = (event) => {
    event.preventDefault();
    onSearch();
  };
  return el("form", { onsubmit: submit }, ...parts, el("button", {}, "Search"));
}

// Pages: each gets the rest of the address and its query, and returns the elements to show.

/** Samples of the text format, by name: the sum over labels that the filter accepts. */
function metrics(text) {
  const samples = text
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => /^([a-z0-9_]+)(\{.*\})? (\S+)/.exec(line))
    .filter((match) => match !== null)
    .map((match) => ({ name: match[1], labels: match[2] ?? "", value: Number(match[3]) }));
  return {
    sum: (name, label = "") =>
      samples
        .filter((sample) => sample.name === name && sample.labels.includes(label))
        .reduce((sum, sample) => sum + sample.value, 0),
    each: (name) => samples.filter((sample) => sample.name === name),
  };
}

let earlier;

async function overview() {
  const now = { at: performance.now(), of: metrics(await get("/metrics")) };
  const rate = (name) => {
    if (!earlier) return "…";
    const seconds = (now.at - earlier.at) / 1000;
    return `${(Math.max(0, now.of.sum(name) - earlier.of.sum(name)) / seconds).toFixed(1)} a second`;
  };
  const up = (store) => (now.of.sum("menagerie_store_up", `store="${store}"`) === 1 ? "up" : "DOWN");
  const rows = [
    ["Redis", up("redis")],
    ["Postgres", up("postgres")],
    ["Players connected here", String(now.of.sum("menagerie_players_connected"))],
    ["TCP connections here", String(now.of.sum("menagerie_connections"))],
    ["Messages", rate("menagerie_messages_seconds_count")],
    ["Commits", rate("menagerie_commits_outcome_total")],
    ["Requests", rate("menagerie_http_requests_seconds_count")],
    ["Commits that wait for the journal", String(now.of.sum("menagerie_journal_waiting"))],
    ["Oldest of them", `${now.of.sum("menagerie_journal_lag_oldest_seconds").toFixed(2)} s`],
    ["Games started by this node", String(now.of.sum("menagerie_games_started_seconds_count"))],
    ["Games ended by this node", String(now.of.sum("menagerie_games_ended_seconds_count"))],
    ["Heap in use", `${Math.round(now.of.sum("jvm_memory_used_bytes", 'area="heap"') / 1048576)} MiB`],
    ["Up for", `${Math.round(now.of.sum("process_uptime_seconds"))} s`],
  ];
  const games = now.of
    .each("menagerie_games")
    .map((sample) => [
      /type="([^"]*)"/.exec(sample.labels)?.[1] ?? "",
      /status="([^"]*)"/.exec(sample.labels)?.[1] ?? "",
      String(sample.value),
    ]);
  earlier = now;
  timer = setTimeout(() => void show(), POLL_MS);
  return [
    el("h2", {}, "Overview"),
    table("This node, now", ["what", "value"], rows),
    table("Unfinished games of all nodes", ["type", "status", "games"], games),
  ];
}

function gameTable(caption, games) {
  return table(
    caption,
    ["game", "type", "status", "players", "turn", "moved", "end"],
    games.map((game) => [
      gameLink(game.game_id),
      game.game_type,
      game.status,
      list(game.players.map(userLink)),
      String(game.turn),
      time(game.moved_at),
      game.end_reason ?? "",
    ]),
  );
}

async function games(_, wanted) {
  const player = field("Player's id", { value: wanted.get("player") ?? "" });
  const game = field("Game's id");
  const select = el(
    "select",
    {},
    ...["", "waiting", "setup", "active", "finished"].map((one) =>
      el("option", { value: one, selected: one === (wanted.get("status") ?? "") }, one || "any"),
    ),
  );
  const search = () => {
    location.hash = game.input.value
      ? `#/game/${game.input.value.trim()}`
      : `#/games${query({ player: player.input.value.trim(), status: select.value })}`;
  };
  const found = await get(`/admin/games${query(Object.fromEntries(wanted))}`);
  return [
    el("h2", {}, "Games"),
    searchForm(search, player.label, el("label", {}, "Status", select), game.label),
    gameTable("Games that moved last", found.items),
  ];
}

async function timeline(id) {
  const steps = [];
  for (let page; page === undefined || page.items.length === 200;) {
    page = await get(`/admin/games/${id}/timeline${query({ after: steps.at(-1)?.event_id })}`);
    steps.push(...page.items);
    if (steps.length >= 2000) break;
  }
  return steps;
}

/** Saves the replay of a finished game, also of a private one, for `menagerie replay FILE`. */
async function saveReplay(id) {
  try {
    const replay = JSON.stringify(await get(`/admin/games/${id}/replay`));
    const address = URL.createObjectURL(new Blob([replay], { type: "application/json" }));
    el("a", { href: address, download: `${id}.json` }).click();
    setTimeout(() => URL.revokeObjectURL(address), POLL_MS);
  } catch (failure) {
    say(failure.message, true);
  }
}

async function game([id]) {
  const [row, steps, visits] = await Promise.all([
    get(`/admin/games/${id}`),
    timeline(id),
    get(`/admin/games/${id}/connections`),
  ]);
  const seconds = field("Seconds", { type: "number", min: 1, max: 3600, value: 120 });
  const path = `/admin/games/${id}`;
  const running = row.status === "setup" || row.status === "active";
  const acts = el(
    "div",
    { class: "acts" },
    running && mayAct() && seconds.label,
    running &&
      button(
        "Give time",
        () => `Give the player to act ${seconds.input.value} seconds`,
        () => `${path}/time${query({ seconds: seconds.input.value })}`,
      ),
    ...[0, 1].map(
      (seat) =>
        running &&
        button(
          `Seat ${seat} loses`,
          () => `End the game: seat ${seat}, ${row.players[seat]}, loses`,
          () => `${path}/end?loser=${seat}`,
        ),
    ),
    running &&
      button(
        "Void",
        () => "End the game without a result",
        () => `${path}/void`,
      ),
    row.status === "waiting" &&
      button(
        "Cancel the game",
        () => "Cancel the game that waits",
        () => `${path}/end`,
      ),
  );
  const develop = el("a", { href: `#/develop/${id}` }, "Watch and drive it as a developer");
  const replay = el("a", { href: `${me.origin}/replay/${id}`, rel: "noreferrer" }, "Replay");
  const seen = el("a", { href: `#/replay/${id}` }, "Step by step, as each seat saw it");
  const file = el("button", { type: "button", onclick: () => void saveReplay(id) }, "Save the replay");
  return [
    el("h2", {}, `Game ${id}`),
    gameTable("As of its last checkpoint", [row]),
    row.status === "finished" && el("p", {}, seen, " or ", file, " (any game, audited), ", replay, " (public games, or your own)"),
    acts,
    running && mayAct() && el("p", {}, develop),
    table(
      "Timeline",
      ["version", "time", "kind", "what", "who", "clock runs out", "epoch"],
      gameRows(row, steps, visits.items, tools),
    ),
  ];
}

/** The id of a session's user; undefined, and told, where there is no such session. */
async function userOf(session) {
  try {
    return (await get(`/admin/sessions/${encodeURIComponent(session)}`)).user_id;
  } catch (failure) {
    say(failure.message, true);
    return undefined;
  }
}

async function users(_, wanted) {
  const name = field("Name begins with", { value: wanted.get("name") ?? "" });
  const id = field("User's id");
  const session = field("Session's id");
  const search = async () => {
    const signedIn = session.input.value.trim();
    const given = signedIn ? await userOf(signedIn) : id.input.value.trim();
    if (given === undefined) return;
    location.hash = given ? `#/user/${given}` : `#/users${query({ name: name.input.value.trim() })}`;
  };
  const found = wanted.get("name") ? (await get(`/admin/users${query(Object.fromEntries(wanted))}`)).items : [];
  return [
    el("h2", {}, "Users"),
    searchForm(() => void search(), name.label, id.label, session.label),
    table(
      "Users",
      ["user", "name", "account", "since", "banned"],
      found.map((user) => [
        userLink(user.user_id),
        user.name,
        user.registered ? "registered" : "guest",
        time(user.created_at),
        user.banned ? "banned" : "",
      ]),
    ),
  ];
}

async function user([id]) {
  const path = `/admin/users/${id}`;
  const [row, sessions, played, acts, waiting, closed] = await Promise.all([
    get(path),
    get(`${path}/sessions`),
    get(`/admin/games${query({ player: id })}`),
    get(`/admin/audit${query({ subject: id })}`),
    get(`/admin/reports${query({ state: "open", user: id })}`),
    get(`/admin/reports${query({ state: "closed", user: id })}`),
  ]);
  const hours = field("Hours, empty: for good", { type: "number", min: 1 });
  const reason = field("Reason, for operators", { maxlength: 200 });
  const length = () => (hours.input.value ? `for ${hours.input.value} hours` : "for good");
  return [
    el("h2", {}, `${row.name} (${row.registered ? "registered" : "guest"})`),
    el("p", {}, `${row.user_id}, since ${time(row.created_at)}${row.banned ? ", banned" : ""}`),
    el(
      "div",
      { class: "acts" },
      button(
        "Sign out",
        () => `Sign ${row.name} out everywhere`,
        () => `${path}/sign-out`,
      ),
      mayAct() && hours.label,
      mayAct() && reason.label,
      button(
        "Ban",
        () => `Ban ${row.name} ${length()}`,
        () => `${path}/ban${query({ hours: hours.input.value, reason: reason.input.value })}`,
      ),
      button(
        "Mute",
        () => `Mute ${row.name} ${length()}`,
        () => `${path}/mute${query({ hours: hours.input.value, reason: reason.input.value })}`,
      ),
      row.banned &&
        button(
          "Unban",
          () => `Let ${row.name} sign in again`,
          () => `${path}/unban`,
        ),
    ),
    table(
      "Signed in",
      ["session", "since", "last used"],
      sessions.items.map((one) => [one.session, time(one.started_at), time(one.last_used_at)]),
    ),
    gameTable("Games", played.items),
    table(
      "Timeline, the last first",
      ["time", "what", "which"],
      userRows(row, sessions.items, played.items, acts.items, [...waiting.items, ...closed.items], tools),
    ),
  ];
}

async function bans() {
  const found = await get("/admin/bans");
  return [
    el("h2", {}, "Bans"),
    table(
      "In force",
      ["user", "until", "reason", "operator", "since"],
      found.items.map((ban) => [
        userLink(ban.user_id),
        ban.until ? time(ban.until) : "for good",
        ban.reason,
        ban.operator,
        time(ban.since),
      ]),
    ),
  ];
}

async function mutes() {
  const found = await get("/admin/mutes");
  return [
    el("h2", {}, "Mutes"),
    table(
      "In force",
      ["user", "until", "reason", "operator", "since", "action"],
      found.items.map((mute) => [
        userLink(mute.user_id),
        mute.until ? time(mute.until) : "for good",
        mute.reason,
        mute.operator,
        time(mute.since),
        button(
          "Unmute",
          () => "Let the user show emotes and chat again",
          () => `/admin/users/${mute.user_id}/unmute`,
        ),
      ]),
    ),
  ];
}

async function reports(_, wanted) {
  const closed = wanted.get("state") === "closed";
  const found = await get(`/admin/reports${query({ state: closed ? "closed" : "open", user: wanted.get("user") ?? "" })}`);
  const note = field("Note", { maxlength: 500, size: 50 });
  return [
    el("h2", {}, "Reports"),
    el("p", {}, el("a", { href: closed ? "#/reports" : "#/reports?state=closed" }, closed ? "Open" : "Closed")),
    !closed && mayAct() && el("div", { class: "acts" }, note.label),
    table(
      closed ? "Closed, the last one first" : "Open, the oldest first",
      ["report", "user", "reason", "details", "game", "by", "at", closed ? "closed" : "action"],
      found.items.map((report) => [
        report.report_id,
        list([report.name, userLink(report.user_id)]),
        report.reason,
        report.details,
        report.game_id ? gameLink(report.game_id) : "",
        list([report.reporter_name, userLink(report.reporter_id)]),
        time(report.created_at),
        closed
          ? `${time(report.closed_at)} ${report.closed_by}: ${report.note}`
          : button(
              "Close",
              () => `Close report ${report.report_id}`,
              () => `/admin/reports/${report.report_id}/close${query({ note: note.input.value })}`,
            ),
      ]),
    ),
  ];
}

async function node() {
  const text = field("Text", { maxlength: 500, size: 50 });
  const minutes = field("Shown for minutes (empty: 60, or 5 after the maintenance begins)", { type: "number", min: 1, max: 10080 });
  const inMinutes = field("Maintenance in minutes (a countdown; empty: none)", { type: "number", min: 1, max: 10080 });
  const closing = field("Close new games then", { type: "checkbox" });
  const announcement = () =>
    JSON.stringify({
      text: text.input.value,
      ...(minutes.input.value && { minutes: Number(minutes.input.value) }),
      ...(inMinutes.input.value && {
        in_minutes: Number(inMinutes.input.value),
        close_new_games: closing.input.checked,
      }),
    });
  return [
    el("h2", {}, "Node"),
    el(
      "div",
      { class: "acts" },
      button(
        "Not ready",
        () => "Let load balancers look away from this node",
        () => "/admin/node/ready/off",
      ),
      button(
        "Ready",
        () => "Let load balancers send players here",
        () => "/admin/node/ready/on",
      ),
      button(
        "No new games",
        () => "Refuse new games on this node",
        () => "/admin/node/new-games/off",
      ),
      button(
        "New games",
        () => "Allow new games on this node",
        () => "/admin/node/new-games/on",
      ),
    ),
    mayAct() &&
      el(
        "form",
        {
          onsubmit: (event) => {
            event.preventDefault();
            void act(`Tell everybody: ${text.input.value}`, "/announcements", announcement());
          },
        },
        text.label,
        inMinutes.label,
        closing.label,
        minutes.label,
        el("button", {}, "Announce"),
      ),
    button(
      "Clear announcements",
      () => "Take all announcements back",
      () => "/announcements/clear",
    ),
    !mayAct() && el("p", {}, "Your role looks and does not act."),
  ];
}

async function audit(_, wanted) {
  const subject = field("Done to", { value: wanted.get("subject") ?? "" });
  const operator = field("Operator", { value: wanted.get("operator") ?? "" });
  const search = () => {
    location.hash = `#/audit${query({ subject: subject.input.value.trim(), operator: operator.input.value.trim() })}`;
  };
  const { items } = await get(`/admin/audit${query(Object.fromEntries(wanted))}`);
  const more = { ...Object.fromEntries(wanted), before: items.at(-1)?.id };
  return [
    el("h2", {}, "Audit"),
    searchForm(search, subject.label, operator.label),
    table(
      "Acts, the last one first",
      ["time", "operator", "act", "done to", "details", "status"],
      items.map((one) => [time(one.at), one.operator, one.act, one.subject, one.details, String(one.status)]),
    ),
    items.length === 200 && el("a", { href: `#/audit${query(more)}` }, "Older ones"),
  ];
}

/** A part that opens and closes, with JSON in it. */
function json(summary, value, open = false) {
  const text = JSON.stringify(value, null, 2);
  return el("details", { open }, el("summary", {}, summary), el("pre", { tabindex: "0" }, text));
}

const VIEWERS = { 0: "Seat 0", 1: "Seat 1", spectator: "Spectator" };

/** A choice of who sees a game, with its label; the first is seat 0. */
function viewerField(onChoice) {
  const options = Object.entries(VIEWERS).map(([value, name]) => el("option", { value }, name));
  return el("label", {}, "As seen by", el("select", { onchange: (event) => onChoice(event.target.value) }, ...options));
}

const tools = {
  call,
  el,
  field,
  gameLink,
  get,
  json,
  mayAct,
  say,
  table,
  time,
  userLink,
  viewerField,
  VIEWERS,
};

const PAGES = {
  overview,
  games,
  game,
  users,
  user,
  bans,
  mutes,
  reports,
  node,
  audit,
  ...developerPages(tools),
  ...replayPages(tools),
};

let shown = 0;

async function show() {
  clearTimeout(timer);
  document.dispatchEvent(new Event("leave"));
  const mine = ++shown;
  const [path, search] = location.hash.replace(/^#\//, "").split("?");
  const [name, ...rest] = (path || "overview").split("/");
  for (const link of document.querySelectorAll("nav a")) {
    if (link.hash === `#/${name}`) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  if (name !== "overview") earlier = undefined;
  try {
    const page = PAGES[name] ?? overview;
    const parts = await page(rest.map(encodeURIComponent), new URLSearchParams(search ?? ""));
    if (mine === shown) main.replaceChildren(...parts.filter((part) => part));
  } catch (failure) {
    if (mine === shown) main.replaceChildren(el("p", { class: "bad" }, failure.message));
  }
}

document.getElementById("sign-in").addEventListener("submit", async (event) => {
  event.preventDefault();
  token = document.getElementById("token").value.trim();
  try {
    me = await get("/admin/me");
  } catch (failure) {
    token = "";
    say(failure.message, true);
    return;
  }
  document.getElementById("nav").hidden = false;
  const operator = document.getElementById("operator");
  operator.hidden = false;
  operator.textContent = `${me.name} (${me.role})`;
  say("");
  window.addEventListener("hashchange", () => void show());
  await show();
});
