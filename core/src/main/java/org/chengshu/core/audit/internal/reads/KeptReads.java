package org.chengshu.core.audit.internal.reads;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.audit.Audit;
import org.chengshu.core.audit.ReadLog;
import org.chengshu.core.audit.SensitiveReads;
import org.chengshu.core.settings.CitySettings;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

@Component
class KeptReads implements SensitiveReads {
    private final Audit audit;
    private final org.chengshu.core.files.Files files;
    private final JsonMapper json;
    private final Path folder;

    KeptReads(Audit audit, org.chengshu.core.files.Files files, JsonMapper json, CitySettings city) {
        this.audit = audit;
        this.files = files;
        this.json = json;
        this.folder = city.dataFolder();
    }

    @Override
    public ReadLog begin(Viewer viewer, String what, Map<String, String> notes) {
        try {
            Path spool = Files.createTempFile(
                    folder,
                    "read-log",
                    ".gz",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            return new SpooledLog(new SpooledLog.Access(viewer, what, notes), spool, audit, files, json);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot begin the log of sensitive reads in " + folder, e);
        }
    }
}
