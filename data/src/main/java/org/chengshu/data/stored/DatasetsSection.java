package org.chengshu.data.stored;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.chengshu.core.packs.ItemChange;
import org.chengshu.core.packs.PackContents;
import org.chengshu.core.packs.PackFaults;
import org.chengshu.core.packs.PackItem;
import org.chengshu.core.packs.PackSection;
import org.chengshu.core.tree.Organisations;
import org.chengshu.kernel.Text;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Raw datasets that packs declare, so that a pack brings a dataset with its rules and what is made of it. A dataset that its
 * pack has no more goes when it has no rows; otherwise its rows stay, and people look after it from then on.
 */
@Component
final class DatasetsSection implements PackSection {
    static final String NAME = "datasets";
    private static final int ORDER = 50;

    private final StoredDatasets stored;
    private final Revisions revisions;
    private final Organisations organisations;
    private final JsonMapper json;
    private final JsonNode schema;

    DatasetsSection(StoredDatasets stored, Revisions revisions, Organisations organisations, JsonMapper json) {
        this.stored = stored;
        this.revisions = revisions;
        this.organisations = organisations;
        this.json = json;
        try (InputStream file = DatasetsSection.class.getResourceAsStream("/schema/data/datasets.json")) {
            this.schema = json.readTree(Objects.requireNonNull(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public JsonNode schema() {
        return schema;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public boolean holds(String id) {
        return stored.find(id).isPresent();
    }

    @Override
    public void check(PackContents contents, List<PackItem> items, PackFaults faults) {
        items.forEach(item -> check(contents, item, faults));
    }

    private void check(PackContents contents, PackItem item, PackFaults faults) {
        StoredDefinition definition = definition(item, contents.packId());
        DefinitionCheck.faults(definition)
                .forEach(fault -> faults.add(item.place("/" + fault.place()), fault.detail()));
        String owner = definition.owner();
        if (!owner.isEmpty()
                && !contents.exists("organisations", owner)
                && organisations.find(owner).isEmpty()) {
            faults.add(item.place("/owner"), Text.of("没有组织 " + owner, "there is no organisation " + owner));
        }
        stored.find(definition.id()).ifPresent(former -> {
            former.definition()
                    .pack()
                    .filter(pack -> !pack.equals(contents.packId()))
                    .ifPresent(pack -> faults.add(
                            item.place("/id"),
                            Text.of("已由配置包 " + pack + " 声明", "the pack " + pack + " declares it already")));
            if (hasRows(definition.id())) {
                former.definition().obstacle(definition).ifPresent(what -> faults.add(item.place(""), what));
            }
        });
    }

    private boolean hasRows(String id) {
        return !revisions.list(id).isEmpty();
    }

    @Override
    public void apply(String packId, List<PackItem> items) {
        items.forEach(item -> stored.declare(definition(item, packId)));
        Set<String> kept = items.stream().map(PackItem::id).collect(Collectors.toSet());
        stored.list().stream()
                .map(StoredDataset::definition)
                .filter(dataset -> dataset.layer() == Layer.RAW)
                .filter(dataset -> dataset.pack().filter(packId::equals).isPresent() && !kept.contains(dataset.id()))
                .forEach(this::leave);
    }

    private void leave(StoredDefinition dataset) {
        if (hasRows(dataset.id())) {
            stored.change(dataset.of(Optional.empty()));
        } else {
            stored.drop(dataset.id());
        }
    }

    private StoredDefinition definition(PackItem item, String packId) {
        return json.treeToValue(item.json(), DefinitionBody.class)
                .toDefinition()
                .of(Optional.of(packId));
    }

    @Override
    public List<Text> effects(ItemChange change) {
        return change.after().isEmpty()
                ? List.of(Text.of(
                        "没有数据时删除；有数据时保留，由人工维护",
                        "it goes when it has no rows; otherwise its rows stay, and people look after it"))
                : List.of();
    }

    @Override
    public List<JsonNode> madeByHand() {
        return stored.list().stream()
                .map(StoredDataset::definition)
                .filter(dataset ->
                        dataset.layer() == Layer.RAW && dataset.pack().isEmpty())
                .map(this::asItem)
                .toList();
    }

    private JsonNode asItem(StoredDefinition dataset) {
        ObjectNode item = json.valueToTree(dataset);
        item.remove("pack");
        item.properties().removeIf(part -> part.getValue().isNull());
        item.path("fields").forEach(field -> field.properties()
                .removeIf(part -> part.getValue().isNull()));
        return item;
    }
}
