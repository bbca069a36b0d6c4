package io.github.invoicingsdk.sandbox.internal.invoicexpress;

import com.google.gson.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Stores other exemption codes than were sent. Guarded by the account's lock. */
final class ExemptionCodes {
  private static final List<String> MEMBERS = List.of("tax_exemption", "tax_exemption_reason");

  private final Map<String, String> ofDocuments = new HashMap<>();
  private final Map<String, String> ofLines = new HashMap<>();
  private @Nullable String ofLinesWithout;

  void replaceOfDocuments(String sent, String stored) {
    ofDocuments.put(check("sent", sent), check("stored", stored));
  }

  void replaceOfLines(@Nullable String sent, String stored) {
    check("stored", stored);
    if (sent == null) {
      ofLinesWithout = stored;
    } else {
      ofLines.put(check("sent", sent), stored);
    }
  }

  void clear() {
    ofDocuments.clear();
    ofLines.clear();
    ofLinesWithout = null;
  }

  /** What is stored of a document that says this. */
  Document.Content stored(Document.Content content) {
    JsonObject sent = content.sent().deepCopy();
    for (String member : MEMBERS) {
      String code = Fields.text(sent, member);
      if (code != null && ofDocuments.containsKey(code)) {
        sent.addProperty(member, ofDocuments.get(code));
      }
    }
    return content.withExemptions(sent, content.lines().stream().map(this::stored).toList());
  }

  private Line stored(Line line) {
    String code = line.exemption();
    if (code == null) {
      return line.exempt() && ofLinesWithout != null ? line.withExemption(ofLinesWithout) : line;
    }
    return line.withExemption(ofLines.getOrDefault(code, code));
  }

  private static String check(String name, String code) {
    if (!LineReader.EXEMPTIONS.contains(code)) {
      throw new IllegalArgumentException(
          name + " must be a documented exemption code such as M10, but is " + code);
    }
    return code;
  }
}
