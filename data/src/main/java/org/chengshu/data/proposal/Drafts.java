package org.chengshu.data.proposal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.chengshu.core.spi.FactField;
import org.chengshu.data.Dataset;
import org.chengshu.kernel.Text;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Collects drafts for one dataset; of two alike the first stays. */
final class Drafts {
    private static final int LONGEST_ID = 100;
    private static final int HASH = 6;

    private final Dataset dataset;
    private final Map<String, Draft> byId = new LinkedHashMap<>();

    Drafts(Dataset dataset) {
        this.dataset = dataset;
    }

    Dataset dataset() {
        return dataset;
    }

    List<Draft> list() {
        return new ArrayList<>(byId.values());
    }

    Text title(String field) {
        return dataset.find(field).map(FactField::title).orElseGet(() -> Text.of(field, field));
    }

    Maker of(String type, String... fields) {
        return new Maker(type, List.of(fields));
    }

    static ArrayNode texts(List<String> texts) {
        ArrayNode array = JsonMapper.shared().createArrayNode();
        texts.forEach(array::add);
        return array;
    }

    /** One draft in the making. */
    final class Maker {
        private final ObjectNode spec = JsonMapper.shared().createObjectNode();
        private final ObjectNode check = JsonMapper.shared().createObjectNode();
        private final String type;
        private final List<String> fields;
        private String variant = "";
        private boolean guard;
        private double most = 0.5;

        private Maker(String type, List<String> fields) {
            this.type = type;
            this.fields = fields;
            check.put("type", type);
        }

        ObjectNode check() {
            return check;
        }

        Maker with(String name, String value) {
            check.put(name, value);
            return this;
        }

        Maker with(String name, double value) {
            check.put(name, value);
            return this;
        }

        Maker with(String name, List<String> values) {
            check.set(name, texts(values));
            return this;
        }

        Maker field() {
            return with("field", fields.getFirst());
        }

        Maker kind(String word) {
            spec.put("kind", word);
            return this;
        }

        /** Tells it apart from another draft of the same check and fields. */
        Maker variant(String word) {
            variant = "-" + word;
            return this;
        }

        Maker severity(int level) {
            spec.put("severity", level);
            return this;
        }

        Maker tolerance(double share) {
            spec.put("tolerance", share);
            return this;
        }

        Maker guard() {
            guard = true;
            return this;
        }

        /** The largest share of failures with which it is still a rule. */
        Maker atMost(double share) {
            most = share;
            return this;
        }

        /** {@code what} completes the names of the fields. */
        void because(String whatZh, String whatEn, String zh, String en) {
            String id = id();
            spec.put("id", id);
            ObjectNode title = spec.putObject("title");
            title.put("zh", names(true) + whatZh);
            title.put("en", names(false) + whatEn);
            spec.set("check", check);
            byId.putIfAbsent(id, new Draft(spec, Text.of(zh, en), guard, most));
        }

        private String names(boolean zh) {
            return String.join(
                    zh ? "、" : ", ",
                    fields.stream()
                            .map(Drafts.this::title)
                            .map(text -> zh ? text.zh() : text.en())
                            .toList());
        }

        private String id() {
            String kind = Optional.ofNullable(spec.path("kind").asString(null))
                    .map(word -> "-" + word)
                    .orElse("");
            String plain = (dataset.id() + "-" + type + kind + variant + "-" + String.join("-", fields))
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("[^a-z0-9]+", "-");
            if (plain.length() <= LONGEST_ID) {
                return plain;
            }
            String hash = Integer.toHexString(plain.hashCode());
            return plain.substring(0, LONGEST_ID - HASH - 3) + "-" + hash.substring(0, Math.min(HASH, hash.length()));
        }
    }
}
