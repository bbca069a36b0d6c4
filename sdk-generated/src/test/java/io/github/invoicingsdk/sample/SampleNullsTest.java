package io.github.invoicingsdk.sample;

import static io.github.invoicingsdk.sample.Json.thing;
import static io.github.invoicingsdk.sample.Json.tree;
import static io.github.invoicingsdk.sample.Json.write;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonPrimitive;
import io.github.invoicingsdk.sample.model.Thing;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Objects of a kind share what they hold of nulls, which must not show. */
class SampleNullsTest {

  private static final List<String> NULLABLE =
      List.of("code", "year", "price", "rate", "is_odd", "Level", "x-unknown");

  @Test
  void every_object_has_its_own_nulls_whatever_those_before_had() {
    Random random = new Random(7);
    for (int i = 0; i < 2000; i++) {
      List<String> nulls = new ArrayList<>();
      StringBuilder members = new StringBuilder();
      for (String name : NULLABLE) {
        int kind = random.nextInt(6);
        if (kind < 4) {
          members.append(members.isEmpty() ? "" : ",").append('"').append(name).append("\":null");
          nulls.add(name);
        }
      }
      Thing thing = thing(members.toString());
      boolean unknown = nulls.remove("x-unknown");

      assertThat(thing.explicitNulls()).containsExactlyElementsOf(nulls);
      assertThat(thing.unknownProperties().containsKey("x-unknown")).isEqualTo(unknown);
      assertThat(tree(write(thing))).isEqualTo(tree(Json.thingJson(members.toString())));
    }
  }

  @Test
  void changing_one_object_leaves_those_that_had_the_same_nulls() {
    Thing first = thing("\"code\":null,\"year\":null");
    Thing second = thing("\"code\":null,\"year\":null");

    Thing changed = second.toBuilder().year(2026).build();
    Thing emptied = second.toBuilder().clearLevel().build();
    Thing extended = second.toBuilder().unknownProperty("more", new JsonPrimitive(1)).build();

    assertThat(changed.explicitNulls()).containsExactly("code");
    assertThat(emptied.explicitNulls()).containsExactly("code", "year", "Level");
    assertThat(extended.explicitNulls()).containsExactly("code", "year");
    assertThat(first.explicitNulls()).containsExactly("code", "year");
    assertThat(second).isEqualTo(first).isEqualTo(thing("\"code\":null,\"year\":null"));
    assertThat(second).isNotEqualTo(changed).isNotEqualTo(emptied).isNotEqualTo(extended);
  }

  @Test
  void an_object_without_nulls_after_one_with_them_has_none() {
    assertThat(thing("\"code\":null").explicitNulls()).containsExactly("code");
    assertThat(thing("").explicitNulls()).isEmpty();
    assertThat(thing("").toBuilder().build()).isEqualTo(thing(""));
    assertThat(thing("\"code\":null").toBuilder().code("ABC1").build())
        .isEqualTo(thing("\"code\":\"ABC1\""));
  }
}
