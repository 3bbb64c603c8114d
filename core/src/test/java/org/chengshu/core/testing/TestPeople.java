package org.chengshu.core.testing;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.chengshu.core.access.AccountView;
import org.chengshu.core.access.Accounts;
import org.chengshu.core.access.ApiTokens;
import org.chengshu.core.access.NewAccount;
import org.jooq.DSLContext;
import org.springframework.context.ApplicationContext;

/** Makes people for tests: accounts that hold just the permissions a test gives them. */
public final class TestPeople {
    public static final String PASSWORD = "correct horse battery";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final DSLContext sql;
    private final Accounts accounts;
    private final ApiTokens tokens;

    public TestPeople(ApplicationContext context) {
        this.sql = context.getBean(DSLContext.class);
        this.accounts = context.getBean(Accounts.class);
        this.tokens = context.getBean(ApiTokens.class);
    }

    /** A bearer token of somebody who serves the whole city with these permissions. */
    public String token(String... permissions) {
        return token(account(Optional.empty(), permissions).id());
    }

    /** A bearer token of somebody who serves this area with these permissions. */
    public String tokenIn(String area, String... permissions) {
        return token(account(Optional.of(area), permissions).id());
    }

    public String token(UUID account) {
        return tokens.issue(account, "test", Optional.empty()).token();
    }

    public AccountView account(Optional<String> area, String... permissions) {
        return accounts.create(new NewAccount(
                "person-" + NUMBER.incrementAndGet(),
                "Person",
                Optional.of(PASSWORD),
                List.of(role(permissions)),
                area,
                Optional.empty()));
    }

    /** The id of a new role. */
    public String role(String... permissions) {
        String id = "role-" + NUMBER.incrementAndGet();
        sql.execute(
                "insert into cs_core.role (id, title_zh, title_en, permissions) values (?, '测试', 'Test', ?)",
                id,
                permissions);
        return id;
    }
}
