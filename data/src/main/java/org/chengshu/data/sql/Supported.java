package org.chengshu.data.sql;

import java.util.Collection;
import java.util.Locale;
import net.sf.jsqlparser.parser.ASTNodeAccess;
import net.sf.jsqlparser.statement.select.FromItem;
import net.sf.jsqlparser.statement.select.Join;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.select.Select;

/** Parts of other dialects, and of this one that have no place in a query over datasets: each is refused by its name. */
final class Supported {
    private Supported() {}

    static void check(Select select, Work work) {
        refuse(work, select, "for update / share", select.getForMode(), select.getForUpdate(), select.getForClause());
        refuse(work, select, "option", select.getOption(), select.getIsolation(), select.getMySqlProcedureAnalyse());
        refuse(work, select, "limit by", select.getLimitBy(), select.getInterpolate());
        refuse(work, select, "pivot", select.getPivot(), select.getUnPivot());
        if (select instanceof PlainSelect plain) {
            plain(plain, work);
        }
    }

    private static void plain(PlainSelect select, Work work) {
        refuse(
                work,
                select,
                "into",
                select.getIntoTables(),
                select.getIntoTempTable(),
                select.getMySqlSelectIntoClause());
        refuse(work, select, "top", select.getTop(), select.getSkip(), select.getFirst());
        refuse(work, select, "lateral view", select.getLateralViews(), select.getKsqlWindow());
        refuse(work, select, "connect by", select.getOracleHierarchical(), select.getOracleHint());
        refuse(work, select, "prewhere", select.getPreWhere(), select.getPreferringClause(), select.getSettings());
        refuse(work, select, "qualify", select.getQualify());
        refuse(work, select, "sample", select.getSampleClause(), select.getOptimizeFor(), select.getForXmlPath());
        refuse(work, select, "select as", select.getBigQuerySelectQualifier(), select.getMySqlSqlCacheFlag());
        flag(work, select, "only / final", select.isUsingOnly() || select.isUsingFinal() || select.isUseWithNoLog());
        flag(work, select, "emit changes", select.isEmitChanges());
        flag(work, select, "hints", select.getMySqlHintStraightJoin() || select.getMySqlSqlCalcFoundRows());
    }

    static void check(FromItem item, Work work) {
        refuse(work, item, "pivot", item.getPivot(), item.getUnPivot());
        refuse(work, item, "tablesample", item.getSampleClause());
    }

    static void check(Join join, Work work) {
        boolean other = join.isAsOf() || join.isStraight() || join.isApply() || join.isFetch() || join.isSemi();
        flag(work, join.getFromItem(), "this kind of join", other || join.isAny() || join.isAll() || join.isGlobal());
        flag(work, join.getFromItem(), "this kind of join", join.isArray() || join.isWindowJoin());
        refuse(work, join.getFromItem(), "join hint", join.getJoinHint(), join.getJoinWindow());
    }

    static String words(Object thing) {
        return thing.getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                .toLowerCase(Locale.ROOT);
    }

    static void refuse(Work work, ASTNodeAccess at, String what, Object... things) {
        for (Object thing : things) {
            boolean there = thing instanceof Collection<?> some ? !some.isEmpty() : thing != null;
            flag(work, at, what, there);
        }
    }

    static void flag(Work work, ASTNodeAccess at, String what, boolean there) {
        if (there) {
            work.notUnderstood(at, what);
        }
    }
}
