package dev.menagerie.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;

/** The keys of access tokens that several servers of a test share. */
public final class KeyFile {
  private static final int KEY_BYTES = 48;

  private KeyFile() {}

  /** Makes a file with one key, which only this user may read. */
  public static Path in(Path directory) throws IOException {
    var mode = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    var file = Files.createFile(directory.resolve("jwt.keys"), mode);
    return Files.writeString(file, Base64.getEncoder().encodeToString(new byte[KEY_BYTES]));
  }
}
