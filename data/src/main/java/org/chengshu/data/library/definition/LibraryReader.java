package org.chengshu.data.library.definition;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.chengshu.core.spi.FieldType;
import org.chengshu.data.library.golden.Criterion;
import org.chengshu.data.library.golden.FieldChoice;
import org.chengshu.data.library.match.Block;
import org.chengshu.data.library.match.Comparer;
import org.chengshu.data.library.match.FuzzyRule;
import org.chengshu.kernel.Nearest;
import tools.jackson.databind.JsonNode;

/** Reads a library as packs and requests describe it, collecting everything that is wrong. For one reading. */
final class LibraryReader {
    static final int MOST_FIELDS = 50;
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,39}");
    private static final Set<String> OURS = Set.of("record_id", "members", "sources", "changed_at", "loaded_at");
    private static final List<Criterion> USUAL =
            List.of(Criterion.PRIORITY, Criterion.NEWEST, Criterion.FREQUENT, Criterion.LONGEST);
    private static final int USUAL_LARGEST = 200;
    private static final double USUAL_MARGIN = 0.02;

    private final JsonNode json;
    private final Faults faults;
    private final List<String> names = new ArrayList<>();

    LibraryReader(JsonNode json, Faults faults) {
        this.json = json;
        this.faults = faults;
    }

    /** Empty when there are faults. */
    Optional<Library> read(String id) {
        int before = faults.found().size();
        if (!ID.matcher(id).matches()) {
            faults.add("/id", "编号应为小写字母、数字和短横", "an id has lower-case letters, digits and dashes");
        }
        json.path("fields")
                .forEach(field -> names.add(JsonWords.word(field, "name").orElse("")));
        List<LibraryField> fields = fields();
        List<LibraryKey> keys = keys();
        List<FuzzyRule> fuzzy = fuzzy();
        if (keys.isEmpty() && fuzzy.isEmpty()) {
            faults.add("", "至少要有一个匹配键或模糊规则", "at least one key or fuzzy rule is needed");
        }
        int label = place("/label", json.path("label").asString(""));
        Optional<Integer> area = JsonWords.word(json, "areaPath").map(name -> place("/areaPath", name));
        int largest = json.path("largest").asInt(USUAL_LARGEST);
        double margin = json.path("margin").asDouble(USUAL_MARGIN);
        if (largest < 2 || largest > 10_000 || margin < 0 || margin > 1) {
            faults.add("/largest", "largest 应为 2 到 10000，margin 应为 0 到 1", "largest is 2..10000 and margin 0..1");
        }
        if (faults.found().size() > before) {
            return Optional.empty();
        }
        return Optional.of(new Library(
                id,
                JsonWords.text(json.path("title"), id),
                JsonWords.text(json.path("description"), id),
                JsonWords.word(json, "owner").orElse(""),
                label,
                area,
                fields,
                keys,
                fuzzy,
                largest,
                margin,
                json.path("automatic").asBoolean(true)));
    }

    private List<LibraryField> fields() {
        List<LibraryField> fields = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        int number = json.path("fields").size();
        if (number == 0 || number > MOST_FIELDS) {
            faults.add("/fields", "需要 1 到 " + MOST_FIELDS + " 个字段", "1 to " + MOST_FIELDS + " fields are needed");
        }
        for (int i = 0; i < number; i++) {
            String at = "/fields/" + i;
            JsonNode one = json.path("fields").path(i);
            String name = names.get(i);
            if (!NAME.matcher(name).matches() || OURS.contains(name) || !seen.add(name)) {
                faults.add(
                        at + "/name",
                        "字段名 " + name + " 重复、不合规或为平台保留",
                        "the field name " + name + " is there twice, malformed or the platform's own");
            }
            field(at, name, one).ifPresent(fields::add);
        }
        return fields;
    }

    private Optional<LibraryField> field(String at, String name, JsonNode one) {
        String word = one.path("type").asString("text").toUpperCase(Locale.ROOT);
        Optional<FieldType> type = java.util.stream.Stream.of(FieldType.values())
                .filter(known -> known.name().equals(word))
                .findFirst();
        int sensitivity = one.path("sensitivity").asInt(2);
        if (type.isEmpty() || sensitivity < 1 || sensitivity > 4) {
            faults.add(at, "类型或分级不对", "type or sensitivity is not one that there is");
            return Optional.empty();
        }
        List<Criterion> criteria = criteria(at + "/survive", one.has("survive") ? one.path("survive") : usual());
        int follows = JsonWords.word(one, "follows")
                .map(leader -> place(at + "/follows", leader))
                .orElse(FieldChoice.BY_ITSELF);
        if (follows != FieldChoice.BY_ITSELF
                && json.path("fields").path(follows).has("follows")) {
            faults.add(at + "/follows", "所随字段自身也随别的字段", "the field that it follows follows another itself");
        }
        return Optional.of(new LibraryField(
                name,
                JsonWords.text(one.path("title"), name.isEmpty() ? "?" : name),
                type.get(),
                JsonWords.word(one, "unit"),
                sensitivity,
                JsonWords.word(one, "standard"),
                new FieldChoice(criteria, follows)));
    }

    private JsonNode usual() {
        return json.path("survive");
    }

    private List<Criterion> criteria(String at, JsonNode words) {
        if (words.isMissingNode()) {
            return USUAL;
        }
        List<Criterion> criteria = new ArrayList<>();
        for (String word : JsonWords.words(words)) {
            Criterion.find(word)
                    .ifPresentOrElse(
                            criteria::add,
                            () -> faults.add(at, "没有取值规则 " + word, "there is no rule of survival " + word));
        }
        return criteria;
    }

    private List<LibraryKey> keys() {
        List<LibraryKey> keys = new ArrayList<>();
        for (int i = 0; i < json.path("keys").size(); i++) {
            JsonNode one = json.path("keys").path(i);
            String at = "/keys/" + i;
            String id = JsonWords.word(one, "id").orElse("key-" + i);
            List<Integer> fields = new ArrayList<>();
            JsonWords.words(one.path("fields")).forEach(name -> fields.add(place(at + "/fields", name)));
            if (fields.isEmpty()) {
                faults.add(at + "/fields", "匹配键要有字段", "a key needs fields");
            }
            keys.add(new LibraryKey(
                    id,
                    JsonWords.text(one.path("title"), id),
                    fields,
                    one.path("identity").asBoolean(false)));
        }
        return keys;
    }

    private List<FuzzyRule> fuzzy() {
        List<FuzzyRule> rules = new ArrayList<>();
        for (int i = 0; i < json.path("fuzzy").size(); i++) {
            rule("/fuzzy/" + i, json.path("fuzzy").path(i)).ifPresent(rules::add);
        }
        return rules;
    }

    private Optional<FuzzyRule> rule(String at, JsonNode one) {
        int before = faults.found().size();
        List<FuzzyRule.FieldBlock> blocks = new ArrayList<>();
        for (int i = 0; i < one.path("blocks").size(); i++) {
            block(at + "/blocks/" + i, one.path("blocks").path(i)).ifPresent(blocks::add);
        }
        List<FuzzyRule.Comparison> comparisons = new ArrayList<>();
        for (int i = 0; i < one.path("compare").size(); i++) {
            comparison(at + "/compare/" + i, one.path("compare").path(i)).ifPresent(comparisons::add);
        }
        if (faults.found().size() > before) {
            return Optional.empty();
        }
        try {
            return Optional.of(new FuzzyRule(
                    JsonWords.word(one, "id").orElse("rule"),
                    blocks,
                    comparisons,
                    one.path("sure").asDouble(0),
                    one.path("review").asDouble(0)));
        } catch (IllegalArgumentException e) {
            faults.add(at, "规则不成立：" + e.getMessage(), "the rule does not hold: " + e.getMessage());
            return Optional.empty();
        }
    }

    private Optional<FuzzyRule.FieldBlock> block(String at, JsonNode one) {
        int field = place(at + "/field", one.path("field").asString(""));
        String word = one.path("by").asString("same");
        Optional<Block> by = Block.find(word);
        if (by.isEmpty()) {
            faults.add(at + "/by", "没有分块方式 " + word, "there is no way of blocking " + word);
        }
        return by.map(found -> new FuzzyRule.FieldBlock(field, found));
    }

    private Optional<FuzzyRule.Comparison> comparison(String at, JsonNode one) {
        int field = place(at + "/field", one.path("field").asString(""));
        String word = one.path("by").asString("same");
        double weight = one.path("weight").asDouble(1);
        Optional<Comparer> by = Comparer.find(word);
        if (by.isEmpty() || !(weight > 0 && weight <= 1)) {
            faults.add(
                    at,
                    "没有比较方式 " + word + "，或权重不在 0 到 1",
                    "there is no way of comparing " + word + ", or the weight is not within 0..1");
            return Optional.empty();
        }
        return Optional.of(new FuzzyRule.Comparison(
                field, by.get(), weight, one.path("required").asBoolean(false)));
    }

    private int place(String at, String name) {
        int place = names.indexOf(name);
        if (place < 0) {
            Optional<String> near = Nearest.of(name, names);
            faults.add(
                    at,
                    "没有字段 " + name + near.map(one -> "，是否为 " + one + "？").orElse(""),
                    "there is no field " + name
                            + near.map(one -> ", did you mean " + one + "?").orElse(""));
        }
        return Math.max(place, 0);
    }
}
