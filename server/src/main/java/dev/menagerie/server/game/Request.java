package dev.menagerie.server.game;

import dev.menagerie.server.Sha256;
import java.util.HexFormat;

/**
 * Who asked, by which name, and for what: the same seat and id with the same payload is the same
 * request, however often and on whichever node it arrives.
 *
 * @param payloadHash of what was asked for, so that an id used twice for two things is noticed
 */
public record Request(int seat, MessageId id, String payloadHash) {
  private static final int HASH_BYTES = 16; // told apart, not protected: the sender made both

  public Request {
    if (seat < 0 || payloadHash.isEmpty()) throw new IllegalArgumentException("not a request");
  }

  /** The request of a payload that is compared by its text. */
  public static Request of(int seat, MessageId id, String payload) {
    return new Request(seat, id, HexFormat.of().formatHex(Sha256.of(payload), 0, HASH_BYTES));
  }
}
