package org.chengshu.core.jobs.internal.run;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.chengshu.core.jobs.JobKind;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** The kinds of jobs that this node knows how to do. */
@Component
public final class Kinds implements SmartInitializingSingleton {
    private final ObjectProvider<JobKind<?>> declared;
    private volatile Map<String, JobKind<?>> byName = Map.of();

    Kinds(ObjectProvider<JobKind<?>> declared) {
        this.declared = declared;
    }

    /** Late, because the work of a kind may itself want to queue jobs. */
    @Override
    public void afterSingletonsInstantiated() {
        Map<String, JobKind<?>> found = new TreeMap<>();
        declared.forEach(kind -> {
            if (found.put(kind.name(), kind) != null) {
                throw new IllegalStateException("two kinds of jobs are named " + kind.name());
            }
        });
        byName = found;
    }

    public Optional<JobKind<?>> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    public Collection<JobKind<?>> all() {
        return byName.values();
    }

    Set<String> names() {
        return byName.keySet();
    }
}
