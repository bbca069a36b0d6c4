package io.github.invoicingsdk.benchmarks.codec;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.invoicingsdk.benchmarks.server.CannedJson;

/** The bodies that are read and written, without their envelopes. */
public enum Payload {
  /** A contact: 4 properties. */
  SMALL,
  /** A sequence: 48 properties. */
  FIFTY_FIELDS,
  /** A list of 1,000 clients. */
  THOUSAND_ELEMENTS;

  private static final int ELEMENTS = 1000;

  /**
   * The body.
   *
   * @return JSON in UTF-8
   */
  public byte[] json() {
    return text().getBytes(UTF_8);
  }

  private String text() {
    return switch (this) {
      case SMALL ->
          "{\"name\":\"Maria Silva\",\"email\":\"maria@example.com\","
              + "\"phone\":\"210000001\",\"mobile\":\"910000001\"}";
      case FIFTY_FIELDS -> CannedJson.sequence();
      case THOUSAND_ELEMENTS -> CannedJson.clients(1, ELEMENTS);
    };
  }
}
