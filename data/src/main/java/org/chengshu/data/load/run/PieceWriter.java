package org.chengshu.data.load.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.chengshu.core.db.Transactions;
import org.chengshu.data.load.stage.CopyText;
import org.chengshu.data.load.stage.FieldPlan;
import org.chengshu.data.load.stage.Piece;
import org.chengshu.data.load.stage.StagePlan;
import org.chengshu.data.stored.Revision;
import org.jooq.DSLContext;
import org.jooq.Name;
import org.jooq.impl.DSL;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.stereotype.Component;

/** Commits a piece: its rows by COPY, its refused rows and how far the load has come, all or nothing. */
@Component
class PieceWriter {
    private final DSLContext sql;
    private final Transactions transactions;
    private final LoadStore loads;
    private final RefusedStore refused;

    PieceWriter(DSLContext sql, Transactions transactions, LoadStore loads, RefusedStore refused) {
        this.sql = sql;
        this.transactions = transactions;
        this.loads = loads;
        this.refused = refused;
    }

    void write(UUID load, Revision revision, StagePlan plan, Piece piece, Watch watch) {
        List<String> fields = plan.fields().stream().map(FieldPlan::field).toList();
        transactions.run(() -> {
            watch.hold(piece.figures().read());
            if (piece.clears()) {
                empty(revision, plan.merging());
            }
            copy(revision, revision.table(), fields, piece.rows());
            copy(revision, revision.gone(), plan.keys(), piece.gone());
            refused.add(load, piece.refused());
            loads.progress(load, piece.figures());
        });
    }

    /** Forgets what an attempt that cannot be gone on with has staged. */
    void startAnew(UUID load, Revision revision, StagePlan plan) {
        transactions.run(() -> {
            empty(revision, plan.merging());
            refused.clear(load);
        });
    }

    private void empty(Revision revision, boolean merging) {
        sql.truncate(DSL.table(DSL.name(revision.schema(), revision.table()))).execute();
        if (merging) {
            sql.truncate(DSL.table(DSL.name(revision.schema(), revision.gone())))
                    .execute();
        }
    }

    private void copy(Revision revision, String table, List<String> fields, CopyText rows) {
        if (rows.isEmpty()) {
            return;
        }
        List<Name> columns = new ArrayList<>(fields.stream().map(DSL::name).toList());
        columns.add(DSL.name(Revision.LINE));
        String command = "copy " + sql.render(DSL.name(revision.schema(), table)) + " ("
                + columns.stream().map(sql::render).collect(Collectors.joining(", ")) + ") from stdin";
        transactions.onConnection(connection -> send(connection, command, rows));
    }

    private static long send(Connection connection, String command, CopyText rows) throws SQLException {
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(command);
        try {
            copy.writeToCopy(rows.bytes(), 0, rows.size());
            return copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }
}
