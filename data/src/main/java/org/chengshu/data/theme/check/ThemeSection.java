package org.chengshu.data.theme.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.chengshu.core.jobs.Timing;
import org.chengshu.core.packs.ItemChange;
import org.chengshu.core.packs.PackContents;
import org.chengshu.core.packs.PackFaults;
import org.chengshu.core.packs.PackItem;
import org.chengshu.core.packs.PackSection;
import org.chengshu.data.sql.Derivation;
import org.chengshu.data.sql.Reading;
import org.chengshu.data.sql.SqlReader;
import org.chengshu.data.theme.model.Theme;
import org.chengshu.data.theme.model.ThemeJson;
import org.chengshu.data.theme.model.ThemeSample;
import org.chengshu.data.theme.read.FactRelations;
import org.chengshu.data.theme.run.Themes;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Text;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Themes of a pack: read, checked against what there is to read, tried on their samples. */
@Component
class ThemeSection implements PackSection {
    static final String NAME = "themes";
    private static final int ORDER = 85;

    private final Themes themes;
    private final PackDatasets datasets;
    private final ThemeTrial trial;
    private final JsonNode schema;

    ThemeSection(Themes themes, PackDatasets datasets, ThemeTrial trial, JsonMapper mapper) {
        this.themes = themes;
        this.datasets = datasets;
        this.trial = trial;
        try (InputStream stream = ThemeSection.class.getResourceAsStream("/data/theme.schema.json")) {
            this.schema = mapper.readTree(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public JsonNode schema() {
        return schema;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public boolean holds(String id) {
        return themes.find(id).isPresent();
    }

    @Override
    public void check(PackContents contents, List<PackItem> items, PackFaults faults) {
        if (items.isEmpty()) {
            return;
        }
        FactRelations relations = datasets.of(contents);
        Map<String, Set<String>> reads = reads(contents, relations);
        for (PackItem item : items) {
            Complaints complaints = new Complaints(item, faults);
            Theme theme = ThemeJson.read(item.json());
            Cycles.of(theme.id(), reads)
                    .ifPresentOrElse(
                            way -> complaints.add(
                                    "/sql",
                                    "主题互相依赖成环：" + String.join(" → ", way),
                                    "themes stand on each other in a circle: " + String.join(" -> ", way)),
                            () -> check(theme, relations, complaints));
        }
    }

    private static Map<String, Set<String>> reads(PackContents contents, FactRelations relations) {
        Map<String, Set<String>> reads = new TreeMap<>();
        for (String id : contents.ids(NAME)) {
            contents.find(NAME, id)
                    .flatMap(json -> SqlReader.read(json.path("sql").asString(""), relations)
                            .derivation())
                    .ifPresent(derivation -> reads.put(id, inputs(derivation)));
        }
        return reads;
    }

    private static Set<String> inputs(Derivation derivation) {
        return derivation.reads().stream().map(read -> read.relation().id()).collect(Collectors.toSet());
    }

    private void check(Theme theme, FactRelations relations, Complaints complaints) {
        theme.schedule().ifPresent(cron -> schedule(cron, complaints));
        Reading reading = SqlReader.read(theme.sql(), relations);
        reading.faults().forEach(fault -> complaints.sql(fault.line(), fault.message()));
        if (reading.derivation().isEmpty()) {
            return;
        }
        Derivation derivation = reading.derivation().get();
        int before = complaints.count();
        new ThemeShape(theme, derivation, relations, complaints).check();
        if (complaints.count() == before) {
            tryOut(new ThemeTrial.Tried(theme, derivation, relations), complaints);
        }
    }

    private void tryOut(ThemeTrial.Tried tried, Complaints complaints) {
        try {
            List<ThemeTrial.Trouble> types = trial.types(tried);
            types.forEach(trouble -> complaints.sql(trouble.line(), trouble.message()));
            List<ThemeSample> samples = types.isEmpty() ? tried.theme().samples() : List.of();
            for (int i = 0; i < samples.size(); i++) {
                String pointer = "/samples/" + i + "/expect";
                Text title = samples.get(i).title();
                trial.sample(tried, samples.get(i))
                        .forEach(trouble -> complaints.add(
                                pointer,
                                "样例“" + title.zh() + "”：" + trouble.message().zh(),
                                "sample \"" + title.en() + "\": "
                                        + trouble.message().en()));
            }
        } catch (Fault e) {
            complaints.add("/sql", e.code().title().zh() + "：" + e.getMessage(), e.getMessage());
        }
    }

    private static void schedule(String cron, Complaints complaints) {
        try {
            Timing.cron(cron);
        } catch (IllegalArgumentException e) {
            complaints.add("/schedule", "不是六段 cron：" + cron, "not a cron expression of six fields: " + cron);
        }
    }

    @Override
    public void apply(String packId, List<PackItem> items) {
        Map<String, JsonNode> declared = new TreeMap<>();
        items.forEach(item -> declared.put(item.id(), item.json()));
        themes.replace(packId, declared);
    }

    @Override
    public List<Text> effects(ItemChange change) {
        if (change.after().isEmpty()) {
            return List.of(Text.of("主题表连同各版本数据一并删除", "the theme goes with all its rows"));
        }
        Optional<JsonNode> before = change.before();
        return before.isEmpty() || change.changes("/sql") || change.changes("/fields")
                ? List.of(Text.of("应用后立即全部重算", "it is computed anew as a whole once it is applied"))
                : List.of();
    }
}
