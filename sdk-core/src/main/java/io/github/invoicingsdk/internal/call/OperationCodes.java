package io.github.invoicingsdk.internal.call;

import io.github.invoicingsdk.internal.http.CodeMeanings;
import io.github.invoicingsdk.model.ErrorCode;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What error codes mean for one operation: what its spec says, and else what all operations share.
 * Providers confuse neighbouring statuses, so a code that the operation documents under one status
 * only has its meaning under every status with which a request is refused.
 *
 * @param documented the operation's own codes
 * @param common what codes mean for all operations
 */
record OperationCodes(List<ErrorCode> documented, CodeMeanings common) implements CodeMeanings {

  @Override
  public ErrorCode of(int status, String code) {
    List<ErrorCode> own = own(code);
    for (ErrorCode candidate : own) {
      if (candidate.status() == status) {
        return candidate;
      }
    }
    boolean refused = status >= 400 && status <= 499;
    return refused && own.size() == 1 ? own.get(0) : common.of(status, code);
  }

  @Override
  public OptionalInt documentedStatus(String code) {
    List<ErrorCode> own = own(code);
    return own.size() == 1 ? OptionalInt.of(own.get(0).status()) : OptionalInt.empty();
  }

  @Override
  public boolean isPlanLimit(int status, @Nullable String code, List<String> messages) {
    return common.isPlanLimit(status, code, messages);
  }

  @Override
  public boolean isAccessDenied(int status, @Nullable String code) {
    return common.isAccessDenied(status, code);
  }

  private List<ErrorCode> own(String code) {
    return documented.stream().filter(known -> known.code().equals(code)).toList();
  }
}
