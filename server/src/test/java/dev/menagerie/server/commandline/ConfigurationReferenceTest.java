package dev.menagerie.server.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The reference in the docs lists the settings there are. */
class ConfigurationReferenceTest {
  private static final Path PAGE = Path.of("..", "docs", "configuration.md");

  @Test
  void thePageListsEveryOption() throws Exception {
    if (Boolean.getBoolean("docs.write")) {
      Files.writeString(PAGE, ConfigurationReference.markdown());
    }
    assertThat(Files.readString(PAGE))
        .as("docs/configuration.md; its first lines have the command that writes it")
        .isEqualTo(ConfigurationReference.markdown());
  }
}
