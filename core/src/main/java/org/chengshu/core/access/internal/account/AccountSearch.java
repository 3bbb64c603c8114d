package org.chengshu.core.access.internal.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.chengshu.core.access.AccountView;
import org.chengshu.core.access.Accounts;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.access.internal.role.CorePermissions;
import org.chengshu.core.spi.SearchEntry;
import org.chengshu.core.spi.SearchHit;
import org.chengshu.core.spi.SearchSource;
import org.chengshu.kernel.Text;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Lets those who look after accounts find them by name. */
@Component
class AccountSearch implements SearchSource {
    private final DSLContext sql;
    private final Accounts accounts;

    AccountSearch(DSLContext sql, Accounts accounts) {
        this.sql = sql;
        this.accounts = accounts;
    }

    @Override
    public String kind() {
        return "account";
    }

    @Override
    public Text title() {
        return Text.of("账号", "Accounts");
    }

    @Override
    public String permission() {
        return CorePermissions.ACCOUNTS;
    }

    @Override
    public void entries(Optional<Instant> since, Consumer<SearchEntry> to) {
        sql.fetch("select id::text as id, name, display_name from cs_core.account")
                .forEach(row -> {
                    String name = row.get("name", String.class);
                    String shown = row.get("display_name", String.class);
                    String title = shown.isBlank() ? name : shown;
                    to.accept(SearchEntry.of(row.get("id", String.class), Text.of(title, title), List.of(name)));
                });
    }

    @Override
    public List<SearchHit> hits(List<String> ids, Viewer viewer) {
        return accounts.list(viewer).stream()
                .filter(account -> ids.contains(account.id().toString()))
                .map(this::hit)
                .toList();
    }

    private SearchHit hit(AccountView account) {
        String title = account.displayName().isBlank() ? account.name() : account.displayName();
        return new SearchHit(
                kind(),
                account.id().toString(),
                Text.of(title, title),
                Text.of("账号 · " + account.name(), "account · " + account.name()),
                "/accounts/" + account.id());
    }
}
