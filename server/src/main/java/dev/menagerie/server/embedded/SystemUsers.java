package dev.menagerie.server.embedded;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** Numeric users and groups of the system: a user of a container often has no name. */
final class SystemUsers {
  static final int ROOT = 0;

  private SystemUsers() {}

  /** The user this process runs as. */
  static int current() {
    return (int) new UnixSystem().getUid();
  }

  static boolean isRoot() {
    return current() == ROOT;
  }

  static int ownerOf(Path file) {
    return number(file, "unix:uid");
  }

  static int groupOf(Path file) {
    return number(file, "unix:gid");
  }

  /** The permission bits, with set-id and sticky bits. */
  static int modeOf(Path file) {
    return number(file, "unix:mode") & 07777;
  }

  private static int number(Path file, String attribute) {
    try {
      return (Integer) Files.getAttribute(file, attribute, LinkOption.NOFOLLOW_LINKS);
    } catch (IOException e) {
      throw new UnusableFile("cannot read the attributes of " + file, e);
    }
  }

  /**
   * Gives a file that root has just created to the owner of its directory. Has no effect for other
   * users, who own what they create.
   */
  static void inheritOwner(Path created) throws IOException {
    Path parent = created.toAbsolutePath().getParent();
    if (parent == null || !isRoot()) return;
    int owner = ownerOf(parent);
    if (owner == ownerOf(created)) return;
    Files.setAttribute(created, "unix:uid", owner, LinkOption.NOFOLLOW_LINKS);
    Files.setAttribute(created, "unix:gid", groupOf(parent), LinkOption.NOFOLLOW_LINKS);
  }
}
