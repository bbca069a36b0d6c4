package io.github.invoicingsdk.sandbox.internal.invoicexpress;

import com.google.gson.JsonObject;
import io.github.invoicingsdk.sandbox.internal.http.Request;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads what a list shall hold. Values that cannot be read are refused rather than ignored. */
final class DocumentFilter {
  private final Request request;
  private Predicate<Document> wanted;

  private DocumentFilter(Request request, DocumentGroup group) {
    this.request = request;
    Set<String> listed = group.listedTypes();
    this.wanted =
        document ->
            document.kind().group() == group && listed.contains(document.kind().className());
  }

  static Predicate<Document> of(DocumentGroup group, Request request) {
    DocumentFilter filter = new DocumentFilter(request, group);
    filter.also(types(filter.values("type[]"), group.listedTypes()));
    filter.also(statuses(filter.values("status[]"), group.listedStatuses()));
    filter.also(archived(filter.flag("non_archived", true), filter.flag("archived", false)));
    filter.texts();
    filter.dates("date", document -> document.content().date());
    filter.dates("due_date", document -> document.content().dueDate());
    filter.dates(
        "loaded_at",
        document -> {
          LocalDateTime loadedAt = document.content().loadedAt();
          return loadedAt == null ? null : loadedAt.toLocalDate();
        });
    filter.amounts();
    return filter.wanted;
  }

  /** Documents of one of the types; of any if none is named. */
  static Predicate<Document> types(Collection<String> names, Set<String> documented) {
    require("type", names, documented);
    return document -> names.isEmpty() || names.contains(document.kind().className());
  }

  /** Documents with one of the statuses; with any if none is named. Sent ones are final ones. */
  static Predicate<Document> statuses(Collection<String> names, Set<String> documented) {
    require("status", names, documented);
    return document ->
        names.isEmpty()
            || names.contains(document.status().wireName())
            || (document.status() == DocumentStatus.FINAL && names.contains("sent"));
  }

  private static void require(String filter, Collection<String> names, Set<String> documented) {
    for (String name : names) {
      if (!documented.contains(name)) {
        throw DocumentErrors.refuse(filter + " " + name + " is not in the list");
      }
    }
  }

  static Predicate<Document> archived(boolean withOthers, boolean withArchived) {
    return document -> document.archived() ? withArchived : withOthers;
  }

  private void texts() {
    String text = request.query("text");
    if (text != null && !text.isBlank()) {
      String searched = text.toLowerCase(Locale.ROOT);
      also(
          document ->
              searchable(document).stream()
                  .anyMatch(part -> part.toLowerCase(Locale.ROOT).contains(searched)));
    }
    String reference = request.query("reference");
    if (reference != null && !reference.isBlank()) {
      also(document -> reference.equals(document.content().reference()));
    }
  }

  private static List<String> searchable(Document document) {
    List<String> parts = new ArrayList<>();
    Document.Issue issue = document.issue();
    if (issue != null) {
      parts.add(issue.number() + "/" + issue.serie());
    }
    for (String name : List.of("reference", "observations")) {
      String value = Fields.text(document.content().sent(), name);
      if (value != null) {
        parts.add(value);
      }
    }
    String client = Fields.text(document.content().client(), "name");
    if (client != null) {
      parts.add(client);
    }
    document.content().lines().forEach(line -> parts.add(line.name()));
    return parts;
  }

  private void dates(String name, Function<Document, @Nullable LocalDate> of) {
    LocalDate from = date(name + "[from]");
    LocalDate to = date(name + "[to]");
    if (from == null && to == null) {
      return;
    }
    also(
        document -> {
          LocalDate date = of.apply(document);
          return date != null
              && (from == null || !date.isBefore(from))
              && (to == null || !date.isAfter(to));
        });
  }

  private void amounts() {
    BigDecimal from = amount("total_before_taxes[from]");
    BigDecimal to = amount("total_before_taxes[to]");
    also(
        document -> {
          BigDecimal amount = document.content().totals().beforeTaxes();
          return (from == null || amount.compareTo(from) >= 0)
              && (to == null || amount.compareTo(to) <= 0);
        });
  }

  private void also(Predicate<Document> condition) {
    wanted = wanted.and(condition);
  }

  private List<String> values(String name) {
    return request.recorded().queryParameters().getOrDefault(name, List.of());
  }

  private boolean flag(String name, boolean otherwise) {
    String text = request.query(name);
    if (text == null || text.isEmpty()) {
      return otherwise;
    }
    return switch (text) {
      case "true", "1" -> true;
      case "false", "0" -> false;
      default -> throw DocumentErrors.refuse(name + " must be true or false");
    };
  }

  private @Nullable LocalDate date(String name) {
    String text = request.query(name);
    if (text == null || text.isEmpty()) {
      return null;
    }
    LocalDate date = DocumentDates.parse(text);
    if (date == null) {
      throw DocumentErrors.refuse(name + " is not a date of the form dd/mm/yyyy");
    }
    return date;
  }

  private @Nullable BigDecimal amount(String name) {
    String text = request.query(name);
    if (text == null || text.isEmpty()) {
      return null;
    }
    JsonObject member = new JsonObject();
    member.addProperty(name, text);
    BigDecimal amount = Fields.decimal(member, name);
    if (amount == null) {
      throw DocumentErrors.refuse(name + " is not a number");
    }
    return amount;
  }
}
