package io.github.invoicingsdk.internal.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** What a proxy is told of its user. Immutable. */
public final class ProxyAuthorization {

  private final String value;
  private final String password;

  private ProxyAuthorization(String value, String password) {
    this.value = value;
    this.password = password;
  }

  /** A user's name and password in the scheme Basic. */
  public static ProxyAuthorization basic(String user, String password) {
    byte[] both = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return new ProxyAuthorization("Basic " + Base64.getEncoder().encodeToString(both), password);
  }

  /** What must never be shown. */
  public List<String> secrets() {
    return List.of(value, password);
  }

  /** The value of the header, which is secret. */
  String value() {
    return value;
  }

  @Override
  public String toString() {
    return "Basic ***";
  }
}
