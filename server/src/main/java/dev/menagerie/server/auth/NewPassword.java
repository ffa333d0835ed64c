package dev.menagerie.server.auth;

/** A password that a user chooses: of 8 to 256 characters, and none that is tried first. Prints hidden. */
public record NewPassword(String value) {
  private static final int MIN_LENGTH = 8;

  /** Far above any passphrase; hashing costs no more for it, carrying it does. */
  public static final int MAX_LENGTH = 256;

  public NewPassword {
    if (value.length() < MIN_LENGTH) {
      throw new IllegalArgumentException("must have at least " + MIN_LENGTH + " characters");
    }
    if (value.length() > MAX_LENGTH) {
      throw new IllegalArgumentException("must have at most " + MAX_LENGTH + " characters");
    }
    if (WeakPasswords.contains(value)) {
      throw new IllegalArgumentException("is one of the most used passwords; choose another");
    }
    if (value.chars().distinct().count() < 3) {
      throw new IllegalArgumentException("must have more different characters");
    }
  }

  /** Whether it is no more than the name it is for. */
  boolean repeats(PlayerName name) {
    return PlayerName.keyOf(value).filter(name.key()::equals).isPresent();
  }

  @Override
  public String toString() {
    return "NewPassword[hidden]";
  }
}
