package org.chengshu.data.standard.codes;

import static org.chengshu.data.standard.keep.StandardRights.MANAGE;
import static org.chengshu.data.standard.keep.StandardRights.SAME_FOR_ALL;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
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
import org.chengshu.data.standard.keep.CsvText;
import org.chengshu.data.standard.keep.StandardDesk;
import org.chengshu.data.standard.keep.StandardItemStore;
import org.chengshu.data.standard.keep.StandardVersion;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Text;
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
@RequestMapping("/api/data/v1/code-tables")
class CodeTableResource {
    private final CodeTables tables;
    private final StandardDesk desk;
    private final StandardItemStore store;

    CodeTableResource(CodeTables tables, StandardDesk desk, StandardItemStore store) {
        this.tables = tables;
        this.desk = desk;
        this.store = store;
    }

    @GetMapping
    @Access(value = Datasets.READ, audit = Access.NOT_AUDITED, reach = Access.Reach.NONE, why = SAME_FOR_ALL)
    CursorPage<Item> list() {
        return new CursorPage<>(tables.list().stream().map(Item::of).toList(), Optional.empty());
    }

    @GetMapping("/{id}")
    @Access(value = Datasets.READ, audit = Access.NOT_AUDITED, reach = Access.Reach.NONE, why = SAME_FOR_ALL)
    ResponseEntity<Whole> get(@PathVariable String id) {
        return tagged(tables.get(id));
    }

    @GetMapping("/{id}/codes")
    @Access(value = Datasets.READ, audit = Access.NOT_AUDITED, reach = Access.Reach.NONE, why = SAME_FOR_ALL)
    CursorPage<Code> codes(@PathVariable String id) {
        return new CursorPage<>(tables.get(id).codes(), Optional.empty());
    }

    @GetMapping("/{id}/versions")
    @Access(value = Datasets.READ, audit = Access.NOT_AUDITED, reach = Access.Reach.NONE, why = SAME_FOR_ALL)
    List<StandardVersion> versions(@PathVariable String id) {
        return store.versions(CodeTables.KIND, id);
    }

    @PutMapping("/{id}")
    @Access(value = MANAGE, audit = "code-table.changed", reach = Access.Reach.CITY)
    ResponseEntity<Whole> put(@PathVariable String id, @RequestBody JsonNode body, IfMatch ifMatch, Viewer viewer) {
        check(id, body);
        desk.put(tables.shelf(), CodeTables.KIND, id, body, ifMatch, viewer);
        return tagged(tables.get(id));
    }

    /** Replaces the codes of the table by those of the file. */
    @PostMapping("/{id}/codes")
    @Access(value = MANAGE, audit = "code-table.imported", reach = Access.Reach.CITY)
    ResponseEntity<Whole> read(@PathVariable String id, @RequestBody byte[] csv, IfMatch ifMatch, Viewer viewer)
            throws IOException {
        CodeTable table = tables.get(id);
        JsonNode content = CodeTableJson.write(id, table.title(), table.source(), CodeCsv.read(CsvText.reader(csv)));
        check(id, content);
        desk.put(tables.shelf(), CodeTables.KIND, id, content, ifMatch, viewer);
        return tagged(tables.get(id));
    }

    @DeleteMapping("/{id}")
    @Access(value = MANAGE, audit = "code-table.removed", reach = Access.Reach.CITY)
    ResponseEntity<Void> remove(@PathVariable String id, IfMatch ifMatch, Viewer viewer) {
        List<String> users = store.elementsOf(id);
        if (!users.isEmpty()) {
            throw new Fault(
                    DataError.STANDARD_ITEM_IN_USE,
                    "data elements take their values from it: " + String.join(", ", users));
        }
        desk.remove(tables.shelf(), CodeTables.KIND, id, ifMatch, DataError.CODE_TABLE_NOT_FOUND, viewer);
        return ResponseEntity.noContent().build();
    }

    private static void check(String id, JsonNode body) {
        List<PlacedFault> faults = new ArrayList<>();
        CodeTableCheck.check(id, body, (place, text) -> faults.add(new PlacedFault(place, text)));
        if (!faults.isEmpty()) {
            throw new FaultyInput(DataError.STANDARD_ITEM_FAULTY, "the code table was not stored", faults);
        }
    }

    private static ResponseEntity<Whole> tagged(CodeTable table) {
        return ResponseEntity.ok()
                .header(HttpHeaders.ETAG, ETags.of(table.version()))
                .body(new Whole(Item.of(table), table.codes()));
    }

    /** A table without its codes. */
    record Item(String id, Text title, Optional<String> source, int codes, Optional<String> pack, int version) {
        static Item of(CodeTable table) {
            return new Item(
                    table.id(), table.title(), table.source(), table.codes().size(), table.pack(), table.version());
        }
    }

    record Whole(Item table, List<Code> codes) {}
}
