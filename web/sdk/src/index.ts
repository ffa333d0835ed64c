export { Menagerie } from "./client.js";
export type { AccountClient, ClientOptions } from "./account-client.js";
export type { ClientEvents } from "./token-manager.js";
export { GameSession } from "./session.js";
export { LobbySession, type LobbyEvents, type LobbyState } from "./lobby.js";
export type { Matchmaking } from "./matchmaking.js";
export type { Players } from "./players.js";
export type { Results } from "./results.js";
export type { Tournaments } from "./tournaments.js";
export type { ActOptions, SessionEvents, SessionOptions } from "./session-events.js";
export type { ConnectionStatus, Transport } from "./connection.js";
export type { Quality } from "./heartbeat.js";
export {
  isClientError,
  Refused,
  RequestRefused,
  SessionClosed,
  Unreachable,
  type ClientError,
  type CloseCode,
  type ErrorKind,
} from "./errors.js";
export type {
  DetailsOf,
  ForbiddingRule,
  RefusalCode,
  RefusalDetails,
  Rule,
  RuleFacts,
  TypedRefusal,
} from "./refusals.js";
export { browserStore, memoryStore, type CredentialStore, type Credentials } from "./credentials.js";
export { applyPatch, PatchMismatch, type Operation } from "./patch.js";
export type * from "./wire.js";
export { ENERGY_TYPES, ERROR_CODES } from "./wire.js";
export type { Acted, GameFilter, Joined, ReplayFrame, RulesChoice } from "./names.js";
