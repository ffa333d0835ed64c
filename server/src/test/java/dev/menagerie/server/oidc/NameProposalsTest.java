package dev.menagerie.server.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.server.auth.PlayerName;
import java.util.List;
import org.junit.jupiter.api.Test;

class NameProposalsTest {
  @Test
  void whatThePersonIsCalledElsewhereComesFirst() {
    var names = NameProposals.of(List.of("robin", "Birdie"));

    assertThat(names).first().isEqualTo(new PlayerName("robin"));
    assertThat(names.get(1)).isEqualTo(new PlayerName("Birdie"));
    assertThat(names.get(2).value()).matches("robin \\d{4}");
    assertThat(names.getLast().value()).matches("Player \\d{4}");
  }

  @Test
  void whatCannotBeANameIsLeftOut() {
    var names = NameProposals.of(List.of("robin@example.org", "<script>", "", "x".repeat(5_000)));

    assertThat(names).isNotEmpty();
    assertThat(names).allMatch(name -> name.value().matches("Player \\d{4}"));
  }

  @Test
  void aLongNameIsCutForItsNumber() {
    var longest = "a".repeat(PlayerName.MAX_LENGTH);

    var names = NameProposals.of(List.of(longest));

    assertThat(names.get(1).value()).matches("a{19} \\d{4}").hasSize(PlayerName.MAX_LENGTH);
  }
}
