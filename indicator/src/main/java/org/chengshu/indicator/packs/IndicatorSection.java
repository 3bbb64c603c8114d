package org.chengshu.indicator.packs;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.chengshu.core.packs.ItemChange;
import org.chengshu.core.packs.PackContents;
import org.chengshu.core.packs.PackFaults;
import org.chengshu.core.packs.PackItem;
import org.chengshu.core.packs.PackSection;
import org.chengshu.data.Datasets;
import org.chengshu.data.PlannedDatasets;
import org.chengshu.indicator.compute.Library;
import org.chengshu.indicator.model.Definition;
import org.chengshu.indicator.model.DefinitionJson;
import org.chengshu.indicator.model.TableDefinition;
import org.chengshu.indicator.model.TableJson;
import org.chengshu.indicator.store.DefinitionStore;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Text;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Indicators of a pack. */
@Component
class IndicatorSection implements PackSection {
    static final String NAME = "indicators";
    private static final int ORDER = 90;

    private final DefinitionStore store;
    private final Datasets datasets;
    private final PlannedDatasets planned;
    private final JsonNode schema;

    IndicatorSection(DefinitionStore store, Datasets datasets, PlannedDatasets planned, JsonMapper mapper) {
        this.store = store;
        this.datasets = datasets;
        this.planned = planned;
        this.schema = Schemas.read(mapper, "indicator");
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
    public void check(PackContents contents, List<PackItem> items, PackFaults faults) {
        Library library = library(contents);
        PlannedDatasets.Planned datasets = planned.after(contents);
        for (PackItem item : items) {
            Places places = new Places(item, faults);
            try {
                new DefinitionCheck(datasets, library, places).check(DefinitionJson.read(item.json()));
            } catch (Fault e) {
                places.add("", Words.text(e));
            }
        }
    }

    @Override
    public void apply(String packId, List<PackItem> items) {
        Map<String, DefinitionStore.Declaration> indicators = new TreeMap<>();
        for (PackItem item : items) {
            Definition definition = DefinitionJson.read(item.json());
            int sensitivity = definition.sensitivity().orElseGet(() -> Uses.sensitivity(definition, datasets));
            indicators.put(item.id(), new DefinitionStore.Declaration(definition, item.json(), sensitivity));
        }
        store.replaceIndicators(packId, indicators);
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public boolean holds(String id) {
        return store.hasIndicator(id);
    }

    @Override
    public List<Text> effects(ItemChange change) {
        if (change.after().isEmpty()) {
            return List.of(Text.of("不再计算，已有的值保留", "it is computed no more; its values are kept"));
        }
        return List.of(
                change.before().isEmpty()
                        ? Text.of("按已有数据补算以往各期", "former periods are computed from the data that is there")
                        : Text.of("各期重新计算，旧值留存", "all its periods are computed anew; former values are kept"));
    }

    private static Library library(PackContents contents) {
        return Library.of(contents.ids(TableSection.NAME).stream()
                .flatMap(id -> contents.find(TableSection.NAME, id).flatMap(IndicatorSection::table).stream())
                .toList());
    }

    // A faulty table is told by its own section.
    private static Optional<TableDefinition> table(JsonNode json) {
        try {
            return Optional.of(TableJson.read(json));
        } catch (Fault e) {
            return Optional.empty();
        }
    }
}
