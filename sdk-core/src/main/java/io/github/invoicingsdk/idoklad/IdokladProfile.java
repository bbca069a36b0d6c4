package io.github.invoicingsdk.idoklad;

import io.github.invoicingsdk.error.Provider;
import io.github.invoicingsdk.idoklad.model.IdokladErrorCode;
import io.github.invoicingsdk.internal.auth.BearerStage;
import io.github.invoicingsdk.internal.client.Assembly;
import io.github.invoicingsdk.internal.client.ProviderProfile;
import io.github.invoicingsdk.internal.http.Stage;
import io.github.invoicingsdk.model.ErrorCode;
import io.github.invoicingsdk.vocabulary.ModelRegistry;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A version of iDoklad's API for one application in an agenda. Immutable. */
final class IdokladProfile extends ProviderProfile {

  /** The provider's limit, as a summary of its help for API v3 states it. */
  private static final int REQUESTS_PER_MINUTE = 200;

  private static final int NAME_CHARACTERS = 8;

  private static final String BILLING = "600";
  private static final String USER_RIGHTS = "420";

  /** How the token endpoint says that the agenda is free, to be downgraded, or expired. */
  private static final String AGENDA_STATE = "(?s)AuthErrorCode?\\([0-9]+\\).*";

  private final Grant grant;

  /** Made when somebody reads it: it takes the security providers of the JDK. */
  private volatile @Nullable String accountName;

  IdokladProfile(Provider provider, URI baseUrl, ModelRegistry models, Grant grant) {
    super(provider, baseUrl, models, REQUESTS_PER_MINUTE, grant.secrets());
    this.grant = grant;
    this.accountName = grant.name().isEmpty() ? null : grant.name();
  }

  /** Both versions of the API are taken to share the limits of an agenda. */
  @Override
  protected String account() {
    return "idoklad:" + digest(grant.accountParts());
  }

  @Override
  public String accountName() {
    String name = accountName;
    if (name == null) {
      name = digest(grant.accountParts()).substring(0, NAME_CHARACTERS);
      accountName = name;
    }
    return name;
  }

  @Override
  protected String monthsOf() {
    return "Europe/Prague";
  }

  /** That of OAuth 2 (RFC 6750, section 2.3). */
  @Override
  protected List<String> credentialNames() {
    return List.of("access_token");
  }

  @Override
  protected String successMember() {
    return provider() == Provider.IDOKLAD ? "IsSuccess" : "";
  }

  @Override
  protected Stage authenticating(Stage next, Assembly assembly) {
    return new BearerStage(next, grant.tokens(assembly), assembly.background());
  }

  @Override
  public boolean isPlanLimit(int status, @Nullable String code, List<String> messages) {
    return BILLING.equals(code) || messages.stream().anyMatch(text -> text.matches(AGENDA_STATE));
  }

  @Override
  public boolean isAccessDenied(int status, @Nullable String code) {
    return status < 500 && USER_RIGHTS.equals(code);
  }

  /** The codes of iDoklad mean the same for every operation, so one list serves all. */
  @Override
  public ErrorCode of(int status, String code) {
    try {
      IdokladErrorCode known = IdokladErrorCode.of(Integer.parseInt(code));
      if (known.recognized()) {
        String name = known.known().name();
        return new ErrorCode(status, code, name, name.toLowerCase(Locale.ROOT).replace('_', ' '));
      }
    } catch (NumberFormatException e) {
      // Not one of iDoklad's numbers, so not known either.
    }
    return ErrorCode.unknown(status, code);
  }
}
