package org.chengshu.data.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.chengshu.core.spi.FactField;
import org.chengshu.data.Dataset;

/**
 * Writes the first draft of an entry from what is known of a dataset. What only people can know is left to them: a legal
 * basis is never invented. Pure.
 */
public final class EntryDraft {
    private static final Set<String> LAYERS = Set.of("raw", "base", "theme");
    private static final String OWN_FACTS = "fact";
    private static final int SENSITIVE = 3;
    private static final int SOME_FIELDS = 6;

    private EntryDraft() {}

    public static EntryContent of(Dataset dataset, UpdateCycle cycle) {
        int sensitivity = dataset.sensitivity();
        return new EntryContent(
                dataset.title().zh(),
                dataset.title().en(),
                summary(dataset),
                classOf(dataset),
                ResourceFormat.DATABASE,
                dataset.fields().stream().map(EntryDraft::field).toList(),
                sharing(sensitivity),
                basis(sensitivity),
                Optional.of("平台数据查询与接口"),
                sensitivity == 1 ? Openness.OPEN : Openness.CLOSED,
                Optional.empty(),
                cycle,
                List.of(),
                List.of(),
                layer(dataset.id()),
                sensitivity);
    }

    /** Raw, base and theme are named in the id; anything else is what a module publishes of itself. */
    public static String layer(String dataset) {
        String first = dataset.substring(0, Math.max(dataset.indexOf('.'), 0));
        return LAYERS.contains(first) ? first : OWN_FACTS;
    }

    private static EntryField field(FactField field) {
        return new EntryField(
                field.name(),
                field.title().zh(),
                field.type().word(),
                Optional.empty(),
                field.unit(),
                field.sensitivity());
    }

    private static String summary(Dataset dataset) {
        String fields = dataset.fields().stream()
                .limit(SOME_FIELDS)
                .map(field -> field.title().zh())
                .collect(Collectors.joining("、"));
        boolean more = dataset.fields().size() > SOME_FIELDS;
        return dataset.title().zh() + "，含" + fields + (more ? "等" : "")
                + dataset.fields().size() + "个数据项。";
    }

    private static String classOf(Dataset dataset) {
        return layer(dataset.id()).equals("base") ? "1" : "307";
    }

    private static Sharing sharing(int sensitivity) {
        if (sensitivity < SENSITIVE) {
            return Sharing.UNCONDITIONAL;
        }
        return sensitivity == SENSITIVE ? Sharing.CONDITIONAL : Sharing.NONE;
    }

    private static Optional<String> basis(int sensitivity) {
        return sensitivity == SENSITIVE ? Optional.of("含敏感数据项，须说明用途并经提供方同意。") : Optional.empty();
    }
}
