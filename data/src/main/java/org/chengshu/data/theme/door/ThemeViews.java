package org.chengshu.data.theme.door;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.chengshu.data.sql.Derivation;
import org.chengshu.data.sql.Reading;
import org.chengshu.data.sql.statement.SqlFault;
import org.chengshu.data.stored.StoredDataset;
import org.chengshu.data.stored.StoredDatasets;
import org.chengshu.data.stored.StoredField;
import org.chengshu.data.theme.model.ByPeriod;
import org.chengshu.data.theme.model.Theme;
import org.chengshu.data.theme.model.ThemeField;
import org.chengshu.data.theme.run.ThemeStore;
import org.chengshu.data.theme.run.Themes;
import org.springframework.stereotype.Component;

/** Themes as people see them. */
@Component
class ThemeViews {
    private final Themes themes;
    private final StoredDatasets stored;

    ThemeViews(Themes themes, StoredDatasets stored) {
        this.themes = themes;
        this.stored = stored;
    }

    ThemeView brief(ThemeStore.Held held) {
        Theme theme = held.theme();
        Optional<StoredDataset> dataset = stored.find(held.id());
        return new ThemeView(
                held.id(),
                theme.title(),
                theme.description(),
                theme.owner(),
                held.pack(),
                held.version(),
                held.state(),
                held.reason(),
                dataset.map(StoredDataset::rows).orElse(0L),
                dataset.flatMap(StoredDataset::refreshedAt),
                held.staleSince(),
                held.ranAt(),
                theme.schedule(),
                held.nextAt(),
                theme.byPeriod().map(ByPeriod::grain),
                themes.inputs(theme).stream().sorted().toList());
    }

    ThemeView.Whole whole(ThemeStore.Held held) {
        Theme theme = held.theme();
        Reading reading = themes.reading(theme, themes.relations());
        Optional<StoredDataset> dataset = stored.find(held.id());
        return new ThemeView.Whole(
                brief(held),
                theme.sql(),
                theme.fields().stream()
                        .map(field -> field(field, reading.derivation(), dataset))
                        .toList(),
                theme.key(),
                theme.time(),
                theme.area(),
                theme.samples().stream()
                        .map(sample -> new ThemeView.SampleView(sample.title(), sample.given(), sample.expect()))
                        .toList(),
                reading.faults().stream().map(SqlFault::message).toList());
    }

    private static ThemeView.FieldView field(
            ThemeField field, Optional<Derivation> derivation, Optional<StoredDataset> dataset) {
        List<ThemeView.OriginView> from = derivation.stream()
                .flatMap(known -> known.columns().stream())
                .filter(column -> column.name().equals(field.name()))
                .flatMap(column -> column.origins().stream())
                .map(origin -> new ThemeView.OriginView(
                        origin.relation(), origin.field(), origin.how().word()))
                .sorted(Comparator.comparing(ThemeView.OriginView::dataset).thenComparing(ThemeView.OriginView::field))
                .toList();
        int level = dataset.flatMap(known -> known.definition().field(field.name()))
                .map(StoredField::sensitivity)
                .or(field::level)
                .orElse(2);
        return new ThemeView.FieldView(
                field.name(), field.title(), field.type(), field.unit(), level, field.reason(), from);
    }
}
