package org.chengshu.place.address;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.chengshu.core.packs.PackContents;
import org.chengshu.core.packs.PackFaults;
import org.chengshu.core.packs.PackItem;
import org.chengshu.core.packs.PackSection;
import org.chengshu.kernel.Nearest;
import org.chengshu.kernel.Text;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Component
final class AreaNamesSection implements PackSection {
    private static final String NAME = "area-names";

    private final AreaNameStore store;

    AreaNamesSection(AreaNameStore store) {
        this.store = store;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public JsonNode schema() {
        try (InputStream file =
                Objects.requireNonNull(AreaNamesSection.class.getResourceAsStream("/schema/place/area-names.json"))) {
            return JsonMapper.shared().readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public int order() {
        return 15;
    }

    @Override
    public void check(PackContents contents, List<PackItem> items, PackFaults faults) {
        for (PackItem item : items) {
            String area = item.json().path("area").asString("");
            if (!contents.exists("areas", area)) {
                Optional<String> near = Nearest.of(area, contents.ids("areas"));
                faults.add(
                        item.place("/area"),
                        Text.of(
                                "没有区域 " + area
                                        + near.map(name -> "，是否为 " + name + "？").orElse(""),
                                "there is no area " + area
                                        + near.map(name -> ", did you mean " + name + "?")
                                                .orElse("")));
            }
        }
    }

    @Override
    public void apply(String packId, List<PackItem> items) {
        store.replace(
                packId, items.stream().flatMap(item -> names(item).stream()).toList());
    }

    private static List<AreaName> names(PackItem item) {
        String area = item.json().path("area").asString("");
        boolean former = item.json().path("former").asBoolean(false);
        return item.json()
                .path("names")
                .valueStream()
                .map(name -> new AreaName(area, AddressText.plain(name.asString()), former, Optional.empty(), 1))
                .toList();
    }
}
