package io.github.invoicingsdk.release;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openapitools.openapidiff.core.compare.OpenApiDiff;
import org.openapitools.openapidiff.core.compare.OpenApiDiffOptions;
import org.openapitools.openapidiff.core.model.Changed;
import org.openapitools.openapidiff.core.model.ChangedApiResponse;
import org.openapitools.openapidiff.core.model.ChangedOpenApi;
import org.openapitools.openapidiff.core.model.ChangedOperation;
import org.openapitools.openapidiff.core.model.Endpoint;

/**
 * What openapi-diff says about two specs. It knows OpenAPI better than we do, and nothing of the
 * extensions and of the Java code: it finds operations that came, left or changed.
 *
 * @param added the ids of operations at new addresses
 * @param removed the ids of operations at addresses that no longer are
 * @param incompatible what of an operation changed incompatibly on the wire, by its id
 */
record SecondOpinion(
    List<String> added, List<String> removed, Map<String, Set<Aspect>> incompatible) {

  /** Copies what it is given. */
  SecondOpinion {
    added = List.copyOf(added);
    removed = List.copyOf(removed);
    incompatible = Map.copyOf(incompatible);
  }

  /** Compares two specs. */
  static SecondOpinion of(SpecBundle before, SpecBundle after) {
    OpenApiDiffOptions options =
        OpenApiDiffOptions.builder()
            // Enums are open: a client takes values that it does not know.
            .configProperty("incompatible.response.enum.increased", "false")
            .build();
    ChangedOpenApi diff = OpenApiDiff.compare(before.document(), after.document(), options);
    Map<String, Set<Aspect>> incompatible = new LinkedHashMap<>();
    for (ChangedOperation operation : diff.getChangedOperations()) {
      Set<Aspect> aspects = EnumSet.noneOf(Aspect.class);
      addIf(aspects, Aspect.PARAMETERS, operation.getParameters());
      addIf(aspects, Aspect.REQUEST, operation.getRequestBody());
      addIf(aspects, Aspect.SECURITY, operation.getSecurityRequirements());
      if (isIncompatible(operation.getApiResponses())) {
        aspects.add(Aspect.RESPONSES);
      }
      if (!aspects.isEmpty()) {
        incompatible.put(operation.getNewOperation().getOperationId(), aspects);
      }
    }
    return new SecondOpinion(
        ids(diff.getNewEndpoints()), ids(diff.getMissingEndpoints()), incompatible);
  }

  private static void addIf(Set<Aspect> aspects, Aspect aspect, @Nullable Changed changed) {
    if (changed != null && changed.isIncompatible()) {
      aspects.add(aspect);
    }
  }

  /** Refusals have no types in Java, however they are described. */
  private static boolean isIncompatible(@Nullable ChangedApiResponse responses) {
    return responses != null
        && (responses.getMissing().keySet().stream().anyMatch(status -> status.startsWith("2"))
            || responses.getChanged().entrySet().stream()
                .anyMatch(
                    response ->
                        response.getKey().startsWith("2") && response.getValue().isIncompatible()));
  }

  private static List<String> ids(List<Endpoint> endpoints) {
    return endpoints.stream().map(endpoint -> endpoint.getOperation().getOperationId()).toList();
  }
}
