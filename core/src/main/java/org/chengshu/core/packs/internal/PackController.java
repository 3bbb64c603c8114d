package org.chengshu.core.packs.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chengshu.core.CoreError;
import org.chengshu.core.access.Access;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.audit.AuditNotes;
import org.chengshu.core.http.CursorPage;
import org.chengshu.core.packs.Applied;
import org.chengshu.core.packs.ApplyOrder;
import org.chengshu.core.packs.CheckReport;
import org.chengshu.core.packs.InstalledPack;
import org.chengshu.core.packs.PackDiff;
import org.chengshu.core.packs.PackFiles;
import org.chengshu.core.packs.Packs;
import org.chengshu.core.spi.Permission;
import org.chengshu.core.spi.PermissionSource;
import org.chengshu.kernel.Fault;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/core/v1/packs")
class PackController implements PermissionSource {
    static final String PACKS = "core:packs";

    private final Packs packs;

    PackController(Packs packs) {
        this.packs = packs;
    }

    @Override
    public List<Permission> permissions() {
        return List.of(Permission.ofCity(PACKS, "检查、安装和移除主题包", "Check, install and remove packs"));
    }

    @GetMapping
    @Access(value = PACKS, audit = Access.NOT_AUDITED)
    CursorPage<InstalledPack> list() {
        return new CursorPage<>(packs.list(), Optional.empty());
    }

    @GetMapping("/{id}")
    @Access(value = PACKS, audit = Access.NOT_AUDITED)
    InstalledPack get(@PathVariable("id") String id) {
        return packs.get(id);
    }

    @PostMapping("/check")
    @Access(value = PACKS, audit = Access.NOT_AUDITED)
    CheckReport check(@RequestBody FilesBody body) {
        CheckReport report = packs.check(body.read());
        Refusals.ofFaults(report);
        return report;
    }

    @PostMapping("/diff")
    @Access(value = PACKS, audit = Access.NOT_AUDITED)
    PackDiff diff(@RequestBody FilesBody body) {
        return packs.diff(body.read());
    }

    @PostMapping
    @Access(value = PACKS, audit = "pack.applied")
    Applied apply(@RequestBody FilesBody body, Viewer viewer, HttpServletRequest request) {
        Applied applied = packs.apply(body.read(), body.order(), viewer);
        note(request, applied);
        return applied;
    }

    /** The audit says which pack came into which state. */
    static void note(HttpServletRequest request, Applied applied) {
        AuditNotes.of(request)
                .add("pack", applied.pack())
                .add("version", applied.version())
                .add("revision", String.valueOf(applied.revision()))
                .add("outcome", applied.outcome().word());
    }

    @GetMapping("/{id}/removal")
    @Access(value = PACKS, audit = Access.NOT_AUDITED)
    PackDiff removal(@PathVariable("id") String id) {
        return packs.removal(id);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Access(value = PACKS, audit = "pack.removed")
    void remove(
            @PathVariable("id") String id,
            @RequestParam(name = "fingerprint") Optional<String> fingerprint,
            Viewer viewer) {
        packs.remove(id, new ApplyOrder(fingerprint, false), viewer);
    }

    /**
     * A pack as it goes over the wire.
     *
     * @param fingerprint of the diff that was shown, {@code downgrade} whether a lower version is meant
     */
    record FilesBody(Map<String, String> files, Optional<String> fingerprint, Optional<Boolean> downgrade) {
        PackFiles read() {
            if (files == null || files.isEmpty() || files.containsValue(null)) {
                throw new Fault(CoreError.BAD_REQUEST, "the body is {\"files\": {path: text}}");
            }
            return new PackFiles(files);
        }

        ApplyOrder order() {
            return new ApplyOrder(fingerprint, downgrade.orElse(false));
        }
    }
}
