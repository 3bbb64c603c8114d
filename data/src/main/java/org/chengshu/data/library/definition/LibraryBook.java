package org.chengshu.data.library.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chengshu.core.spi.FieldType;
import org.chengshu.data.DataError;
import org.chengshu.data.stored.RowsMode;
import org.chengshu.data.stored.StoredDataset;
import org.chengshu.data.stored.StoredDatasets;
import org.chengshu.data.stored.StoredDefinition;
import org.chengshu.data.stored.StoredField;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Nearest;
import org.chengshu.kernel.Text;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** The libraries there are and their sources. A library that is declared has its dataset from then on. */
@Component
public class LibraryBook {
    public static final String RECORD_ID = "record_id";
    public static final String MEMBERS = "members";
    public static final String SOURCES = "sources";
    public static final String CHANGED_AT = "changed_at";
    private static final int KEPT_REVISIONS = 20;

    private final LibraryStore store;
    private final StoredDatasets datasets;
    private final DefinitionCheck check;

    LibraryBook(LibraryStore store, StoredDatasets datasets, DefinitionCheck check) {
        this.store = store;
        this.datasets = datasets;
        this.check = check;
    }

    public List<KnownLibrary> list() {
        return store.libraries();
    }

    public Optional<KnownLibrary> find(String id) {
        return store.library(id);
    }

    public KnownLibrary get(String id) {
        return find(id).orElseThrow(() -> {
            List<String> ids = list().stream().map(KnownLibrary::id).toList();
            String near = Nearest.of(id, ids)
                    .map(one -> "; did you mean " + one + "?")
                    .orElse("");
            return new Fault(DataError.LIBRARY_NOT_FOUND, "there is no library " + id + near);
        });
    }

    public List<KnownSource> sources(String library) {
        return store.sources(library);
    }

    /** Every source of every library that reads this dataset. */
    public List<KnownSource> readersOf(String dataset) {
        return store.sources().stream()
                .filter(source -> source.source().dataset().equals(dataset))
                .toList();
    }

    public KnownSource source(String library, String id) {
        return store.sources(library).stream()
                .filter(source -> source.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Fault(
                        DataError.LIBRARY_SOURCE_NOT_FOUND, "the library " + library + " has no source " + id));
    }

    /** Stores the library and declares its dataset, or refuses it with everything that is wrong. In a transaction. */
    public KnownLibrary put(String id, JsonNode json, Optional<String> pack) {
        Faults faults = new Faults();
        Optional<Library> library = check.library(id, json, faults);
        faults.refuseIfAny("the library " + id);
        store.put(id, json, pack);
        library.ifPresent(one -> datasets.declare(dataset(one, pack)));
        return get(id);
    }

    public void retire(String id) {
        String dataset = get(id).library().dataset();
        store.retire(id);
        if (datasets.find(dataset).flatMap(StoredDataset::revision).isEmpty()) {
            datasets.drop(dataset);
        }
    }

    public KnownSource putSource(String library, String id, JsonNode json, Optional<String> pack) {
        KnownLibrary of = get(library);
        Faults faults = new Faults();
        check.source(id, of.library(), json, faults);
        faults.refuseIfAny("the source " + id);
        store.putSource(library, id, json, pack);
        return source(library, id);
    }

    public void retireSource(String library, String id) {
        source(library, id);
        store.retireSource(library, id);
    }

    private static StoredDefinition dataset(Library library, Optional<String> pack) {
        List<StoredField> fields = new ArrayList<>();
        fields.add(StoredField.of(RECORD_ID, Text.of("记录号", "Record"), FieldType.INTEGER));
        library.fields()
                .forEach(field -> fields.add(new StoredField(
                        field.name(),
                        field.title(),
                        field.type(),
                        field.unit(),
                        field.sensitivity(),
                        Optional.empty(),
                        Optional.empty())));
        fields.add(StoredField.of(MEMBERS, Text.of("来源行数", "Source rows"), FieldType.INTEGER));
        fields.add(StoredField.of(SOURCES, Text.of("来源", "Sources"), FieldType.TEXT));
        fields.add(StoredField.of(CHANGED_AT, Text.of("变更时间", "Changed at"), FieldType.INSTANT));
        StoredDefinition plain = StoredDefinition.of(library.dataset(), library.title(), library.owner(), fields)
                .keyed(RowsMode.MERGE, RECORD_ID)
                .keeping(KEPT_REVISIONS);
        StoredDefinition placed = library.areaPath()
                .map(place -> plain.placed(library.fields().get(place).name()))
                .orElse(plain);
        return new StoredDefinition(
                placed.id(),
                placed.title(),
                placed.owner(),
                placed.mode(),
                placed.fields(),
                placed.keys(),
                placed.timeField(),
                placed.areaPathField(),
                placed.keep(),
                pack);
    }
}
