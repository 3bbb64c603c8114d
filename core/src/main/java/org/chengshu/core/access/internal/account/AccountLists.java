package org.chengshu.core.access.internal.account;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.chengshu.core.access.AccountView;
import org.chengshu.core.access.Scope;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.access.internal.role.CorePermissions;
import org.chengshu.core.http.Cursor;
import org.chengshu.core.http.CursorPage;
import org.chengshu.core.http.Keyset;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/** Finds accounts for lists, newest first; those that lie wholly in the viewer's part of the city. */
@Component
class AccountLists {
    private static final Field<UUID> ID = DSL.field(DSL.name("a", "id"), SQLDataType.UUID);
    private static final Field<OffsetDateTime> CREATED =
            DSL.field(DSL.name("a", "created_at"), SQLDataType.TIMESTAMPWITHTIMEZONE);
    private static final Field<String> NAME = DSL.field(DSL.name("a", "name"), SQLDataType.CLOB);
    private static final Field<String> DISPLAY_NAME = DSL.field(DSL.name("a", "display_name"), SQLDataType.CLOB);
    private static final Field<String> OWNER = DSL.field("coalesce(own.path, '/')", SQLDataType.CLOB);
    private static final Field<String> AREA = DSL.field("coalesce(granted.path, '/')", SQLDataType.CLOB);

    private final DSLContext sql;
    private final AccountReach reach;
    private final Clock clock;

    AccountLists(DSLContext sql, AccountReach reach, Clock clock) {
        this.sql = sql;
        this.reach = reach;
        this.clock = clock;
    }

    CursorPage<AccountView> list(AccountFilter filter, Viewer viewer, Cursor cursor) {
        OffsetDateTime lockedSince = clock.instant().minus(PasswordCheck.LOCK).atOffset(ZoneOffset.UTC);
        return Keyset.fetch(
                        sql.select(AccountStore.COLUMNS)
                                .select(AccountStore.state(lockedSince).as("state"))
                                .from(AccountStore.FROM)
                                .where(managed(viewer.scope(CorePermissions.ACCOUNTS)))
                                .and(narrowed(filter, lockedSince)),
                        cursor,
                        CREATED,
                        ID,
                        AccountStore::row)
                .map(reach::view);
    }

    /** As {@link AccountReach#requireManages} says of one: no grant, and not the account's organisation, lies outside. */
    private static Condition managed(Scope scope) {
        if (scope.isEverywhere()) {
            return DSL.noCondition();
        }
        Condition outside = DSL.not(scope.within(AREA, OWNER));
        return DSL.notExists(
                        DSL.selectOne().from("""
                                cs_core.account_role ar
                                left join cs_core.tree_node granted
                                  on granted.tree = 'area' and granted.code = ar.area_code and not granted.closed
                                """).where("ar.account_id = a.id").and(outside))
                .and(DSL.exists(DSL.selectOne().from("cs_core.account_role ar").where("ar.account_id = a.id"))
                        .or(scope.within(DSL.val("/"), OWNER)));
    }

    private static Condition narrowed(AccountFilter filter, OffsetDateTime lockedSince) {
        return DSL.and(
                filter.words()
                        .<Condition>map(
                                words -> NAME.containsIgnoreCase(words).or(DISPLAY_NAME.containsIgnoreCase(words)))
                        .orElseGet(DSL::noCondition),
                filter.role()
                        .<Condition>map(role -> DSL.exists(DSL.selectOne()
                                .from("cs_core.account_role ar")
                                .where("ar.account_id = a.id")
                                .and("ar.role_id = {0}", DSL.val(role))))
                        .orElseGet(DSL::noCondition),
                filter.state()
                        .<Condition>map(state -> AccountStore.state(lockedSince).eq(state.name()))
                        .orElseGet(DSL::noCondition),
                filter.organisationPath()
                        .<Condition>map(path ->
                                Scope.of(List.of(new Scope.Part("/", path))).within(DSL.val("/"), OWNER))
                        .orElseGet(DSL::noCondition));
    }
}
