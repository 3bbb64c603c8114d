package org.chengshu.core.audit.internal.reads;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.chengshu.core.CoreError;
import org.chengshu.core.access.Access;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.audit.Audit;
import org.chengshu.core.audit.AuditRow;
import org.chengshu.core.audit.SensitiveReads;
import org.chengshu.core.files.Files;
import org.chengshu.kernel.Fault;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Shows the log of one access to sensitive data, and whether it is still the one that the entry tells of. */
@RestController
class ReadsResource {
    private static final int MOST_SHOWN = 1_000;

    private final Audit audit;
    private final Files files;
    private final JsonMapper json;

    ReadsResource(Audit audit, Files files, JsonMapper json) {
        this.audit = audit;
        this.files = files;
        this.json = json;
    }

    /** The first rows of the log; {@code matches} tells that its hash is the one in the entry. */
    record Reads(UUID entry, long count, String hash, boolean matches, List<JsonNode> items) {}

    @GetMapping("/api/core/v1/audit/reads/{id}")
    @Access(value = "core:audit", audit = "audit.reads-seen")
    Reads get(@PathVariable UUID id, Viewer viewer) throws IOException {
        if (!viewer.scope("core:audit").isEverywhere()) {
            throw new Fault(CoreError.FORBIDDEN, "the audit is of the whole city");
        }
        AuditRow row = audit.find(id)
                .filter(found -> found.entry().event().equals(SensitiveReads.EVENT))
                .orElseThrow(() -> new Fault(CoreError.NOT_FOUND, "no access to sensitive data has the entry " + id));
        String told = row.entry().details().getOrDefault("hash", "");
        return read(id, UUID.fromString(row.entry().details().getOrDefault("log", "")), told);
    }

    private Reads read(UUID entry, UUID log, String told) throws IOException {
        SM3Digest digest = new SM3Digest();
        List<JsonNode> shown = new ArrayList<>();
        long count = 0;
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(files.open(log)), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
                digest.update(bytes, 0, bytes.length);
                if (count++ < MOST_SHOWN) {
                    shown.add(json.readTree(line));
                }
            }
        }
        String hash = LogHash.hex(digest);
        return new Reads(entry, count, hash, hash.equals(told), shown);
    }
}
