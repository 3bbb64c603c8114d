package org.chengshu.core.crypto.internal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.core.CoreError;
import org.chengshu.core.access.Access;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.crypto.FieldAlgorithm;
import org.chengshu.core.http.CursorPage;
import org.chengshu.core.jobs.Jobs;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Text;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

@RestController
class CryptoResource {
    private final KeyRing ring;
    private final Resealing resealing;
    private final Jobs jobs;
    private final JsonMapper json;

    CryptoResource(KeyRing ring, Resealing resealing, Jobs jobs, JsonMapper json) {
        this.ring = ring;
        this.resealing = resealing;
        this.jobs = jobs;
        this.json = json;
    }

    /** A data key; the key itself is never shown. */
    record KeyLine(int number, FieldAlgorithm algorithm, String master, Instant madeAt, boolean current) {}

    /** The job that seals older values under the new key. */
    record Rotation(int key, UUID job) {}

    @GetMapping("/api/core/v1/crypto/keys")
    @Access(value = CryptoConfiguration.PERMISSION, audit = Access.NOT_AUDITED)
    CursorPage<KeyLine> keys(Viewer viewer) {
        requireWholeCity(viewer);
        int current = ring.current().number();
        List<KeyLine> lines = ring.list().stream()
                .map(key ->
                        new KeyLine(key.number(), key.algorithm(), key.master(), key.madeAt(), key.number() == current))
                .toList();
        return new CursorPage<>(lines.reversed(), Optional.empty());
    }

    @PostMapping("/api/core/v1/crypto/rotate")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Access(value = CryptoConfiguration.PERMISSION, audit = "crypto.rotated")
    Rotation rotate(Viewer viewer) {
        requireWholeCity(viewer);
        int key = ring.rotate().number();
        UUID job = jobs.start(
                        "core.reseal",
                        Text.of("以新密钥重新加密字段", "Seal fields under the new key"),
                        viewer,
                        progress -> json.valueToTree(Map.of("key", key, "values", resealing.run(progress))))
                .id();
        return new Rotation(key, job);
    }

    private static void requireWholeCity(Viewer viewer) {
        if (!viewer.scope(CryptoConfiguration.PERMISSION).isEverywhere()) {
            throw new Fault(CoreError.FORBIDDEN, "keys are of the whole city");
        }
    }
}
