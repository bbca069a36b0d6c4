package io.github.invoicingsdk.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * No public method takes arguments that the compiler cannot tell apart in a row: three of one type,
 * or a secret beside another text. Such arguments have names, as the methods of a builder.
 */
class ArgumentRowsTest {

  private static final int ROW = 3;

  /** Records that the SDK or the sandbox fills, and whose components everybody else reads. */
  private static final Set<String> FILLED_RECORDS =
      Set.of(
          "io.github.invoicingsdk.issuing.Difference",
          "io.github.invoicingsdk.issuing.IssueEntry",
          "io.github.invoicingsdk.issuing.IssueKey",
          "io.github.invoicingsdk.model.ErrorCode",
          "io.github.invoicingsdk.sandbox.IdokladCredentials");

  /**
   * For tests: what a list said before and says now; what the sandbox is to hold. And the exception
   * that only models make.
   */
  private static final Set<String> FOR_TESTS =
      Set.of(
          "io.github.invoicingsdk.error.FailedCall.listChanged",
          "io.github.invoicingsdk.model.MissingValueException.<init>",
          "io.github.invoicingsdk.sandbox.IdokladAgenda.addNumericSequence",
          "io.github.invoicingsdk.sandbox.InvoiceXpressAccount.addItem");

  /** Methods with two texts, neither of which is a secret, or whose order everybody knows. */
  private static final Set<String> TWO_TEXTS =
      Set.of(
          "io.github.invoicingsdk.ApiRequest.header",
          "io.github.invoicingsdk.ApiRequest.query",
          "io.github.invoicingsdk.CallOptions$Builder.header",
          "io.github.invoicingsdk.ClientBuilder.product",
          "io.github.invoicingsdk.error.FailedCall.withRequest",
          "io.github.invoicingsdk.fleet.TokenStore.claim",
          "io.github.invoicingsdk.fleet.TokenStore.release",
          "io.github.invoicingsdk.issuing.IssueEntry.created",
          "io.github.invoicingsdk.issuing.IssueEntry.intended",
          "io.github.invoicingsdk.issuing.IssueEntry.intendedAgain",
          "io.github.invoicingsdk.observation.FleetStatus.<init>",
          "io.github.invoicingsdk.sandbox.CannedResponse.withBody",
          "io.github.invoicingsdk.sandbox.CannedResponse.withHeader",
          "io.github.invoicingsdk.sandbox.Documents.replaceDocumentExemption",
          "io.github.invoicingsdk.sandbox.Documents.replaceLineExemption",
          "io.github.invoicingsdk.sandbox.Faults.on",
          "io.github.invoicingsdk.sandbox.InvoiceXpressAccount.addClient",
          "io.github.invoicingsdk.sandbox.InvoiceXpressAccount.addTax");

  @Test
  void no_three_arguments_of_a_public_method_are_of_one_type() {
    Set<String> rows = new TreeSet<>();
    for (JavaCodeUnit unit : reachable()) {
      boolean filled = unit.isConstructor() && FILLED_RECORDS.contains(unit.getOwner().getName());
      if (!filled && most(unit) >= ROW) {
        rows.add(name(unit));
      }
    }

    assertThat(rows).isEqualTo(new TreeSet<>(FOR_TESTS));
  }

  @Test
  void every_public_method_with_two_texts_was_looked_at() {
    Set<String> pairs = new TreeSet<>();
    for (JavaCodeUnit unit : reachable()) {
      if (count(unit).getOrDefault("java.lang.String", 0) == 2) {
        pairs.add(name(unit));
      }
    }

    assertThat(pairs).isEqualTo(new TreeSet<>(TWO_TEXTS));
  }

  private static Set<JavaCodeUnit> reachable() {
    Set<JavaCodeUnit> units = new HashSet<>();
    for (JavaClass type : PublishedClasses.all().that(PublishedClasses.visible())) {
      units.addAll(type.getConstructors());
      // Those of parents too, which need not be public themselves.
      units.addAll(type.getAllMethods());
    }
    units.removeIf(
        unit ->
            !unit.getOwner().getName().startsWith("io.github.invoicingsdk.")
                || !PublishedClasses.isReachable(unit.getModifiers())
                || unit.getModifiers().contains(JavaModifier.SYNTHETIC));
    return units;
  }

  private static int most(JavaCodeUnit unit) {
    return count(unit).values().stream().mapToInt(Integer::intValue).max().orElse(0);
  }

  private static Map<String, Integer> count(JavaCodeUnit unit) {
    Map<String, Integer> count = new HashMap<>();
    for (JavaClass type : unit.getRawParameterTypes()) {
      count.merge(type.getName(), 1, Integer::sum);
    }
    return count;
  }

  private static String name(JavaCodeUnit unit) {
    return unit.getOwner().getName() + "." + unit.getName();
  }
}
