import { readFileSync } from "node:fs";
import { describe, expect, expectTypeOf, it } from "vitest";
import { isClientError, Refused, RequestRefused, SessionClosed, Unreachable, type Rule } from "../src/index.js";
import type { EnergyType } from "../src/wire.js";

/** Every rule of the types, written out so that the compiler compares it with them. */
const RULES: Record<Rule, true> = {
  no_such_card: true,
  no_such_target: true,
  no_such_attack: true,
  no_such_ability: true,
  not_in_setup: true,
  choose_first: true,
  no_such_choice: true,
  nothing_to_claim: true,
  bad_selection: true,
  place_active_first: true,
  wrong_kind_of_card: true,
  not_basic: true,
  bench_full: true,
  does_not_evolve: true,
  too_early_to_evolve: true,
  energy_already_attached: true,
  wrong_energy_source: true,
  no_energy_in_zone: true,
  supporter_already_played: true,
  stadium_already_played: true,
  same_stadium: true,
  too_many_items: true,
  tool_already_attached: true,
  not_in_first_turn: true,
  would_do_nothing: true,
  forbidden: true,
  ability_already_used: true,
  already_retreated: true,
  cannot_pay_retreat: true,
  cannot_move: true,
  cost_not_paid: true,
};

function explained(failure: Refused): string {
  const { refusal } = failure;
  switch (refusal.code) {
    case "stale_version":
      return `the game is at ${refusal.details.event_id.toFixed()}`;
    case "invalid_action":
      if (refusal.details.rule === "cost_not_paid") {
        expectTypeOf(refusal.details.missing).toEqualTypeOf<EnergyType[]>();
        return `missing ${refusal.details.missing.join(", ")}`;
      }
      return refusal.details.rule ?? "no rule";
    default:
      return refusal.message;
  }
}

describe("a refusal", () => {
  it("has details of the type that its code says", () => {
    expect(explained(new Refused({ code: "stale_version", message: "", details: { event_id: 7 } }))).toBe(
      "the game is at 7",
    );
    const details = { rule: "cost_not_paid", missing: ["fire"] };
    expect(explained(new Refused({ code: "invalid_action", message: "", details }))).toBe("missing fire");
    expect(explained(new Refused({ code: "invalid_action", message: "" }))).toBe("no rule");
    expect(explained(new Refused({ code: "of_tomorrow", message: "new" }))).toBe("new");
  });

  it("over REST has the status, the broken rules and the time to wait", () => {
    const errors = [{ path: "$.cards", message: "20 cards needed" }];
    const refused = new RequestRefused(429, { code: "rate_limited", detail: "slowly", errors }, "3");
    expect(refused).toMatchObject({ status: 429, brokenRules: errors, retryAfterMs: 3000, temporary: true });
    expect(refused.details).toEqual({ errors });
  });

  it("is told from other errors by its kind", () => {
    const errors = [
      new Refused({ code: "busy", message: "" }),
      new SessionClosed("left"),
      new Unreachable("cause"),
      new TypeError("a mistake of the program"),
    ];
    expect(errors.map((failure) => (isClientError(failure) ? failure.kind : "mistake"))).toEqual([
      "refused",
      "session_closed",
      "unreachable",
      "mistake",
    ]);
  });

  it("names the rules that the protocol lists", () => {
    const page = readFileSync(new URL("../../../docs/protocol.md", import.meta.url), "utf8");
    const section = page.split("### Rules that forbid an action")[1]?.split("\n#")[0] ?? "";
    const listed = [...section.matchAll(/^\| `(\w+)` \|/gm)].map((match) => match[1]);
    expect(listed.toSorted()).toEqual(Object.keys(RULES).toSorted());
  });
});
