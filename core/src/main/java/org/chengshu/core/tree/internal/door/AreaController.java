package org.chengshu.core.tree.internal.door;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.chengshu.core.access.Access;
import org.chengshu.core.http.CursorPage;
import org.chengshu.core.http.ETags;
import org.chengshu.core.tree.Area;
import org.chengshu.core.tree.Areas;
import org.chengshu.core.tree.internal.nodes.Tree;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/core/v1/areas")
class AreaController extends TreeDoor<Area> {
    private final Areas areas;

    AreaController(Areas areas, TreeWork work) {
        super(Tree.AREA, work);
        this.areas = areas;
    }

    @GetMapping
    @Access(
            value = Access.SIGNED_IN,
            audit = Access.NOT_AUDITED,
            reach = Access.Reach.NONE,
            why = "everybody knows the areas and organisations of his city")
    CursorPage<Area> list(@RequestParam(defaultValue = "true") boolean geometry, @RequestParam Optional<Instant> at) {
        List<Area> all = at.map(areas::asOf).orElseGet(areas::list);
        return new CursorPage<>(geometry ? all : all.stream().map(Area::bare).toList(), Optional.empty());
    }

    @Override
    Area get(String code) {
        return areas.get(code);
    }

    @Override
    String tag(Area area) {
        return ETags.of(area.version());
    }
}
