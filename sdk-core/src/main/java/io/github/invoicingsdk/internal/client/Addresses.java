package io.github.invoicingsdk.internal.client;

import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks addresses before credentials are sent to them. */
public final class Addresses {

  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[(0*:)*:?0*1]");

  private Addresses() {}

  /**
   * Refuses an address that credentials must not be sent to.
   *
   * @param address the address
   * @param name the argument's name
   * @return the address without a slash at its end
   */
  public static URI checked(URI address, String name) {
    Objects.requireNonNull(address, name);
    String scheme = lower(address.getScheme());
    String host = lower(address.getHost());
    if (host.isEmpty() || !(scheme.equals("https") || scheme.equals("http"))) {
      throw refused(address, name, "it must be an absolute https address");
    }
    if (address.getRawUserInfo() != null
        || address.getRawQuery() != null
        || address.getRawFragment() != null) {
      throw new IllegalArgumentException(
          name + " has user information, a query or a fragment: leave them out");
    }
    if (scheme.equals("http") && !LOOPBACK.matcher(host).matches()) {
      throw refused(
          address, name, "credentials are sent over https only, except to the loopback interface");
    }
    String text = address.toString();
    return text.endsWith("/") ? URI.create(text.replaceAll("/+$", "")) : address;
  }

  private static String lower(@Nullable String text) {
    return text == null ? "" : text.toLowerCase(Locale.ROOT);
  }

  private static IllegalArgumentException refused(URI address, String name, String remedy) {
    return new IllegalArgumentException(name + " is " + withoutSecrets(address) + ": " + remedy);
  }

  /** Scheme and host only: keys have been put into every other part. */
  private static String withoutSecrets(URI address) {
    String authority = address.getRawAuthority() == null ? "" : address.getRawAuthority();
    return address.getScheme() + "://" + authority.substring(authority.lastIndexOf('@') + 1);
  }
}
