package dev.menagerie.server.embedded;

import dev.menagerie.codec.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Hashes of files. */
final class Hashes {
  private static final int BUFFER_BYTES = 128 * 1024;

  private Hashes() {}

  static byte[] sha256(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      var digest = Sha256.digest();
      var buffer = new byte[BUFFER_BYTES];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
      return digest.digest();
    }
  }
}
