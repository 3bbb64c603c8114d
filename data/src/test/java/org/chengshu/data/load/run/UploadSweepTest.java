package org.chengshu.data.load.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.spi.FieldType;
import org.chengshu.core.testing.Eventually;
import org.chengshu.data.DataTest;
import org.chengshu.data.load.LoadOrder;
import org.chengshu.data.load.LoadState;
import org.chengshu.data.load.Loads;
import org.chengshu.data.stored.StoredDatasets;
import org.chengshu.data.stored.StoredDefinition;
import org.chengshu.data.stored.StoredField;
import org.chengshu.data.upload.Uploads;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Text;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.node.JsonNodeFactory;

@DataTest
class UploadSweepTest {
    private static final String BINS = "raw.bins-swept";
    private static final Text TITLE = Text.of("垃圾桶", "Bins");

    @Autowired
    private Uploads uploads;

    @Autowired
    private UploadSweep sweep;

    @Autowired
    private Loads loads;

    @Autowired
    private LoadStore store;

    @Autowired
    private StoredDatasets stored;

    @Autowired
    private DSLContext sql;

    @AfterEach
    void tidy() {
        stored.find(BINS).ifPresent(dataset -> stored.drop(dataset.id()));
    }

    @Test
    void aFileGoesWhenItIsOldAndNoLoadOfItIsOpenOrCanStillBeRead() {
        UUID fresh = upload();
        UUID unused = old(upload());
        stored.define(StoredDefinition.of(BINS, TITLE, "market", List.of(StoredField.of("code", TITLE, FieldType.TEXT)))
                .keeping(1));
        UUID first = old(upload());
        promoted(first);
        UUID second = old(upload());
        promoted(second);
        UUID waiting = old(upload());
        UUID held = store.insert(order(waiting), Viewer.system());
        store.hold(held, TITLE);

        sweep.sweep();

        assertThat(isKept(fresh)).isTrue();
        assertThat(isKept(unused)).isFalse();
        assertThat(isKept(first)).as("its revision has expired").isFalse();
        assertThat(isKept(second)).as("its revision is what is read").isTrue();
        assertThat(isKept(waiting)).as("its load may still be released").isTrue();
        assertThat(uploads.find(first).orElseThrow().sha256()).hasSize(64);
        assertThatThrownBy(() -> uploads.open(first)).isInstanceOf(Fault.class).hasMessageContaining("was removed");
        assertThat(sql.fetch(
                        "select 1 from cs_core.audit where event = 'data.upload-removed' and details::text like ?",
                        "%" + first + "%"))
                .hasSize(1);
    }

    private UUID upload() {
        return uploads.put(
                        "bins.csv",
                        new ByteArrayInputStream("code\nB1\n".getBytes(StandardCharsets.UTF_8)),
                        Viewer.system())
                .id();
    }

    private UUID old(UUID id) {
        sql.execute("update cs_data.upload set stored_at = stored_at - interval '100 days' where id = ?", id);
        return id;
    }

    private boolean isKept(UUID id) {
        return uploads.find(id).orElseThrow().removedAt().isEmpty();
    }

    private static LoadOrder order(UUID upload) {
        return LoadOrder.of(
                BINS, TITLE, "file", JsonNodeFactory.instance.objectNode().put("upload", upload.toString()));
    }

    private void promoted(UUID upload) {
        UUID load = loads.start(order(upload), Viewer.system());
        Eventually.eventually(
                "it is promoted", () -> loads.find(load).orElseThrow().state() == LoadState.PROMOTED);
    }
}
