package io.github.invoicingsdk.internal.model;

/** What the properties of a model are called where it is written. */
@FunctionalInterface
public interface PropertyNames {

  /** As the model calls them, which is nearly everywhere. */
  PropertyNames OWN = name -> name;

  /** The name to be written for the model's own name of a property. */
  String of(String name);
}
