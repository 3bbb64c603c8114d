package org.chengshu.cases.check;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.chengshu.cases.CaseId;
import org.chengshu.core.crypto.FieldCipher;
import org.chengshu.core.crypto.SealedColumn;
import org.chengshu.core.spi.SealedColumnSource;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Draws cases for a sample under the city's own key, which is made at the first draw and kept sealed. */
@Component
final class SampleDraw implements SealedColumnSource {
    private static final SealedColumn KEY = new SealedColumn("cs_cases", "sample_key", "id", "sealed");
    private static final String ONE = "one";
    private static final int KEY_BYTES = 32;

    private final FieldCipher cipher;
    private final DSLContext db;

    SampleDraw(FieldCipher cipher, DSLContext db) {
        this.cipher = cipher;
        this.db = db;
    }

    @Override
    public List<SealedColumn> columns() {
        return List.of(KEY);
    }

    boolean draws(CaseId id, double share) {
        return share > 0 && SampleRule.draws(HexFormat.of().parseHex(key()), id.value(), share);
    }

    private String key() {
        return kept().orElseGet(() -> {
            byte[] fresh = new byte[KEY_BYTES];
            new SecureRandom().nextBytes(fresh);
            db.execute(
                    "insert into cs_cases.sample_key (id, sealed) values (?, ?) on conflict do nothing",
                    ONE,
                    cipher.seal(KEY.at(ONE), HexFormat.of().formatHex(fresh)));
            return kept().orElseThrow();
        });
    }

    private Optional<String> kept() {
        return db.fetchOptional("select sealed from cs_cases.sample_key where id = ?", ONE)
                .map(row -> cipher.open(KEY.at(ONE), row.get("sealed", String.class)));
    }
}
