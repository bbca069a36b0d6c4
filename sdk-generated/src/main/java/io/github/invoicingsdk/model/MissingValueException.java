package io.github.invoicingsdk.model;

import java.util.NoSuchElementException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Thrown by an accessor whose value the provider always sends, if the response had none: it was
 * absent, null or unreadable. Everything else in the object can be read, and {@code
 * missingProperties()} of the object tells without an exception which values it lacks.
 *
 * <pre>{@code
 * BigDecimal total = document.missingProperties().contains("total") ? null : document.total();
 * }</pre>
 *
 * <p>No request fails with it: it says nothing about what the provider did.
 */
public final class MissingValueException extends NoSuchElementException {

  private static final long serialVersionUID = 1L;

  /** The model's and the accessor's name. */
  private final String accessor;

  /** The property's name on the wire. */
  private final String property;

  /** The operation's id; null if it is not known. */
  private final @Nullable String operation;

  /**
   * Creates an exception.
   *
   * @param accessor the accessor that throws it, such as {@code Document.beforeTaxes}
   * @param property the property's name on the wire, such as {@code before_taxes}
   * @param operation the id of the operation whose response lacks it; null if it is not known
   * @param reason what stood in place of a value, such as {@code is absent}
   */
  public MissingValueException(
      String accessor, String property, @Nullable String operation, String reason) {
    super(
        Objects.requireNonNull(accessor, "accessor")
            + " has no value: the provider always sends "
            + Objects.requireNonNull(property, "property")
            + (operation == null ? ", but it " : ", but in the response to " + operation + " it ")
            + Objects.requireNonNull(reason, "reason")
            + ". Everything else can be read; missingProperties() tells beforehand what cannot");
    this.accessor = accessor;
    this.property = property;
    this.operation = operation;
  }

  /**
   * The accessor that was called.
   *
   * @return the model's and the accessor's name, such as {@code Document.beforeTaxes}
   */
  public String accessor() {
    return accessor;
  }

  /**
   * The property that has no value.
   *
   * @return its name on the wire, such as {@code before_taxes}
   */
  public String property() {
    return property;
  }

  /**
   * The operation whose response lacks the value.
   *
   * @return its id, such as {@code getInvoice}; null if the object did not come from a client, but
   *     from {@code fromJson} or a builder
   */
  public @Nullable String operation() {
    return operation;
  }
}
