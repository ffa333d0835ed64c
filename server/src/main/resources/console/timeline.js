// Rows of the timelines of a game and of a user.

const CLOCK = new Set(["timeout", "grace_granted", "warned", "time_given_back", "time_granted", "timed_out"]);

/** What a step of the timeline is, for people. */
function kindOf(step, before) {
  if (before && step.epoch > before.epoch) return "recovery, then command";
  if (CLOCK.has(step.move)) return "clock";
  return step.seat === undefined || step.seat === null ? "service" : "command";
}

const CAME_AND_WENT = {
  entered: "connects",
  left: "leaves",
  replaced: "connects elsewhere",
  ended: "loses the connection",
};

/** Commits of a game and its connections as rows of one table, in the order of their times. */
export function gameRows(row, steps, visits, { time, userLink }) {
  const commits = steps.map((step, index) => ({
    at: step.at,
    cells: [
      String(step.event_id),
      time(step.at),
      kindOf(step, steps[index - 1]),
      step.move,
      step.seat === 0 || step.seat === 1 ? userLink(row.players[step.seat]) : "",
      time(step.deadline),
      String(step.epoch),
    ],
  }));
  const connections = visits.map((visit) => ({
    at: visit.at,
    cells: [
      "",
      time(visit.at),
      "connection",
      `${visit.as} ${CAME_AND_WENT[visit.event] ?? visit.event}, ${visit.connection} on ${visit.node}`,
      userLink(visit.user_id),
      "",
      "",
    ],
  }));
  const rows = [...commits, ...connections].sort((one, other) => new Date(one.at) - new Date(other.at));
  return rows.map(({ cells }) => cells);
}

/** What is known of a user as rows of one table, the last first. */
export function userRows(user, sessions, games, acts, reports, { gameLink, time, userLink }) {
  const rows = [
    { at: user.created_at, what: user.registered ? "account" : "guest", which: user.name },
    ...sessions.map((one) => ({ at: one.started_at, what: "signed in", which: one.session })),
    ...sessions.map((one) => ({ at: one.last_used_at, what: "session last used", which: one.session })),
    ...games.map((one) => ({ at: one.created_at, what: "game created", which: gameLink(one.game_id) })),
    ...games.map((one) => ({
      at: one.moved_at,
      what: one.end_reason ? `game ended: ${one.end_reason}` : "game moved last",
      which: gameLink(one.game_id),
    })),
    ...acts.map((one) => ({ at: one.at, what: `${one.operator}: ${one.act} (${one.status})`, which: one.details })),
    ...reports.map((one) => ({
      at: one.created_at,
      what: `reported: ${one.reason}`,
      which: one.game_id ? gameLink(one.game_id) : userLink(one.reporter_id),
    })),
    ...reports
      .filter((one) => one.closed_at)
      .map((one) => ({ at: one.closed_at, what: `report closed by ${one.closed_by}`, which: one.note })),
  ];
  rows.sort((one, other) => new Date(other.at) - new Date(one.at));
  return rows.map(({ at, what, which }) => [time(at), what, which]);
}
