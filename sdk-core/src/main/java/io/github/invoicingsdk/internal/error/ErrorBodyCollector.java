package io.github.invoicingsdk.internal.error;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Collects code, texts and field errors from the JSON of an error body. The shapes overlap, so the
 * order in which they are tried matters:
 *
 * <pre>
 * {"errors":{"code":"001","message":"…"}}      code and text
 * {"errors":{"error":"…"}}                     text
 * {"errors":[{"error":"…" or ["…"]}, "…"]}     texts
 * {"errors":{"field":["…"]}}                   field errors
 * {"field":["…"]}                              field errors
 * [["field","…"]] and ["field","…"]            field errors
 * {"error":"…"}, {"reason":"…"}, {"message":"…"}                     text
 * {"Data":…,"IsSuccess":…,"Message":…,"StatusCode":…,"ErrorCode":…}  code, texts, status
 * {"Message":"…","ModelState":{"field":["…"]}}                       text and field errors
 * {"error":"invalid_client","error_description":"…"}                 code and text
 * </pre>
 */
final class ErrorBodyCollector {

  private static final Set<String> TEXT_MEMBERS =
      Set.of(
          "error",
          "message",
          "reason",
          "exceptionmessage",
          "messagedetail",
          "error_description",
          "detail");
  private static final Set<String> CODE_MEMBERS = Set.of("code", "errorcode");

  /** Members of envelopes and of ASP.NET's debug responses, none of them a field of a request. */
  private static final Set<String> OTHER_MEMBERS =
      Set.of("data", "issuccess", "statuscode", "exceptiontype", "stacktrace", "innererror");

