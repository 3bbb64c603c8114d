package org.chengshu.core.access.internal.token;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.chengshu.core.CoreError;
import org.chengshu.core.access.AccountView;
import org.chengshu.core.access.Accounts;
import org.chengshu.core.access.ApiTokens;
import org.chengshu.core.access.Grant;
import org.chengshu.core.access.NewAccount;
import org.chengshu.core.access.TokenScope;
import org.chengshu.core.access.TokenView;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.access.internal.account.Viewers;
import org.chengshu.core.db.Transactions;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Ids;
import org.springframework.stereotype.Component;

@Component
class TokenService implements ApiTokens {
    private static final String PREFIX = "cs_";
    private static final Duration REMEMBERED = Duration.ofSeconds(2);
    private static final int MOST_REMEMBERED = 10_000;
    private static final int LONGEST_LABEL = 100;

    private final TokenStore tokens;
    private final Accounts accounts;
    private final Viewers viewers;
    private final Transactions transactions;
    private final Clock clock;
    private final Map<String, Remembered> recent = new ConcurrentHashMap<>();

    TokenService(TokenStore tokens, Accounts accounts, Viewers viewers, Transactions transactions, Clock clock) {
        this.tokens = tokens;
        this.accounts = accounts;
        this.viewers = viewers;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public Issued issue(UUID account, String label, Optional<Instant> expires, TokenScope scope) {
        if (label.isBlank() || label.length() > LONGEST_LABEL) {
            throw new Fault(CoreError.BAD_REQUEST, "a label has 1.." + LONGEST_LABEL + " characters");
        }
        viewers.requireHolds(account, scope);
        String secret = Secrets.make(PREFIX);
        UUID id = Ids.at(clock.instant());
        tokens.insert(id, account, label, Secrets.hash(secret), expires, scope);
        return new Issued(id, secret, expires);
    }

    @Override
    public Issued issueFor(String role, String label) {
        String name = "program-" + role;
        return transactions.call(() -> {
            UUID account = accounts.findByName(name)
                    .map(AccountView::id)
                    .orElseGet(() -> accounts.create(program(name, role)).id());
            tokens.revokeLabelled(account, label);
            return issue(account, label, Optional.empty());
        });
    }

    private static NewAccount program(String name, String role) {
        return new NewAccount(name, name, Optional.empty(), List.of(Grant.of(role)), Optional.empty());
    }

    @Override
    public Optional<Viewer> find(String token) {
        if (!token.startsWith(PREFIX)) {
            return Optional.empty();
        }
        byte[] hash = Secrets.hash(token);
        String key = HexFormat.of().formatHex(hash);
        Instant now = clock.instant();
        Remembered known = recent.get(key);
        if (known != null && now.isBefore(known.until()) && !now.isBefore(known.since())) {
            return Optional.of(known.viewer());
        }
        Optional<Viewer> viewer = tokens.use(hash).flatMap(used -> viewers.find(used.account(), used.scope()));
        viewer.ifPresentOrElse(found -> remember(key, found, now), () -> recent.remove(key));
        return viewer;
    }

    private void remember(String key, Viewer viewer, Instant now) {
        if (recent.size() >= MOST_REMEMBERED) {
            recent.clear();
        }
        recent.put(key, new Remembered(viewer, now, now.plus(REMEMBERED)));
    }

    @Override
    public List<TokenView> list(UUID account) {
        return tokens.list(account);
    }

    @Override
    public void revoke(UUID account, UUID token) {
        if (!tokens.revoke(account, token)) {
            throw new Fault(CoreError.NOT_FOUND, "there is no token " + token);
        }
        recent.clear();
    }

    private record Remembered(Viewer viewer, Instant since, Instant until) {}
}
