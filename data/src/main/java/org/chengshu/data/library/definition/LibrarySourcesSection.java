package org.chengshu.data.library.definition;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.chengshu.core.packs.PackContents;
import org.chengshu.core.packs.PackFaults;
import org.chengshu.core.packs.PackItem;
import org.chengshu.core.packs.PackSection;
import org.chengshu.kernel.Nearest;
import org.chengshu.kernel.Text;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Sources of libraries that a city's own pack attaches. */
@Component
class LibrarySourcesSection implements PackSection {
    static final String NAME = "library-sources";
    private static final int ORDER = 61;

    private final LibraryBook book;
    private final DefinitionCheck check;

    LibrarySourcesSection(LibraryBook book, DefinitionCheck check) {
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
        return book.list().stream().anyMatch(library -> book.sources(library.id()).stream()
                .anyMatch(source -> source.id().equals(id)));
    }

    @Override
    public void check(PackContents contents, List<PackItem> items, PackFaults faults) {
        for (PackItem item : items) {
            String id = item.json().path("library").asString("");
            Optional<Library> library = contents.find(LibrariesSection.NAME, id)
                    .flatMap(json -> new LibraryReader(json, new Faults()).read(id))
                    .or(() -> book.find(id).map(KnownLibrary::library));
            if (library.isEmpty()) {
                absent(contents, item, id, faults);
                continue;
            }
            Faults found = new Faults();
            check.source(item.id(), library.get(), item.json(), found);
            found.found().forEach(fault -> faults.add(item.place(fault.place()), fault.detail()));
        }
    }

    private static void absent(PackContents contents, PackItem item, String id, PackFaults faults) {
        Optional<String> near = Nearest.of(id, contents.ids(LibrariesSection.NAME));
        faults.add(
                item.place("/library"),
                Text.of(
                        "没有基础库 " + id + near.map(one -> "，是否为 " + one + "？").orElse(""),
                        "there is no library " + id
                                + near.map(one -> ", did you mean " + one + "?").orElse("")));
    }

    @Override
    public void apply(String packId, List<PackItem> items) {
        items.forEach(item ->
                book.putSource(item.json().path("library").asString(""), item.id(), item.json(), Optional.of(packId)));
        Set<String> kept = items.stream()
                .map(item -> item.json().path("library").asString("") + '/' + item.id())
                .collect(Collectors.toSet());
        for (KnownLibrary library : book.list()) {
            book.sources(library.id()).stream()
                    .filter(source -> source.pack().filter(packId::equals).isPresent())
                    .filter(source -> !kept.contains(library.id() + '/' + source.id()))
                    .forEach(source -> book.retireSource(library.id(), source.id()));
        }
    }

    @Override
    public List<JsonNode> madeByHand() {
        return book.list().stream()
                .flatMap(library -> book.sources(library.id()).stream())
                .filter(source -> source.pack().isEmpty())
                .map(KnownSource::json)
                .toList();
    }
}
