package org.chengshu.indicator.store;

import java.util.Optional;
import org.chengshu.indicator.compute.Program;
import org.chengshu.indicator.model.Definition;
import tools.jackson.databind.JsonNode;

/** An indicator in force. The program is there for series. */
public record Declared(Definition definition, JsonNode json, int sensitivity, Optional<Program> program) {
    public String id() {
        return definition.id();
    }
}
