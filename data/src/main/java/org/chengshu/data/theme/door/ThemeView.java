package org.chengshu.data.theme.door;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chengshu.core.spi.FieldType;
import org.chengshu.data.Grain;
import org.chengshu.data.theme.run.ThemeState;
import org.chengshu.kernel.Text;
import tools.jackson.databind.JsonNode;

/**
 * A theme as a list shows it.
 *
 * @param grain of its periods when only those that were touched are computed
 * @param behind since when its rows are older than its inputs
 */
record ThemeView(
        String id,
        Text title,
        Optional<Text> description,
        String owner,
        String pack,
        int version,
        ThemeState state,
        Optional<Text> reason,
        long rows,
        Optional<Instant> refreshedAt,
        Optional<Instant> behind,
        Optional<Instant> ranAt,
        Optional<String> schedule,
        Optional<Instant> nextAt,
        Optional<Grain> grain,
        List<String> inputs) {

    /** With everything that makes it. */
    record Whole(
            ThemeView theme,
            String sql,
            List<FieldView> fields,
            List<String> key,
            Optional<String> time,
            Optional<String> area,
            List<SampleView> samples,
            List<Text> faults) {}

    /** A field and what it is made of, {@code dataset.field} with how. */
    record FieldView(
            String name,
            Text title,
            FieldType type,
            Optional<String> unit,
            int sensitivity,
            Optional<Text> lowered,
            List<OriginView> from) {}

    record OriginView(String dataset, String field, String how) {}

    record SampleView(Text title, Map<String, List<JsonNode>> given, List<JsonNode> expect) {}
}
