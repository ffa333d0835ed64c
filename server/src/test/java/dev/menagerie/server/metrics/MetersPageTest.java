package dev.menagerie.server.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The page in the docs lists the meters there are. */
class MetersPageTest {
  private static final Path PAGE = Path.of("..", "docs", "metrics.md");

  @Test
  void thePageListsEveryMeter() throws Exception {
    if (Boolean.getBoolean("docs.write")) Files.writeString(PAGE, MetersPage.markdown());
    assertThat(Files.readString(PAGE))
        .as("docs/metrics.md; its first lines have the command that writes it")
        .isEqualTo(MetersPage.markdown());
  }
}
