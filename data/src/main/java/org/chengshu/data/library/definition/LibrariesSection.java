package org.chengshu.data.library.definition;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.chengshu.core.packs.ItemChange;
import org.chengshu.core.packs.PackContents;
import org.chengshu.core.packs.PackFaults;
import org.chengshu.core.packs.PackItem;
import org.chengshu.core.packs.PackSection;
import org.chengshu.kernel.Text;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Base libraries that packs declare. */
@Component
class LibrariesSection implements PackSection {
    static final String NAME = "libraries";
    private static final int ORDER = 60;

    private final LibraryBook book;
    private final DefinitionCheck check;

    LibrariesSection(LibraryBook book, DefinitionCheck check) {
        this.book = book;
        this.check = check;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public JsonNode schema() {
        return LibrarySchemas.of(NAME);
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public boolean holds(String id) {
        return book.find(id).isPresent();
    }

    @Override
    public void check(PackContents contents, List<PackItem> items, PackFaults faults) {
        for (PackItem item : items) {
            Faults found = new Faults();
            check.library(item.id(), item.json(), found);
            found.found().forEach(fault -> faults.add(item.place(fault.place()), fault.detail()));
        }
    }

    @Override
    public void apply(String packId, List<PackItem> items) {
        items.forEach(item -> book.put(item.id(), item.json(), Optional.of(packId)));
        Set<String> kept = items.stream().map(PackItem::id).collect(Collectors.toSet());
        book.list().stream()
                .filter(library -> library.pack().filter(packId::equals).isPresent())
                .filter(library -> !kept.contains(library.id()))
                .forEach(library -> book.retire(library.id()));
    }

    @Override
    public List<Text> effects(ItemChange change) {
        if (change.before().isPresent() && change.after().isPresent()) {
            return List.of(Text.of("下次构建时全部来源重新匹配", "all sources are matched anew with the next build"));
        }
        return change.after().isEmpty()
                ? List.of(Text.of("不再更新；已有记录仍可读", "it is built no more; its records stay readable"))
                : List.of();
    }

    @Override
    public List<JsonNode> madeByHand() {
        return book.list().stream()
                .filter(library -> library.pack().isEmpty())
                .map(KnownLibrary::json)
                .toList();
    }
}
