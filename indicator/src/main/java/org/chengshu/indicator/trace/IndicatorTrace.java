package org.chengshu.indicator.trace;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.settings.CitySettings;
import org.chengshu.core.spi.TraceLink;
import org.chengshu.core.spi.TraceNode;
import org.chengshu.core.spi.TraceRef;
import org.chengshu.core.spi.TraceSource;
import org.chengshu.core.tree.Area;
import org.chengshu.core.tree.Areas;
import org.chengshu.data.Grain;
import org.chengshu.indicator.IndicatorValue;
import org.chengshu.indicator.Indicators;
import org.chengshu.indicator.model.Definition;
import org.chengshu.indicator.store.Catalogue;
import org.chengshu.indicator.store.ValueReader;
import org.chengshu.kernel.Text;
import org.springframework.stereotype.Component;

/** Puts values of indicators at the end of the chain. */
@Component
class IndicatorTrace implements TraceSource {
    private final Catalogue catalogue;
    private final ValueReader values;
    private final DownLinks down;
    private final UpLinks up;
    private final Areas areas;
    private final CitySettings settings;

    IndicatorTrace(
            Catalogue catalogue, ValueReader values, DownLinks down, UpLinks up, Areas areas, CitySettings settings) {
        this.catalogue = catalogue;
        this.values = values;
        this.down = down;
        this.up = up;
        this.areas = areas;
        this.settings = settings;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(ValueRef.KIND);
    }

    @Override
    public Set<String> gatheringKinds() {
        return Set.of(ValueRef.KIND);
    }

    @Override
    public Optional<TraceNode> find(TraceRef ref, Viewer viewer) {
        return found(ref, viewer)
                .map(found -> new TraceNode(
                        ref,
                        title(found),
                        Optional.of(found.value().grainStart()),
                        Optional.of("/indicators/" + found.definition().id() + "?time="
                                + found.value().grainStart() + "&key="
                                + found.value().key())));
    }

    @Override
    public List<TraceLink> links(TraceRef ref, Viewer viewer) {
        if (!viewer.may(Indicators.READ)) {
            return List.of();
        }
        if (ref.kind().equals(ValueRef.KIND)) {
            return found(ref, viewer)
                    .map(found -> down.links(found.definition(), found.value(), ref, viewer))
                    .orElseGet(List::of);
        }
        if (ref.kind().equals(Chain.SERIES)) {
            return up.ofSeries(ref, viewer);
        }
        return Chain.ofKind(ref.kind())
                .map(chain -> up.ofThing(chain, ref, viewer))
                .orElseGet(List::of);
    }

    private Optional<Found> found(TraceRef ref, Viewer viewer) {
        if (!viewer.may(Indicators.READ)) {
            return Optional.empty();
        }
        return ValueRef.of(ref).flatMap(named -> catalogue
                .find(named.indicator())
                .filter(one -> one.readableBy(viewer))
                .flatMap(one -> values.find(
                                one.id(),
                                named.start(),
                                named.key(),
                                one.scope(viewer),
                                one.definition().target())
                        .map(value -> new Found(one.definition(), value))));
    }

    private Text title(Found found) {
        Definition definition = found.definition();
        String number = found.value()
                .value()
                .map(value -> String.format(Locale.ROOT, "%." + definition.decimals() + "f", value) + definition.unit())
                .orElse("-");
        Text place = place(found.value());
        String period = period(definition.grain(), found.value());
        return Text.of(
                definition.title().zh() + " " + number + "（" + place.zh() + "，" + period + "）",
                definition.title().en() + " " + number + " (" + place.en() + ", " + period + ")");
    }

    private Text place(IndicatorValue value) {
        if (value.dimension().isEmpty()) {
            return Text.of("全市", "whole city");
        }
        String member = value.dimension().values().iterator().next();
        Optional<Text> area = Optional.ofNullable(value.dimension().get(Definition.AREA))
                .flatMap(areas::find)
                .map(Area::name);
        return area.orElseGet(() -> Text.of(member, member));
    }

    private String period(Grain grain, IndicatorValue value) {
        ZonedDateTime start = value.grainStart().atZone(settings.zone());
        return switch (grain) {
            case HOUR -> start.toLocalDate() + " " + start.toLocalTime();
            case DAY, WEEK -> start.toLocalDate().toString();
            case MONTH -> start.toLocalDate().toString().substring(0, "2026-01".length());
            case YEAR -> Integer.toString(start.getYear());
        };
    }

    private record Found(Definition definition, IndicatorValue value) {}
}
