package io.github.invoicingsdk.idoklad;

import io.github.invoicingsdk.internal.auth.TokenSource;
import io.github.invoicingsdk.internal.client.Assembly;
import java.net.URI;
import java.util.List;

/** How a client gets its tokens, and for whom. Immutable. */
interface Grant {

  /** What must never be shown. */
  List<String> secrets();

  /** What tells the account from others; digested before anybody sees it. */
  String[] accountParts();

  /** The name that the partner gave the account; empty if it has none. */
  String name();

  /** The tokens. */
  TokenSource tokens(Assembly assembly);

  /** The grant {@code client_credentials}. */
  record OfClient(URI tokenUrl, io.github.invoicingsdk.internal.auth.ClientCredentials credentials)
      implements Grant {

    private static final String SCOPE = "idoklad_api";

    @Override
    public List<String> secrets() {
      return credentials.values();
    }

    @Override
    public String[] accountParts() {
      return new String[] {tokenUrl.toString(), credentials.clientId()};
    }

    @Override
    public String name() {
      return "";
    }

    @Override
    public TokenSource tokens(Assembly assembly) {
      return assembly.tokens(tokenUrl, credentials, SCOPE);
    }
  }

  /** Tokens that the partner gets by itself. */
  record OfSource(String name, io.github.invoicingsdk.TokenSource source) implements Grant {

    @Override
    public List<String> secrets() {
      return List.of();
    }

    @Override
    public String[] accountParts() {
      return new String[] {"token source", name};
    }

    @Override
    public TokenSource tokens(Assembly assembly) {
      return assembly.tokens(source);
    }
  }
}
