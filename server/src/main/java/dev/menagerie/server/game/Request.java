package dev.menagerie.server.game;

import dev.menagerie.codec.Sha256;
import java.util.HexFormat;

/**
 * Identifies a request: the same seat, id and content is the same request, however often and on
 * whichever node it arrives.
 *
 * @param payloadHash hash of the content; it reveals an id that was used for two requests
 */
public record Request(int seat, MessageId id, String payloadHash) {
  private static final int HASH_BYTES =
      16; // the hash distinguishes, it does not protect: the sender made both

  public Request {
    if (seat < 0 || payloadHash.isEmpty()) throw new IllegalArgumentException("not a request");
  }

  /** The request of a payload that is compared by its text. */
  public static Request of(int seat, MessageId id, String payload) {
    return new Request(seat, id, HexFormat.of().formatHex(Sha256.of(payload), 0, HASH_BYTES));
  }
}
