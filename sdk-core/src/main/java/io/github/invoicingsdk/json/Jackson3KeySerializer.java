package io.github.invoicingsdk.json;

import io.github.invoicingsdk.model.JsonModel;
import io.github.invoicingsdk.model.OpenEnum;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.std.StdSerializer;

/** Writes an open enum as the key of a map, and stops a model from being one by its toString. */
final class Jackson3KeySerializer extends StdSerializer<JsonModel> {
  private static final long serialVersionUID = 1L;

  Jackson3KeySerializer() {
    super(JsonModel.class);
  }

  @Override
  public void serialize(JsonModel key, JsonGenerator out, SerializationContext context) {
    if (key instanceof OpenEnum<?> constant) {
      out.writeName(String.valueOf(constant.value()));
    } else {
      context.reportMappingProblem(
          "%s cannot be the key of a map in JSON: put it into the value",
          key.getClass().getSimpleName());
    }
  }
}
