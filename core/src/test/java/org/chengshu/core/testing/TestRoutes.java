package org.chengshu.core.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.chengshu.core.CoreError;
import org.chengshu.core.access.Access;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.http.Cursor;
import org.chengshu.core.http.CursorPage;
import org.chengshu.core.http.ETags;
import org.chengshu.core.http.FaultyInput;
import org.chengshu.core.http.IfMatch;
import org.chengshu.core.http.PlacedFault;
import org.chengshu.core.http.TryLater;
import org.chengshu.core.spi.Permission;
import org.chengshu.core.spi.PermissionSource;
import org.chengshu.kernel.Severity;
import org.chengshu.kernel.Text;
import org.jooq.DSLContext;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Routes that do what tests of the people port need. */
@TestConfiguration(proxyBeanMethods = false)
public class TestRoutes {
    enum WayOut {
        MAIN_DOOR,
        WINDOW
    }

    record Kite(
            String name,
            Severity severity,
            WayOut wayOut,
            Optional<Duration> flight,
            Optional<Instant> seen,
            List<Text> words) {
        Kite {
            Objects.requireNonNull(name, "name");
            words = words == null ? List.of() : List.copyOf(words);
            if (name.isBlank()) {
                throw new IllegalArgumentException("a kite has a name");
            }
        }
    }

    @Bean
    PermissionSource testPermissions() {
        return () -> List.of(
                Permission.of("test:fly", "放风筝", "Fly kites"),
                Permission.of("test:own", "放本局的风筝", "Fly the kites of the bureau")
                        .limitedBy(Permission.Limit.OWN_ORGANISATION));
    }

    @RestController
    static class Doings {
        private final DSLContext sql;
        private final Set<String> stumbled = ConcurrentHashMap.newKeySet();

        Doings(DSLContext sql) {
            this.sql = sql;
        }

        /** Loses its connection to the database the first time, after it has done its work. */
        @PostMapping("/api/test/v1/stumbles/{name}")
        @Access(value = Access.SIGNED_IN, audit = "kite.stumbled", reach = Access.Reach.OWN)
        Map<String, Integer> stumble(@PathVariable String name) {
            int rows = sql.execute("insert into cs_core.tree_version (tree, version) values (?, 0)", name);
            if (stumbled.add(name)) {
                sql.execute("select pg_terminate_backend(pg_backend_pid())");
            }
            return Map.of("rows", rows);
        }

        @PostMapping("/api/test/v1/kites/{place}")
        @Access(value = "test:fly", audit = "kite.flown")
        Kite fly(@PathVariable String place, @RequestBody Kite kite, Viewer viewer) {
            return kite;
        }

        @PutMapping("/api/test/v1/kites/{place}/{version}")
        @Access(value = "test:fly", audit = "kite.mended")
        ResponseEntity<Kite> mend(@PathVariable long version, @RequestBody Kite kite, IfMatch ifMatch) {
            ifMatch.require(version);
            return ResponseEntity.ok().eTag(ETags.of(version + 1)).body(kite);
        }

        @GetMapping("/api/test/v1/kites")
        @Access(value = Access.SIGNED_IN, audit = Access.NOT_AUDITED, reach = Access.Reach.OWN)
        CursorPage<String> kites() {
            return new CursorPage<>(List.of("dragon"), Optional.empty());
        }

        @GetMapping("/api/test/v1/way-out")
        @Access(
                value = Access.SIGNED_IN,
                audit = Access.NOT_AUDITED,
                reach = Access.Reach.NONE,
                why = "everybody may leave")
        Cursor wayOut(@RequestParam Optional<WayOut> way, @RequestParam Optional<Severity> worst, Cursor cursor) {
            return cursor;
        }

        @PostMapping("/api/test/v1/breakdown")
        @Access(value = Access.SIGNED_IN, audit = "kite.torn")
        void breakDown() {
            throw new IllegalStateException("a secret of the house");
        }

        @PostMapping("/api/test/v1/faulty")
        @Access(value = Access.SIGNED_IN, audit = "kite.checked")
        void faulty() {
            throw new FaultyInput(
                    CoreError.PACK_FAULTY,
                    "two faults",
                    List.of(
                            new PlacedFault("kites.yaml:3", Text.of("没有线", "no line")),
                            new PlacedFault("kites.yaml:9", Text.of("没有尾", "no tail"))));
        }

        @PostMapping("/api/test/v1/busy")
        @Access(value = Access.SIGNED_IN, audit = Access.NOT_AUDITED)
        void busy() {
            throw new TryLater(CoreError.TOO_MANY_ATTEMPTS, "no wind", Duration.ofMillis(2500));
        }
    }
}
