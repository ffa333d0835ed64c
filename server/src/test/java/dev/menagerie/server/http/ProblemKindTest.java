package dev.menagerie.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.protocol.ErrorCode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemKindTest {
  @ParameterizedTest
  @EnumSource(ErrorCode.class)
  void everyRefusalOfTheSocketsHasTheSameNameHere(ErrorCode code) {
    assertThat(ProblemKind.of(code).code()).isEqualTo(code.wireName());
  }
}
