package io.github.invoicingsdk.model;

/**
 * An object that knows how it stands in JSON: by the names, forms and unknown properties of the
 * provider. Every model also has a static method {@code fromJson} that reads this JSON.
 *
 * <p>Gson writes and reads models in this form by itself, and Jackson with a module of the core. A
 * library that writes objects by their getters would write a part of a model at best, and is
 * stopped by an exception: give it what {@link #toJson()} returns.
 *
 * <p>Implementations are immutable and thread-safe.
 */
public interface JsonModel {

  /**
   * This object as JSON, with everything that was read into it: its secrets, unknown properties and
   * values that could not be read.
   *
   * @return a JSON text
   */
  String toJson();

  /**
   * Stops libraries that write objects by their getters: no other method of a model has the form of
   * one.
   *
   * @return nothing
   * @throws UnsupportedOperationException always
   * @deprecated Use {@link #toJson()}.
   */
  @Deprecated
  default Object getJsonByToJson() {
    throw new UnsupportedOperationException(
        getClass().getSimpleName() + " cannot be written by its getters: call its toJson()");
  }
}
