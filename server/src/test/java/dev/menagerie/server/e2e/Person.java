package dev.menagerie.server.e2e;

import java.util.Map;

/** A user who has signed in. */
public record Person(String id, String token, String refreshToken, Api api) {
  public static Person guest(String origin) {
    var api = Api.of(origin);
    var answer = api.post("/auth/guest", Map.of()).ok();
    var token = answer.path("access_token").stringValue();
    return new Person(
        answer.path("user").path("id").stringValue(),
        token,
        answer.path("refresh_token").stringValue(),
        api.as(token));
  }

  /** The same person at another server of the same cluster. */
  public Person at(String origin) {
    return new Person(id, token, refreshToken, Api.of(origin).as(token));
  }

  public static Person guest() {
    return guest(Servers.shared());
  }
}
