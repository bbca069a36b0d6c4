package io.github.invoicingsdk.vocabulary;

import java.util.function.BiConsumer;

/**
 * What stands for several query parameters: the options of an operation, or a value that brings
 * further parameters beside the one that it is the value of.
 */
public interface QueryParameters {

  /**
   * Names all parameters that have a value, in the order of the spec.
   *
   * @param parameters takes names and values, neither of them encoded; a value may be a list, of
   *     which each element becomes a parameter of its own
   */
  void forEachParameter(BiConsumer<String, Object> parameters);
}
