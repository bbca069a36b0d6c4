package io.github.invoicingsdk.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.github.invoicingsdk.model.JsonModel;
import io.github.invoicingsdk.model.OpenEnum;
import java.io.IOException;

/** Writes an open enum as the key of a map, and stops a model from being one by its toString. */
final class Jackson2KeySerializer extends StdSerializer<JsonModel> {
  private static final long serialVersionUID = 1L;

  Jackson2KeySerializer() {
    super(JsonModel.class);
  }

  @Override
  public void serialize(JsonModel key, JsonGenerator out, SerializerProvider context)
      throws IOException {
    if (key instanceof OpenEnum<?> constant) {
      out.writeFieldName(String.valueOf(constant.value()));
    } else {
      context.reportMappingProblem(
          "%s cannot be the key of a map in JSON: put it into the value",
          key.getClass().getSimpleName());
    }
  }
}
