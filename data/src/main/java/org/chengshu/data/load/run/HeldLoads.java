package org.chengshu.data.load.run;

import java.util.List;
import java.util.UUID;
import org.chengshu.core.access.Viewer;
import org.chengshu.data.DataError;
import org.chengshu.data.load.LoadState;
import org.chengshu.data.load.LoadView;
import org.chengshu.data.load.stage.Figures;
import org.chengshu.data.stored.Revisions;
import org.chengshu.kernel.Fault;
import org.springframework.stereotype.Component;

/** Lets held loads through, by a person who says why. */
@Component
public class HeldLoads {
    private static final int LONGEST = 500;
    private static final Figures NOTHING = new Figures(0, 0, 0, 0, List.of(), List.of(), false);

    private final LoadStore loads;
    private final LoadRevisions loadRevisions;
    private final Revisions revisions;
    private final LoadEnding ending;

    HeldLoads(LoadStore loads, LoadRevisions loadRevisions, Revisions revisions, LoadEnding ending) {
        this.loads = loads;
        this.loadRevisions = loadRevisions;
        this.revisions = revisions;
        this.ending = ending;
    }

    /** Promotes it as it was read and reconciled. */
    public LoadView release(UUID id, String reason, Viewer who) {
        if (reason.isBlank() || reason.length() > LONGEST) {
            throw new Fault(DataError.LOAD_FAULTY, "reason must have 1 to " + LONGEST + " characters");
        }
        LoadView load = loads.get(id);
        if (load.state() != LoadState.HELD) {
            throw new Fault(
                    DataError.LOAD_ENDED,
                    "load " + id + " is " + load.state().word() + "; only one that is held is released");
        }
        requireAlone(load);
        int number = load.number().orElseThrow();
        Figures figures = loads.figures(id).orElse(NOTHING);
        LoadView.Release release = new LoadView.Release(who.displayName(), reason.strip());
        ending.promote(
                load,
                revisions.get(load.dataset(), number),
                figures,
                loadRevisions.beside(load),
                ended -> loads.released(id, release));
        return loads.get(id);
    }

    // One that is being read began where this one did.
    private void requireAlone(LoadView load) {
        loads.open().stream()
                .filter(other -> other.dataset().equals(load.dataset()))
                .findFirst()
                .ifPresent(other -> {
                    throw new Fault(
                            DataError.LOAD_RUNNING,
                            "load " + other.id() + " is " + other.state().word() + "; wait for its end or cancel it");
                });
    }
}
