package org.chengshu.data.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.chengshu.core.http.FaultyInput;
import org.chengshu.core.http.PlacedFault;
import org.chengshu.core.tree.Organisations;
import org.chengshu.data.DataError;
import org.chengshu.data.feed.SourceKind;
import org.chengshu.data.stored.StoredDatasets;
import org.chengshu.kernel.Text;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads what a source is to be from JSON, with everything that is wrong with it at once. */
@Component
final class SourceReader {
    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_DESCRIPTION = 2_000;

    private final JsonMapper json;
    private final SourceKinds kinds;
    private final Organisations organisations;
    private final StoredDatasets datasets;

    SourceReader(JsonMapper json, SourceKinds kinds, Organisations organisations, StoredDatasets datasets) {
        this.json = json;
        this.kinds = kinds;
        this.organisations = organisations;
        this.datasets = datasets;
    }

    SourceDraft read(JsonNode body) {
        List<PlacedFault> faults = new ArrayList<>();
        String name = text(body, "name", LONGEST_NAME, faults);
        if (name.isEmpty()) {
            faults.add(fault("name", "不能为空", "must not be empty"));
        }
        String description = text(body, "description", LONGEST_DESCRIPTION, faults);
        Optional<String> organisation =
                Optional.of(text(body, "organisation", LONGEST_NAME, faults)).filter(code -> !code.isEmpty());
        organisation
                .filter(code -> organisations.find(code).isEmpty())
                .ifPresent(
                        code -> faults.add(fault("organisation", "没有机构 " + code, "there is no organisation " + code)));
        String kindWord = body.path("kind").asString("");
        Optional<SourceKind> kind = kinds.find(kindWord);
        if (kind.isEmpty()) {
            faults.add(fault("kind", "应为其中之一：" + kinds.words(), "must be one of " + kinds.words()));
        }
        ObjectNode config = body.path("config").isObject()
                ? (ObjectNode) body.path("config").deepCopy()
                : json.createObjectNode();
        Map<String, String> secrets =
                kind.map(known -> takeSecrets(config, known)).orElseGet(Map::of);
        kind.ifPresent(known -> known.check(config)
                .forEach(wrong -> faults.add(new PlacedFault("config." + wrong.place(), wrong.detail()))));
        Optional<Target> target = part(body, "target", Target.class, faults);
        target.filter(to -> datasets.find(to.dataset()).isEmpty())
                .ifPresent(to -> faults.add(fault(
                        "target.dataset",
                        "没有可入库的数据资源 " + to.dataset(),
                        "there is no dataset " + to.dataset() + " that takes rows")));
        Optional<Schedule> schedule = part(body, "schedule", Schedule.class, faults);
        if (!faults.isEmpty()) {
            throw new FaultyInput(DataError.SOURCE_FAULTY, faults.size() + " faults in the source", faults);
        }
        return new SourceDraft(name, kindWord, description, organisation, config, secrets, target, schedule);
    }

    private Map<String, String> takeSecrets(ObjectNode config, SourceKind kind) {
        Map<String, String> secrets = new TreeMap<>();
        for (String name : kind.secrets()) {
            JsonNode given = config.remove(name);
            if (given != null && !given.isNull()) {
                String text = given.isString() ? given.stringValue() : json.writeValueAsString(given);
                if (!text.isEmpty()) {
                    secrets.put(name, text);
                }
            }
        }
        return secrets;
    }

    private <T> Optional<T> part(JsonNode body, String field, Class<T> type, List<PlacedFault> faults) {
        JsonNode node = body.path(field);
        if (node.isMissingNode() || node.isNull()) {
            return Optional.empty();
        }
        try {
            return Optional.of(json.treeToValue(node, type));
        } catch (JacksonException e) {
            String why =
                    Optional.ofNullable(e.getCause()).map(Throwable::getMessage).orElse(e.getOriginalMessage());
            faults.add(fault(field, "无法读取：" + why, why));
            return Optional.empty();
        }
    }

    private static String text(JsonNode body, String field, int longest, List<PlacedFault> faults) {
        String text = body.path(field).asString("").strip();
        if (text.length() > longest) {
            faults.add(fault(field, "最长 " + longest + " 个字符", "may have " + longest + " characters"));
        }
        return text;
    }

    private static PlacedFault fault(String place, String zh, String en) {
        return new PlacedFault(place, Text.of(zh, en));
    }
}
