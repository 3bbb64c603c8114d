package org.chengshu.sense.testing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.chengshu.core.CoreError;
import org.chengshu.core.access.ApiTokens;
import org.chengshu.core.access.TokenScope;
import org.chengshu.core.access.TokenView;
import org.chengshu.core.access.Viewer;
import org.chengshu.kernel.Fault;

/** Tokens that are the name of their viewer. */
public final class FakeApiTokens implements ApiTokens {
    private final Map<String, Viewer> viewers = new ConcurrentHashMap<>();

    public String give(String areaPath, String... permissions) {
        String name = "program-" + viewers.size();
        viewers.put(name, new Viewer(UUID.randomUUID(), name, name, Set.of(permissions), areaPath, Optional.empty()));
        return name;
    }

    @Override
    public Optional<Viewer> find(String token) {
        return Optional.ofNullable(viewers.get(token));
    }

    @Override
    public Issued issue(UUID account, String label, Optional<Instant> expires, TokenScope scope) {
        throw new Fault(CoreError.FORBIDDEN, "the fake issues nothing");
    }

    @Override
    public Issued issueFor(String role, String label) {
        throw new Fault(CoreError.FORBIDDEN, "the fake issues nothing");
    }

    @Override
    public List<TokenView> list(UUID account) {
        return List.of();
    }

    @Override
    public void revoke(UUID account, UUID token) {
        throw new Fault(CoreError.FORBIDDEN, "the fake revokes nothing");
    }
}
