package io.github.invoicingsdk.benchmarks.handwritten;

import org.jspecify.annotations.Nullable;

/** A client, for Gson's reflection: a field for every property. */
public final class PlainClient {

  @Nullable Long id;
  @Nullable String name;
  @Nullable String code;
  @Nullable String email;
  @Nullable String language;
  @Nullable String address;
  @Nullable String city;
  @Nullable String postalCode;
  @Nullable String country;
  @Nullable String fiscalId;
  @Nullable String website;
  @Nullable String phone;
  @Nullable String fax;
  @Nullable Contact preferredContact;
  @Nullable String observations;
  @Nullable String openAccountLink;
  @Nullable Integer sendOptions;
  @Nullable Integer paymentDays;
  @Nullable String taxExemptionCode;

  /** For Gson. */
  PlainClient() {}

  /** The person to write to. */
  public static final class Contact {

    @Nullable String name;
    @Nullable String email;
    @Nullable String phone;
    @Nullable String mobile;

    /** For Gson. */
    Contact() {}
  }
}
