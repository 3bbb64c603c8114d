package org.chengshu.cases.form;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.chengshu.core.http.PlacedFault;
import org.chengshu.kernel.Text;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a report of a kind has to tell beside text and place: a JSON Schema of an object, with words in both languages. */
public final class CaseForm {
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final String ORDER = "formOrder";
    private static final List<String> WORDS = List.of("title", "help", "words", "lines");
    private static final String REQUIRED = "required";
    private static final Set<String> AT_THE_FIELD = Set.of(REQUIRED, "additionalProperties");

    private final JsonNode source;
    private final List<String> order;
    private final Schema schema;

    private CaseForm(JsonNode source, List<String> order) {
        this.source = source;
        this.order = List.copyOf(order);
        this.schema = REGISTRY.getSchema(bare(source).toString(), InputFormat.JSON);
    }

    /** Of a kind as it is kept: the database does not keep the order of an object's fields, so it stands beside them. */
    static CaseForm of(JsonNode spec) {
        return new CaseForm(
                spec.path("form"),
                spec.path(ORDER).valueStream().map(JsonNode::asString).toList());
    }

    /** The kind with the order of its form's fields, as it is to be kept. */
    public static JsonNode ordered(JsonNode spec) {
        if (!spec.has("form")) {
            return spec;
        }
        ObjectNode copy = (ObjectNode) spec.deepCopy();
        var order = copy.putArray(ORDER);
        spec.at("/form/properties").propertyNames().forEach(order::add);
        return copy;
    }

    // The validator would warn of the words, and whatever is not asked for is refused.
    private static JsonNode bare(JsonNode source) {
        ObjectNode copy = (ObjectNode) source.deepCopy();
        copy.path("properties").forEach(field -> ((ObjectNode) field).remove(WORDS));
        copy.put("additionalProperties", false);
        return copy;
    }

    /** As the pack wrote it, with words, for screens. */
    public JsonNode source() {
        return source;
    }

    /** The fields in the order in which the pack names them. */
    public List<CaseFormField> fields() {
        List<String> required =
                source.path("required").valueStream().map(JsonNode::asString).toList();
        return order.stream()
                .map(code -> CaseFormField.of(code, source.path("properties").path(code), required.contains(code)))
                .toList();
    }

    /** Everything that is wrong with the answers, each at its field. */
    public List<PlacedFault> faults(JsonNode answers) {
        String json = answers.toString();
        List<Error> english = errors(json, Locale.ENGLISH);
        List<Error> chinese = errors(json, Locale.SIMPLIFIED_CHINESE);
        List<PlacedFault> faults = new ArrayList<>();
        for (int i = 0; i < english.size(); i++) {
            faults.add(fault(english.get(i), chinese.get(i)));
        }
        return faults;
    }

    private PlacedFault fault(Error english, Error chinese) {
        String pointer = english.getInstanceLocation().toString();
        String field = AT_THE_FIELD.contains(english.getKeyword()) && english.getProperty() != null
                ? english.getProperty()
                : firstOf(pointer);
        JsonNode title = source.path("properties").path(field).path("title");
        boolean missing = english.getKeyword().equals(REQUIRED);
        return new PlacedFault(
                "/attributes" + (pointer.isEmpty() ? "/" + field : pointer),
                Text.of(
                        title.path("zh").asString(field) + "：" + (missing ? "请填写" : chinese.getMessage()),
                        title.path("en").asString(field) + ": " + (missing ? "is missing" : english.getMessage())));
    }

    private static String firstOf(String pointer) {
        return pointer.isEmpty() ? "" : pointer.substring(1).split("/", 2)[0];
    }

    private List<Error> errors(String json, Locale locale) {
        return schema.validate(
                json,
                InputFormat.JSON,
                context ->
                        context.executionConfig(config -> config.locale(locale).formatAssertionsEnabled(true)));
    }
}
