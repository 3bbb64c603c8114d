package org.chengshu.core.access;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An account to be created. The name is 2..64 letters, digits, dots, dashes or underscores and unique without regard to
 * case; a password has 10..200 characters; an account without a password is used by API token only. Area and organisation
 * are codes; without an area the account serves the whole city.
 */
public record NewAccount(
        String name,
        String displayName,
        Optional<String> password,
        List<String> roles,
        Optional<String> area,
        Optional<String> organisation) {
    public static final int SHORTEST_PASSWORD = 10;
    public static final int LONGEST_PASSWORD = 200;

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{1,63}");

    public NewAccount {
        Objects.requireNonNull(name, "name");
        displayName = displayName == null || displayName.isBlank() ? name : displayName;
        roles = roles == null ? List.of() : List.copyOf(roles);
        Objects.requireNonNull(area, "area");
        Objects.requireNonNull(organisation, "organisation");
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("a name has 2..64 letters, digits, dots, dashes or underscores");
        }
        password.ifPresent(NewAccount::requireGoodPassword);
    }

    /** Refuses a password that is too short or too long with an {@link IllegalArgumentException}. */
    public static void requireGoodPassword(String password) {
        if (password.length() < SHORTEST_PASSWORD || password.length() > LONGEST_PASSWORD) {
            throw new IllegalArgumentException(
                    "a password has " + SHORTEST_PASSWORD + ".." + LONGEST_PASSWORD + " characters");
        }
    }

    @Override
    public String toString() {
        return "NewAccount[" + name + "]";
    }
}
