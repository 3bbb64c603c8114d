package org.chengshu.core.tree.internal;

import java.util.List;
import java.util.Optional;
import org.chengshu.core.access.Access;
import org.chengshu.core.http.CursorPage;
import org.chengshu.core.tree.Area;
import org.chengshu.core.tree.Areas;
import org.chengshu.core.tree.Organisation;
import org.chengshu.core.tree.Organisations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/core/v1")
class TreeResource {
    private final Areas areas;
    private final Organisations organisations;

    TreeResource(Areas areas, Organisations organisations) {
        this.areas = areas;
        this.organisations = organisations;
    }

    @GetMapping("/areas")
    @Access(value = Access.SIGNED_IN, audit = Access.NOT_AUDITED)
    CursorPage<Area> areas(@RequestParam(defaultValue = "true") boolean geometry) {
        List<Area> all = areas.list();
        return page(geometry ? all : all.stream().map(TreeResource::bare).toList());
    }

    @GetMapping("/organisations")
    @Access(value = Access.SIGNED_IN, audit = Access.NOT_AUDITED)
    CursorPage<Organisation> organisations() {
        return page(organisations.list());
    }

    private static Area bare(Area area) {
        return new Area(
                area.code(), area.name(), area.kind(), area.parent(), area.path(), Optional.empty(), area.centre());
    }

    private static <T> CursorPage<T> page(List<T> all) {
        return new CursorPage<>(all, Optional.empty());
    }
}
