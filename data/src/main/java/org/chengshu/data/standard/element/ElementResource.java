package org.chengshu.data.standard.element;

import static org.chengshu.data.standard.keep.StandardRights.MANAGE;
import static org.chengshu.data.standard.keep.StandardRights.SAME_FOR_ALL;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chengshu.core.access.Access;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.http.CursorPage;
import org.chengshu.core.http.ETags;
import org.chengshu.core.http.FaultyInput;
import org.chengshu.core.http.IfMatch;
import org.chengshu.core.http.PlacedFault;
import org.chengshu.data.DataError;
import org.chengshu.data.Datasets;
import org.chengshu.data.standard.Standards;
import org.chengshu.data.standard.codes.CodeTables;
import org.chengshu.data.standard.keep.CsvText;
import org.chengshu.data.standard.keep.StandardDesk;
import org.chengshu.data.standard.keep.StandardItemStore;
import org.chengshu.data.standard.keep.StandardVersion;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
@RequestMapping("/api/data/v1/elements")
class ElementResource {
    private final Elements elements;
    private final StandardDesk desk;
    private final StandardItemStore store;
    private final ElementCheck check;

    ElementResource(
            Elements elements, CodeTables tables, Standards standards, StandardDesk desk, StandardItemStore store) {
        this.elements = elements;
        this.desk = desk;
        this.store = store;
        this.check = new ElementCheck(standards, table -> tables.find(table).isPresent());
    }

    @GetMapping
    @Access(value = Datasets.READ, audit = Access.NOT_AUDITED, reach = Access.Reach.NONE, why = SAME_FOR_ALL)
    CursorPage<Element> list() {
        return new CursorPage<>(elements.list(), Optional.empty());
    }

    @GetMapping("/{id}")
    @Access(value = Datasets.READ, audit = Access.NOT_AUDITED, reach = Access.Reach.NONE, why = SAME_FOR_ALL)
    ResponseEntity<Element> get(@PathVariable String id) {
        return tagged(elements.get(id));
    }

    @GetMapping("/{id}/versions")
    @Access(value = Datasets.READ, audit = Access.NOT_AUDITED, reach = Access.Reach.NONE, why = SAME_FOR_ALL)
    List<StandardVersion> versions(@PathVariable String id) {
        return store.versions(Elements.KIND, id);
    }

    @PutMapping("/{id}")
    @Access(value = MANAGE, audit = "data-element.changed", reach = Access.Reach.CITY)
    ResponseEntity<Element> put(@PathVariable String id, @RequestBody JsonNode body, IfMatch ifMatch, Viewer viewer) {
        List<PlacedFault> faults = new ArrayList<>();
        check.check(id, body, (place, text) -> faults.add(new PlacedFault(place, text)));
        refuse(faults, "the data element was not stored");
        desk.put(elements.shelf(), Elements.KIND, id, body, ifMatch, viewer);
        return tagged(elements.get(id));
    }

    /** Makes or changes every element of the file, or none when one is faulty; those of packs are refused. */
    @PostMapping("/import")
    @Access(value = MANAGE, audit = "data-element.imported", reach = Access.Reach.CITY)
    Imported read(@RequestBody byte[] csv, Viewer viewer) throws IOException {
        List<ElementCsv.Line> lines = ElementCsv.read(CsvText.reader(csv));
        List<PlacedFault> faults = new ArrayList<>();
        for (ElementCsv.Line line : lines) {
            check.check(
                    line.id(),
                    line.json(),
                    (place, text) -> faults.add(new PlacedFault("line " + line.line() + place, text)));
        }
        refuse(faults, "no element of the file was stored");
        desk.putAll(
                elements.shelf(),
                Elements.KIND,
                lines.stream()
                        .map(line -> Map.<String, JsonNode>entry(line.id(), line.json()))
                        .toList(),
                viewer);
        return new Imported(lines.size());
    }

    @DeleteMapping("/{id}")
    @Access(value = MANAGE, audit = "data-element.removed", reach = Access.Reach.CITY)
    ResponseEntity<Void> remove(@PathVariable String id, IfMatch ifMatch, Viewer viewer) {
        desk.remove(elements.shelf(), Elements.KIND, id, ifMatch, DataError.ELEMENT_NOT_FOUND, viewer);
        return ResponseEntity.noContent().build();
    }

    private static void refuse(List<PlacedFault> faults, String detail) {
        if (!faults.isEmpty()) {
            throw new FaultyInput(DataError.STANDARD_ITEM_FAULTY, detail, faults);
        }
    }

    private static ResponseEntity<Element> tagged(Element element) {
        return ResponseEntity.ok()
                .header(HttpHeaders.ETAG, ETags.of(element.version()))
                .body(element);
    }

    record Imported(int elements) {}
}
