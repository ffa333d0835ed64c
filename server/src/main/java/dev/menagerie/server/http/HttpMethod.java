package dev.menagerie.server.http;

/** The methods of routes; HEAD and OPTIONS come with them. */
public enum HttpMethod {
  GET,
  POST,
  PUT,
  DELETE
}
