package dev.menagerie.server.embedded;

/** The cluster's roles and their passwords. The superuser only makes the other two. */
record PostgresSecrets(String superuser, String owner, String application) {
  static final String DATABASE = "menagerie";
  static final String SUPERUSER = "postgres";
  static final String OWNER = "menagerie_owner";
  static final String APPLICATION = "menagerie_app";

  static PostgresSecrets in(DataDirectory data) {
    return new PostgresSecrets(
        data.secret("postgres-superuser"),
        data.secret("postgres-owner"),
        data.secret("postgres-application"));
  }

  @Override
  public String toString() {
    return "PostgresSecrets[hidden]";
  }
}
