package dev.menagerie.bench.socketio;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A server process under load, with the kernel's figures about it. */
final class Peer implements AutoCloseable {
  /** Linux counts processor time in these ticks. */
  private static final long TICKS_PER_SECOND = 100;

  private static final int UTIME = 11; // of the fields after the process's name, see proc(5)
  private static final int STIME = 12;

  private final Process process;
  private final BufferedReader out;
  private final int port;

  private Peer(List<String> command, Path directory) throws IOException {
    process =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    port = Integer.parseInt(line());
  }

  /** A Java server with these flags. */
  static Peer java(Class<?> server, String... flags) throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(flags));
    command.addAll(
        List.of(
            "-XX:+UseCompactObjectHeaders",
            "-Dlogback.configurationFile=bench-logback.xml", // standard output is for the port
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-cp",
            System.getProperty("java.class.path"),
            server.getName()));
    return new Peer(command, Path.of("").toAbsolutePath());
  }

  /** Node's socket.io, whose packages must be installed in this directory. */
  static Peer node(Path directory) throws IOException {
    return new Peer(List.of("node", "server.mjs"), directory);
  }

  private String line() throws IOException {
    String line = out.readLine();
    if (line == null) {
      throw new IOException("the server ended");
    }
    return line;
  }

  int port() {
    return port;
  }

  /** Processor time used so far. */
  Duration cpu() throws IOException {
    String stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    long ticks = Long.parseLong(fields[UTIME]) + Long.parseLong(fields[STIME]);
    return Duration.ofMillis(ticks * 1000 / TICKS_PER_SECOND);
  }

  /** Resident memory in bytes. */
  long resident() throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/" + process.pid() + "/status"))) {
      if (line.startsWith("VmRSS:")) {
        return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
      }
    }
    throw new IOException("no resident memory in /proc");
  }

  /** Bytes of live heap, after a collection. */
  long liveHeap() throws IOException {
    OutputStream in = process.getOutputStream();
    in.write('\n');
    in.flush();
    return Long.parseLong(line());
  }

  @Override
  public void close() {
    process.destroy();
    try {
      process.waitFor();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
