package revisage.extract;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;

import revisage.work.DidYouMean;

import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Reads JSON into records and refuses all that the records do not say: unknown, missing, doubled
/// or null keys, numbers as text, fractions for whole numbers, anything behind the end.
///
/// A component may be left out only if it is an `Optional` (or `OptionalInt` and so on). What a
/// record's own constructor refuses by an `IllegalArgumentException` is refused with its sentence.
public final class StrictJson {

    private static final ObjectMapper MAPPER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                    .build())
                    .addModule(new Jdk8Module())
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                    .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                    .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .annotationIntrospector(new AllRequired())
                    .build();

    private StrictJson() {}

    /// @param what the file is, for the message, for example `model card`
    /// @param where the file's name, for the message
    /// @throws JsonRefusedException with one sentence that names the file, the place and the fault
    public static <T> T read(byte[] json, Class<T> type, String what, String where)
            throws JsonRefusedException {
        try {
            // First, since Jackson complains of what is missing before it looks at what is unknown:
            // a key misspelt is both.
            Optional<String> unknown = unknownKey(MAPPER.readTree(json), (Type) type, "");
            if (unknown.isPresent()) {
                throw new JsonRefusedException(
                        "The %s %s has the %s".formatted(what, where, unknown.get()));
            }
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new JsonRefusedException(
                    "The %s %s %s.".formatted(what, where, JsonFault.words(e)), e);
        } catch (IOException e) {
            throw new IllegalStateException("bytes in memory cannot fail to be read", e);
        }
    }

    /// The layout's version as the file says it, before anything else is read, so that a newer file
    /// can be told from a wrong one.
    ///
    /// @return the whole number under `schema` at the top, if there is one
    /// @throws JsonRefusedException if this is no JSON object
    public static OptionalInt schema(byte[] json, String what, String where)
            throws JsonRefusedException {
        JsonNode schema = top(json, what, where).path("schema");
        return schema.isInt() ? OptionalInt.of(schema.intValue()) : OptionalInt.empty();
    }

    /// Whether the file has this key at the top, before anything else is read: files of one ending
    /// may be of several kinds.
    ///
    /// @throws JsonRefusedException if this is no JSON
    public static boolean has(byte[] json, String key, String what, String where)
            throws JsonRefusedException {
        return top(json, what, where).has(key);
    }

    private static JsonNode top(byte[] json, String what, String where)
            throws JsonRefusedException {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new JsonRefusedException(
                    "The %s %s %s.".formatted(what, where, JsonFault.words(e)), e);
        } catch (IOException e) {
            throw new IllegalStateException("bytes in memory cannot fail to be read", e);
        }
    }

    /// Indented, keys in the order of the components, empty `Optional`s left out.
    public static byte[] write(Object value) {
        try {
            byte[] json =
                    MAPPER.copy()
                            .setDefaultPropertyInclusion(JsonInclude.Include.NON_ABSENT)
                            .writeValueAsBytes(value);
            byte[] withEnd = Arrays.copyOf(json, json.length + 1);
            withEnd[json.length] = '\n';
            return withEnd;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a value that is no JSON: " + value.getClass(), e);
        }
    }

    private static Optional<String> unknownKey(JsonNode node, Type type, String path) {
        return switch (type) {
            case Class<?> c when c.isRecord() && node.isObject() -> unknownKey(node, c, path);
            case ParameterizedType p when node.isArray() ->
                    IntStream.range(0, node.size())
                            .boxed()
                            .flatMap(
                                    i ->
                                            unknownKey(
                                                    node.get(i),
                                                    p.getActualTypeArguments()[0],
                                                    path + "[" + i + "]")
                                                    .stream())
                            .findFirst();
            case ParameterizedType p when p.getRawType() == Optional.class ->
                    unknownKey(node, p.getActualTypeArguments()[0], path);
            default -> Optional.empty();
        };
    }

    private static Optional<String> unknownKey(JsonNode node, Class<?> type, String path) {
        Map<String, Type> known =
                Arrays.stream(type.getRecordComponents())
                        .collect(
                                Collectors.toMap(
                                        RecordComponent::getName, RecordComponent::getGenericType));
        return node.properties().stream()
                .flatMap(
                        field -> {
                            Type of = known.get(field.getKey());
                            String place =
                                    path.isEmpty() ? field.getKey() : path + "." + field.getKey();
                            return of == null
                                    ? Stream.of(unknown(field.getKey(), path, known.keySet()))
                                    : unknownKey(field.getValue(), of, place).stream();
                        })
                .findFirst();
    }

    private static String unknown(String key, String path, Set<String> known) {
        String meant = DidYouMean.among(known, key);
        return "unknown key '%s'%s.%s"
                .formatted(
                        key,
                        path.isEmpty() ? "" : " in '" + path + "'",
                        meant.isEmpty()
                                ? " Known are " + String.join(", ", new TreeSet<>(known)) + "."
                                : meant);
    }

    private static final Set<Class<?>> OPTIONAL =
            Set.of(Optional.class, OptionalInt.class, OptionalLong.class, OptionalDouble.class);

    /// Every component that is not an `Optional` must be there.
    private static final class AllRequired extends JacksonAnnotationIntrospector {

        private static final long serialVersionUID = 1;

        @Override
        public Boolean hasRequiredMarker(AnnotatedMember member) {
            return !OPTIONAL.contains(member.getRawType());
        }
    }
}
