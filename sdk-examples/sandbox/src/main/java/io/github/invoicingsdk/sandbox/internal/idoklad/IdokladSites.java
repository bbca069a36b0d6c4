package io.github.invoicingsdk.sandbox.internal.idoklad;

import io.github.invoicingsdk.sandbox.IdokladCredentials;
import io.github.invoicingsdk.sandbox.internal.http.Router;
import io.github.invoicingsdk.sandbox.internal.http.Site;
import java.net.URI;
import java.util.List;

/** Puts the provider's resources together. A new resource is one more line here. */
public final class IdokladSites {
  /** The path before every route of v3. */
  public static final String V3_PREFIX = "/idoklad/v3";

  /** The path before every route of v2. */
  public static final String V2_PREFIX = "/idoklad/v2.0";

  /** The path before the identity server's routes. */
  public static final String IDENTITY_PREFIX = "/identity/server/v2/connect";

  private static final String JSON = "application/json";

  private IdokladSites() {}

  /**
   * The sites of the provider: v3, v2, and the identity server.
   *
   * @param agenda the state
   * @param credentials what the identity server accepts
   * @param server the server's root address
   * @return the sites
   */
  public static List<Site> of(Agenda agenda, IdokladCredentials credentials, URI server) {
    IdokladDialect dialect = new IdokladDialect(agenda, server);
    Router v3 = new Router();
    new V3NumericSequences(agenda).addTo(v3);
    Router v2 = new Router();
    new V2NumericSequences(agenda).addTo(v2);
    TokenEndpoint tokens = new TokenEndpoint(agenda, credentials);
    Router identity = new Router();
    tokens.addTo(identity);
    return List.of(
        new Site(V3_PREFIX, JSON, agenda, dialect, v3),
        new Site(V2_PREFIX, JSON, agenda, dialect, v2),
        new Site(IDENTITY_PREFIX, "application/x-www-form-urlencoded", agenda, tokens, identity));
  }
}
