package io.github.invoicingsdk.idoklad.query;

/** How a term compares a field with its value, as both API versions write it. */
enum Operator {
  EQUAL("eq"),
  NOT_EQUAL("!eq"),
  LESS("lt"),
  LESS_OR_EQUAL("lte"),
  GREATER("gt"),
  GREATER_OR_EQUAL("gte"),
  CONTAINS("ct"),
  NOT_CONTAINS("!ct"),
  SEMANTIC_SEARCH("ss");

  private final String symbol;

  Operator(String symbol) {
    this.symbol = symbol;
  }

  String symbol() {
    return symbol;
  }
}
