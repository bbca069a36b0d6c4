package io.github.invoicingsdk.sandbox.internal.invoicexpress;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What can be wrong with a client, in both of the languages that were seen. */
enum ClientError {
  NO_NAME("Name can't be blank", "Nome é um campo obrigatório"),
  NO_CODE("Code can't be blank", "Código é um campo obrigatório"),
  CODE_TAKEN("Code is not available.", "Código não está disponível."),
  UNKNOWN_COUNTRY("Country is not included in the list", "País não está na lista"),
  UNKNOWN_LANGUAGE("Language is not included in the list", "Língua não está na lista"),
  UNKNOWN_SEND_OPTIONS(
      "Send options is not included in the list", "Opções de envio não está na lista");

  private final String english;
  private final String portuguese;

  ClientError(String english, String portuguese) {
    this.english = english;
    this.portuguese = portuguese;
  }

  String english() {
    return english;
  }

  String portuguese() {
    return portuguese;
  }

  /** The errors of a client to be created or, if there is an old one, to be changed. */
  static List<ClientError> in(JsonObject sent, @Nullable JsonObject old, ClientBook book) {
    List<ClientError> errors = new ArrayList<>();
    if (Fields.text(sent, "name") == null) {
      errors.add(NO_NAME);
    }
    String code = Fields.text(sent, "code");
    JsonObject owner = code == null ? null : book.listed("code", code);
    if (code == null) {
      errors.add(NO_CODE);
    } else if (owner != null && !owner.equals(old)) {
      errors.add(CODE_TAKEN);
    }
    String country = Fields.text(sent, "country");
    if (country != null && !ProviderNames.isCountry(country)) {
      errors.add(UNKNOWN_COUNTRY);
    }
    if (isOther(sent, "language", Set.of("pt", "en", "es"))) {
      errors.add(UNKNOWN_LANGUAGE);
    }
    if (isOther(sent, "send_options", Set.of("1", "2", "3"))) {
      errors.add(UNKNOWN_SEND_OPTIONS);
    }
    return errors;
  }

  private static boolean isOther(JsonObject sent, String member, Set<String> known) {
    String value = Fields.text(sent, member);
    return value != null && !known.contains(value);
  }
}
