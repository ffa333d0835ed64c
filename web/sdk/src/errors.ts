import type { BrokenRule, ErrorCode, Problem } from "./wire.js";

const PASSING: ReadonlySet<string> = new Set(["busy", "unavailable", "rate_limited"]);

/** The server said no; `code` is stable, the message is for people. A refusal changed nothing. */
export class Refused extends Error {
  readonly code: ErrorCode | (string & {});
  readonly details: Record<string, unknown>;

  constructor(refusal: { code: string; message: string; details?: unknown }) {
    super(refusal.message);
    this.name = "Refused";
    this.code = refusal.code;
    this.details = (refusal.details ?? {}) as Record<string, unknown>;
  }

  /** Whether the server would do the thing a moment later; not if it lacks the cards of the game. */
  get passing(): boolean {
    return PASSING.has(this.code) && this.details["reason"] !== "cards";
  }
}

/** A REST call was refused. */
export class RequestRefused extends Refused {
  /** Set on 429: how long to wait. */
  readonly retryAfterMs: number | undefined;

  constructor(
    readonly status: number,
    problem: Partial<Omit<Problem, "code">> & { code: string },
    retryAfter: string | null,
  ) {
    super({ code: problem.code, message: problem.detail ?? problem.title ?? problem.code, details: problem.details });
    this.name = "RequestRefused";
    this.brokenRules = problem.errors ?? [];
    this.retryAfterMs = retryAfter && /^\d+$/.test(retryAfter) ? Number(retryAfter) * 1000 : undefined;
  }

  /** Everything that was wrong at once, of a deck or of house rules. */
  readonly brokenRules: BrokenRule[];
}

/** The server could not be reached. */
export class Unreachable extends Error {
  constructor(cause: unknown) {
    super("The server cannot be reached.", { cause });
    this.name = "Unreachable";
  }
}

/** The session ended before this was answered. */
export class SessionClosed extends Error {
  constructor(readonly code: string) {
    super(`The session is closed: ${code}.`);
    this.name = "SessionClosed";
  }
}
