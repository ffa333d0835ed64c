package dev.menagerie.clients.load;

import dev.menagerie.clients.wire.RestClient.CallFailed;
import dev.menagerie.codec.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;

/**
 * A generator in a process of its own. Commands are lines on the input ({@code rate N}, {@code
 * clear}, {@code snapshot}); it ends with the input, so that it never outlives the load's first
 * process. Answers are lines on the output: {@code signed_in N}, {@code open}, or a snapshot as
 * JSON.
 */
public final class GeneratorWorker {
  static final String SIGNED_IN = "signed_in ";
  static final String OPEN = "open";
  static final String FAILED = "failed ";
  static final String RATE = "rate ";
  static final String CLEAR = "clear";
  static final String SNAPSHOT = "snapshot";

  private GeneratorWorker() {}

  /** Plays the games of a plan until the input ends. */
  public static void run(LoadPlan plan, BufferedReader in, PrintStream out)
      throws IOException, InterruptedException {
    try (var generator = new LocalGenerator(plan, players -> out.println(SIGNED_IN + players))) {
      generator.open();
      out.println(OPEN);
      for (var line = in.readLine(); line != null; line = in.readLine()) {
        if (line.startsWith(RATE))
          generator.rate(Double.parseDouble(line.substring(RATE.length())));
        else if (line.equals(CLEAR)) generator.clear();
        else if (line.equals(SNAPSHOT)) out.println(Json.text(Written.of(generator.snapshot())));
        else throw new IllegalArgumentException("no such command: " + line);
      }
    } catch (CallFailed | IllegalArgumentException e) {
      out.println(FAILED + e.getMessage());
    }
  }

  /** A snapshot on its way between processes; histograms in base 64. */
  record Written(
      long actions,
      long waiting,
      long bytes,
      long finished,
      Map<String, Long> errors,
      String acknowledged,
      String opponentDelay) {

    static Written of(LoadTally.Counted counted) {
      return new Written(
          counted.actions(),
          counted.waiting(),
          counted.bytes(),
          counted.finished(),
          counted.errors(),
          encoded(counted.acknowledged()),
          encoded(counted.opponentDelay()));
    }

    LoadTally.Counted read() {
      return new LoadTally.Counted(
          actions, waiting, bytes, finished, errors, decoded(acknowledged), decoded(opponentDelay));
    }

    private static String encoded(Histogram histogram) {
      var buffer = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
      int length = histogram.encodeIntoCompressedByteBuffer(buffer);
      return Base64.getEncoder().encodeToString(Arrays.copyOf(buffer.array(), length));
    }

    private static Histogram decoded(String text) {
      try {
        var bytes = ByteBuffer.wrap(Base64.getDecoder().decode(text));
        return Histogram.decodeFromCompressedByteBuffer(bytes, 0);
      } catch (DataFormatException e) {
        throw new IllegalStateException("not a histogram", e);
      }
    }
  }
}
