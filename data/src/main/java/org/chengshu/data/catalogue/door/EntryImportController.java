package org.chengshu.data.catalogue.door;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import org.chengshu.core.access.Access;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.http.Unrepeatable;
import org.chengshu.data.DataError;
import org.chengshu.data.catalogue.EntryRights;
import org.chengshu.kernel.Fault;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Takes a file of entries, CSV or Excel, as the body of the request. */
@RestController
@RequestMapping(EntryController.PATH + "/imports")
class EntryImportController {
    private static final int MOST_BYTES = 16 << 20;

    private final EntryImport entries;

    EntryImportController(EntryImport entries) {
        this.entries = entries;
    }

    @PostMapping
    @Unrepeatable
    @Access(value = EntryRights.EDIT, audit = "data.entries-imported")
    EntryImport.Outcome take(
            @RequestParam(defaultValue = "true") boolean dry,
            @RequestParam(defaultValue = "entries.csv") String name,
            @RequestParam(defaultValue = "") String organisation,
            HttpServletRequest request,
            Viewer viewer)
            throws IOException {
        try (InputStream body = request.getInputStream()) {
            byte[] file = body.readNBytes(MOST_BYTES + 1);
            if (file.length > MOST_BYTES) {
                throw new Fault(DataError.ENTRY_IMPORT_FAULTY, "a file of entries has at most 16 MiB");
            }
            return entries.run(file, name, organisation, dry, viewer);
        }
    }
}
