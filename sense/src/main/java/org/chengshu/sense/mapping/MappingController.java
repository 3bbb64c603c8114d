package org.chengshu.sense.mapping;

import java.util.List;
import java.util.Optional;
import org.chengshu.core.access.Access;
import org.chengshu.core.http.CursorPage;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
final class MappingController {
    private final Mappings mappings;

    MappingController(Mappings mappings) {
        this.mappings = mappings;
    }

    @GetMapping("/api/sense/v1/mappings")
    @Access(
            value = "sense:read",
            audit = Access.NOT_AUDITED,
            reach = Access.Reach.NONE,
            why = "mappings of files are the same for all")
    CursorPage<JsonNode> list() {
        List<JsonNode> all = mappings.all();
        return new CursorPage<>(all, Optional.empty());
    }
}
