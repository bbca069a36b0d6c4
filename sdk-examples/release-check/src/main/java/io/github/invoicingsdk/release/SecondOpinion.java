package io.github.invoicingsdk.release;

import java.util.ArrayList;
import java.util.List;
import org.openapitools.openapidiff.core.compare.OpenApiDiff;
import org.openapitools.openapidiff.core.compare.OpenApiDiffOptions;
import org.openapitools.openapidiff.core.model.ChangedOpenApi;
import org.openapitools.openapidiff.core.model.ChangedOperation;
import org.openapitools.openapidiff.core.model.DiffResult;
import org.openapitools.openapidiff.core.model.Endpoint;

/**
 * What openapi-diff says about two specs. It knows OpenAPI better than we do, and nothing of the
 * extensions and of the Java code: it finds operations that came, left or changed.
 *
 * @param added the ids of operations at new addresses
 * @param removed the ids of operations at addresses that no longer are
 * @param incompatible the ids of operations whose wire form changed incompatibly
 */
record SecondOpinion(List<String> added, List<String> removed, List<String> incompatible) {

  /** Copies the lists. */
  SecondOpinion {
    added = List.copyOf(added);
    removed = List.copyOf(removed);
    incompatible = List.copyOf(incompatible);
  }

  /** Compares two specs. */
  static SecondOpinion of(SpecBundle before, SpecBundle after) {
    OpenApiDiffOptions options =
        OpenApiDiffOptions.builder()
            // Enums are open: a client takes values that it does not know.
            .configProperty("incompatible.response.enum.increased", "false")
            .build();
    ChangedOpenApi diff = OpenApiDiff.compare(before.document(), after.document(), options);
    List<String> incompatible = new ArrayList<>();
    for (ChangedOperation operation : diff.getChangedOperations()) {
      if (operation.isChanged() == DiffResult.INCOMPATIBLE) {
        incompatible.add(operation.getNewOperation().getOperationId());
      }
    }
    return new SecondOpinion(
        ids(diff.getNewEndpoints()), ids(diff.getMissingEndpoints()), incompatible);
  }

  private static List<String> ids(List<Endpoint> endpoints) {
    return endpoints.stream().map(endpoint -> endpoint.getOperation().getOperationId()).toList();
  }
}
