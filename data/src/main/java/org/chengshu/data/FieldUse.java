package org.chengshu.data;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.chengshu.kernel.Text;

/**
 * Tells what would break if fields of a dataset went: everything downstream of them that the platform knows of, nearest
 * first. Whoever drops or changes a field asks here and refuses with {@link DataError#FIELD_IN_USE} unless a reason is given.
 * Safe for use by many threads.
 */
public interface FieldUse {
    /** @param fields none means the whole dataset */
    List<User> users(String dataset, Set<String> fields);

    /**
     * One thing that stands on the fields.
     *
     * @param kind of the thing: {@code theme}, {@code library}, {@code quality-rule}, {@code indicator}...
     * @param owner the organisation (code) or module that answers for it
     * @param fields which of its own fields are touched; none when its rows as such are
     * @param distance how many steps away it is, 1 for what reads the fields themselves
     * @param stale whether it reads none of the fields' values but only what no longer can be made without them
     */
    record User(
            String kind,
            String id,
            Text title,
            String owner,
            Optional<String> page,
            List<String> fields,
            int distance,
            boolean stale) {
        public User {
            fields = List.copyOf(fields);
        }
    }
}
