package io.github.invoicingsdk.sandbox.internal.idoklad;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Base64;
import java.util.Set;
import java.util.function.Predicate;

/** One comparison of a filter, {@code Name~operator~value}, for numeric sequences. */
final class FilterTerm {
  private static final String BASE64_SUFFIX = ":base64";
  private static final Set<String> BASE64_OPERATORS = Set.of("eq", "!eq", "ct", "!ct");

  private FilterTerm() {}

  static Predicate<NumericSequence> parse(String term) {
    String[] parts = term.split("~", 3);
    if (parts.length < 3) {
      throw new InvalidQueryException(
          "filter: '" + term + "' is not of the form Name~operator~value");
    }
    String operator = parts[1];
    String value = parts[2];
    if (operator.endsWith(BASE64_SUFFIX)) {
      operator = operator.substring(0, operator.length() - BASE64_SUFFIX.length());
      if (!BASE64_OPERATORS.contains(operator)) {
        throw new InvalidQueryException("filter: " + operator + " takes no base64 value");
      }
      value = decode(value);
    }
    return switch (parts[0]) {
      case "Id" -> id(operator, value);
      case "DocumentType" -> documentType(operator, value);
      case "IsDefault" -> isDefault(operator, value);
      default ->
          throw new InvalidQueryException(
              "filter: no field '" + parts[0] + "'; known are Id, DocumentType, IsDefault");
    };
  }

  private static Predicate<NumericSequence> id(String operator, String value) {
    if (operator.equals("ct")) {
      Set<Integer> ids =
          Set.copyOf(Arrays.stream(value.split(",", -1)).map(FilterTerm::integer).toList());
      return sequence -> ids.contains(sequence.id());
    }
    int id = integer(value);
    return switch (operator) {
      case "eq" -> sequence -> sequence.id() == id;
      case "!eq" -> sequence -> sequence.id() != id;
      case "lt" -> sequence -> sequence.id() < id;
      case "lte" -> sequence -> sequence.id() <= id;
      case "gt" -> sequence -> sequence.id() > id;
      case "gte" -> sequence -> sequence.id() >= id;
      default -> throw unknownOperator("Id", operator);
    };
  }

  private static Predicate<NumericSequence> documentType(String operator, String value) {
    DocumentType type = DocumentType.parse(value);
    if (type == null) {
      throw new InvalidQueryException("filter: '" + value + "' is not a document type");
    }
    return equality("DocumentType", operator, sequence -> sequence.documentType() == type);
  }

  private static Predicate<NumericSequence> isDefault(String operator, String value) {
    if (!value.equals("true") && !value.equals("false")) {
      throw new InvalidQueryException("filter: '" + value + "' is neither true nor false");
    }
    boolean wanted = value.equals("true");
    return equality("IsDefault", operator, sequence -> sequence.isDefault() == wanted);
  }

  private static Predicate<NumericSequence> equality(
      String field, String operator, Predicate<NumericSequence> equal) {
    return switch (operator) {
      case "eq" -> equal;
      case "!eq" -> equal.negate();
      default -> throw unknownOperator(field, operator);
    };
  }

  private static InvalidQueryException unknownOperator(String field, String operator) {
    return new InvalidQueryException("filter: " + field + " has no operator '" + operator + "'");
  }

  private static int integer(String value) {
    try {
      return Integer.parseInt(value);
    } catch (NumberFormatException e) {
      throw new InvalidQueryException("filter: '" + value + "' is not an integer");
    }
  }

  private static String decode(String base64) {
    try {
      return new String(Base64.getDecoder().decode(base64), UTF_8);
    } catch (IllegalArgumentException e) {
      throw new InvalidQueryException("filter: '" + base64 + "' is not base64");
    }
  }
}
