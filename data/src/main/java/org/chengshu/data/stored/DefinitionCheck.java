package org.chengshu.data.stored;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.chengshu.core.http.FaultyInput;
import org.chengshu.core.http.PlacedFault;
import org.chengshu.core.spi.FieldType;
import org.chengshu.data.DataError;
import org.chengshu.kernel.Text;

/** What makes a definition one that can be kept; tells everything that is wrong with it at once. */
final class DefinitionCheck {
    // Tables add an underscore, a number and a suffix; PostgreSQL's names end at 63.
    private static final Pattern ID = Pattern.compile("(raw|base|theme)\\.[a-z][a-z0-9-]{0,39}");
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");
    private static final Set<String> TAKEN =
            Set.of(StoredDefinition.LOADED_AT, Revision.LINE, "ctid", "xmin", "tableoid");
    private static final int MOST_FIELDS = 250;
    private static final int MOST_KEYS = 8;
    private static final int MOST_KEPT = 1_000;

    private final StoredDefinition definition;
    private final List<PlacedFault> faults = new ArrayList<>();

    private DefinitionCheck(StoredDefinition definition) {
        this.definition = definition;
    }

    static void require(StoredDefinition definition) {
        List<PlacedFault> faults = faults(definition);
        if (!faults.isEmpty()) {
            throw new FaultyInput(
                    DataError.DEFINITION_FAULTY,
                    "dataset " + definition.id() + ": "
                            + faults.getFirst().detail().en(),
                    faults);
        }
    }

    static List<PlacedFault> faults(StoredDefinition definition) {
        DefinitionCheck check = new DefinitionCheck(definition);
        check.head();
        check.fields();
        check.keys();
        check.roles();
        return check.faults;
    }

    private void head() {
        if (!ID.matcher(definition.id()).matches()) {
            add(
                    "id",
                    "编号应为 raw.、base. 或 theme. 加上以字母开头的小写字母、数字和连字符（最多 40 个）",
                    "the id must be raw., base. or theme. and up to 40 lower-case letters, digits and dashes, a letter first");
        }
        if (definition.keep() < 1 || definition.keep() > MOST_KEPT) {
            add("keep", "保留版本数应为 1 到 " + MOST_KEPT, "revisions to keep must be 1 to " + MOST_KEPT);
        }
    }

    private void fields() {
        if (definition.fields().isEmpty() || definition.fields().size() > MOST_FIELDS) {
            add("fields", "数据项应为 1 到 " + MOST_FIELDS + " 个", "there must be 1 to " + MOST_FIELDS + " fields");
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < definition.fields().size(); i++) {
            StoredField field = definition.fields().get(i);
            String place = "fields/" + i;
            if (!NAME.matcher(field.name()).matches() || TAKEN.contains(field.name())) {
                add(
                        place + "/name",
                        "数据项名 " + field.name() + " 应以小写字母开头，由小写字母、数字和下划线组成，且不是保留字",
                        "field name " + field.name()
                                + " must be lower-case letters, digits and underscores, a letter first,"
                                + " and none that the platform needs");
            } else if (!seen.add(field.name())) {
                add(place + "/name", "数据项 " + field.name() + " 重复", "field " + field.name() + " is there twice");
            }
            if (field.sensitivity() < 1 || field.sensitivity() > 4) {
                add(
                        place + "/sensitivity",
                        field.name() + " 的分级应为 1 到 4",
                        "the sensitivity of " + field.name() + " must be 1 to 4");
            }
        }
    }

    private void keys() {
        if (definition.mode() == RowsMode.MERGE && definition.keys().isEmpty()) {
            add("keys", "按主键合并需要主键", "merging needs key fields");
        }
        if (definition.keys().size() > MOST_KEYS) {
            add("keys", "主键最多 " + MOST_KEYS + " 个数据项", "at most " + MOST_KEYS + " fields make a key");
        }
        for (String key : definition.keys()) {
            if (definition.field(key).isEmpty()) {
                add("keys", "主键 " + key + " 不是数据项", "key " + key + " is not a field");
            }
        }
    }

    private void roles() {
        String time = definition.timeField();
        Optional<FieldType> timeType = time.equals(StoredDefinition.LOADED_AT)
                ? Optional.of(FieldType.INSTANT)
                : definition.field(time).map(StoredField::type);
        if (timeType.filter(type -> type == FieldType.INSTANT || type == FieldType.DATE)
                .isEmpty()) {
            add("timeField", "时间项 " + time + " 不是时间或日期类型的数据项", "time field " + time + " is no instant or date field");
        }
        definition.areaPathField().ifPresent(area -> {
            if (definition
                    .field(area)
                    .filter(field -> field.type() == FieldType.TEXT)
                    .isEmpty()) {
                add("areaPathField", "区域项 " + area + " 不是文本类型的数据项", "area path field " + area + " is no text field");
            }
        });
    }

    private void add(String place, String zh, String en) {
        faults.add(new PlacedFault(place, Text.of(zh, en)));
    }
}
