import type { BrokenRule, Problem, Refusal } from "./protocol.js";

/** The server said no; `code` is stable, the message is for people. A refusal changed nothing. */
export class Refused extends Error {
  readonly code: string;
  readonly details: Record<string, unknown>;

  constructor(refusal: Refusal) {
    super(refusal.message);
    this.name = "Refused";
    this.code = refusal.code;
    this.details = refusal.details ?? {};
  }
}

/** A REST call was refused. */
export class RequestRefused extends Refused {
  /** Set on 429: how long to wait. */
  readonly retryAfterMs: number | undefined;

  constructor(
    readonly status: number,
    readonly problem: Problem,
    retryAfter: string | null,
  ) {
    super({
      code: problem.code,
      message: problem.detail ?? problem.title ?? problem.code,
      details: problem as Record<string, unknown>,
    });
    this.name = "RequestRefused";
    this.retryAfterMs = retryAfter && /^\d+$/.test(retryAfter) ? Number(retryAfter) * 1000 : undefined;
  }

  /** Everything that was wrong at once, of a deck or of house rules. */
  get brokenRules(): BrokenRule[] {
    const details = this.problem["details"] as Record<string, unknown> | undefined;
    const listed =
      this.problem.errors ?? this.problem["problems"] ?? details?.["errors"] ?? details?.["problems"];
    if (!Array.isArray(listed)) return [];
    return listed.map((rule: BrokenRule | string) =>
      typeof rule === "string" ? { path: "", message: rule } : rule,
    );
  }
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
