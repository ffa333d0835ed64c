import type { BrokenRule, ErrorCode, Problem } from "./wire.js";

const TEMPORARY: ReadonlySet<string> = new Set(["busy", "unavailable", "rate_limited"]);

/** The server refused a request and changed nothing. `code` is stable; the message is for people. */
export class Refused extends Error {
  readonly code: ErrorCode | (string & {});
  readonly details: Record<string, unknown>;

  constructor(refusal: { code: string; message: string; details?: unknown }) {
    super(refusal.message);
    this.name = "Refused";
    this.code = refusal.code;
    this.details = (refusal.details ?? {}) as Record<string, unknown>;
  }

  /** Whether the same request may succeed later. False when the server lacks the cards of the game. */
  get temporary(): boolean {
    return TEMPORARY.has(this.code) && this.details["reason"] !== "cards";
  }
}

/** A REST call was refused. */
export class RequestRefused extends Refused {
  /** How long to wait before the next attempt, in milliseconds; set on status 429. */
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

  /** Every broken rule of a deck or of house rules. */
  readonly brokenRules: BrokenRule[];
}

/** The server could not be reached. */
export class Unreachable extends Error {
  constructor(cause: unknown) {
    super("The server cannot be reached.", { cause });
    this.name = "Unreachable";
  }
}

/** The session ended before the request was answered. */
export class SessionClosed extends Error {
  constructor(readonly code: string) {
    super(`The session is closed: ${code}.`);
    this.name = "SessionClosed";
  }
}
