package dev.menagerie.server.settings;

import dev.menagerie.server.auth.SigningKeys;
import dev.menagerie.server.embedded.EmbeddedStoreFailed;
import dev.menagerie.server.embedded.PrivateFiles;
import dev.menagerie.server.embedded.UnusableFile;
import dev.menagerie.server.redis.RedisAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Everything about the settings that can be found out before anything starts. */
public record SettingChecks(ServeOptions options) {

  /** Every problem of the settings, one line each. Reads files and changes nothing. */
  public List<String> problems() {
    var found = new SettingProblems();
    options.problems().forEach(found::add);
    content(found);
    found.ifRefused(new PortSettings(options.network)::tls, "");
    if (options.jwtSecretFile != null) readKeys(options.jwtSecretFile, found);
    options.oidc.checkFiles(found);
    authorities(found);
    options.redisProgram().ifPresent(program -> requireProgram(program, found));
    dataDirectory(found);
    return found.all();
  }

  private void authorities(SettingProblems found) {
    readable(options::postgres)
        .ifPresent(address -> found.ifRefused(address::requireAuthorities, "--postgres-url: "));
    readable(() -> options.redis().map(RedisAddress::parse))
        .ifPresent(address -> found.ifRefused(address::trust, "--redis-url: "));
  }

  /** Empty for a wrong address, which is among the problems already. */
  private static <T> Optional<T> readable(Supplier<Optional<T>> address) {
    try {
      return address.get();
    } catch (IllegalArgumentException wrong) {
      return Optional.empty();
    }
  }

  /** An author's cards and decks need the rules, and are read only if there are any. */
  private void content(SettingProblems found) {
    int before = found.all().size();
    found.ifRefused(options.content::rules, "");
    boolean own = !options.content.cards.isEmpty() || !options.content.decks.isEmpty();
    if (own && found.all().size() == before) found.ifRefused(options.content::content, "");
  }

  private static void readKeys(Path file, SettingProblems found) {
    try {
      SigningKeys.parse(PrivateFiles.readSecret(file));
    } catch (IllegalArgumentException | UnusableFile | EmbeddedStoreFailed e) {
      found.add("--jwt-secret-file: " + e.getMessage());
    }
  }

  private static void requireProgram(Path program, SettingProblems found) {
    found.unless(
        Files.isRegularFile(program) && Files.isExecutable(program),
        "--redis-program: " + program + " is not a program this user can run");
  }

  private void dataDirectory(SettingProblems found) {
    Path directory = options.dataDir.toAbsolutePath();
    if (Files.exists(directory)) {
      found.unless(
          Files.isDirectory(directory) && Files.isWritable(directory),
          "--data-dir: " + directory + " is not a directory this user can write to");
      return;
    }
    Path above = directory;
    while (above != null && !Files.exists(above)) above = above.getParent();
    found.unless(
        above != null && Files.isDirectory(above) && Files.isWritable(above),
        "--data-dir: " + directory + " cannot be created");
  }

  /**
   * Tries the ports, before any store is started.
   *
   * @throws CommandFailure naming every port that cannot be had
   */
  public void requirePorts() {
    var found = new SettingProblems();
    for (var address : addresses()) address.problem().ifPresent(found::add);
    if (!found.all().isEmpty()) throw CommandFailure.failed(String.join("\n", found.all()));
  }

  private List<ListenAddress> addresses() {
    var all = new ArrayList<>(List.of(options.listen()));
    if (options.management.port != null) {
      all.add(ListenAddress.of(options.management.host, options.management.port));
    }
    return all;
  }
}
