package org.chengshu.indicator.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.chengshu.formula.FormulaFault;
import org.chengshu.indicator.IndicatorError;
import org.chengshu.indicator.compute.Library;
import org.chengshu.indicator.compute.Program;
import org.chengshu.indicator.model.Definition;
import org.chengshu.indicator.model.DefinitionJson;
import org.chengshu.indicator.model.Source;
import org.chengshu.indicator.model.TableJson;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Nearest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The indicators in force, compiled once for each version of the catalogue. */
@Component
public class Catalogue {
    private static final Logger LOG = LoggerFactory.getLogger(Catalogue.class);

    private final DefinitionStore store;
    private final AtomicReference<Edition> edition = new AtomicReference<>(new Edition(-1, List.of()));

    Catalogue(DefinitionStore store) {
        this.store = store;
    }

    /** By id. */
    public List<Declared> list() {
        long version = store.version();
        Edition held = edition.get();
        if (held.version() != version) {
            held = new Edition(version, compile());
            edition.set(held);
        }
        return held.indicators();
    }

    public Optional<Declared> find(String id) {
        return list().stream().filter(one -> one.id().equals(id)).findFirst();
    }

    public Declared get(String id) {
        return find(id).orElseThrow(() -> new Fault(IndicatorError.INDICATOR_NOT_FOUND, unknown(id)));
    }

    private List<Declared> compile() {
        Library library =
                Library.of(store.tables().stream().map(TableJson::read).toList());
        List<Declared> compiled = new ArrayList<>();
        for (DefinitionStore.Stored stored : store.indicators()) {
            try {
                compiled.add(compile(stored, library));
            } catch (Fault | FormulaFault e) {
                // Only a table that went away under an indicator of another pack leads here.
                LOG.warn("indicator {} cannot be computed: {}", stored.json().path("id"), e.getMessage());
            }
        }
        return List.copyOf(compiled);
    }

    private static Declared compile(DefinitionStore.Stored stored, Library library) {
        Definition definition = DefinitionJson.read(stored.json());
        Optional<Program> program = definition.source() instanceof Source.Series series
                ? Optional.of(Program.of(series, library))
                : Optional.empty();
        return new Declared(definition, stored.json(), stored.sensitivity(), program);
    }

    private String unknown(String id) {
        List<String> ids = edition.get().indicators().stream().map(Declared::id).toList();
        return "no indicator " + id
                + Nearest.of(id, ids)
                        .map(near -> "; did you mean " + near + "?")
                        .orElse("");
    }

    private record Edition(long version, List<Declared> indicators) {}
}
