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

  /** What servers on the way may resolve, each in its own manner: {@code ..;} and the like too. */
  private static final Pattern AMBIGUOUS_PATH =
      Pattern.compile("(?i)/(\\.|%2e){1,2}(;|/|$)|%2f|%5c");

  /** An encoded slash is part of a name where files are kept by keys; dots never are. */
  private static final Pattern DOTS_IN_PATH =
      Pattern.compile("(?i)(/|%2f|%5c)(\\.|%2e){1,2}(;|/|%2f|%5c|$)");

  private static final int HIGHEST_PORT = 65_535;

  private Addresses() {}

  /**
   * Refuses an address that credentials must not be sent to, or of which two programs may
   * understand two things. The message shows scheme, host and port at most: keys have been put into
   * every other part.
   *
   * @param address the address
   * @param name the argument's name
   * @param plainHttp whether http may lead to another machine too
   * @return the address without a slash at its end
   */
  public static URI checked(URI address, String name, boolean plainHttp) {
    Objects.requireNonNull(address, name);
    String scheme = lower(address.getScheme());
    String host = lower(address.getHost());
    if (host.isEmpty()) {
      throw new IllegalArgumentException(
          name + " has no host name: give an absolute https address, such as https://example.com");
    }
    if (!(scheme.equals("https") || scheme.equals("http"))) {
      throw refused(address, name, "it must be an absolute https address");
    }
    if (address.getRawUserInfo() != null
        || address.getRawQuery() != null
        || address.getRawFragment() != null) {
      throw new IllegalArgumentException(
          name + " has user information, a query or a fragment: leave them out");
    }
    if (scheme.equals("http") && !plainHttp && !LOOPBACK.matcher(host).matches()) {
      throw refused(
          address,
          name,
          "credentials are sent over https only, except to the loopback interface; for a sandbox in"
              + " a network of your own call dangerouslyAllowPlainHttp() before");
    }
    refuseUnclear(address, host, name);
    if (AMBIGUOUS_PATH.matcher(address.getRawPath()).find()) {
      throw refused(address, name, "its path must not hold \".\", \"..\" or an encoded slash");
    }
    String text = address.toString();
    return text.endsWith("/") ? URI.create(text.replaceAll("/+$", "")) : address;
  }

  /**
   * Refuses the address of a file that must not be fetched: only https leads to another machine, or
   * http if that is how the API on the same machine was allowed to be reached; and only a client of
   * this machine is led to this machine.
   *
   * @param address the address, as the provider answered it
   * @param baseUrl where the API is
   * @return the address
   */
  public static URI checkedFile(URI address, URI baseUrl) {
    Objects.requireNonNull(address, "address");
    String scheme = lower(address.getScheme());
    String host = lower(address.getHost());
    boolean local = LOOPBACK.matcher(host).matches();
    if (host.isEmpty() || address.getRawUserInfo() != null) {
      throw new IllegalArgumentException(
          "address has no host name or has user information: give the address of a file as the"
              + " provider answered it");
    }
    if (local && !LOOPBACK.matcher(lower(baseUrl.getHost())).matches()) {
      throw refused(address, "address", "the file of a provider is not on this machine");
    }
    boolean asTheApi =
        lower(baseUrl.getScheme()).equals("http") && lower(baseUrl.getHost()).equals(host);
    if (!(scheme.equals("https") || (scheme.equals("http") && (local || asTheApi)))) {
      throw refused(address, "address", "files are fetched over https only");
    }
    refuseUnclear(address, host, "address");
    if (DOTS_IN_PATH.matcher(address.getRawPath()).find()) {
      throw refused(address, "address", "its path must not hold \".\" or \"..\"");
    }
    return address;
  }

  private static void refuseUnclear(URI address, String host, String name) {
    if (address.getPort() == 0 || address.getPort() > HIGHEST_PORT) {
      throw refused(address, name, "a port is a number from 1 to " + HIGHEST_PORT);
    }
    if (host.endsWith(".")) {
      // No certificate holds the dot, and to some programs it is another host.
      throw refused(address, name, "leave out the dot at the end of the host name");
    }
    // The transport would send a question mark in place of every such character.
    if (!address.toString().equals(address.toASCIIString())) {
      throw refused(address, name, "percent-encode the characters outside ASCII");
    }
  }

  private static String lower(@Nullable String text) {
    return text == null ? "" : text.toLowerCase(Locale.ROOT);
  }

  private static IllegalArgumentException refused(URI address, String name, String remedy) {
    String port = address.getPort() < 0 ? "" : ":" + address.getPort();
    return new IllegalArgumentException(
        name + " is " + address.getScheme() + "://" + address.getHost() + port + ": " + remedy);
  }
}
