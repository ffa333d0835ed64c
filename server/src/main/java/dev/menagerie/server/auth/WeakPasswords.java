package dev.menagerie.server.auth;

import com.nulabinc.zxcvbn.StandardDictionaries;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Set;

/**
 * The passwords that are tried first: the 30,000 most used ones, from the list that zxcvbn (MIT
 * license) carries. Compared without case.
 */
final class WeakPasswords {
  private static final Set<String> LIST = read();

  private WeakPasswords() {}

  static boolean contains(String password) {
    return LIST.contains(password.toLowerCase(Locale.ROOT));
  }

  private static Set<String> read() {
    try {
      return Set.copyOf(StandardDictionaries.PASSWORDS_LOADER.load().getFrequencies());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
