package dev.menagerie.server.auth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PasswordsTest {
  /** Of "correct horse", written by a server whose locale was fa_IR. */
  private static final String PARAMETERS_IN_LOCAL_DIGITS = "$argon2id$v=19$m=۱۹۴۵۶,t=۲,p=۱$";

  @Test
  void aHashWithParametersInLocalDigitsIsRead() {
    try (var passwords = new Passwords()) {
      var hash = passwords.hash(new NewPassword("correct horse"));
      assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
      var written = PARAMETERS_IN_LOCAL_DIGITS + hash.substring(hash.indexOf("p=1$") + 4);

      assertThat(passwords.matches("correct horse", written)).isTrue();
      assertThat(passwords.matches("correct house", written)).isFalse();
      assertThat(passwords.matches("correct house", hash)).isFalse();
    }
  }
}
