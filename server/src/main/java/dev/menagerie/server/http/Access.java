package dev.menagerie.server.http;

/** The callers that a route admits. */
enum Access {
  ANYONE,
  /** A token is optional; an invalid one counts as none. */
  ANYONE_KNOWN_OR_NOT,
  SIGNED_IN
}
