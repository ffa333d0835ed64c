package dev.menagerie.codec;

/**
 * The one way a Java name becomes a JSON name: {@code cardId} and {@code CardId} are {@code
 * card_id}.
 */
public final class SnakeCase {
  private SnakeCase() {}

  /** Turns a Java name such as {@code turnNumber} into {@code turn_number}. */
  public static String of(String javaName) {
    var out = new StringBuilder(javaName.length() + 4);
    for (int i = 0; i < javaName.length(); i++) {
      char c = javaName.charAt(i);
      if (Character.isUpperCase(c)) {
        boolean startsWord =
            i > 0
                && (!Character.isUpperCase(javaName.charAt(i - 1))
                    || (i + 1 < javaName.length()
                        && Character.isLowerCase(javaName.charAt(i + 1))));
        if (startsWord && out.charAt(out.length() - 1) != '_') out.append('_');
        out.append(Character.toLowerCase(c));
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }
}
