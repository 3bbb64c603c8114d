package org.chengshu.data.lineage.flow;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.chengshu.core.settings.CitySettings;
import org.chengshu.data.LineageEdge.Kind;
import org.chengshu.data.QualityScores;
import org.chengshu.data.QualityScores.QualityScore;
import org.chengshu.data.lineage.Flows;
import org.chengshu.data.source.SourceTimes;
import org.chengshu.data.stored.StoredDataset;
import org.chengshu.data.stored.StoredDatasets;
import org.chengshu.data.theme.run.ThemeState;
import org.chengshu.data.theme.run.ThemeStore;
import org.chengshu.data.theme.run.Themes;
import org.chengshu.kernel.Text;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Puts the board together: ways from lineage, figures from what loads and runs keep. */
@Component
class FlowBoards {
    private final Flows flows;
    private final FlowStore store;
    private final StoredDatasets stored;
    private final Themes themes;
    private final SourceTimes times;
    private final ObjectProvider<QualityScores> scores;
    private final CitySettings settings;
    private final Clock clock;

    FlowBoards(
            Flows flows,
            FlowStore store,
            StoredDatasets stored,
            Themes themes,
            SourceTimes times,
            ObjectProvider<QualityScores> scores,
            CitySettings settings,
            Clock clock) {
        this.flows = flows;
        this.store = store;
        this.stored = stored;
        this.themes = themes;
        this.times = times;
        this.scores = scores;
        this.settings = settings;
        this.clock = clock;
    }

    /** What is known of all stops at one moment. */
    private record Known(
            Map<String, StoredDataset> stored,
            Map<String, ThemeStore.Held> themes,
            Map<String, Instant> late,
            Set<String> scheduled,
            Map<String, FlowStore.LastLoad> loads,
            Map<String, Map<LocalDate, FlowDay>> days,
            LocalDate from,
            LocalDate to) {}

    FlowBoard board(int days) {
        Known known = known(days);
        List<Flows.Link> ways = flows.links();
        Set<Flows.Stop> all = new LinkedHashSet<>();
        ways.forEach(way -> all.addAll(List.of(way.from(), way.to())));
        known.stored.keySet().forEach(id -> all.add(flows.dataset(id)));
        List<FlowBoard.Stop> stops =
                all.stream().map(stop -> stop(stop, known)).sorted(worstFirst()).toList();
        Map<String, Integer> places = new LinkedHashMap<>();
        for (int i = 0; i < stops.size(); i++) {
            places.put(stops.get(i).kind() + " " + stops.get(i).id(), i);
        }
        List<FlowBoard.Link> links = ways.stream()
                .map(link -> new FlowBoard.Link(
                        places.get(link.from().kind() + " " + link.from().id()),
                        places.get(link.to().kind() + " " + link.to().id()),
                        link.makerKind(),
                        link.maker(),
                        stops.get(places.get(
                                        link.from().kind() + " " + link.from().id()))
                                .rows()))
                .toList();
        return new FlowBoard(known.from, known.to, stops, links, totals(stops));
    }

    private Known known(int days) {
        LocalDate to = clock.instant().atZone(settings.zone()).toLocalDate();
        LocalDate from = to.minusDays(days - 1L);
        Map<String, StoredDataset> datasets = new TreeMap<>();
        stored.list().forEach(dataset -> datasets.put(dataset.id(), dataset));
        Map<String, ThemeStore.Held> held = new TreeMap<>();
        themes.list().forEach(theme -> held.put(theme.id(), theme));
        Map<String, Map<LocalDate, FlowDay>> figures = new TreeMap<>();
        store.days(from).forEach(day -> figures.computeIfAbsent(day.dataset(), _ -> new TreeMap<>())
                .put(day.day(), day));
        Map<String, Instant> late = store.late();
        // What is promised to the minute says more than how often it should come.
        Map<String, Optional<Instant>> scheduled = times.late();
        scheduled.forEach((id, since) -> since.ifPresentOrElse(at -> late.put(id, at), () -> late.remove(id)));
        return new Known(datasets, held, late, scheduled.keySet(), store.lastLoads(), figures, from, to);
    }

