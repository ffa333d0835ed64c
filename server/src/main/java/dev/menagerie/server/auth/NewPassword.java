package dev.menagerie.server.auth;

/** A password somebody wants to have. Prints as nothing. */
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
  }

  @Override
  public String toString() {
    return "NewPassword[hidden]";
  }
}
