package org.chengshu.data.stored;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.chengshu.core.db.Transactions;
import org.chengshu.core.http.FaultyInput;
import org.chengshu.core.spi.FieldType;
import org.chengshu.core.testing.Eventually;
import org.chengshu.data.DataTest;
import org.chengshu.data.Dataset;
import org.chengshu.data.DatasetQuery;
import org.chengshu.data.DatasetRefreshed;
import org.chengshu.data.Datasets;
import org.chengshu.data.LampWorld;
import org.chengshu.data.Order;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Text;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DataTest
class StoredDatasetsTest {
    private static final Text TITLE = Text.of("商户", "Shops");
    private static final String SHOPS = "raw.shops-of-town";

    @Autowired
    private StoredDatasets stored;

    @Autowired
    private Revisions revisions;

    @Autowired
    private StoredRows rows;

    @Autowired
    private RevisionRows revisionRows;

    @Autowired
    private Transactions transactions;

    @Autowired
    private Datasets datasets;

    @Autowired
    private DSLContext sql;

    @AfterEach
    void tidy() {
        stored.list().stream()
                .map(StoredDataset::id)
                .filter(id -> id.startsWith(SHOPS))
                .forEach(stored::drop);
    }

    @Test
    void whatIsDefinedIsReadThroughDatasetsFromThatMomentOn() {
        stored.define(shops());
        Dataset dataset = datasets.get(SHOPS);
        assertThat(dataset.fields())
                .extracting(field -> field.name())
                .containsExactly("code", "name", "area", "loaded_at");
        assertThat(dataset.owner()).isEqualTo("market");
        assertThat(names(SHOPS)).isEmpty();
        assertThatThrownBy(() -> stored.define(shops()))
                .isInstanceOf(Fault.class)
                .hasMessageContaining(SHOPS);
    }

    @Test
    void anotherNodeSeesWhatThisOneHasMadeWithinASecond() {
        StoredShelf another = new StoredShelf(rows, revisionRows, transactions, Clock.systemUTC());
        assertThat(another.find(SHOPS)).isEmpty();
        stored.define(shops());
        Revision first = revisions.open(SHOPS, "test");
        write(first, "1", "Tea");
        revisions.promote(first);
        Eventually.eventually(
                "the other node sees it", () -> another.find(SHOPS).isPresent());
        assertThat(another.find(SHOPS + "@1")).isPresent();
        assertThat(another.list()).extracting(one -> one.dataset().id()).contains(SHOPS);
        stored.drop(SHOPS);
        Eventually.eventually("it is gone there too", () -> another.find(SHOPS).isEmpty());
    }

    @Test
    void aRevisionIsSeenWholeOnceItIsPromotedAndTheFormerStaysReadable() {
        stored.define(shops());
        Revision first = revisions.open(SHOPS, "test");
        write(first, "1", "Tea");
        assertThat(names(SHOPS)).isEmpty();
        DatasetRefreshed refreshed = revisions.promote(first);
        assertThat(refreshed.rows()).isEqualTo(1);
        Revision second = revisions.open(SHOPS, "test");
        write(second, "1", "Tea house");
        write(second, "2", "Books");
        assertThat(names(SHOPS)).containsExactly("Tea");
        revisions.promote(second);
        assertThat(names(SHOPS)).containsExactly("Tea house", "Books");
        assertThat(names(SHOPS + "@1")).containsExactly("Tea");
        assertThat(stored.get(SHOPS).rows()).isEqualTo(2);
        assertThatThrownBy(() -> revisions.promote(second)).isInstanceOf(Fault.class);
        assertThatThrownBy(() -> names(SHOPS + "@7")).isInstanceOf(Fault.class);
    }

