package io.github.invoicingsdk.internal.client;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** Reads settings from environment variables, naming the variable when one is missing or bad. */
public final class Environment {

  private final Map<String, String> variables;

  /** An environment of the given variables. */
  public Environment(Map<String, String> variables) {
    this.variables = Map.copyOf(variables);
  }

  /** The environment of this process. */
  public static Environment system() {
    return new Environment(System.getenv());
  }

  /** A variable's value; blank counts as missing. */
  public Optional<String> find(String name) {
    return Optional.ofNullable(variables.get(name)).filter(value -> !value.isBlank());
  }

  /**
   * A variable's value.
   *
   * @throws IllegalStateException when it is missing
   */
  public String require(String name) {
    return find(name)
        .orElseThrow(
            () -> new IllegalStateException("the environment variable " + name + " is not set"));
  }

  /**
   * An address in a variable.
   *
   * @throws IllegalArgumentException when it is not an address
   */
  public Optional<URI> address(String name) {
    return find(name)
        .map(
            value -> {
              try {
                return URI.create(value.strip());
              } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                    "the environment variable " + name + " does not hold an address");
              }
            });
  }
}
