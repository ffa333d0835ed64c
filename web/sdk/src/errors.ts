import type { DetailsOf, RefusalCode, TypedRefusal } from "./refusals.js";
import type { BrokenRule, Problem } from "./wire.js";

const TEMPORARY: ReadonlySet<string> = new Set(["busy", "unavailable", "rate_limited"]);

/** The kinds of errors that the client throws. */
export type ErrorKind = ClientError["kind"];

/** Every error that the client throws for reasons outside of the program; `kind` tells them apart. */
export type ClientError = Refused | SessionClosed | Unreachable;

/** Whether an error is one of the client's; anything else is a mistake of the program. */
export function isClientError(failure: unknown): failure is ClientError {
  return failure instanceof Refused || failure instanceof SessionClosed || failure instanceof Unreachable;
}

/** The server refused a message or a call and changed nothing. `code` is stable; the message is for people. */
export class Refused extends Error {
  /** Which of the client's errors this is. */
  readonly kind = "refused";
  /** The stable reason; a newer server may have codes that this version does not know. */
  readonly code: RefusalCode | (string & {});
  /** Facts for programs; {@link is} and {@link refusal} give them their types. */
  readonly details: Readonly<Record<string, unknown>>;

  /** @param refusal as it came from the server */
  constructor(refusal: { code: string; message: string; details?: unknown }) {
    super(refusal.message);
    this.name = "Refused";
    this.code = refusal.code;
    this.details = (refusal.details ?? {}) as Record<string, unknown>;
  }

  /** Whether this is the reason; in the branch where it is, `details` has the type of that code. */
  is<Code extends RefusalCode>(
    code: Code,
  ): this is this & {
    /** The reason. */
    readonly code: Code;
    /** The facts of that reason. */
    readonly details: Readonly<DetailsOf<Code>>;
  } {
    return this.code === code;
  }

  /** The same for a `switch` over `code`, with `details` typed in each case. */
  get refusal(): TypedRefusal {
    return { code: this.code, message: this.message, details: this.details } as TypedRefusal;
  }

  /** Whether the same request may succeed later. False when the server lacks the cards of the game. */
  get temporary(): boolean {
    return TEMPORARY.has(this.code) && this.details["reason"] !== "cards";
  }
}

/** A REST call was refused. */
export class RequestRefused extends Refused {
  /** The HTTP status. */
  readonly status: number;
  /** How long to wait before the next attempt, in milliseconds; set where the server says it. */
  readonly retryAfterMs: number | undefined;
  /** Every broken rule of a deck, of house rules or of a request's body, with its path. */
  readonly brokenRules: BrokenRule[];

  /**
   * @param status of the response
   * @param problem the body of the response
   * @param retryAfter the header `Retry-After`
   */
  constructor(
    status: number,
    problem: Partial<Omit<Problem, "code">> & { code: string },
    retryAfter: string | null = null,
  ) {
    const errors = problem.errors ? { errors: problem.errors } : {};
    super({
      code: problem.code,
      message: problem.detail ?? problem.title ?? problem.code,
      details: { ...errors, ...(problem.details as object | undefined) },
    });
    this.name = "RequestRefused";
    this.status = status;
    this.brokenRules = problem.errors ?? [];
    this.retryAfterMs = retryAfter && /^\d+$/.test(retryAfter) ? Number(retryAfter) * 1000 : undefined;
  }
}

/** The server could not be reached. */
export class Unreachable extends Error {
  /** Which of the client's errors this is. */
  readonly kind = "unreachable";

  /** @param cause the error of `fetch` */
  constructor(cause: unknown) {
    super("The server cannot be reached.", { cause });
    this.name = "Unreachable";
  }
}

/**
 * Why a session ended: `left` by this client; a code of `session:closed`; or the code of the refusal when the game
 * cannot be joined.
 */
export type CloseCode =
  "left" | "replaced" | "logged_out" | "banned" | "busy" | "unauthenticated" | RefusalCode | (string & {});

/** The session ended before the request was answered. */
export class SessionClosed extends Error {
  /** Which of the client's errors this is. */
  readonly kind = "session_closed";
  /** Why the session ended. */
  readonly code: CloseCode;

  /** @param code why the session ended */
  constructor(code: CloseCode) {
    super(`The session is closed: ${code}.`);
    this.name = "SessionClosed";
    this.code = code;
  }
}
