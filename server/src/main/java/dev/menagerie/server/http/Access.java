package dev.menagerie.server.http;

/** Who may call a route. */
enum Access {
  ANYONE,
  /** A token is looked at where there is one; a bad one is as none. */
  ANYONE_KNOWN_OR_NOT,
  SIGNED_IN
}
