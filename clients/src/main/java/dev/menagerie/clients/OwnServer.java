package dev.menagerie.clients;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A server of the demo's own: {@code menagerie serve} as a process with an empty data directory.
 * Closing it ends the process and deletes the directory.
 */
final class OwnServer implements AutoCloseable {
  /** A server that has not ended by then is killed, with its stores. */
  private static final int STOP_SECONDS = 30;

  private static final Pattern URL = Pattern.compile("https?://[^\\s]+");

  private final Path data;
  private final Process process;
  private final String url;

  private OwnServer(Path data, Process process, String url) {
    this.data = data;
    this.process = process;
    this.url = url;
  }

  /**
   * Starts a server and waits until it is ready.
   *
   * @param launcher the {@code menagerie} script
   * @param options further options of {@code serve}
   * @throws CommandFailure if the server ends before it is ready; its own message is on the error
   *     stream
   */
  static OwnServer start(Path launcher, List<String> options) throws IOException {
    var data = Files.createTempDirectory("menagerie-demo");
    var command = new ArrayList<String>();
    command.add(launcher.toString());
    command.addAll(List.of("serve", "--port", "0", "--data-dir", data.toString()));
    command.addAll(options);
    var process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    var url = readyUrl(process);
    if (url == null) {
      process.destroy();
      delete(data);
      throw CommandFailure.failed("the demo's own server did not start");
    }
    return new OwnServer(data, process, url);
  }

  /** The server prints one line with its address when it is ready. */
  private static @Nullable String readyUrl(Process process) throws IOException {
    var output =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    for (var line = output.readLine(); line != null; line = output.readLine()) {
      var url = URL.matcher(line);
      if (url.find()) return url.group().replaceAll("/$", "");
    }
    return null;
  }

  String url() {
    return url;
  }

  @Override
  public void close() throws IOException {
    process.destroy();
    try {
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) process.destroyForcibly();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    delete(data);
  }

  private static void delete(Path directory) throws IOException {
    try (var files = Files.walk(directory)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
    }
  }
}