    @Test
    void mergingReplacesRowsOfTheSameKeyAndRemembersWhatTheyWere() {
        stored.define(shops().keyed(RowsMode.MERGE, "code"));
        Revision first = revisions.open(SHOPS, "test");
        write(first, "1", "Tea");
        write(first, "2", "Books");
        write(first, "3", "Shoes");
        revisions.promote(first);
        Revision second = revisions.open(SHOPS, "test");
        write(second, "2", "Old books");
        write(second, "4", "Rice");
        sql.insertInto(DSL.table(DSL.name(second.schema(), second.gone())))
                .columns(DSL.field(DSL.name("code")))
                .values("3")
                .execute();
        assertThat(revisions.promote(second).rows()).isEqualTo(3);
        assertThat(names(SHOPS)).containsExactly("Tea", "Old books", "Rice");
        assertThat(names(SHOPS + "@1")).containsExactly("Tea", "Books", "Shoes");
        Revision third = revisions.open(SHOPS, "test");
        write(third, "9", "Nine");
        revisions.promote(
                third, Revisions.Promotion.ending(DSL.field(DSL.name("code")).eq("1")));
        assertThat(names(SHOPS)).containsExactly("Old books", "Rice", "Nine");
        Revision fourth = revisions.open(SHOPS, "test");
        write(fourth, "5", "Alone");
        revisions.promote(fourth, Revisions.Promotion.wholly());
        assertThat(names(SHOPS)).containsExactly("Alone");
        assertThat(names(SHOPS + "@2")).containsExactly("Tea", "Old books", "Rice");
    }

    @Test
    void ofARowThatComesAndGoesInOneRevisionTheLaterLineHolds() {
        stored.define(shops().keyed(RowsMode.MERGE, "code"));
        Revision revision = revisions.open(SHOPS, "test");
        String rows = "insert into lake.shops_of_town__1 (code, name, _line) values (?, ?, ?)";
        String gone = "insert into lake.shops_of_town__1_gone (code, _line) values (?, ?)";
        sql.execute(rows, "1", "Tea", 1);
        sql.execute(gone, "1", 2);
        sql.execute(gone, "2", 3);
        sql.execute(rows, "2", "Books", 4);
        revisions.promote(revision);
        assertThat(names(SHOPS)).containsExactly("Books");
        assertThat(revisions.tables(SHOPS))
                .extracting(Object::toString)
                .containsExactly("\"lake\".\"shops_of_town__ledger\"");
    }

    @Test
    void revisionsBeyondThoseToKeepExpire() {
        stored.define(shops().keyed(RowsMode.MERGE, "code").keeping(2));
        for (int i = 1; i <= 4; i++) {
            Revision revision = revisions.open(SHOPS, "test");
            write(revision, "1", "Name " + i);
            revisions.promote(revision);
        }
        assertThat(revisions.list(SHOPS))
                .extracting(PastRevision::state)
                .containsExactly(
                        PastRevision.State.PROMOTED,
                        PastRevision.State.PROMOTED,
                        PastRevision.State.EXPIRED,
                        PastRevision.State.EXPIRED);
        assertThat(names(SHOPS + "@3")).containsExactly("Name 3");
        assertThat(datasets.find(SHOPS + "@2")).isEmpty();
        assertThat(sql.fetchCount(DSL.table(DSL.name("lake", "shops_of_town__ledger"))))
                .isEqualTo(2);
    }

    @Test
    void aDiscardedRevisionLeavesNothing() {
        stored.define(shops());
        Revision revision = revisions.open(SHOPS, "test");
        write(revision, "1", "Tea");
        revisions.discard(revision);
        revisions.discard(revision);
        assertThat(names(SHOPS)).isEmpty();
        assertThat(sql.meta().getSchemas("lake").getFirst().getTables()).isEmpty();
    }

