package org.chengshu.data.capture;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.data.DataError;
import org.chengshu.data.feed.OpenSource;
import org.chengshu.data.feed.jdbc.PostgresLinks;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Text;
import org.jooq.DSLContext;
import org.jooq.Name;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.postgresql.PGConnection;
import org.postgresql.replication.ReplicationSlotInfo;

/** What following a table needs at its database: a slot, a publication, and a table whose rows can be told apart. */
final class Slot {
    private static final DSLContext SQL = DSL.using(SQLDialect.POSTGRES);

    private final PostgresLinks links;
    private final OpenSource source;
    private final String schema;
    private final String table;
    private final Optional<String> theirs;

    Slot(PostgresLinks links, OpenSource source) {
        this.links = links;
        this.source = source;
        String[] names = source.text("table").orElseThrow().split("\\.");
        this.schema = names.length > 1 ? names[0] : "public";
        this.table = names[names.length - 1];
        this.theirs = source.text("publication");
    }

    String schema() {
        return schema;
    }

    String table() {
        return table;
    }

    String name() {
        return nameOf(source.id());
    }

    String publication() {
        return theirs.orElseGet(this::name);
    }

    private static String nameOf(UUID id) {
        return "chengshu_" + id.toString().replace("-", "").substring(8);
    }

    /** Everything that stands in the way, in words for whoever runs that database. */
    List<Text> missing(Connection connection) throws SQLException {
        List<Text> missing = new ArrayList<>();
        if (!"logical".equals(value(connection, "select current_setting('wal_level')"))) {
            missing.add(Text.of(
                    "须设置 wal_level = logical 并重启数据库", "wal_level must be logical; the server needs a restart for it"));
        }
        if (!"t"
                .equals(value(
                        connection, "select rolreplication or rolsuper from pg_roles where rolname = current_user"))) {
            missing.add(Text.of(
                    "用户须有 REPLICATION 属性：alter role ... replication",
                    "the user needs the attribute REPLICATION: alter role ... replication"));
        }
        Optional<String> identity = Optional.ofNullable(value(connection, """
                select case when c.relreplident = 'f' or c.relreplident = 'i' then 'yes'
                    when c.relreplident = 'd' and exists (select from pg_index i where i.indrelid = c.oid and i.indisprimary)
                    then 'yes' else 'no' end
                from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where n.nspname = ? and c.relname = ? and c.relkind in ('r', 'p')""", schema, table));
        if (identity.isEmpty()) {
            missing.add(Text.of("没有表 " + schema + "." + table, "there is no table " + schema + "." + table));
        } else if (identity.get().equals("no")) {
            missing.add(Text.of(
                    "表须有主键，或 alter table ... replica identity full",
                    "the table needs a primary key, or alter table ... replica identity full"));
        }
        return missing;
    }

    private static String value(Connection connection, String sql, String... values) throws SQLException {
        try (PreparedStatement ask = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                ask.setString(i + 1, values[i]);
            }
            try (ResultSet answer = ask.executeQuery()) {
                return answer.next() ? answer.getString(1) : null;
            }
        }
    }

    /** Makes the publication when it is ours and not there. */
    void publish(Connection connection) throws SQLException {
        if (value(connection, "select pubname from pg_publication where pubname = ?", publication()) != null) {
            return;
        }
        if (theirs.isPresent()) {
            throw new Fault(DataError.SOURCE_REFUSED, "there is no publication " + theirs.get());
        }
        run(connection, "create publication {0} for table {1}", DSL.name(publication()), DSL.name(schema, table));
    }

    /** A new slot; the snapshot it exports is there as long as the connection stays open and does nothing else. */
    ReplicationSlotInfo create(Connection replication) throws SQLException {
        return replication
                .unwrap(PGConnection.class)
                .getReplicationAPI()
                .createReplicationSlot()
                .logical()
                .withSlotName(name())
                .withOutputPlugin("pgoutput")
                .make();
    }

    void drop(Connection connection) throws SQLException {
        if (value(connection, "select slot_name from pg_replication_slots where slot_name = ?", name()) != null) {
            value(connection, "select pg_drop_replication_slot(?)::text", name());
        }
    }

    void unpublish(Connection connection) throws SQLException {
        if (theirs.isEmpty()) {
            run(connection, "drop publication if exists {0}", DSL.name(publication()));
        }
    }

    /** Bytes of log that the server keeps for us; nothing when the slot is not there. */
    Optional<Long> lag(Connection connection) throws SQLException {
        return Optional.ofNullable(value(connection, """
                        select pg_wal_lsn_diff(pg_current_wal_lsn(), confirmed_flush_lsn)::bigint
                        from pg_replication_slots where slot_name = ?""", name())).map(Long::valueOf);
    }

    Connection connect() {
        return links.connect(source);
    }

    Connection replicate() {
        return links.replicate(source);
    }

    private static void run(Connection connection, String template, Name... names) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(SQL.render(DSL.query(template, (Object[]) names)));
        }
    }
}
