package dev.menagerie.server.http;

import java.util.Optional;

/**
 * Remembers what was answered to requests under an {@code Idempotency-Key}, for at least a day, on
 * every node and over restarts.
 */
public interface IdempotencyStore {
  /** Claims the key for this request, in one step. */
  Claim claim(String userId, String key, byte[] requestHash);

  /** Keeps the answer of a claimed request. */
  void keep(String userId, String key, StoredResponse answer);

  /** Frees a claimed key after a refusal: nothing was done, the client may try again. */
  void free(String userId, String key);

  /**
   * An answer as it is given again.
   *
   * @param location where what was made can be read
   */
  record StoredResponse(int status, String body, Optional<String> location) {}

  /** The outcome of a claim. */
  sealed interface Claim {
    /** The request is new and the caller's to do. */
    record Fresh() implements Claim {}

    /** It was done, and answered with this. */
    record Answered(StoredResponse answer) implements Claim {}

    /** The same request is in progress. */
    record InProgress() implements Claim {}

    /** The key was used for another request. */
    record Reused() implements Claim {}
  }
}
