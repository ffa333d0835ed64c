package dev.menagerie.server.http;

/** The methods routes are made for; HEAD and OPTIONS come with them. */
public enum Verb {
  GET,
  POST,
  PUT,
  DELETE
}
