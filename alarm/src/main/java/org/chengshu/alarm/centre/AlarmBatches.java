package org.chengshu.alarm.centre;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.BiConsumer;
import org.chengshu.alarm.AlarmRule;
import org.chengshu.alarm.Clearing;
import org.chengshu.alarm.HistoricalClearing;
import org.chengshu.alarm.SeverityChange;
import org.chengshu.alarm.Signal;
import org.chengshu.alarm.SubjectView;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Turns batches into the JSON arrays that {@link AlarmSql} unfolds. */
@Component
final class AlarmBatches {
    private final JsonMapper json;

    AlarmBatches(JsonMapper json) {
        this.json = json;
    }

    String ofNew(List<NewAlarm> alarms) {
        return array(alarms, this::write);
    }

    String ofClearings(List<Clearing> clearings) {
        return array(clearings, (clearing, row) -> {
            row.put("rule_id", clearing.ruleId());
            row.put("subject_kind", clearing.subject().kind());
            row.put("subject_id", clearing.subject().id());
            row.put("cleared_at", time(clearing.clearedAt()));
            row.set("cleared_values", json.valueToTree(clearing.values()));
        });
    }

    String ofChanges(List<SeverityChange> changes) {
        return array(changes, (change, row) -> {
            row.put("rule_id", change.ruleId());
            row.put("subject_kind", change.subject().kind());
            row.put("subject_id", change.subject().id());
            row.put("severity", change.severity().level());
            row.put("at", time(change.at()));
            row.set("change_values", json.valueToTree(change.values()));
        });
    }

    String ofHistorical(List<HistoricalClearing> clearings) {
        return array(clearings, (clearing, row) -> {
            row.put("id", clearing.id().toString());
            row.put("cleared_at", time(clearing.clearedAt()));
            row.set("cleared_values", json.valueToTree(clearing.values()));
        });
    }

    private void write(NewAlarm alarm, ObjectNode row) {
        Signal signal = alarm.signal();
        row.put("place", alarm.place());
        row.put("id", alarm.id().toString());
        writeRule(signal.rule(), row);
        writeSubject(signal.subject(), row);
        row.put("since", time(signal.since()));
        row.put("raised_at", time(signal.raisedAt()));
        row.put("recorded_at", time(alarm.recordedAt()));
        row.set("raised_values", json.valueToTree(signal.values()));
        row.put("historical", signal.historical());
        row.put("announced", signal.announce());
        row.put("settled", alarm.settled());
        alarm.suppression().ifPresent(suppression -> {
            row.put("suppression", suppression.kind().word());
            row.put("suppressor", suppression.by());
        });
    }

    private static void writeRule(AlarmRule rule, ObjectNode row) {
        row.put("rule_id", rule.id());
        row.put("rule_title_zh", rule.title().zh());
        row.put("rule_title_en", rule.title().en());
        row.put("severity", rule.severity().level());
        row.put("sort", rule.sort().word());
        row.put("condition", rule.condition());
        row.put("by_hand_only", rule.byHandOnly());
    }

    private static void writeSubject(SubjectView view, ObjectNode row) {
        row.put("subject_kind", view.subject().kind());
        row.put("subject_id", view.subject().id());
        row.put("subject_title_zh", view.title().zh());
        row.put("subject_title_en", view.title().en());
        row.put("area_path", view.areaPath());
        view.position().ifPresent(position -> {
            row.put("longitude", position.longitude());
            row.put("latitude", position.latitude());
        });
        view.parent().ifPresent(parent -> {
            row.put("parent_kind", parent.kind());
            row.put("parent_id", parent.id());
        });
        ArrayNode tags = row.putArray("tags");
        view.tags().stream().sorted().forEach(tags::add);
    }

    private <T> String array(List<T> items, BiConsumer<T, ObjectNode> writer) {
        ArrayNode array = json.createArrayNode();
        items.forEach(item -> writer.accept(item, array.addObject()));
        return array.toString();
    }

    private static String time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS).toString();
    }
}
