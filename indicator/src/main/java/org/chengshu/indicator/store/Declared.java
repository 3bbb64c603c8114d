package org.chengshu.indicator.store;

import java.util.Optional;
import org.chengshu.core.access.Scope;
import org.chengshu.core.access.Viewer;
import org.chengshu.indicator.Indicators;
import org.chengshu.indicator.compute.Program;
import org.chengshu.indicator.model.Definition;
import tools.jackson.databind.JsonNode;

/** An indicator in force. The program is there for series. */
public record Declared(Definition definition, JsonNode json, int sensitivity, Optional<Program> program) {
    private static final int SENSITIVE = 3;

    public String id() {
        return definition.id();
    }

    public boolean readableBy(Viewer viewer) {
        return !scope(viewer).isNowhere();
    }

    /** Where the viewer sees its values. */
    public Scope scope(Viewer viewer) {
        Scope scope = viewer.scope(Indicators.READ);
        return sensitivity < SENSITIVE ? scope : scope.and(viewer.scope(Indicators.READ_SENSITIVE));
    }
}
