package io.github.invoicingsdk.idoklad.query;

import java.util.Objects;
import java.util.regex.Pattern;

/** Checks the names of fields, which go into expressions as they are. */
final class FieldNames {

  private static final Pattern NAME =
      Pattern.compile("[A-Za-z][A-Za-z0-9]*(?:\\.[A-Za-z][A-Za-z0-9]*)*");

  private FieldNames() {}

  static String check(String name) {
    if (!NAME.matcher(Objects.requireNonNull(name, "name")).matches()) {
      throw new IllegalArgumentException(
          "name '"
              + name
              + "' is not a field name: use ASCII letters and digits, with dots between the parts of"
              + " a path, as in DocumentType or Partner.Id");
    }
    return name;
  }
}
