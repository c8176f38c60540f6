package revisage.extract;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What is wrong with a JSON file, in words of the file and not of the library.
final class JsonFault {

    private static final Pattern KEY =
            Pattern.compile("(Missing required|Null value for) creator property '(\\w+)'");

    private JsonFault() {}

    /// For "The plan x.json ...".
    static String words(JsonProcessingException fault) {
        String place = fault instanceof JsonMappingException m ? path(m) : "";
        String at = place.isEmpty() ? "" : " at '" + place + "'";
        return switch (fault) {
            case ValueInstantiationException v
                    when v.getCause() instanceof IllegalArgumentException refused ->
                    "is refused" + at + ": " + refused.getMessage();
            case MismatchedInputException m when KEY.matcher(first(m)).find() -> key(m, place);
            case MismatchedInputException m when m.getTargetType() != null ->
                    "is not right%s%s: %s is expected there"
                            .formatted(at, line(m), expected(m.getTargetType()));
            case JsonParseException p -> "is no JSON%s: %s".formatted(line(p), first(p));
            default -> "is not right%s%s: %s".formatted(at, line(fault), first(fault));
        };
    }

    private static String key(MismatchedInputException fault, String place) {
        Matcher found = KEY.matcher(first(fault));
        if (!found.find()) {
            return first(fault);
        }
        String key = found.group(2);
        String parent = place.replaceFirst("\\.?" + key + "$", "");
        return "%s the key '%s'%s"
                .formatted(
                        found.group(1).startsWith("Missing") ? "lacks" : "has null for",
                        key,
                        parent.isEmpty() ? "" : " in '" + parent + "'");
    }

    private static String expected(Class<?> type) {
        if (type.isEnum()) {
            return "one of " + java.util.Arrays.toString(type.getEnumConstants());
        }
        if (Collection.class.isAssignableFrom(type) || type.isArray()) {
            return "a list [..]";
        }
        if (type.isRecord() || Map.class.isAssignableFrom(type)) {
            return "an object {..}";
        }
        return switch (type.getSimpleName()) {
            case "int", "Integer", "long", "Long" -> "a whole number";
            case "double", "Double", "float", "Float" -> "a number";
            case "boolean", "Boolean" -> "true or false";
            case "String" -> "a text in quotes";
            default -> type.getSimpleName();
        };
    }

    private static String first(JsonProcessingException fault) {
        return fault.getOriginalMessage()
                .lines()
                .findFirst()
                .orElse("")
                .replaceAll("revisage\\.[\\w.$]*[.$](\\w+)", "$1")
                .replaceAll("[.;]+$", "");
    }

    private static String line(JsonProcessingException fault) {
        return Optional.ofNullable(fault.getLocation())
                .map(l -> " (line " + l.getLineNr() + ")")
                .orElse("");
    }

    private static String path(JsonMappingException fault) {
        return fault.getPath().stream()
                .map(r -> r.getFieldName() == null ? "[" + r.getIndex() + "]" : r.getFieldName())
                .collect(Collectors.joining("."));
    }
}
