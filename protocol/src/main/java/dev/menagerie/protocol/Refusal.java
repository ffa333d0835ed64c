package dev.menagerie.protocol;

import dev.menagerie.codec.RawJson;
import java.util.Map;

/**
 * Why something was refused.
 *
 * @param code one of {@link ErrorCode}
 * @param message for people; may change
 * @param details facts for programs, by code
 */
public record Refusal(ErrorCode code, String message, RawJson details) {
  /**
   * A refusal without details.
   *
   * @param message one sentence for a developer; clients decide by the code
   */
  public static Refusal of(ErrorCode code, String message) {
    return of(code, message, Map.of());
  }

  /**
   * A refusal with facts that a client can show.
   *
   * @param details a record; its members become the JSON of {@code details}
   */
  public static Refusal of(ErrorCode code, String message, Object details) {
    return new Refusal(code, message, RawJson.of(details));
  }
}
