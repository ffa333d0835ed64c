package dev.menagerie.client;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A client of one server for one user: signs in, renews tokens, calls the REST API and opens game
 * sessions. Thread safe; methods block. Every call may throw {@link RequestRefused} and {@link
 * Unreachable}. Bodies may be records, maps or trees, with the names of the wire.
 */
public final class Menagerie {
  private final RestClient rest;

  /**
   * A client of a server.
   *
   * @param url such as {@code http://127.0.0.1:8080}; it may have a path
   */
  public Menagerie(String url) {
    rest = new RestClient(url);
  }

  /** The server's address, without a slash at the end. */
  public String url() {
    return rest.url();
  }

  /** The signed-in user; empty: none. */
  public Optional<User> user() {
    return rest.user();
  }

  /** Signs in as a new guest. */
  public User signInAsGuest(String name) {
    return rest.save(rest.open("POST", "/auth/guest", Map.of("name", name)));
  }

  /** Makes an account and signs in. */
  public User register(String name, String password) {
    return rest.save(
        rest.open("POST", "/auth/register", Map.of("name", name, "password", password)));
  }

  /** Signs in with an account; {@code unauthenticated}: name or password is wrong. */
  public User login(String name, String password) {
    return rest.save(rest.open("POST", "/auth/login", Map.of("name", name, "password", password)));
  }

  /** Signs out. The tokens are forgotten even if the server cannot be reached. */
  public void logout() {
    var refresh = rest.refreshToken();
    if (refresh.isEmpty()) return;
    try {
      rest.call("POST", "/auth/logout", Map.of("refresh_token", refresh.get()), Map.of());
    } catch (RequestRefused | Unreachable lost) {
      // The server forgets the session by itself.
    } finally {
      rest.clear();
    }
  }

  /** Gets new tokens; the client does that by itself before they expire. */
  public void renew() {
    rest.renew();
  }

  /** Every card that the server knows. */
  public List<JsonNode> cards() {
    return rest.list("/cards");
  }

  /** The presets of rules. */
  public List<JsonNode> rules() {
    return rest.list("/rules");
  }

  /** The user's own decks and the starter decks. */
  public List<JsonNode> decks() {
    return rest.list("/decks");
  }

  /**
   * Creates a game. Repeated after a failure it makes another one: see {@link #createGame(Object,
   * String)}.
   *
   * @param game {@code deck_id}, and {@code rules_config}, {@code opponent} and more
   * @return {@code game_id}, {@code status}, {@code invite_code}
   */
  public JsonNode createGame(Object game) {
    return createGame(game, UUID.randomUUID().toString());
  }

  /** Creates a game. Safe to repeat with the same key. */
  public JsonNode createGame(Object game, String idempotencyKey) {
    return rest.call("POST", "/games", game, Map.of("Idempotency-Key", idempotencyKey));
  }

  /** Takes the second seat of a waiting game; one that is not listed needs its invite code. */
  public JsonNode joinGame(String gameId, String deckId, Optional<String> inviteCode) {
    var body = Json.object().put("deck_id", deckId);
    inviteCode.ifPresent(code -> body.put("invite_code", code));
    return call("POST", "/games/" + RestClient.encoded(gameId) + "/join", body);
  }

  /** A game in short: its status, players and version. */
  public JsonNode game(String gameId) {
    return call("GET", "/games/" + RestClient.encoded(gameId), null);
  }

  /** The user's unfinished games. */
  public List<JsonNode> activeGames() {
    return rest.list("/games/me/active");
  }

  /** Has the server play a finished game again and compare every digest. */
  public JsonNode verifyReplay(String gameId) {
    return call("POST", "/games/" + RestClient.encoded(gameId) + "/replay/verify", null);
  }

  /**
   * Any other call of {@code /openapi.json}, for the user who is signed in.
   *
   * @param path with its query, encoded
   * @param body null: none
   * @return the body of the response; an empty object where there is none
   */
  public JsonNode call(String method, String path, @Nullable Object body) {
    return rest.call(method, path, body, Map.of());
  }

  /** Opens a session for a game the user plays in. */
  public GameSession play(String gameId) {
    return play(gameId, SessionOptions.DEFAULT);
  }

  /** Opens a session for a game the user plays in. */
  public GameSession play(String gameId, SessionOptions options) {
    return new GameSession(rest, gameId, true, options);
  }

  /** Opens a session that watches a public game. */
  public GameSession watch(String gameId, SessionOptions options) {
    return new GameSession(rest, gameId, false, options);
  }
}
