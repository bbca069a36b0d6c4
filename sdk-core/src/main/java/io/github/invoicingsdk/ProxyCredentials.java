package io.github.invoicingsdk;

import io.github.invoicingsdk.internal.client.Credential;
import io.github.invoicingsdk.internal.http.ProxyAuthorization;
import io.github.invoicingsdk.internal.model.Utf8;
import java.util.Objects;

/**
 * The user name and the password that a proxy asks for. They are sent to the proxy with the scheme
 * {@code Basic} (RFC 7617, in UTF-8), with every request and without being asked first, and never
 * to a provider.
 *
 * <pre>{@code
 * ProxyCredentials.ofUser("ana").withPassword(System.getenv("PROXY_PASSWORD"))
 * }</pre>
 *
 * <p>Immutable and thread-safe. {@link #toString} shows the user name only.
 */
public final class ProxyCredentials {

  private static final String SOURCE = "what the administrator of the proxy gave out";

  private final String user;
  private final String password;

  private ProxyCredentials(String user, String password) {
    this.user = user;
    this.password = password;
  }

  /**
   * Names the user, who has no password yet.
   *
   * @param user the user name; blanks around it are left out
   * @return credentials with an empty password
   * @throws IllegalArgumentException if the name is blank, or holds a colon, a control character or
   *     half of a surrogate pair
   */
  public static ProxyCredentials ofUser(String user) {
    String checked = Credential.checked(user, "user", SOURCE);
    if (checked.indexOf(':') >= 0) {
      throw new IllegalArgumentException(
          "user holds a colon, which the scheme Basic does not allow: give the password with"
              + " withPassword(...)");
    }
    return new ProxyCredentials(checked, "");
  }

  /**
   * The same user with a password.
   *
   * @param password the password, exactly; it may be empty
   * @return new credentials
   * @throws IllegalArgumentException if the password holds a control character or half of a
   *     surrogate pair; the message does not show it
   */
  public ProxyCredentials withPassword(String password) {
    if (Objects.requireNonNull(password, "password").chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          "password holds a line break or another control character: copy it again from " + SOURCE);
    }
    Utf8.check("password", password);
    return new ProxyCredentials(user, password);
  }

  ProxyAuthorization authorization() {
    return ProxyAuthorization.basic(user, password);
  }

  @Override
  public String toString() {
    return "ProxyCredentials{user=" + user + ", password=***}";
  }
}
