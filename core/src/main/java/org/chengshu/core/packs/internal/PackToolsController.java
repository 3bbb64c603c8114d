package org.chengshu.core.packs.internal;

import java.util.List;
import java.util.Optional;
import org.chengshu.core.access.Access;
import org.chengshu.core.http.CursorPage;
import org.chengshu.core.packs.PackDraft;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
@RequestMapping("/api/core/v1/packs")
class PackToolsController {
    private static final String PACKS = PackController.PACKS;

    private final PackTools tools;

    PackToolsController(PackTools tools) {
        this.tools = tools;
    }

    @GetMapping("/schema")
    @Access(value = PACKS, audit = Access.NOT_AUDITED)
    JsonNode schema() {
        return tools.schema();
    }

    @GetMapping("/made-by-hand")
    @Access(value = PACKS, audit = Access.NOT_AUDITED)
    PackDraft madeByHand(@RequestParam(name = "id", defaultValue = "my-city") String id) {
        return tools.madeByHand(id);
    }

    @GetMapping("/{id}/items")
    @Access(value = PACKS, audit = Access.NOT_AUDITED)
    CursorPage<PackTools.Entry> items(
            @PathVariable("id") String id,
            @RequestParam(name = "section") Optional<String> section,
            @RequestParam(name = "q") Optional<String> words) {
        List<PackTools.Entry> found = tools.items(id, section).stream()
                .filter(item -> words.isEmpty() || item.says(words.get()))
                .toList();
        return new CursorPage<>(found, Optional.empty());
    }
}
