package dev.menagerie.socketio.limits;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientBoundsTest {
  private static final long GIB = 1L << 30;

  @ParameterizedTest
  @ValueSource(longs = {256, 1_024, 4_096, 65_536, 1_048_576, Long.MAX_VALUE})
  void connectionsLeaveFilesForTheServerItself(long files) {
    var bounds = ClientBounds.of(files, 64 * GIB);
    assertThat(bounds.maxConnections()).isLessThanOrEqualTo((int) Math.min(files - 100, 1_000_000));
    assertThat(bounds.maxConnectionsPerAddress()).isLessThanOrEqualTo(bounds.maxConnections() / 2);
  }

  @Test
  void connectionsFitTheHeap() {
    assertThat(ClientBounds.of(1_000_000, GIB / 4).maxConnections()).isEqualTo(16_384);
    assertThat(ClientBounds.of(1_000_000, GIB / 4).maxHeldBytes()).isEqualTo(32 << 20);
  }

  @Test
  void aHoldIsReservedInStepsAndGivenBack() {
    var shares = new ClientShares(ClientBounds.of(1_024, GIB).withMaxHeldBytes(100_000, 20_000));
    try (var lease = shares.connect("192.0.2.1", true).orElseThrow()) {
      var hold = lease.share().newHold();
      var other = lease.share().newHold();
      assertThat(hold.set(ByteHold.FREE_BYTES)).isTrue();
      assertThat(shares.heldBytes()).isZero();
      assertThat(hold.set(10_000)).isTrue();
      assertThat(shares.heldBytes()).isBetween(10_000L, 14_000L);
      assertThat(other.set(10_000)).isFalse(); // the network's own bound
      assertThat(hold.set(0)).isTrue();
      assertThat(other.set(10_000)).isTrue();
      other.end();
      assertThat(other.set(50_000)).isTrue(); // it is over: nothing is counted any more
      assertThat(shares.heldBytes()).isZero();
    }
    assertThat(shares.connections()).isZero();
  }
}
