package io.github.invoicingsdk.spec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The table of all operations in the documentation is the one that follows from the specs. */
class OperationTableTest {

  private static final Path OPENAPI = Path.of("..", "..", "openapi");
  private static final Path TABLE = OPENAPI.resolve("OPERATIONS.md");
  private static final String HOW_TO_ACCEPT =
      "openapi/OPERATIONS.md does not say what the specs say. Write it anew with mvn test -pl"
          + " sdk-generated/spec-reader -Dtest=OperationTableTest -Doperations.accept=true";

  @Test
  void the_table_of_operations_is_the_one_of_the_specs() throws IOException {
    String table =
        """
        # All operations

        Made from the specs by `OperationTableTest`; [README.md](README.md) explains the words.
        "Sent again" says when a failed request may be repeated: always, or only if the failure proves
        that nothing was processed. Refusals are the documented statuses, with the provider's codes.

        ## InvoiceXpress

        %s
        ## iDoklad, API v3

        %s
        ## iDoklad, API v2

        %s\
        """
            .formatted(of("invoicexpress"), of("idoklad"), of("idoklad-v2"));
    if (Boolean.getBoolean("operations.accept")) {
      Files.writeString(TABLE, table, UTF_8);
    }

    assertThat(TABLE).as(HOW_TO_ACCEPT).usingCharset(UTF_8).hasContent(table);
  }

  private static String of(String spec) throws IOException {
    return new OperationTable(Spec.in(OPENAPI.resolve(spec))).markdown();
  }
}
