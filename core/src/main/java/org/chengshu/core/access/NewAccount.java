package org.chengshu.core.access;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An account to be created. The name is 2..64 letters, digits, dots, dashes or underscores and unique without regard to
 * case; a password follows the rules of the platform; an account without a password is used by API token only. The organisation is
 * the code of the one the account belongs to.
 */
public record NewAccount(
        String name,
        String displayName,
        Optional<String> password,
        List<Grant> grants,
        Optional<String> organisation,
        boolean mustChangePassword) {
    public static final int SHORTEST_PASSWORD = 10;
    public static final int LONGEST_PASSWORD = 200;

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{1,63}");

    public NewAccount {
        Objects.requireNonNull(name, "name");
        displayName = displayName == null || displayName.isBlank() ? name : displayName;
        grants = List.copyOf(grants);
        Objects.requireNonNull(organisation, "organisation");
        requireName(name);
    }

    public NewAccount(
            String name,
            String displayName,
            Optional<String> password,
            List<Grant> grants,
            Optional<String> organisation) {
        this(name, displayName, password, grants, organisation, false);
    }

    /** All roles for the same area; without one, for the whole city. */
    public NewAccount(
            String name,
            String displayName,
            Optional<String> password,
            List<String> roles,
            Optional<String> area,
            Optional<String> organisation) {
        this(
                name,
                displayName,
                password,
                roles.stream()
                        .map(role -> new Grant(role, area, Optional.empty()))
                        .toList(),
                organisation);
    }

    /** Refuses a name that no account can have with an {@link IllegalArgumentException}. */
    public static void requireName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("a name has 2..64 letters, digits, dots, dashes or underscores");
        }
    }

    public List<String> roles() {
        return grants.stream().map(Grant::role).distinct().toList();
    }

    @Override
    public String toString() {
        return "NewAccount[" + name + "]";
    }
}