  private static final Pattern FIELD_NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.\\[\\]]*");
  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_.-]{1,60}");
  private static final Pattern OAUTH_CODE = Pattern.compile("[a-z]+(?:_[a-z]+)+");

  /** The pattern of codes like these takes stack for every underscore. */
  private static final int LONGEST_OAUTH_CODE = 60;

  /** No form has more fields; what is beyond says nothing new and only costs memory. */
  private static final int MOST_TEXTS = 1000;

  /** A field's name is a path, and grows with every level of a body. */
  private static final int LONGEST_FIELD = 200;

  /** What becomes of a whole number in a serializer that knows only fractions. */
  private static final Pattern NUMBER_WITH_FRACTION = Pattern.compile("^([0-9]+)\\.0+$");

  private static final String NO_CODE = "0";

  private final Set<String> messages = new LinkedHashSet<>();
  private final Map<String, List<String>> fieldErrors = new LinkedHashMap<>();
  private @Nullable String code;
  private @Nullable Integer status;
  private int texts;

  void collect(JsonElement root) {
    if (root instanceof JsonObject object) {
      collectObject(object, true);
    } else if (root instanceof JsonArray array) {
      if (isAlternatingFieldsAndTexts(array)) {
        addAlternating(array);
      } else {
        addMessages(array);
      }
    } else {
      addMessages(root);
    }
  }

  boolean isEmpty() {
    return messages.isEmpty() && fieldErrors.isEmpty() && code == null;
  }

  void addMessage(String message) {
    if (!message.isBlank() && takesMore()) {
      messages.add(message.strip());
      texts++;
    }
  }

  ErrorBody toErrorBody() {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    fieldErrors.forEach((field, errors) -> fields.put(field, List.copyOf(errors)));
    return new ErrorBody(code, List.copyOf(messages), fields, status);
  }

  /** An object at the root may hold anything; inside {@code errors}, unknown members are fields. */
  private void collectObject(JsonObject object, boolean atRoot) {
    object
        .entrySet()
        .forEach(
            member -> {
              String name = member.getKey().toLowerCase(Locale.ROOT);
              JsonElement value = member.getValue();
              if (value.isJsonNull()) {
                return;
              }
              if (CODE_MEMBERS.contains(name) && isCode(value)) {
                takeCode(value.getAsString());
              } else if (name.equals("error") && isOauthCode(value)) {
                takeCode(value.getAsString());
              } else if (TEXT_MEMBERS.contains(name)) {
                addMessages(value);
              } else if (atRoot && name.equals("errors")) {
                addMessages(value);
              } else if (atRoot && name.equals("modelstate")) {
                addFields("", value);
              } else if (atRoot && name.equals("statuscode")) {
                takeStatus(value);
              } else if (!OTHER_MEMBERS.contains(name) && (!atRoot || isListOfTexts(value))) {
                addFields(member.getKey(), value);
              }
            });
  }

  private void addAlternating(JsonArray fieldsAndTexts) {
    for (int i = 0; i < fieldsAndTexts.size(); i += 2) {
      addFieldError(fieldsAndTexts.get(i).getAsString(), fieldsAndTexts.get(i + 1).getAsString());
    }
  }

  private static boolean isAlternatingFieldsAndTexts(JsonArray array) {
    if (array.isEmpty() || array.size() % 2 != 0 || !isListOfTexts(array)) {
      return false;
    }
    for (int i = 0; i < array.size(); i += 2) {
      if (!FIELD_NAME.matcher(array.get(i).getAsString()).matches()) {
        return false;
      }
    }
    return true;
  }

  /** Recursion ends because the JSON reader refuses deep nesting. */
  private void addMessages(JsonElement element) {
    if (element.isJsonPrimitive()) {
      addMessage(element.getAsString());
    } else if (element instanceof JsonObject object) {
      collectObject(object, false);
    } else if (element instanceof JsonArray array) {
      array.forEach(
          item -> {
            if (item instanceof JsonArray pair && isAlternatingFieldsAndTexts(pair)) {
              addAlternating(pair);
            } else {
              addMessages(item);
            }
          });
    }
  }

  private void addFields(String field, JsonElement value) {
    if (value.isJsonPrimitive()) {
      addFieldError(field, value.getAsString());
    } else if (value instanceof JsonArray array) {
      array.forEach(item -> addFields(field, item));
    } else if (value instanceof JsonObject object) {
      object
          .entrySet()
          .forEach(
              member ->
                  addFields(
                      limited(field.isEmpty() ? member.getKey() : field + "." + member.getKey()),
                      member.getValue()));
    }
  }

  private boolean takesMore() {
    return texts < MOST_TEXTS;
  }

  /** Left out as a whole: part of a secret would not be recognised when texts are redacted. */
  private static String limited(String field) {
    return field.length() > LONGEST_FIELD ? "" : field;
  }

  private void addFieldError(String field, String error) {
    if (error.isBlank() || !takesMore()) {
      return;
    }
    String name = limited(field);
    if (name.isBlank()) {
      addMessage(error);
    } else {
      fieldErrors.computeIfAbsent(name, f -> new ArrayList<>()).add(error.strip());
      texts++;
    }
  }

  private void takeCode(String value) {
    String withoutFraction = NUMBER_WITH_FRACTION.matcher(value).replaceFirst("$1");
    if (code == null && !withoutFraction.equals(NO_CODE)) {
      code = withoutFraction;
    }
  }

  private void takeStatus(JsonElement value) {
    if (value.isJsonPrimitive() && value.getAsString().matches("[1-9][0-9]{2}")) {
      status = Integer.valueOf(value.getAsString());
    }
  }

  private static boolean isCode(JsonElement value) {
    // A request may have a field named "code": its errors are texts with blanks, or lists.
    return value.isJsonPrimitive() && CODE.matcher(value.getAsString()).matches();
  }

  private static boolean isOauthCode(JsonElement value) {
    return value.isJsonPrimitive()
        && value.getAsString().length() <= LONGEST_OAUTH_CODE
        && OAUTH_CODE.matcher(value.getAsString()).matches();
  }

  private static boolean isListOfTexts(JsonElement value) {
    if (!(value instanceof JsonArray array) || array.isEmpty()) {
      return false;
    }
    for (JsonElement item : array) {
      if (!item.isJsonPrimitive()) {
        return false;
      }
    }
    return true;
  }
}
