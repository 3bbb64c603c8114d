package org.chengshu.core.packs.internal;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chengshu.core.packs.PackSection;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Every module's section, in order. Found late, because sections need their modules whole. */
@Component
final class Sections {
    private final ObjectProvider<PackSection> beans;
    private volatile Found found;

    Sections(ObjectProvider<PackSection> beans) {
        this.beans = beans;
    }

    List<PackSection> inOrder() {
        return found().inOrder();
    }

    Set<String> names() {
        return found().schemas().keySet();
    }

    Optional<PackSection> find(String name) {
        return inOrder().stream().filter(section -> section.name().equals(name)).findFirst();
    }

    ItemSchema schema(PackSection section) {
        return found().schemas().get(section.name());
    }

    /** Changes when a section or a schema does: then a pack is read anew though its files are the same. */
    String schemasHash() {
        return found().hash();
    }

    private Found found() {
        Found known = found;
        if (known == null) {
            known = find();
            found = known;
        }
        return known;
    }

    private Found find() {
        List<PackSection> inOrder = beans.stream()
                .sorted(Comparator.comparingInt(PackSection::order).thenComparing(PackSection::name))
                .toList();
        Map<String, ItemSchema> schemas = new LinkedHashMap<>();
        Hash hash = new Hash();
        for (PackSection section : inOrder) {
            if (schemas.put(section.name(), new ItemSchema(section.schema())) != null) {
                throw new IllegalStateException("two modules have a pack section " + section.name());
            }
            hash.add(section.name()).add(section.schema().toString());
        }
        return new Found(inOrder, schemas, hash.hex());
    }

    private record Found(List<PackSection> inOrder, Map<String, ItemSchema> schemas, String hash) {}
}
