export { Menagerie, type ClientOptions, type ClientEvents } from "./client.js";
export {
  GameSession,
  type ConnectionStatus,
  type Quality,
  type SessionEvents,
  type SessionOptions,
} from "./session.js";
export { Refused, RequestRefused, SessionClosed, Unreachable } from "./errors.js";
export { browserStore, memoryStore, type CredentialStore, type Credentials } from "./tokens.js";
export { applyPatch, PatchMismatch } from "./patch.js";
export type * from "./protocol.js";
export { ENERGY_TYPES, ERROR_CODES } from "./protocol.js";
