package io.github.invoicingsdk.internal.client;

/** The version of the SDK, which the build writes here. */
final class SdkVersion {

  static final String VERSION = "${project.version}";

  private SdkVersion() {}
}
