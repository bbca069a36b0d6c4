package io.github.invoicingsdk.sandbox.internal.invoicexpress;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The accounts that the key can see, and the users who own them. Guarded by the account's lock. */
final class OwnedAccountBook {
  /** The account that the sandbox simulates. */
  static final long OWN_ID = 12_345;

  private static final String OWN_EMAIL = "owner@example.com";

  private final Map<Long, OwnedAccount> byId = new HashMap<>();
  private final Map<String, String> passwordsByEmail = new HashMap<>();
  private long nextId = OWN_ID + 1;

  OwnedAccountBook() {
    put(new OwnedAccount(OWN_ID, "Sandbox Lda", "508025338", OWN_EMAIL, false, true));
  }

  long newId() {
    return nextId++;
  }

  void put(OwnedAccount account) {
    byId.put(account.id(), account);
  }

  @Nullable OwnedAccount find(long id) {
    return byId.get(id);
  }

  boolean isUser(String email) {
    return email.equals(OWN_EMAIL) || passwordsByEmail.containsKey(lower(email));
  }

  void addUser(String email, String password) {
    passwordsByEmail.put(lower(email), password);
  }

  boolean isPassword(String email, String password) {
    return password.equals(passwordsByEmail.get(lower(email)));
  }

  private static String lower(String email) {
    return email.toLowerCase(Locale.ROOT);
  }
}