    @Test
    void fieldsComeAndGoWhileRowsStay() {
        stored.define(shops());
        Revision first = revisions.open(SHOPS, "test");
        write(first, "1", "Tea");
        revisions.promote(first);
        stored.change(
                shops().with(List.of(text("code"), text("name"), text("phone"))).placed("phone"));
        assertThat(datasets.get(SHOPS).areaPathField()).contains("phone");
        assertThat(names(SHOPS)).containsExactly("Tea");
        assertThat(datasets.query(DatasetQuery.fields(SHOPS, List.of("phone")), LampWorld.reader())
                        .value(0, "phone"))
                .isEmpty();
        StoredField number = StoredField.of("name", TITLE, FieldType.NUMBER);
        assertThatThrownBy(() -> stored.change(shops().with(List.of(text("code"), number))))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("type of field name");
    }

    @Test
    void aTypeBecomesWiderInEveryRevisionAndEachVersionOfTheDefinitionIsKept() {
        StoredField seats = StoredField.of("seats", TITLE, FieldType.INTEGER);
        StoredField closed = StoredField.of("closed", TITLE, FieldType.DATE);
        StoredDefinition first =
                shops().with(List.of(text("code"), seats, closed)).keyed(RowsMode.MERGE, "code");
        stored.define(first);
        for (int number = 1; number <= 2; number++) {
            Revision revision = revisions.open(SHOPS, "test");
            sql.execute("insert into lake." + revision.table() + " (code, seats, closed) values ('1', " + number
                    + ", date '2026-01-02')");
            revisions.promote(revision);
        }
        Revision open = revisions.open(SHOPS, "test");
        StoredField number = StoredField.of("seats", TITLE, FieldType.NUMBER);
        StoredField words = StoredField.of("closed", TITLE, FieldType.TEXT);
        stored.change(shops().with(List.of(text("code"), number, words)).keyed(RowsMode.MERGE, "code"));
        assertThat(row(SHOPS)).containsExactly(2.0, "2026-01-02");
        assertThat(row(SHOPS + "@1")).containsExactly(1.0, "2026-01-02");
        sql.execute("insert into lake." + open.table() + " (code, seats, closed) values ('1', 2.5, 'never')");
        revisions.promote(open);
        assertThat(row(SHOPS)).containsExactly(2.5, "never");
        assertThat(stored.versions(SHOPS)).extracting(PastDefinition::version).containsExactly(2, 1);
        assertThat(stored.versions(SHOPS).getLast().definition().fields()).contains(seats);
        assertThatThrownBy(() -> stored.change(first))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("type of field seats");
    }

    private List<Object> row(String dataset) {
        return datasets.query(DatasetQuery.fields(dataset, List.of("seats", "closed")), LampWorld.reader())
                .rows()
                .getFirst();
    }

    @Test
    void aFaultyDefinitionIsRefusedWithEverythingThatIsWrong() {
        StoredDefinition faulty = new StoredDefinition(
                "raw.Shops",
                TITLE,
                "market",
                RowsMode.MERGE,
                List.of(text("code"), text("code"), text("Name")),
                List.of(),
                "when",
                Optional.of("where"),
                10,
                Optional.empty());
        assertThatThrownBy(() -> stored.define(faulty))
                .isInstanceOfSatisfying(FaultyInput.class, refused -> assertThat(refused.faults())
                        .extracting(fault -> fault.place())
                        .containsExactly("id", "fields/1/name", "fields/2/name", "keys", "timeField", "areaPathField"));
    }

    private static StoredDefinition shops() {
        return StoredDefinition.of(SHOPS, TITLE, "market", List.of(text("code"), text("name"), text("area")));
    }

    private static StoredField text(String name) {
        return StoredField.of(name, Text.of(name, name), FieldType.TEXT);
    }

    private void write(Revision revision, String code, String name) {
        sql.insertInto(DSL.table(DSL.name(revision.schema(), revision.table())))
                .columns(DSL.field(DSL.name("code")), DSL.field(DSL.name("name")))
                .values(code, name)
                .execute();
    }

    private List<String> names(String dataset) {
        return datasets
                .query(
                        DatasetQuery.fields(dataset, List.of("code", "name")).orderBy(Order.up("code")),
                        LampWorld.reader())
                .rows()
                .stream()
                .map(row -> String.valueOf(row.get(1)))
                .toList();
    }
}
