package io.github.invoicingsdk.release;

/** What of an operation a difference is about, as far as openapi-diff can see it. */
enum Aspect {
  /** The parameters in path and query. */
  PARAMETERS,

  /** The request body. */
  REQUEST,

  /** The responses of success. */
  RESPONSES,

  /** Which credentials an operation needs. */
  SECURITY,

  /** The schemas that requests or responses hold. */
  SCHEMA,

  /** Names, addresses and texts, which are no part of what is sent and received. */
  REST,

  /** An extension, of which openapi-diff knows nothing. */
  EXTENSION
}
