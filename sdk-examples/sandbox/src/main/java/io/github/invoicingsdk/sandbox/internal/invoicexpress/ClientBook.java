package io.github.invoicingsdk.sandbox.internal.invoicexpress;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The clients of an account, with the irregular members that real answers have: nulls, an empty
 * preferred contact, an absent country. Guarded by the account's lock.
 */
final class ClientBook {
  private static final long FIRST_ID = 6_207_001;

  private final List<JsonObject> clients = new ArrayList<>();
  private long nextId = FIRST_ID;

  void clear() {
    clients.clear();
  }

  long add(String name, String code) {
    long id = nextId++;
    boolean detailed = id % 2 == 1;
    JsonObject client = new JsonObject();
    client.addProperty("id", id);
    client.addProperty("name", name);
    client.addProperty("code", code);
    client.add("language", text(detailed, "pt"));
    client.add("email", text(detailed, "client" + id + "@example.com"));
    client.add("address", text(detailed, "Avenida da República, 1"));
    client.add("city", text(detailed, "Lisboa"));
    client.add("postal_code", text(detailed, "1050-555"));
    client.add("fiscal_id", text(detailed, "508025338"));
    client.add("website", JsonNull.INSTANCE);
    if (detailed) {
      client.addProperty("country", "Portugal");
    }
    client.add("phone", text(detailed, "213456789"));
    client.add("fax", JsonNull.INSTANCE);
    client.add("preferred_contact", detailed ? contact(name) : new JsonObject());
    client.add("observations", JsonNull.INSTANCE);
    client.add("send_options", detailed ? new JsonPrimitive(1) : JsonNull.INSTANCE);
    clients.add(client);
    return id;
  }

  /** The list's form of every client. */
  List<JsonObject> all() {
    return List.copyOf(clients);
  }

  /** The detailed form of a client. */
  @Nullable JsonObject find(String member, String value) {
    return clients.stream()
        .filter(client -> client.get(member).getAsString().equals(value))
        .findFirst()
        .map(ClientBook::detail)
        .orElse(null);
  }

  private static JsonObject detail(JsonObject listed) {
    JsonObject client = listed.deepCopy();
    String link = String.format(Locale.ROOT, "%040x", listed.get("id").getAsLong());
    client.addProperty("open_account_link", "https://www.app.invoicexpress.com/suppliers/" + link);
    boolean detailed = !client.get("send_options").isJsonNull();
    client.add("payment_days", detailed ? new JsonPrimitive(30) : JsonNull.INSTANCE);
    client.addProperty("tax_exemption_code", "M00");
    return client;
  }

  private static JsonObject contact(String name) {
    JsonObject contact = new JsonObject();
    contact.addProperty("name", name);
    contact.add("email", JsonNull.INSTANCE);
    contact.addProperty("phone", "213456789");
    contact.add("mobile", JsonNull.INSTANCE);
    return contact;
  }

  private static JsonElement text(boolean present, String value) {
    return present ? new JsonPrimitive(value) : JsonNull.INSTANCE;
  }
}
