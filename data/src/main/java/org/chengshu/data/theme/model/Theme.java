package org.chengshu.data.theme.model;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.chengshu.kernel.Text;

/**
 * A dataset that a query over other datasets makes. Immutable.
 *
 * @param owner code of the organisation that answers for it
 * @param schedule a cron expression of six fields by the city's clocks; without one it runs when an input is refreshed
 */
public record Theme(
        String id,
        Text title,
        Optional<Text> description,
        String owner,
        String sql,
        List<ThemeField> fields,
        List<String> key,
        Optional<String> time,
        Optional<String> area,
        Optional<ByPeriod> byPeriod,
        Optional<String> schedule,
        List<ThemeSample> samples) {
    public Theme {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(sql, "sql");
        fields = List.copyOf(fields);
        key = List.copyOf(key);
        samples = List.copyOf(samples);
    }

    public Optional<ThemeField> find(String field) {
        return fields.stream().filter(one -> one.name().equals(field)).findFirst();
    }
}
