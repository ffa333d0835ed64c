package dev.menagerie.server.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;

/** Files and directories that only their owner may read, from the moment they exist. */
public final class PrivateFiles {
  private static final int SECRET_BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");
  private static final Set<PosixFilePermission> OWNER_AND_GROUP =
      PosixFilePermissions.fromString("rw-r-----");
  private static final FileAttribute<Set<PosixFilePermission>> FILE =
      PosixFilePermissions.asFileAttribute(OWNER_ONLY);
  private static final FileAttribute<Set<PosixFilePermission>> DIRECTORY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

  private PrivateFiles() {}

  /**
   * Creates a directory of mode 700 where none is; one that is there keeps its mode. If root does,
   * it belongs to the owner of the directory it is in.
   */
  public static Path directory(Path directory) {
    boolean isNew = !Files.exists(directory);
    newDirectory(directory);
    try {
      if (isNew) SystemUsers.inheritOwner(directory);
      return directory;
    } catch (IOException e) {
      throw new UnusableFile("cannot change the owner of " + directory, e);
    }
  }

  /** Creates a directory of mode 700, and those it is in, that belong to this user. */
  static Path newDirectory(Path directory) {
    try {
      return Files.createDirectories(directory, DIRECTORY);
    } catch (IOException e) {
      throw new UnusableFile("cannot create directory " + directory, e);
    }
  }

  /**
   * Replaces a file's content in one step; a crash leaves the old or the new, never half. If root
   * writes it, it belongs to the owner of its directory.
   */
  public static void write(Path file, String content) {
    Path draft = file.resolveSibling(file.getFileName() + ".draft");
    try {
      Files.deleteIfExists(draft);
      try (var channel =
          FileChannel.open(
              draft, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), FILE)) {
        var bytes = ByteBuffer.wrap(content.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) channel.write(bytes);
        channel.force(true);
      }
      SystemUsers.inheritOwner(draft);
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UnusableFile("cannot write " + file, e);
    }
  }

  /** The secret in a file; a random one (256 bit, URL-safe text) is made where none is. */
  public static String secret(Path file) {
    if (!Files.exists(file)) {
      var random = new byte[SECRET_BYTES];
      RANDOM.nextBytes(random);
      write(file, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
    }
    return readSecret(file);
  }

  /**
   * The text of a secret file.
   *
   * @throws EmbeddedStoreFailed if other users may read it. Its group may, if this process does not
   *     own the file: container platforms provide secrets like this
   */
  public static String readSecret(Path file) {
    try {
      var mode = Files.getPosixFilePermissions(file);
      boolean owned = SystemUsers.ownerOf(file) == SystemUsers.current();
      if (!(owned || SystemUsers.isRoot() ? OWNER_ONLY : OWNER_AND_GROUP).containsAll(mode)) {
        throw new EmbeddedStoreFailed(
            "secret file " + file + " may be read by others; run: chmod 600 " + file);
      }
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UnusableFile("cannot read secret file " + file, e);
    }
  }
}
