package org.chengshu.alarm.dependency;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.chengshu.alarm.Subject;
import org.chengshu.core.packs.PackContents;
import org.chengshu.core.packs.PackFaults;
import org.chengshu.core.packs.PackItem;
import org.chengshu.core.packs.PackSection;
import org.chengshu.kernel.Text;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What depends on what, as packs say it. */
@Component
final class DependenciesSection implements PackSection {
    private static final String DEVICE = "device";
    private static final String DEVICES = "devices";
    private static final int AFTER_DEVICES = 200;

    private final DependencyStore store;
    private final Clock clock;
    private final JsonNode schema;

    DependenciesSection(DependencyStore store, Clock clock, JsonMapper json) {
        this.store = store;
        this.clock = clock;
        this.schema = read(json);
    }

    private static JsonNode read(JsonMapper json) {
        try (InputStream stream = DependenciesSection.class.getResourceAsStream("/schema/alarm/dependencies.json")) {
            return json.readTree(Objects.requireNonNull(stream, "schema"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String name() {
        return "dependencies";
    }

    @Override
    public JsonNode schema() {
        return schema;
    }

    @Override
    public int order() {
        return AFTER_DEVICES;
    }

    @Override
    public void check(PackContents contents, List<PackItem> items, PackFaults faults) {
        for (PackItem item : items) {
            String parent = item.json().path("parent").asString();
            requireDevice(contents, item, "/parent", parent, faults);
            JsonNode children = item.json().path("children");
            for (int i = 0; i < children.size(); i++) {
                String child = children.get(i).asString();
                requireDevice(contents, item, "/children/" + i, child, faults);
                if (child.equals(parent) || store.closesACircle(subject(child), subject(parent))) {
                    faults.add(
                            item.place("/children/" + i),
                            Text.of(parent + " 已依赖 " + child, parent + " depends on " + child + " already"));
                }
            }
        }
    }

    private static void requireDevice(
            PackContents contents, PackItem item, String pointer, String code, PackFaults faults) {
        if (!contents.exists(DEVICES, code)) {
            faults.add(item.place(pointer), Text.of("没有设备 " + code, "there is no device " + code));
        }
    }

    @Override
    public void apply(String packId, List<PackItem> items) {
        store.removeOfPack(packId);
        for (PackItem item : items) {
            List<String> rules = item.json()
                    .path("rules")
                    .valueStream()
                    .map(JsonNode::asString)
                    .toList();
            item.json()
                    .path("children")
                    .forEach(child -> store.put(new Dependency(
                            item.id() + "/" + child.asString(),
                            Optional.of(packId),
                            subject(child.asString()),
                            subject(item.json().path("parent").asString()),
                            rules,
                            packId,
                            clock.instant())));
        }
    }

    private static Subject subject(String code) {
        return new Subject(DEVICE, code);
    }
}
