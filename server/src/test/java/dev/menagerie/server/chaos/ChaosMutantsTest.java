package dev.menagerie.server.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.server.e2e.Build;
import dev.menagerie.testkit.Mutation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The chaos suite itself, tested: real servers that lack one of their checks turn its audit red.
 * The changed class or script goes before the product's own in the class path of the servers.
 */
@Tag("long")
class ChaosMutantsTest {
  private static final long SEED = Long.getLong("chaos.seed", System.nanoTime());

  /** Ten times as many as are needed. The run ends at the first complaint. */
  private static final int FAULTS = Integer.getInteger("chaos.faults", 100);

  private static final Duration EVERY = Duration.ofSeconds(2);
  private static final int PAIRS = 12;
  private static final String SCRIPTS = "dev/menagerie/server/redis/";

  /** A check, and a fault in which play needs it. */
  enum Mutant {
    HANDS_ARE_SHOWN(Fault.NODE_RESTARTED, "the hand of the other") {
      @Override
      void writeTo(Path folder) throws IOException {
        new Mutation("dev.menagerie.rules.view.Views", "seesHandOf").writeTo(folder);
      }
    },
    DRAWN_CARDS_ARE_TOLD(Fault.NODE_RESTARTED, "card_drawn") {
      @Override
      void writeTo(Path folder) throws IOException {
        new Mutation("dev.menagerie.rules.view.Redaction", "is").writeTo(folder);
      }
    },
    VERSIONS_ARE_NOT_COMPARED(Fault.REDIS_CUT, "") {
      @Override
      void writeTo(Path folder) throws IOException {
        var head = "game[1] ~= epoch or game[2] ~= version or game[3] ~= digest";
        script(folder, "commit", head, "false");
      }
    },
    DUPLICATES_ARE_NOT_KNOWN(Fault.REDIS_CUT, "") {
      @Override
      void writeTo(Path folder) throws IOException {
        script(folder, "commit", "fields[f + 2] = request,", "fields[f + 2] = 'forgotten',");
      }
    },
    ANY_DATA_IS_CERTIFIED(Fault.REDIS_SHORTENED, "") {
      @Override
      void writeTo(Path folder) throws IOException {
        var isOfThisRun = "run ~= nil and certificate and string.sub(certificate, 1, #run) == run";
        script(folder, "prelude", isOfThisRun, "run ~= nil and certificate");
      }
    };

    final Fault fault;
    final String noticed;

    Mutant(Fault fault, String noticed) {
      this.fault = fault;
      this.noticed = noticed;
    }

    abstract void writeTo(Path folder) throws IOException;

    private static void script(Path folder, String name, String check, String instead)
        throws IOException {
      var file = SCRIPTS + name + ".lua";
      String whole;
      try (var in = Mutant.class.getClassLoader().getResourceAsStream(file)) {
        whole = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      }
      assertThat(whole).contains(check);
      var target = folder.resolve(file);
      Files.createDirectories(target.getParent());
      Files.writeString(target, whole.replace(check, instead));
    }
  }

  @TempDir Path directory;

  @ParameterizedTest
  @EnumSource
  @Timeout(value = 30, unit = TimeUnit.MINUTES)
  void everyMutantTurnsTheSuiteRed(Mutant mutant) throws IOException {
    var changed = directory.resolve("changed");
    mutant.writeTo(changed);
    String complaint = complaint(mutant.fault, Build.changedBy(changed));
    System.out.printf("%s (chaos.seed %d): %s%n", mutant, SEED, complaint);
    assertThat(complaint).isNotEmpty().contains(mutant.noticed);
  }

  /** What a run with this fault alone complains of first; empty if it is content. */
  private String complaint(Fault fault, Build build) throws IOException {
    var random = new SplittableRandom(SEED);
    try (var all = Installation.of(build, directory)) {
      var contenders = new Contenders(all);
      try {
        contenders.begin(PAIRS, random);
        for (int i = 0; i < FAULTS; i++) {
          Fault.pass(EVERY);
          fault.strike(all, random);
          contenders.awaitAnswers(System.nanoTime());
          contenders.audit();
        }
      } finally {
        contenders.close();
      }
      contenders.audit();
      return "";
    } catch (AssertionError | ConditionTimeoutException red) {
      return String.valueOf(red.getMessage());
    }
  }
}
