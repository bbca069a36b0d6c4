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
 * The clients of an account, with the irregular members that real responses have: nulls, an empty
 * preferred contact, an absent country. Guarded by the account's lock.
 */
final class ClientBook {
  private static final long FIRST_ID = 6_207_001;

  private static final List<String> REQUIRED = List.of("name", "code");
  private static final List<String> CLEARABLE =
      List.of(
          "language",
          "email",
          "address",
          "city",
          "postal_code",
          "fiscal_id",
          "website",
          "phone",
          "fax",
          "observations");
  private static final List<String> SEND_OPTIONS = List.of("1", "2", "3");

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

  /** Adds a client with what was sent; everything else is null. The response is the listed form. */
  JsonObject create(JsonObject sent) {
    JsonObject client = new JsonObject();
    client.addProperty("id", nextId++);
    REQUIRED.forEach(member -> client.add(member, JsonNull.INSTANCE));
    CLEARABLE.forEach(member -> client.add(member, JsonNull.INSTANCE));
    client.add("preferred_contact", new JsonObject());
    client.add("send_options", JsonNull.INSTANCE);
    write(sent, client);
    clients.add(client);
    return client;
  }

  /** Overwrites the members that were sent; an absent country is no member at all. */
  static void write(JsonObject sent, JsonObject client) {
    for (String member : List.copyOf(sent.keySet())) {
      String value = Fields.text(sent, member);
      if (member.equals("country") && value == null) {
        client.remove(member);
      } else if (member.equals("country") || CLEARABLE.contains(member)) {
        client.addProperty(member, value);
      } else if (REQUIRED.contains(member) && value != null) {
        client.addProperty(member, value);
      } else if (member.equals("send_options") && value != null && SEND_OPTIONS.contains(value)) {
        client.addProperty(member, Integer.valueOf(value));
      }
    }
    JsonObject contact = Fields.object(sent, "preferred_contact");
    if (contact != null) {
      JsonObject written = new JsonObject();
      for (String member : List.of("name", "email", "phone", "mobile")) {
        written.addProperty(member, Fields.text(contact, member));
      }
      client.add("preferred_contact", written);
    }
  }

  /** The list's form of every client. */
  List<JsonObject> all() {
    return List.copyOf(clients);
  }

  /** The detailed form of a client. */
  @Nullable JsonObject find(String member, String value) {
    JsonObject client = listed(member, value);
    return client == null ? null : detail(client);
  }

  /** The first client with that value, in the listed form, which is the book's own. */
  @Nullable JsonObject listed(String member, String value) {
    return clients.stream()
        .filter(client -> value.equals(Fields.text(client, member)))
        .findFirst()
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