    private FlowBoard.Stop stop(Flows.Stop stop, Known known) {
        boolean dataset = stop.kind() == Kind.DATASET;
        Optional<StoredDataset> kept = dataset ? Optional.ofNullable(known.stored.get(stop.id())) : Optional.empty();
        Optional<QualityScore> score = dataset
                ? scores.stream().flatMap(all -> all.latest(stop.id()).stream()).findFirst()
                : Optional.empty();
        Optional<Instant> late = dataset ? Optional.ofNullable(known.late.get(stop.id())) : Optional.empty();
        Standing standing = standing(stop.id(), kept, score, late, known);
        List<FlowDay> days = days(stop.id(), known);
        return new FlowBoard.Stop(
                stop.kind(),
                stop.id(),
                stop.title(),
                stop.owner(),
                stop.layer(),
                stop.page(),
                kept.map(StoredDataset::rows),
                kept.flatMap(StoredDataset::refreshedAt),
                standing.state,
                standing.reason,
                late,
                score.map(QualityScore::score),
                days.stream().reduce(FlowDay.none(stop.id(), known.to), FlowDay::and),
                days);
    }

    private record Standing(FlowBoard.State state, Optional<Text> reason) {}

    private static Standing standing(
            String id,
            Optional<StoredDataset> kept,
            Optional<QualityScore> score,
            Optional<Instant> late,
            Known known) {
        ThemeStore.Held theme = known.themes.get(id);
        if (theme != null && theme.state() == ThemeState.FAILED) {
            return new Standing(FlowBoard.State.FAILED, theme.reason());
        }
        if (theme != null && theme.state() == ThemeState.STALE) {
            return new Standing(FlowBoard.State.HELD, theme.reason());
        }
        FlowStore.LastLoad load = known.loads.get(id);
        if (load != null && load.bad()) {
            Optional<Text> why = load.zh().flatMap(zh -> load.en().map(en -> Text.of(zh, en)));
            return new Standing(FlowBoard.State.FAILED, why);
        }
        if (late.isPresent()) {
            Text why = known.scheduled.contains(id)
                    ? Text.of("过了计划的采集时间", "its source has not delivered when scheduled")
                    : Text.of("超过约定的更新周期", "older than its update cycle allows");
            return new Standing(FlowBoard.State.LATE, Optional.of(why));
        }
        if (score.isPresent() && !score.get().reached()) {
            return new Standing(
                    FlowBoard.State.POOR, Optional.of(Text.of("质量得分低于下限", "its quality score is below the minimum")));
        }
        boolean empty = kept.isPresent() && kept.get().revision().isEmpty();
        return new Standing(empty ? FlowBoard.State.EMPTY : FlowBoard.State.FINE, Optional.empty());
    }

    private static List<FlowDay> days(String id, Known known) {
        Map<LocalDate, FlowDay> figures = known.days.getOrDefault(id, Map.of());
        List<FlowDay> days = new ArrayList<>();
        for (LocalDate day = known.from; !day.isAfter(known.to); day = day.plusDays(1)) {
            days.add(figures.getOrDefault(day, FlowDay.none(id, day)));
        }
        return days;
    }

    private static Comparator<FlowBoard.Stop> worstFirst() {
        return Comparator.comparing(FlowBoard.Stop::state)
                .thenComparingLong((FlowBoard.Stop stop) -> -stop.sum().failed())
                .thenComparingLong((FlowBoard.Stop stop) -> -stop.sum().refused())
                .thenComparing(FlowBoard.Stop::id);
    }

    private static FlowBoard.Totals totals(List<FlowBoard.Stop> stops) {
        FlowDay sum = stops.stream().map(FlowBoard.Stop::sum).reduce(FlowDay.none("", LocalDate.EPOCH), FlowDay::and);
        return new FlowBoard.Totals(
                sum.read(), sum.stored(), sum.refused(), sum.written(), sum.failed(), sum.held(), sum.reads());
    }
}
