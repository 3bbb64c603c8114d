package org.chengshu.data.theme.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.db.Transactions;
import org.chengshu.data.DataError;
import org.chengshu.data.registry.FactRegistry;
import org.chengshu.data.sql.Derivation;
import org.chengshu.data.sql.Reading;
import org.chengshu.data.sql.SqlReader;
import org.chengshu.data.stored.RowsMode;
import org.chengshu.data.stored.StoredDataset;
import org.chengshu.data.stored.StoredDatasets;
import org.chengshu.data.stored.StoredDefinition;
import org.chengshu.data.stored.StoredField;
import org.chengshu.data.theme.model.Theme;
import org.chengshu.data.theme.model.ThemeField;
import org.chengshu.data.theme.model.ThemeJson;
import org.chengshu.data.theme.read.FactRelations;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Nearest;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** The themes in force: declared by packs, each with the stored dataset that holds its rows. */
@Component
public class Themes {
    private final ThemeStore store;
    private final StoredDatasets stored;
    private final FactRegistry registry;
    private final ThemeQueue queue;
    private final Transactions transactions;
    private volatile Understood understood = new Understood(new FactRelations(List.of()), new ConcurrentHashMap<>());

    Themes(
            ThemeStore store,
            StoredDatasets stored,
            FactRegistry registry,
            ThemeQueue queue,
            Transactions transactions) {
        this.store = store;
        this.stored = stored;
        this.registry = registry;
        this.queue = queue;
        this.transactions = transactions;
    }

    private record Read(String sql, Reading reading) {}

    /** What queries of themes, by id, are known to say over these relations. */
    private record Understood(FactRelations relations, Map<String, Read> byId) {}

    public List<ThemeStore.Held> list() {
        return store.list();
    }

    public Optional<ThemeStore.Held> find(String id) {
        return store.find(id);
    }

    public ThemeStore.Held get(String id) {
        return store.find(id).orElseThrow(() -> new Fault(DataError.THEME_NOT_FOUND, unknown(id)));
    }

    private String unknown(String id) {
        List<String> ids = store.list().stream().map(ThemeStore.Held::id).toList();
        return "no theme " + id
                + Nearest.of(id, ids)
                        .map(near -> "; did you mean " + near + "?")
                        .orElse("");
    }

    /** What there is to read now. */
    public FactRelations relations() {
        return new FactRelations(registry.published());
    }

    /** How the theme's query is understood over what there is now. */
    public Reading reading(Theme theme, FactRelations relations) {
        Understood known = understood;
        if (!known.relations.equals(relations)) {
            known = new Understood(relations, new ConcurrentHashMap<>());
            understood = known;
        }
        Read before = known.byId.get(theme.id());
        if (before != null && before.sql.equals(theme.sql())) {
            return before.reading;
        }
        Reading reading = SqlReader.read(theme.sql(), relations);
        // A refusal may be that of a busy moment.
        if (reading.derivation().isPresent()) {
            known.byId.put(theme.id(), new Read(theme.sql(), reading));
        }
        return reading;
    }

    /** Makes these the pack's themes: the others of it go with their rows, new and changed ones are computed soon. */
    public void replace(String packId, Map<String, JsonNode> declared) {
        transactions.run(() -> {
            for (ThemeStore.Held held : store.list()) {
                if (held.pack().equals(packId) && !declared.containsKey(held.id())) {
                    store.delete(held.id());
                    stored.find(held.id()).ifPresent(dataset -> stored.drop(dataset.id()));
                }
            }
            List<String> changed = declared.keySet().stream()
                    .filter(id -> store.put(id, packId, declared.get(id)))
                    .toList();
            inOrder(changed.stream().map(id -> ThemeJson.read(declared.get(id))).toList())
                    .forEach(this::shelve);
            changed.forEach(id -> queue.add(id, "pack " + packId, true, Viewer.system(), Optional.empty()));
        });
    }

    // What a theme reads is there before it, so that it inherits its sensitivity.
    private List<Theme> inOrder(List<Theme> changed) {
        List<Theme> ordered = new ArrayList<>();
        List<Theme> open = new ArrayList<>(changed);
        while (!open.isEmpty()) {
            Theme next = open.stream()
                    .filter(theme -> open.stream()
                            .noneMatch(other -> !other.id().equals(theme.id()) && names(theme, other.id())))
                    .findFirst()
                    .orElse(open.getFirst());
            open.remove(next);
            ordered.add(next);
        }
        return ordered;
    }

    private static boolean names(Theme theme, String other) {
        String folded = theme.sql().toLowerCase(Locale.ROOT).replace('-', '_').replace('.', '_');
        return folded.contains(other.replace('-', '_').replace('.', '_'));
    }

    private void shelve(Theme theme) {
        StoredDefinition wanted = definition(theme);
        Optional<StoredDataset> before = stored.find(theme.id());
        // Rows can be computed anew, so a field of another type is no reason to refuse.
        if (before.isPresent() && !fits(before.get().definition(), wanted)) {
            stored.drop(theme.id());
        }
        stored.declare(wanted);
    }

    /** Takes over how sensitive its inputs are now. */
    void inherit(Theme theme) {
        stored.find(theme.id()).ifPresent(before -> {
            StoredDefinition wanted = definition(theme);
            if (fits(before.definition(), wanted)) {
                stored.declare(wanted);
            }
        });
    }

    private static boolean fits(StoredDefinition before, StoredDefinition wanted) {
        boolean types = wanted.fields().stream().allMatch(field -> before.field(field.name())
                .map(old -> old.type() == field.type())
                .orElse(true));
        return types && before.mode() == wanted.mode();
    }

    private StoredDefinition definition(Theme theme) {
        FactRelations relations = relations();
        Optional<Derivation> derivation = reading(theme, relations).derivation();
        List<StoredField> fields = theme.fields().stream()
                .map(field -> field(field, derivation, relations))
                .toList();
        StoredDefinition plain = StoredDefinition.of(theme.id(), theme.title(), theme.owner(), fields);
        StoredDefinition keyed = theme.byPeriod().isPresent() ? plain.keyed(RowsMode.APPEND) : plain;
        StoredDefinition timed = theme.time().map(keyed::timed).orElse(keyed);
        return theme.area().map(timed::placed).orElse(timed);
    }

    private static StoredField field(ThemeField field, Optional<Derivation> derivation, FactRelations relations) {
        int level = derivation
                .map(known -> Inherited.level(field, known, relations))
                .orElseGet(() -> field.level().orElse(Inherited.HIGHEST));
        return new StoredField(
                field.name(), field.title(), field.type(), field.unit(), level, Optional.empty(), Optional.empty());
    }

    /** Which datasets the theme reads; none while its query is not understood. */
    public Set<String> inputs(Theme theme) {
        return inputs(theme, relations());
    }

    Set<String> inputs(Theme theme, FactRelations relations) {
        return reading(theme, relations).derivation().stream()
                .flatMap(derivation -> derivation.reads().stream())
                .map(read -> read.relation().id())
                .collect(Collectors.toSet());
    }

    /** The themes that read the dataset. */
    public List<ThemeStore.Held> readersOf(String dataset) {
        FactRelations relations = relations();
        return store.list().stream()
                .filter(held -> inputs(held.theme(), relations).contains(dataset))
                .toList();
    }
}
