package dev.menagerie.server.http;

import java.util.Optional;

/**
 * Stores the responses to requests with an {@code Idempotency-Key}, for at least a day, for every
 * node and across restarts.
 */
public interface IdempotencyStore {
  /** Claims the key for this request, in one step. */
  Claim claim(String userId, String key, byte[] requestHash);

  /** Keeps the response of a claimed request. */
  void keep(String userId, String key, StoredResponse response);

  /** Frees a claimed key after a refusal: nothing was done, the client may try again. */
  void free(String userId, String key);

  /**
   * A stored response.
   *
   * @param location the path of the created resource
   */
  record StoredResponse(int status, String body, Optional<String> location) {}

  /** The outcome of a claim. */
  sealed interface Claim {
    /** The request is new and the caller's to do. */
    record Fresh() implements Claim {}

    /** It was done, with this response. */
    record Done(StoredResponse response) implements Claim {}

    /** The same request is in progress. */
    record InProgress() implements Claim {}

    /** The key was used for another request. */
    record Reused() implements Claim {}
  }
}
