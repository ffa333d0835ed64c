package dev.menagerie.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "load --games 0",
        "load --url nonsense",
        "load --think -1",
        "load --rate 0",
        "load --rate 10 --ramp 10:20:10",
        "load --ramp 20:10:1",
        "load --ramp fast",
        "load --games 2 --processes 3",
        "load --sync telepathy",
        "demo --seed many",
        "dance"
      })
  void badOptionsAreOneLineAndExitCodeTwo(String arguments) {
    var errors = new StringWriter();
    var commands = Clients.commandLine().setErr(new PrintWriter(errors));

    assertThat(commands.execute(arguments.split(" "))).isEqualTo(2);
    assertThat(errors.toString()).startsWith("menagerie: ").hasLineCount(1);
  }
}
