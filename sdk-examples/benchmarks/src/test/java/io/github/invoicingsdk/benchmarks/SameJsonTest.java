package io.github.invoicingsdk.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import io.github.invoicingsdk.benchmarks.codec.Codec;
import io.github.invoicingsdk.benchmarks.codec.CodecKind;
import io.github.invoicingsdk.benchmarks.codec.Payload;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SameJsonTest {

  static Stream<Arguments> codecs() {
    return Arrays.stream(CodecKind.values())
        .flatMap(
            kind -> Arrays.stream(Payload.values()).map(payload -> Arguments.of(kind, payload)));
  }

  @ParameterizedTest
  @MethodSource("codecs")
  void what_is_decoded_holds_everything_that_was_in_the_bytes(CodecKind kind, Payload payload)
      throws Exception {
    Codec codec = kind.of(payload);

    byte[] again = codec.encode(codec.decode(payload.json()));

    assertThat(json(again)).isEqualTo(json(payload.json()));
  }

  private static JsonElement json(byte[] json) {
    return PlainJson.withoutNulls(JsonParser.parseString(new String(json, UTF_8)));
  }
}
