package org.chengshu.sense.fleet;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.chengshu.core.CoreError;
import org.chengshu.core.tree.Areas;
import org.chengshu.kernel.Fault;
import org.chengshu.sense.DeviceStatus;
import org.chengshu.sense.Groups;
import org.chengshu.sense.Lifecycle;
import org.chengshu.sense.device.DeviceQuery;
import org.chengshu.sense.words.WordQuery;

/** What a list of devices is narrowed to, as a request or a job says it; words as {@link WordQuery} reads them. */
public record DeviceFilter(
        Optional<String> product,
        Optional<String> area,
        Optional<String> q,
        Optional<String> status,
        Optional<String> lifecycle,
        Optional<String> owner,
        Optional<String> parent,
        Optional<String> group,
        List<String> tag) {
    private static final String ANY = "*";

    public DeviceFilter {
        product = told(product);
        area = told(area);
        q = told(q);
        status = told(status);
        lifecycle = told(lifecycle);
        owner = told(owner);
        parent = told(parent);
        group = told(group);
        tag = tag == null ? List.of() : List.copyOf(tag);
    }

    /** As a JSON body leaves out what is not asked. */
    private static Optional<String> told(Optional<String> word) {
        return Optional.ofNullable(word).flatMap(one -> one).filter(text -> !text.isBlank());
    }

    /** Faults when a word is none of its list, or a group or area is not there. */
    public DeviceQuery query(Areas areas, Groups groups) {
        return new DeviceQuery(
                product,
                area.map(areas::reach),
                q.map(WordQuery::of).orElseGet(WordQuery::none),
                tags(),
                status.map(DeviceFilter::status),
                lifecycle.map(DeviceFilter::lifecycle),
                owner,
                parent,
                group.map(id -> among(id, groups)));
    }

    private static IntPredicate among(String group, Groups groups) {
        groups.get(group);
        return groups.members(group)::has;
    }

    private static DeviceStatus status(String word) {
        try {
            return DeviceStatus.ofWord(word);
        } catch (IllegalArgumentException e) {
            throw new Fault(CoreError.BAD_REQUEST, "a status is online, offline or silent, not " + word, e);
        }
    }

    private static Lifecycle lifecycle(String word) {
        return Lifecycle.ofWord(word)
                .orElseThrow(() -> new Fault(
                        CoreError.BAD_REQUEST, "a lifecycle is planned, active, maintenance or retired, not " + word));
    }

    private Map<String, String> tags() {
        Map<String, String> tags = new HashMap<>();
        for (String one : tag) {
            int cut = one.indexOf('=');
            tags.put(cut < 0 ? one : one.substring(0, cut), cut < 0 ? ANY : one.substring(cut + 1));
        }
        return tags;
    }
}
