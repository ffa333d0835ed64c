package dev.menagerie.server.embedded;

import static java.util.Objects.requireNonNull;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The user that the stores run as: the one of this server, or, where that is root, the owner of the
 * data directory. A prefix of a command changes the user.
 *
 * @param prefix in front of any store's command
 * @param postgresPrefix in front of Postgres's, which refuses to run as root
 */
record StoreUser(List<String> prefix, List<String> postgresPrefix) {
  /** In a user namespace without a mapping, every process has the user "nobody". */
  private static final List<String> OWN_NAMESPACE = List.of("unshare", "--user");

  private static final List<Path> NSS_WRAPPERS =
      Stream.of(
              "/usr/lib/x86_64-linux-gnu/libnss_wrapper.so",
              "/usr/lib/aarch64-linux-gnu/libnss_wrapper.so",
              "/usr/lib64/libnss_wrapper.so",
              "/usr/lib/libnss_wrapper.so")
          .map(Path::of)
          .toList();

  /**
   * The user for the stores of a data directory.
   *
   * @throws EmbeddedStoreFailed when this is root and there is no way to another user
   */
  static StoreUser of(DataDirectory data) {
    if (!SystemUsers.isRoot()) return new StoreUser(List.of(), List.of());
    int owner = SystemUsers.ownerOf(data.root());
    if (owner != SystemUsers.ROOT) {
      var asOwner =
          List.of(
              "setpriv",
              "--reuid=" + owner,
              "--regid=" + SystemUsers.groupOf(data.root()),
              "--clear-groups");
      require(asOwner, "cannot run the stores as the owner of " + data.root());
      return new StoreUser(asOwner, asOwner);
    }
    require(OWN_NAMESPACE, "Postgres does not run as root, and there are no user namespaces");
    return new StoreUser(List.of(), OWN_NAMESPACE);
  }

  private static void require(List<String> prefix, String otherwise) {
    var command = new ArrayList<>(prefix);
    command.add("true");
    try {
      ProgramRunner.run(command);
    } catch (EmbeddedStoreFailed e) {
      throw new EmbeddedStoreFailed(
          otherwise
              + " ("
              + String.join(" ", command)
              + " failed); run the server as an ordinary user or give --postgres-url and"
              + " --redis-url",
          e);
    }
  }

  /**
   * Prefixes under which a user without a name may have one, for programs that refuse without:
   * first the wrapper library that container images install for this, then a user namespace.
   *
   * @param passwd where a file like /etc/passwd may be written
   */
  List<List<String>> namedPrefixes(Path passwd) {
    var named = new ArrayList<List<String>>();
    for (var wrapper : NSS_WRAPPERS) {
      if (Files.isReadable(wrapper)) named.add(wrapped(wrapper, passwd));
    }
    if (ProgramRunner.has("unshare") && !postgresPrefix.equals(OWN_NAMESPACE)) {
      var namespace = new ArrayList<>(postgresPrefix);
      namespace.addAll(OWN_NAMESPACE);
      named.add(namespace);
    }
    return named;
  }

  private List<String> wrapped(Path wrapper, Path passwd) {
    Path group = passwd.resolveSibling(passwd.getFileName() + ".group");
    int user =
        SystemUsers.ownerOf(
            requireNonNull(passwd.toAbsolutePath().getParent(), "a file has a folder"));
    PrivateFiles.write(passwd, "menagerie:x:" + user + ":" + user + "::/:/bin/false\n");
    PrivateFiles.write(group, "menagerie:x:" + user + ":\n");
    var prefix = new ArrayList<>(postgresPrefix);
    prefix.addAll(
        List.of(
            "env",
            "LD_PRELOAD=" + wrapper,
            "NSS_WRAPPER_PASSWD=" + passwd,
            "NSS_WRAPPER_GROUP=" + group));
    return prefix;
  }
}
