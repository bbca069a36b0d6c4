package io.github.invoicingsdk.error;

import io.github.invoicingsdk.model.ErrorCode;
import java.io.Serial;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The provider answered, and refused the call. The subtypes say what can be done; {@link
 * #errorCode()} says more where the provider has codes.
 */
public abstract sealed class ApiException extends InvoicingException
    permits AuthenticationException,
        AccessDeniedException,
        PlanLimitException,
        NotFoundException,
        InvalidRequestException,
        ConflictException,
        RateLimitException,
        ServerException,
        UnexpectedResponseException {

  @Serial private static final long serialVersionUID = 1L;

  private static final int TEXT_LIMIT = 500;

  private final ErrorResponse response;

  ApiException(FailedCall call, ErrorResponse response) {
    this(call, response, null);
  }

  ApiException(FailedCall call, ErrorResponse response, @Nullable String remark) {
    super(call, describe(response, remark), null);
    this.response = response;
  }

  private static String describe(ErrorResponse response, @Nullable String remark) {
    StringBuilder text = new StringBuilder().append(response.status());
    String explanation = response.joinedMessages();
    ErrorCode code = response.errorCode().orElse(null);
    if (code != null) {
      text.append(' ').append(OneLine.of(code.code(), 60));
      if (code.name() != null) {
        text.append(' ').append(code.name());
      }
      if (explanation.isEmpty() && code.meaning() != null) {
        explanation = code.meaning();
      }
    }
    if (remark != null) {
      text.append(' ').append(remark);
    }
    if (!explanation.isEmpty()) {
      text.append(" (").append(OneLine.of(explanation, TEXT_LIMIT)).append(')');
    }
    return text.toString();
  }

  /**
   * The HTTP status of the response. iDoklad can refuse inside a response whose status is 200: then
   * this is the status that stands inside, if it is one of refusal, otherwise 200.
   *
   * @return the status
   */
  public final int status() {
    return response.status();
  }

  /**
   * The headers of the response, without secrets.
   *
   * @return values by name; names are found in any case; unmodifiable
   */
  public final Map<String, List<String>> headers() {
    return response.headers();
  }

  /**
   * The whole body of the response as the provider wrote it, without secrets. Mind its line breaks
   * and its length before logging it.
   *
   * @return the body; empty when there was none
   */
  public final String body() {
    return response.body();
  }

  /**
   * The provider's code, with what it means for this operation. A code that the operation documents
   * under one status only keeps its meaning when it comes under another 4xx status: the code then
   * has the documented status, while {@link #status()} and the type of this exception follow the
   * response.
   *
   * @return the code; empty when the provider gave none
   */
  public final Optional<ErrorCode> errorCode() {
    return response.errorCode();
  }

  /**
   * Whether the provider gave this code, with the same meaning. The same code can mean different
   * things in two operations: compare with the constants of the operation that was called.
   *
   * @param code a code of the operation that was called, or {@link ErrorCode#unknown} for one that
   *     the SDK does not know
   * @return true when both are known and equal; when one is not known, true when the codes are the
   *     same and so are their statuses
   * @throws NullPointerException when {@code code} is null
   */
  public final boolean is(ErrorCode code) {
    Objects.requireNonNull(code, "code");
    return errorCode().filter(own -> isSame(own, code)).isPresent();
  }

  private boolean isSame(ErrorCode own, ErrorCode other) {
    if (own.isKnown() && other.isKnown()) {
      return own.equals(other);
    }
    return own.code().equals(other.code())
        && (own.status() == other.status() || status() == other.status());
  }

  /**
   * What the provider said, all its texts in one line, in the language of the account or request.
   *
   * @return the text without control characters; empty when the provider said nothing
   */
  public final String providerMessage() {
    return response.joinedMessages();
  }

  /**
   * What the provider said against single fields of the request.
   *
   * @return texts by the field's name as the provider writes it; empty when it named no field;
   *     unmodifiable
   */
  public final Map<String, List<String>> fieldErrors() {
    return response.fieldErrors();
  }

  /**
   * {@inheritDoc}
   *
   * <p>A refusal is certain, apart from {@link ServerException}, {@link RateLimitException} and
   * {@link UnexpectedResponseException}.
   */
  @Override
  public boolean mayHaveBeenProcessed() {
    return false;
  }

  final ErrorResponse response() {
    return response;
  }
}
