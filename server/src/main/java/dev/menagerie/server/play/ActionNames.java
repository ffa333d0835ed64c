package dev.menagerie.server.play;

import dev.menagerie.codec.SnakeCase;
import dev.menagerie.rules.view.Action;

/** The {@code type} an action has on the wire. */
public final class ActionNames {
  private static final ClassValue<String> NAMES =
      new ClassValue<>() {
        @Override
        protected String computeValue(Class<?> action) {
          return SnakeCase.of(action.getSimpleName());
        }
      };

  private ActionNames() {}

  /** The name of an action. */
  public static String of(Action action) {
    return NAMES.get(action.getClass());
  }
}
